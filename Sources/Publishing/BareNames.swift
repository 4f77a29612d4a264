import Library
import Regulations

/// Finds the regulations that a text names without 《》 and without an article: 依照刑法和治安管理处罚法.
///
/// Only a whole title counts, with or without the name of the state, and only where words
/// such as 依照 lead to it or a list goes on with it; and what follows must not make another
/// word of it, as in 宪法宣誓.
struct BareNames {
  /// A name in UTF-8, and the regulation.
  private typealias Entry = (name: [UInt8], regulation: Int)

  /// By the bytes of its first two signs, the longest first.
  private var entries: [UInt64: [Entry]] = [:]

  /// The names of regulations by their titles.
  ///
  /// - Parameter titles: Titles with the place of the regulation that each means.
  init(_ titles: [(title: String, regulation: Int)]) {
    for (title, regulation) in titles {
      let name = Array(title.utf8)
      // 刑法, 宪法: of two signs only what is a statute.
      let isLong = name.count > 2 * Self.signBytes
      guard isLong || title.hasSuffix("法"), let key = Self.key(name, at: 0) else { continue }
      entries[key, default: []].append((name, regulation))
    }
    for key in entries.keys { entries[key]?.sort { $0.name.count > $1.name.count } }
  }

  private static let signBytes = 3
  /// What begins with it is a name, whatever follows.
  private static let state = Array(String(decoding: StateName.units, as: UTF16.self).utf8)

  /// The names in a text, ascending, each with the regulation.
  func names(in text: [UInt8]) -> [(range: Range<Int>, regulation: Int)] {
    var found: [(range: Range<Int>, regulation: Int)] = []
    var place = 0
    while place + 4 * Self.signBytes <= text.count {
      guard Self.leadEnds[Int(text[place + 2])], let key = Self.key(text, at: place),
        Self.leads.contains(key)
      else {
        place += 1
        continue
      }
      place += 2 * Self.signBytes
      while let name = name(in: text, at: place) {
        found.append(name)
        place = name.range.upperBound
        let joint = Self.joints.first { text[place...].starts(with: $0) }
        guard let joint else { break }
        place += joint.count
      }
    }
    return found
  }

  private func name(in text: [UInt8], at place: Int) -> (range: Range<Int>, regulation: Int)? {
    guard let key = Self.key(text, at: place), let entries = entries[key] else { return nil }
    for entry in entries where text[place...].starts(with: entry.name) {
      let end = place + entry.name.count
      // A longer title that does not end here rules a shorter one out.
      let mayEnd = Self.mayEnd(text, at: end) || entry.name.starts(with: Self.state)
      return mayEnd ? (place..<end, entry.regulation) : nil
    }
    return nil
  }

  /// Whether what stands at a place does not go on with a word that ended before it.
  private static func mayEnd(_ text: [UInt8], at place: Int) -> Bool {
    guard place + signBytes <= text.count, 0xE3...0xE9 ~= text[place] else { return true }
    let sign = text[place..<(place + signBytes)]
    // Signs of the block of punctuation end every word.
    if sign.starts(with: [0xE3, 0x80]) { return true }
    return followers.contains(sign.reduce(0) { $0 << 8 | UInt64($1) })
  }

  /// The bytes of two signs of three bytes each, as a number.
  private static func key(_ text: [UInt8], at place: Int) -> UInt64? {
    guard place + 2 * signBytes <= text.count, text[place] >= 0xE0, text[place + 3] >= 0xE0 else {
      return nil
    }
    return text[place..<(place + 2 * signBytes)].reduce(0) { $0 << 8 | UInt64($1) }
  }

  private static let leadWords = [
    "依照", "依据", "依據", "根据", "根據", "违反", "違反", "适用", "適用", "按照", "符合", "执行", "執行", "遵守",
    "参照", "參照", "触犯", "觸犯", "遵循", "援引", "实施", "贯彻",
  ]
  private static let leads = Set(leadWords.compactMap { key(Array($0.utf8), at: 0) })
  private static let leadEnds: [Bool] = {
    var ends = [Bool](repeating: false, count: 256)
    for word in leadWords { ends[Int(Array(word.utf8)[2])] = true }
    return ends
  }()
  private static let joints = ["以及", "或者", "和", "及", "与", "與", "、", "或"].map { Array($0.utf8) }
  /// What may follow a name: 的规定, 和, 有关规定, 第三条, and verbs such as 处罚.
  private static let followers = Set(
    "的规規和及以或与與等有第关關中相追给給予处處承执執办辦取设設进進应應不可属屬需必另由对對依按向享确確申登行而分总".unicodeScalars.map {
      Array(String($0).utf8).reduce(0) { $0 << 8 | UInt64($1) }
    })
}
