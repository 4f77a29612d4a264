import TestingSupport

extension FuzzTarget {
  /// Inputs to begin with: the files of a folder that are of the target's form,
  /// and some texts that hold what those do not.
  public func seeds(fromFilesIn folder: String) -> [[UInt8]] {
    let files = Self.files(below: folder).sorted()
    func bytes(_ endings: [String]) -> [[UInt8]] {
      files.filter { file in endings.contains { file.hasSuffix($0) } }
        .compactMap { try? TemporaryFolder.bytes(at: $0) }
    }
    let found: [[UInt8]] =
      switch self {
      case .encoding: bytes([".txt", ".htm", ".html"])
      case .text: bytes([".txt"])
      case .comparison:
        bytes([".txt"]).map { text in
          let half = Array(text.prefix(largestInput / 2))
          return half + ComparisonCheck.border + half
        }
      case .html: bytes([".htm", ".html"])
      case .markdown: bytes([".md"])
      case .word: bytes([".docx"])
      case .wordParts: bytes([".docx"]).compactMap { try? WordParts.text(ofFile: $0) }
      case .query, .segment, .manifest, .catalogue: []
      }
    let isWhole = self == .word || self == .wordParts
    return found.filter { !isWhole || $0.count <= largestInput }
      .map { Array($0.prefix(largestInput)) } + written
  }

  /// The paths of the files below a folder.
  private static func files(below folder: String) -> [String] {
    TemporaryFolder.names(in: folder).flatMap { name in
      let path = folder + "/" + name
      let inside = files(below: path)
      return inside.isEmpty ? [path] : inside
    }
  }

  /// The texts among them, which are short.
  public var written: [[UInt8]] {
    switch self {
    case .encoding:
      [
        Array("<meta charset=gbk>".utf8) + WrittenSeeds.gb18030, WrittenSeeds.gb18030,
        WrittenSeeds.utf16,
      ]
    case .text: [Array(WrittenSeeds.text.utf8)]
    case .comparison:
      [Array(WrittenSeeds.text.utf8) + ComparisonCheck.border + Array(WrittenSeeds.text.utf8)]
    case .html: [Array(WrittenSeeds.page.utf8)]
    case .markdown: [Array(WrittenSeeds.markdown.utf8)]
    case .word: [StoredZip.archive(WordParts.parts(in: Array(WrittenSeeds.word.utf8)))]
    case .wordParts: [Array(WrittenSeeds.word.utf8)]
    case .query: phrases.map { Array($0.utf8) }
    case .segment: SmallLibrary.all.map(\.segment)
    case .manifest: SmallLibrary.all.map(\.manifest) + CataloguedLibrary.all.map(\.manifest)
    case .catalogue: CataloguedLibrary.all.map(\.catalogue)
    }
  }
}
