public import ChineseText
package import Regulations

/// The days that tell the revisions of a regulation apart.
public struct RevisionDates: Hashable, Sendable {
  /// 施行, the day it takes effect.
  public var effective: CalendarDate?
  /// 公布, the day it was promulgated.
  public var promulgated: CalendarDate?
  /// 修订 or 修正, the day of its latest amendment.
  public var amended: CalendarDate?
  /// A date whose meaning the text does not give.
  public var dated: CalendarDate?
  /// 通过, the day it was adopted.
  public var adopted: CalendarDate?

  /// The day that names a revision and from which it holds.
  ///
  /// The day it takes effect, else of its promulgation, else a day of unknown
  /// meaning, else of its adoption; but the day of its amendment when that is
  /// later, since an amended text goes on to print the day on which the first
  /// one took effect. `nil` when the text gives none.
  public var day: CalendarDate? {
    guard let first = effective ?? promulgated ?? dated ?? adopted else { return amended }
    return max(first, amended ?? first)
  }
}

extension RevisionDates {
  /// What a text says of its days.
  package init(_ metadata: RegulationMetadata) {
    self.init(
      effective: metadata.effective, promulgated: metadata.promulgated,
      amended: metadata.amended, dated: metadata.dated, adopted: metadata.adopted)
  }
}

/// Whether a revision holds on a day.
///
/// The raw value is the status in JSON output.
public enum RevisionStatus: String, CaseIterable, Hashable, Sendable, Encodable {
  /// It takes effect on a later day.
  case notYetInForce = "not-yet-in-force"
  /// It holds.
  case inForce = "in-force"
  /// A newer revision has taken its place.
  case amended
  /// The regulation was repealed, and this is its last text.
  case repealed
  /// The text gives no day.
  case unknown

  /// Whether search finds the text without being asked for all revisions.
  public var isCurrent: Bool { self == .inForce || self == .unknown }
}
