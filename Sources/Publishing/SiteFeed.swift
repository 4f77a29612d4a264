import ChineseText
import Comparison
import Library
import Regulations

/// The feed of a site: an entry for each revision that names a day.
enum SiteFeed {
  /// What feed readers know the site by, since it has no address of its own.
  private static let id = "urn:tiaowen:changes"
  /// Nobody reads back further.
  private static let mostEntries = 200

  static func bytes(_ entries: [ChangeFeed.Entry], _ options: SiteOptions) -> [UInt8] {
    let newest = entries.sorted { ($1.day, $0.link) < ($0.day, $1.link) }.prefix(mostEntries)
    return ChangeFeed(
      Array(newest), id: id, title: "\(options.title)：修订动态",
      author: options.organisation ?? options.title
    ).bytes
  }

  /// What a feed tells of a revision, or `nil` of one without a day.
  ///
  /// - Parameter comparison: How it differs from the one before, if there is one.
  static func entry(
    of revision: CataloguedRevision, _ regulation: PublishedRegulation,
    _ comparison: RevisionComparison?
  ) -> ChangeFeed.Entry? {
    guard let day = revision.dates.day else { return nil }
    let page: String
    if comparison != nil {
      page = RegulationPages.changesPage(of: revision.name)
    } else {
      page =
        revision == regulation.shown
        ? RegulationPages.index : RegulationPages.page(of: revision.name)
    }
    return ChangeFeed.Entry(
      regulationID: regulation.catalogued.id, revisionName: revision.name, title: revision.title,
      day: day, event: comparison == nil ? "施行" : "修订", link: "\(regulation.slug)/\(page)",
      summary: comparison.flatMap { summary(of: $0) })
  }

  /// What changed, counted as its page counts it.
  private static func summary(of comparison: RevisionComparison) -> String? {
    let report = ComparisonReport(comparison, oldName: "", newName: "")
    let counts = report.counts.filter { $0.aspect != nil }
    let words = counts.map { "\(ChangeWords.word(for: $0.aspect)) \($0.count) 条" }
    return words.isEmpty ? nil : words.joined(separator: "、")
  }
}

extension PublishedRegulation {
  /// What the page of the shown revision tells programs.
  func data(_ revision: Revision) -> String {
    let force: LegislationData.LegalForce? =
      switch status {
      case .inForce: .inForce
      case .notYetInForce, .repealed, .amended: .notInForce
      case .unknown: nil
      }
    return LegislationData(
      revision, regulationID: catalogued.id, revisionName: shown.name, url: RegulationPages.index,
      force: force, repealed: catalogued.repeal?.day
    ).json
  }
}
