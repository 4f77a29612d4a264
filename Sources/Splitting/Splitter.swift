public import DocumentReaders

/// Splits documents into regulations and their provisions.
public struct Splitter: Sendable {
  /// A splitter.
  public init() {}

  /// The regulations that a document holds.
  ///
  /// Bad text gives diagnostics, never an error.
  public func split(_ document: SourceDocument) -> SplitDocument {
    SplitDocument(regulations: [], rejected: [], diagnostics: [], ledger: Ledger())
  }
}
