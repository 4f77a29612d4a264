public import ChineseText
internal import Regulations

/// The days that tell the revisions of a regulation apart.
public struct RevisionDates: Hashable, Sendable {
  /// 施行, the day it takes effect.
  public var effective: CalendarDate?
  /// 公布, the day it was promulgated.
  public var promulgated: CalendarDate?
  /// A date whose meaning the text does not give.
  public var dated: CalendarDate?
  /// 通过, the day it was adopted.
  public var adopted: CalendarDate?

  /// The day that names a revision and gives its place among the others.
  ///
  /// The day it takes effect, else of its promulgation, else a day of unknown
  /// meaning, else of its adoption; `nil` when the text gives none.
  public var day: CalendarDate? { effective ?? promulgated ?? dated ?? adopted }
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
  /// The text gives no day.
  case unknown

  /// Whether search finds the text without being asked for all revisions.
  public var isCurrent: Bool { self == .inForce || self == .unknown }
}
