import ChineseText
internal import DocumentReaders
internal import Splitting

/// A reader of bytes that strangers make, with what must hold of every answer.
///
/// The fuzzer and the tests feed a target with bytes; what they find is what
/// the target returns, a crash, a hang or a hunger for memory.
public enum FuzzTarget: String, CaseIterable, Sendable {
  /// Any bytes whose encoding is guessed.
  case encoding
  /// Plain text, and what the splitter makes of it.
  case text
  /// Pages, and what the splitter makes of them.
  case html
  /// Markdown, and what the splitter makes of it.
  case markdown
  /// Word files as they lie on a disk.
  case word
  /// The parts of a Word file, see `WordParts`; the container is made for them.
  case wordParts = "word-parts"
  /// Two plain texts, see `ComparisonCheck`, and how they are compared.
  case comparison
  /// Queries, as UTF-8.
  case query
  /// Segments of a library.
  case segment
  /// Manifests of a library.
  case manifest
  /// Catalogue files of a library.
  case catalogue

  /// What does not hold for the bytes, in words; empty when all does.
  public func faults(in bytes: [UInt8]) -> [String] {
    switch self {
    case .encoding: EncodingCheck.faults(in: bytes)
    case .text: Self.faults(in: bytes, readBy: TextReader())
    case .html: Self.faults(in: bytes, readBy: HTMLReader())
    case .markdown: Self.faults(in: bytes, readBy: MarkdownReader())
    case .word: Self.faults(in: bytes, readBy: WordReader())
    case .wordParts:
      Self.faults(in: StoredZip.archive(WordParts.parts(in: bytes)), readBy: WordReader())
    case .comparison: ComparisonCheck.faults(in: bytes)
    case .query: QueryCheck.faults(in: bytes)
    case .segment: LibraryCheck.faults(inSegment: bytes)
    case .manifest: LibraryCheck.faults(inManifest: bytes)
    case .catalogue: LibraryCheck.faults(inCatalogue: bytes)
    }
  }

  /// The most bytes that are worth trying.
  public var largestInput: Int {
    switch self {
    case .encoding, .query: 4096
    case .text, .html, .markdown, .comparison: 8192
    case .word, .wordParts, .manifest, .catalogue: 1 << 15
    case .segment: 1 << 16
    }
  }

  private static func faults(in bytes: [UInt8], readBy reader: some DocumentReader) -> [String] {
    guard let document = try? reader.read(bytes, path: "fuzz") else { return [] }
    let faults = DocumentAudit(document).faults
    guard faults.isEmpty else { return faults }
    return LedgerAudit(document, Splitter().split(document)).faults
  }
}
