import ChineseText
import Glibc

/// Reads plain text: every line that is not blank is a block.
public struct TextReader: DocumentReader {
  /// A reader of plain text.
  public init() {}

  /// The document in `bytes`, whose encoding is found by what they hold.
  public func read(_ bytes: [UInt8], path: String) throws(ReadError) -> SourceDocument {
    read(try DecodedSource(bytes, declared: nil, path: path))
  }

  func read(_ source: DecodedSource) -> SourceDocument {
    SourceDocument(
      format: .text, encoding: source.encoding, text: SourceText(wellFormed: source.utf8),
      blocks: Self.lineBlocks(of: source.utf8), diagnostics: source.diagnostics)
  }

  /// A block for every line that is not blank.
  static func lineBlocks(of utf8: [UInt8]) -> [SourceBlock] {
    var blocks: [SourceBlock] = []
    blocks.reserveCapacity(utf8.count / 64)
    utf8.withUnsafeBufferPointer { bytes in
      let scanner = LineScanner(bytes)
      var start = 0
      while start < bytes.count {
        let end = scanner.endOfLine(from: start)
        if BlankScan.firstVisible(in: bytes, from: start, to: end) != nil {
          let last = bytes[end - 1] == 0x0D ? end - 1 : end
          blocks.append(SourceBlock(TextRange(start, last), .line))
        }
        start = max(end, start) + scanner.separatorWidth(at: end)
      }
    }
    return blocks
  }
}

/// Finds the ends of lines: line feeds, and the rare signs that also end one.
private struct LineScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// Whether only line feeds end lines, as in nearly every text.
  private var isPlain: Bool

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    isPlain = true
    for lead in [0x0B, 0x0C, 0xC2, 0xE2] as [UInt8] where holdsSeparator(lead) { isPlain = false }
  }

  private func holdsSeparator(_ lead: UInt8) -> Bool {
    guard let base = bytes.baseAddress else { return false }
    var start = 0
    while let found = memchr(base + start, Int32(lead), bytes.count - start) {
      let index = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      if separatorWidth(at: index) > 0 { return true }
      start = index + 1
    }
    return false
  }

  /// The offset of the sign that ends the line, or the end of the text.
  func endOfLine(from start: Int) -> Int {
    guard let base = bytes.baseAddress else { return start }
    let found = memchr(base + start, 0x0A, bytes.count - start)
    let end = found.map { UnsafeRawPointer($0) - UnsafeRawPointer(base) } ?? bytes.count
    if isPlain { return end }
    return (start..<end).first { separatorWidth(at: $0) > 0 } ?? end
  }

  /// The number of bytes of the sign at `index` that ends a line, or 0.
  func separatorWidth(at index: Int) -> Int {
    guard index < bytes.count else { return 0 }
    switch bytes[index] {
    case 0x0A, 0x0B, 0x0C: return 1
    case 0xC2: return index + 1 < bytes.count && bytes[index + 1] == 0x85 ? 2 : 0
    case 0xE2:
      guard index + 2 < bytes.count, bytes[index + 1] == 0x80 else { return 0 }
      return bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9 ? 3 : 0
    default: return 0
    }
  }
}
