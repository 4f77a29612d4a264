import ChineseText
public import Library
import Regulations

/// A regulation on a site.
public struct PublishedRegulation: Hashable, Sendable {
  /// The regulation with its revisions.
  public let catalogued: CataloguedRegulation
  /// The revision that its page shows: the one in force, else the newest.
  public let shown: CataloguedRevision
  /// The heading under which the index lists it: department, folder or issuer; empty
  /// where nothing parts the regulations.
  public let group: String
  /// The path of the file that the shown revision was read from.
  let source: String

  /// The name of its folder: the ID, which depends on what the regulation is and on
  /// nothing else, and is ASCII.
  var slug: String { catalogued.id }

  /// The state of the regulation as a whole.
  var status: RevisionStatus { shown.status }

  /// The place of the shown revision among all.
  var shownIndex: Int { catalogued.revisions.firstIndex(of: shown) ?? 0 }

  /// The revisions before the shown one, from the oldest.
  var earlier: ArraySlice<CataloguedRevision> { catalogued.revisions[..<shownIndex] }

  /// The revisions after it.
  var later: ArraySlice<CataloguedRevision> { catalogued.revisions[(shownIndex + 1)...] }

  /// The day that the index sorts by.
  var day: CalendarDate? { shown.dates.day }
}

extension RevisionStatus {
  /// The state in the words of a page.
  public var pageWords: String {
    switch self {
    case .notYetInForce: "尚未生效"
    case .inForce: "现行有效"
    case .amended: "已修改"
    case .repealed: "已废止"
    case .unknown: "时效未知"
    }
  }
}
