import Regulations

/// A place where a provision begins, with what stands at its head.
///
/// The text of a mark runs to the next mark, so that marks in order of
/// position account for all text by construction.
struct Mark {
  /// Ranks that marks of fixed rank have; lists stand below them.
  enum Rank {
    static let outermost = 0
    static let part = 1
    static let subpart = 2
    static let chapter = 3
    static let section = 4
    static let article = 5
    static let paragraph = 6
    static let list = 10
  }

  /// The position of the label, or of the text when there is none.
  var position: Int
  /// The position after the label; `position` when there is none.
  var labelEnd: Int
  /// What the provision is.
  var kind: ProvisionKind
  /// The value of the label.
  var number: ProvisionNumber?
  /// The form of a list marker.
  var form: MarkerForm?
  /// The depth: a mark is a child of the nearest mark before it of lower rank.
  var rank: Int
  /// The heading, or `nil`.
  var heading: Range<Int>?
  /// The sign after the heading or the label, or `nil`.
  var separator: Range<Int>?
  /// What was irregular about the number, or `nil`.
  var irregularity: Irregularity?
  /// Whether an editor said what its heading is, or that it has none.
  var isHeadingStated = false

  /// What is irregular about a number.
  enum Irregularity {
    /// Numbers between it and the one before are missing.
    case gap(after: ProvisionNumber)
    /// The number stood before.
    case repetition
    /// It is smaller than the one before.
    case stepBack(after: ProvisionNumber)
    /// The first of its list is not 1.
    case lateStart
  }

  /// Where the text begins.
  var textStart: Int {
    max(labelEnd, max(separator?.upperBound ?? 0, heading?.upperBound ?? 0))
  }
}
