internal import ChineseText
import NgramIndex

/// The grams of a question, each with how much it counts.
///
/// They are the unigrams and bigrams of its folded text, each once however often it
/// stands there. Those of signs and blanks are left out, and those of nothing but
/// function words (的, 吗, 怎么), which say nothing of a subject.
enum QuestionGrams {
  /// A gram with the part of its weight that counts.
  typealias Part = (gram: Gram, share: Double)

  /// A pair of which one character is a function word counts so much less.
  private static let shareBesideFunctionWord = 0.7

  /// The grams of a folded text in the order in which they stand there.
  static func parts(of query: [UInt16]) -> [Part] {
    let all = grams(of: query)
    let parts = all.compactMap { gram in share(of: gram).map { (gram, $0) } }
    return parts.isEmpty ? all.map { ($0, 1) } : parts
  }

  private static func grams(of query: [UInt16]) -> [Gram] {
    var seen: Set<Gram> = []
    var grams: [Gram] = []
    func add(_ gram: Gram) {
      if seen.insert(gram).inserted { grams.append(gram) }
    }
    for (index, unit) in query.enumerated() where isWordUnit(unit) {
      add(Gram(unit))
      if index + 1 < query.count, isWordUnit(query[index + 1]) { add(Gram(unit, query[index + 1])) }
    }
    return grams
  }

  private static func share(of gram: Gram) -> Double? {
    let first = functionWords.contains(gram.first)
    guard let second = gram.second.map({ functionWords.contains($0) }) else {
      return first ? nil : 1
    }
    if first && second { return nil }
    return first || second ? shareBesideFunctionWord : 1
  }

  /// Characters that are words of their own in questions and hardly part of others.
  private static let functionWords = Set("的了吗呢么是在和与或及把被怎什如何哪谁否吧嗎麼與誰".utf16)

  private static func isWordUnit(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x30...0x39, 0x61...0x7A: true
    case 0...0xBF, 0x2000...0x2BFF, 0x3000...0x3004, 0x3008...0x3020, 0xFF00...0xFFEF: false
    default: true
    }
  }
}
