/// Why nothing holds a query, and what is near.
///
/// The property names of this type and those in it are the keys of the tool's
/// JSON output.
public struct Absence: Hashable, Sendable, Encodable {
  /// How many units hold one term.
  public struct TermCount: Hashable, Sendable, Encodable {
    /// The term as it was written.
    public var term: String
    /// The number of units whose text or headings hold it.
    public var total: Int
    /// Whether only titles of regulations hold it.
    public var isInTitlesOnly: Bool
  }

  /// A text that does stand somewhere, in place of a term that does not.
  public struct NearTerm: Hashable, Sendable, Encodable {
    /// The term that stands nowhere.
    public var term: String
    /// What is like it.
    public var near: String
    /// The number of units that hold that.
    public var total: Int
  }

  /// A source whose rejected text holds the query.
  public struct RejectedPlace: Hashable, Sendable, Encodable {
    /// The path of the file, as it was given.
    public var path: String
    /// Why the text was rejected.
    public var reason: String
  }

  /// The terms of a query of several, each with how many units hold it.
  public var terms: [TermCount] = []
  /// What is like the terms that stand nowhere, the most like first.
  public var near: [NearTerm] = []
  /// The sources whose rejected text holds the query, in the order of their paths.
  public var rejected: [RejectedPlace] = []
  /// How many units of texts that are not searched, since not in force, hold it.
  public var notInForce = 0

  /// Whether there is nothing to say.
  public var isEmpty: Bool {
    terms.isEmpty && near.isEmpty && rejected.isEmpty && notInForce == 0
  }
}
