public import ChineseText

/// How a regulation that a source gave was filed in the library.
public struct FiledRevision: Hashable, Sendable {
  /// What became of a text.
  ///
  /// The raw value is the outcome in JSON output.
  public enum Outcome: String, CaseIterable, Hashable, Sendable, Encodable {
    /// It is the first of a regulation that was not in the library.
    case added
    /// It is a further revision of a regulation; all others are kept.
    case newRevision = "new-revision"
    /// It corrects what the same file gave before, and takes its place.
    case replaced
    /// The library holds the same text already, and keeps it once.
    case known
  }

  /// The title.
  public var title: String
  /// The day that names the revision, or `nil`.
  public var day: CalendarDate?
  /// What became of the text.
  public var outcome: Outcome
}
