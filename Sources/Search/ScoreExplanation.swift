/// What the score of a hit is made of.
public struct ScoreExplanation: Hashable, Sendable {
  /// Something that a unit gets a part of its score for.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// The term stands in the text.
    case text
    /// The text says what the term means.
    case definition
    /// The unit's heading is the term, or holds it.
    case heading
    /// A heading above the unit is the term, or holds it.
    case headingAbove = "heading-above"
    /// The title of the regulation holds the term.
    case title
    /// The term names the regulation.
    case name
    /// The best units of the same regulation match, too.
    case regulation
  }

  /// A part of a score.
  public struct Part: Hashable, Sendable {
    /// What it is for.
    public var reason: Reason
    /// The term, or the characters that a unit shares with a question; empty for
    /// the rest of the regulation.
    public var term: String
    /// How often the term stands in the text; `nil` where that does not count.
    public var count: Int?
    /// How many units of the library hold the term; `nil` where that does not count.
    public var unitCount: Int?
    /// How much of the score it is.
    public var value: Double
  }

  /// The parts, the greatest first; they add up to the score.
  public var parts: [Part]

  /// The explanation by some parts, without those that are nothing.
  init(_ parts: [Part]) {
    self.parts = parts.filter { $0.value > 0 }.sorted { $0.value > $1.value }
  }

  /// The score.
  public var score: Double { parts.reduce(0) { $0 + $1.value } }
}
