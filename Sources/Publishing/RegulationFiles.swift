import Comparison
import Library
import Regulations

/// All files in the folder of a regulation.
struct RegulationFiles {
  /// The files by their names.
  private(set) var files: [(name: String, bytes: [UInt8])] = []
  /// What a feed tells of the revisions.
  private(set) var entries: [ChangeFeed.Entry] = []

  private let index: Int
  private let plan: SitePlan
  private let texts: SiteTexts
  private let options: SiteOptions
  private let reader: LibraryReader
  private var regulation: PublishedRegulation { plan.regulations[index] }
  private var layout: PageLayout { PageLayout(form: .site(slug: regulation.slug)) }

  /// The files of the regulation at a place of a plan.
  init(
    _ index: Int, of plan: SitePlan, _ texts: SiteTexts, _ options: SiteOptions,
    _ reader: LibraryReader, original: (SourceFile) -> [UInt8]?
  ) throws(LibraryError) {
    self.index = index
    self.plan = plan
    self.texts = texts
    self.options = options
    self.reader = reader
    var originalName: String?
    if options.holdsOriginals, let source = try reader.source(of: regulation.shown),
      let bytes = original(source)
    {
      let name = RegulationPages.original(of: source.path)
      originalName = name
      files.append((name, bytes))
    }
    let revisions = try otherRevisions()
    let comparisons = Self.comparisons(of: revisions, upTo: regulation.shownIndex)
    var former = FormerAnchors()
    if let sequence = comparisons.sequence {
      let names = regulation.catalogued.revisions.prefix(sequence.revisions.count).map(\.name)
      former = FormerAnchors(sequence, names: names)
    }
    former.add(later: zip(regulation.later, revisions.suffix(regulation.later.count)))
    for (place, revision) in revisions.enumerated() {
      try addPage(of: revision, at: place, former, originalName)
      let entry = SiteFeed.entry(
        of: regulation.catalogued.revisions[place], regulation,
        place > 0 ? comparisons.all[place - 1] : nil)
      if let entry { entries.append(entry) }
    }
    for (place, comparison) in comparisons.all.enumerated() { add(comparison, at: place + 1) }
  }

  /// All revisions; the shown one as the site knows it already.
  private func otherRevisions() throws(LibraryError) -> [Revision] {
    var revisions: [Revision] = []
    for catalogued in regulation.catalogued.revisions {
      revisions.append(
        catalogued == regulation.shown
          ? texts.revisions[index] : try reader.revision(catalogued))
    }
    return revisions
  }

  /// Each revision but the first compared with the one before; those up to the shown
  /// one as a sequence.
  private static func comparisons(
    of revisions: [Revision], upTo shown: Int
  ) -> (sequence: RevisionSequence?, all: [RevisionComparison]) {
    guard revisions.count > 1 else { return (nil, []) }
    let sequence = RevisionSequence(Array(revisions[...shown]))
    let later = zip(revisions[shown...], revisions[(shown + 1)...]).map {
      RevisionComparison($0, $1)
    }
    return (shown > 0 ? sequence : nil, sequence.comparisons + later)
  }

  // MARK: Pages

  private mutating func addPage(
    of revision: Revision, at place: Int, _ former: FormerAnchors, _ original: String?
  ) throws(LibraryError) {
    let catalogued = regulation.catalogued.revisions[place]
    let isShown = catalogued == regulation.shown
    let metadata = try reader.metadata(of: catalogued)
    var page = RegulationPage(
      plan: plan, texts: texts, options: options, layout: layout, index: index,
      catalogued: catalogued, revision: revision, metadata: metadata,
      links: isShown ? texts.links[index] : texts.links(of: revision, at: index))
    if isShown {
      page.former = former
      page.original = original
      page.data = regulation.data(revision)
    }
    let name = isShown ? RegulationPages.index : RegulationPages.page(of: catalogued.name)
    files.append((name, page.bytes))
  }

  private mutating func add(_ comparison: RevisionComparison, at place: Int) {
    let (old, new) = (
      regulation.catalogued.revisions[place - 1], regulation.catalogued.revisions[place]
    )
    let report = ComparisonReport(comparison, oldName: old.name, newName: new.name)
    let frame = PageFrame(
      options: options, layout: layout,
      title: "\(comparison.new.title)：\(old.name) 与 \(new.name) 文本对照",
      steps: [
        (options.title, layout.file("index.html")),
        (regulation.catalogued.title, RegulationPages.index),
        ("\(new.name) 修订对照", nil),
      ])
    let links = [("修订前：\(old.name) 文本", page(of: old)), ("修订后：\(new.name) 文本", page(of: new))]
    files.append(
      (
        RegulationPages.changesPage(of: new.name),
        ComparisonPage(report).bytes(in: frame, links: links)
      ))
  }

  private func page(of catalogued: CataloguedRevision) -> String {
    catalogued == regulation.shown
      ? RegulationPages.index : RegulationPages.page(of: catalogued.name)
  }
}
