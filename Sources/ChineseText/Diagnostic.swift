/// What is noteworthy about a text that was read: bad text is no error.
///
/// A diagnostic carries a code and values rather than a finished sentence, so
/// that a tool can word it in the reader's language.
public struct Diagnostic: Hashable, Sendable {
  /// How much a diagnostic matters.
  public enum Severity: String, Hashable, Sendable {
    /// Something to know; nothing is wrong with the text.
    case note
    /// The text is probably not what its author meant.
    case warning
  }

  /// What was seen.
  ///
  /// The raw value is the code in JSON output.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// The code, in lower case with hyphens, such as `number-gap`.
    public let rawValue: String

    /// A code of the given spelling.
    public init(rawValue: String) {
      self.rawValue = rawValue
    }
  }

  /// What was seen.
  public var code: Code

  /// How much it matters.
  public var severity: Severity

  /// Where it was seen, or `nil` when it holds of the whole text.
  public var range: TextRange?

  /// What fills the places of the sentence, such as labels and counts.
  public var values: [String]

  /// The sentence in English, without a full stop.
  public var message: String

  /// One line about what to do, in English, or `nil`.
  public var help: String?

  /// A diagnostic about `range`.
  public init(
    _ code: Code, _ severity: Severity, at range: TextRange?, values: [String] = [],
    message: String, help: String? = nil
  ) {
    self.code = code
    self.severity = severity
    self.range = range
    self.values = values
    self.message = message
    self.help = help
  }
}
