import Comparison
public import Library
import Regulations

/// The pages of a site, made from a library.
///
/// The same library gives the same bytes: nothing tells of the day on which they were
/// made but what is in force on it.
public struct Site: Sendable {
  /// What is published.
  public let plan: SitePlan
  let options: SiteOptions
  let reader: LibraryReader
  let texts: SiteTexts

  /// The site of a library by a plan.
  public init(
    _ plan: SitePlan, _ reader: LibraryReader, _ options: SiteOptions
  ) throws(LibraryError) {
    self.plan = plan
    self.reader = reader
    self.options = options
    texts = try SiteTexts(plan, in: reader)
  }

  /// Gives all files of the site in turn, by their paths.
  ///
  /// - Parameters:
  ///   - original: The bytes of a file that was ingested, or `nil` when it is gone or
  ///     no longer the same.
  ///   - progress: Told how many regulations are done.
  ///   - body: Takes a path below the folder of the site, and the bytes of the file.
  public func forEachFile<Failure: Error>(
    original: (SourceFile) -> [UInt8]?, progress: (Int) -> Void = { _ in },
    _ body: (String, [UInt8]) throws(Failure) -> Void
  ) throws(SiteError<Failure>) {
    func give(_ name: String, _ bytes: [UInt8]) throws(SiteError<Failure>) {
      do throws(Failure) { try body(name, bytes) } catch { throw .body(error) }
    }
    for resource in SiteAssets.all { try give("assets/" + resource.name, resource.bytes) }
    var entries: [ChangeFeed.Entry] = []
    for index in plan.regulations.indices {
      let pages: RegulationFiles
      do throws(LibraryError) {
        pages = try RegulationFiles(index, of: plan, texts, options, reader, original: original)
      } catch {
        throw .unreadable(error)
      }
      for (name, bytes) in pages.files {
        try give(plan.regulations[index].slug + "/" + name, bytes)
      }
      entries += pages.entries
      progress(index + 1)
    }
    try give("search/folding.js", FoldingScript.bytes)
    try give("search/names.js", NamesScript.bytes)
    var index: SearchIndex
    do throws(LibraryError) {
      index = try SearchIndex(plan, in: reader)
    } catch {
      throw .unreadable(error)
    }
    try index.forEachFile { (name, bytes) throws(SiteError<Failure>) in
      try give("search/\(name).js", bytes)
    }
    let layout = PageLayout(form: .site(slug: nil))
    for (name, order) in [(IndexPage.groups, IndexPage.Order.group), (IndexPage.days, .day)] {
      let page = IndexPage(plan: plan, options: options, layout: layout, order: order)
      try give(name, page.bytes)
    }
    let search = SearchPage(plan: plan, options: options, layout: layout)
    try give(SearchPage.name, search.bytes)
    try give("feed.xml", SiteFeed.bytes(entries, options))
  }
}

/// Why a site could not be made: the library, or what took its files.
public enum SiteError<Failure: Error>: Error {
  /// The library could not be read.
  case unreadable(LibraryError)
  /// What the files were given to.
  case body(Failure)
}

/// The style sheets and scripts of a site.
enum SiteAssets {
  static let all: [(name: String, bytes: [UInt8])] = [
    ("site.css", PackageResources.site_css), ("site.js", PackageResources.site_js),
    ("comparison.css", PackageResources.comparison_css),
    ("comparison.js", PackageResources.comparison_js),
    ("search.css", PackageResources.search_css),
    ("search-page.js", PackageResources.search_page_js),
    ("search-mark.js", PackageResources.search_mark_js),
    ("search-text.js", PackageResources.search_text_js),
    ("search-query.js", PackageResources.search_query_js),
    ("search-start.js", PackageResources.search_start_js),
    ("search-index.js", PackageResources.search_index_js),
    ("search-engine.js", PackageResources.search_engine_js),
    ("search-hits.js", PackageResources.search_hits_js),
    ("search-closest.js", PackageResources.search_closest_js),
    ("search-citation.js", PackageResources.search_citation_js),
    ("search-cited.js", PackageResources.search_cited_js),
  ]
}
