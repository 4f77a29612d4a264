internal import DocumentReaders

/// The parts of a Word file as one text, so that a fuzzer can change them.
///
/// A line of `===`, a blank and a name begins a part; what stands before the
/// first such line is the part `word/document.xml`. The relationships between
/// the parts that Word names so are added where the text has none of its own.
enum WordParts {
  private static let mark = Array("\n=== ".utf8)
  private static let relation =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
  private static let related = [
    "styles", "numbering", "footnotes", "endnotes", "header", "footer",
  ]
  /// The parts of real files that are kept in seeds.
  private static let kept =
    ["word/document.xml", "docProps/core.xml"] + related.map { "word/\($0).xml" }
    + ["word/header1.xml", "word/footer1.xml"]

  /// The parts that a text spells.
  static func parts(in text: [UInt8]) -> [(name: String, bytes: [UInt8])] {
    var parts: [(name: String, bytes: [UInt8])] = []
    var rest = Array("\n=== word/document.xml\n".utf8)[...] + text
    if text.starts(with: mark.dropFirst()) { rest = ([0x0A] + text)[...] }
    while rest.starts(with: mark) {
      rest = rest.dropFirst(mark.count)
      let name = rest.prefix { $0 != 0x0A }
      rest = rest.dropFirst(name.count + 1)
      let end = rest.firstRange(of: mark)?.lowerBound ?? rest.endIndex
      let isNamed = !name.isEmpty && !name.contains(0)
      if isNamed { parts.append((String(decoding: name, as: UTF8.self), Array(rest[..<end]))) }
      rest = rest[end...]
    }
    return parts + relationships(of: parts.map(\.name))
  }

  private static func relationships(of names: [String]) -> [(name: String, bytes: [UInt8])] {
    let types = related.flatMap { type in
      names.filter { $0.hasPrefix("word/\(type)") }.map { (type, String($0.dropFirst(5))) }
    }
    let added = [
      ("_rels/.rels", relationships([("officeDocument", "word/document.xml")])),
      ("word/_rels/document.xml.rels", relationships(types)),
    ]
    return added.filter { !names.contains($0.0) }
  }

  private static func relationships(_ targets: [(type: String, target: String)]) -> [UInt8] {
    let rows = targets.map { type, target in
      "<Relationship Id=\"\(target)\" Type=\"\(relation)\(type)\" Target=\"\(target)\"/>"
    }
    return Array("<Relationships>\(rows.joined())</Relationships>".utf8)
  }

  /// The text of the parts of a Word file.
  static func text(ofFile bytes: [UInt8]) throws(ReadError) -> [UInt8] {
    let archive = try ZipArchive(bytes, path: "seed.docx", options: ReadOptions())
    var text: [UInt8] = []
    for name in kept {
      guard let part = try archive.part(name) else { continue }
      text += (text.isEmpty ? "=== \(name)\n" : "\n=== \(name)\n").utf8 + part
    }
    return text
  }
}
