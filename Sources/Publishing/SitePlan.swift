public import ChineseText
public import Library
import Regulations

/// What a site publishes, in the order of its index.
public struct SitePlan: Sendable {
  /// The regulations.
  public let regulations: [PublishedRegulation]
  /// The places of regulations by their IDs.
  let places: [String: Int]

  /// What of a library is published on a day.
  public init(
    _ reader: LibraryReader, _ options: SiteOptions, on day: CalendarDate
  ) throws(LibraryError) {
    var drafts: [Draft] = []
    for index in 0..<reader.regulationCount {
      let catalogued = reader.regulation(at: index, on: day)
      guard let shown = catalogued.current ?? catalogued.revisions.last else { continue }
      let metadata = try reader.metadata(of: shown)
      drafts.append(
        Draft(
          catalogued: catalogued, shown: shown, department: metadata.department,
          source: try reader.source(of: shown)?.path ?? ""))
    }
    let prefix = Self.commonFolder(of: drafts.map(\.source))
    let folders = drafts.map { Self.folder(of: $0.source, below: prefix) }
    let hasFolders = Set(folders).count > 1
    var published: [PublishedRegulation] = []
    for (draft, folder) in zip(drafts, folders) {
      let group = draft.department ?? (hasFolders ? folder : nil) ?? draft.catalogued.issuer ?? ""
      let regulation = PublishedRegulation(
        catalogued: draft.catalogued, shown: draft.shown, group: group, source: draft.source)
      if Self.isWanted(regulation, options) { published.append(regulation) }
    }
    // What belongs to no group comes last.
    regulations = published.sorted { left, right in
      (left.group.isEmpty ? 1 : 0, left.group, left.catalogued.title, left.slug)
        < (right.group.isEmpty ? 1 : 0, right.group, right.catalogued.title, right.slug)
    }
    places = Dictionary(
      uniqueKeysWithValues: regulations.enumerated().map { ($0.element.slug, $0.offset) })
  }

  /// The ID of a regulation's group in the index.
  func groupID(of index: Int) -> String {
    "g-" + regulations[index].group.map { $0.isWhitespace ? "_" : String($0) }.joined()
  }

  private struct Draft {
    let catalogued: CataloguedRegulation
    let shown: CataloguedRevision
    let department: String?
    let source: String
  }

  // MARK: What is wanted

  private static func isWanted(_ regulation: PublishedRegulation, _ options: SiteOptions) -> Bool {
    if !options.statuses.isEmpty, !options.statuses.contains(regulation.status) { return false }
    if options.except.contains(where: { fits($0, regulation) }) { return false }
    return options.only.isEmpty || options.only.contains { fits($0, regulation) }
  }

  private static func fits(_ words: String, _ regulation: PublishedRegulation) -> Bool {
    guard !words.isEmpty else { return false }
    if words == regulation.slug { return true }
    let wanted = FoldedText(words).units
    return [regulation.catalogued.title, regulation.group, regulation.source].contains {
      holds(wanted, in: FoldedText($0).units)
    }
  }

  private static func holds(_ wanted: [UInt16], in text: [UInt16]) -> Bool {
    guard text.count >= wanted.count, let first = wanted.first else { return false }
    return (0...(text.count - wanted.count)).contains { start in
      text[start] == first && text[start..<(start + wanted.count)].elementsEqual(wanted)
    }
  }

  // MARK: Folders

  /// The folder that holds all of some paths, ended by a slash.
  private static func commonFolder(of paths: [String]) -> Substring {
    guard var common = paths.first.map({ $0[...] }) else { return "" }
    common = common.prefix(through: common.lastIndex(of: "/") ?? common.startIndex)
    for path in paths {
      while !path.hasPrefix(common) {
        let upper = common.dropLast()
        guard let slash = upper.lastIndex(of: "/") else { return "" }
        common = upper[...slash]
      }
    }
    return common
  }

  /// The first folder of a path below another one.
  private static func folder(of path: String, below prefix: Substring) -> String? {
    guard path.hasPrefix(prefix) else { return nil }
    let rest = path.dropFirst(prefix.count)
    guard let slash = rest.firstIndex(of: "/"), slash > rest.startIndex else { return nil }
    return String(rest[..<slash])
  }
}
