/// Finds given words in texts.
struct TermLookup: Sendable {
  private let words: [[UInt8]]
  /// The words by the low bits of their second and third bytes, the longest first.
  private var wordsOfKey: [Int: [Int]] = [:]
  /// A bit for each key, so that nearly every place of a text needs one look.
  private var keys = [UInt64](repeating: 0, count: 64)

  /// A lookup of words of three bytes and more.
  init(_ words: [String]) {
    self.words = words.map { Array($0.utf8) }
    for index in self.words.indices where self.words[index].count > 2 {
      let key = Self.key(self.words[index][1], self.words[index][2])
      wordsOfKey[key, default: []].append(index)
      keys[key >> 6] |= 1 << UInt64(key & 63)
    }
    for key in wordsOfKey.keys {
      wordsOfKey[key]?.sort { (self.words[$1].count, $0) < (self.words[$0].count, $1) }
    }
  }

  private static func key(_ second: UInt8, _ third: UInt8) -> Int {
    Int(second & 0x3F) << 6 | Int(third & 0x3F)
  }

  /// Where words stand, and which, from the start on and not one in another.
  func uses(in text: String) -> [(range: Range<Int>, term: Int)] {
    guard !wordsOfKey.isEmpty else { return [] }
    var text = text
    return text.withUTF8 { text in
      var uses: [(range: Range<Int>, term: Int)] = []
      var index = 0
      while index + 2 < text.count {
        let key = Self.key(text[index + 1], text[index + 2])
        if keys[key >> 6] & 1 << UInt64(key & 63) != 0,
          let word = wordsOfKey[key]?.first(where: { stands($0, at: index, in: text) })
        {
          uses.append((index..<index + words[word].count, word))
          index += words[word].count
        } else {
          index += 1
        }
      }
      return uses
    }
  }

  private func stands(_ word: Int, at start: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    let word = words[word]
    let end = start + word.count
    guard end <= text.count, text[start..<end].elementsEqual(word) else { return false }
    if start > 0, Self.isLetter(word[0]), Self.isLetter(text[start - 1]) { return false }
    if end < text.count, Self.isLetter(word[word.count - 1]), Self.isLetter(text[end]) {
      return false
    }
    return start < 3 || !Self.negations.contains { text[start - 3..<start].elementsEqual($0) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    0x30...0x39 ~= byte || 0x41...0x5A ~= byte || 0x61...0x7A ~= byte
  }

  /// 非机动车 is no 机动车, and 反补贴 no 补贴.
  private static let negations = ["非", "无", "無", "未", "反"].map { Array($0.utf8) }
}
