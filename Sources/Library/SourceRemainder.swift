public import ChineseText
public import Splitting

/// What the library keeps of a source beside its regulations.
public struct SourceRemainder: Hashable, Sendable {
  /// A piece of text that belongs to no regulation.
  public struct Rejected: Hashable, Sendable {
    /// Why it was rejected.
    public var reason: RejectedText.Reason
    /// The text, its pieces joined by line feeds.
    public var text: String

    /// Why it was rejected, as JSON output says it.
    public var reasonName: String { reason.rawValue }
  }

  /// The rejected text in reading order.
  public var rejected: [Rejected] = []
  /// What was noteworthy about the source.
  public var diagnostics: [Diagnostic] = []
  /// Where every character went.
  public var ledger = Ledger()

  init() {}

  init(_ split: SplitDocument, of text: SourceText) {
    rejected = split.rejected.map { piece in
      Rejected(
        reason: piece.reason, text: piece.spans.map { text[$0] }.joined(separator: "\n"))
    }
    diagnostics = split.diagnostics
    ledger = split.ledger
  }
}
