import ChineseText

/// The short names that a text gives to regulations: 《…》（以下简称税收征管法）.
struct ShortNames {
  private static let signs = ["以下简称为", "以下简称", "以下统称", "以下称", "简称"].map { Array($0.utf8) }
  private static let openings = ["（", "("].map { Array($0.utf8) }
  private static let quotes = ["“", "”", "「", "」", "\"", "《", "》"].map { Array($0.utf8) }
  private static let ends = ["）", ")", "，", ",", "；"].map { Array($0.utf8) }
  private static let mostBytes = 60

  /// The regulations by their folded short names.
  private var regulations: [[UInt16]: Int] = [:]

  /// Notes a short name that is given right behind the name of a regulation.
  ///
  /// - Parameters:
  ///   - text: The text in UTF-8.
  ///   - place: Where the name with its 》 ends.
  mutating func note(in text: [UInt8], at place: Int, for regulation: Int) {
    guard let opening = Self.skip(Self.openings, in: text, at: place),
      var start = Self.skip(Self.signs, in: text, at: opening)
    else { return }
    start = Self.skip(Self.quotes, in: text, at: start) ?? start
    var end = start
    while end < text.count, end - start < Self.mostBytes,
      Self.skip(Self.ends + Self.quotes, in: text, at: end) == nil
    {
      end += 1
    }
    let name = FoldedText(String(decoding: text[start..<end], as: UTF8.self)).units
    guard name.count >= 2, end < text.count, regulations[name] == nil else { return }
    regulations[name] = regulation
  }

  /// The regulation of whose short name some words are the end, or `nil`.
  func regulation(atEndOf words: String) -> Int? {
    guard !regulations.isEmpty else { return nil }
    let folded = FoldedText(words).units
    let found = regulations.filter { folded.suffix($0.key.count).elementsEqual($0.key) }
    return found.max { $0.key.count < $1.key.count }?.value
  }

  private static func skip(_ signs: [[UInt8]], in text: [UInt8], at place: Int) -> Int? {
    signs.first { text[min(place, text.count)...].starts(with: $0) }.map { place + $0.count }
  }
}
