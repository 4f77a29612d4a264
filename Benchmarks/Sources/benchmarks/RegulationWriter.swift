/// Writes texts that look like regulations, as many as are wanted.
///
/// What they say is nonsense; their layout, their lengths and how unevenly
/// their words are used are like those of real ones.
struct RegulationWriter {
  private static let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]

  private var random: SeededNumbers
  private var text = ""

  /// The bytes that a text has on average, roughly.
  static let typicalByteCount = 12_000

  /// The text of a number; every number has another one.
  static func text(number: Int) -> [UInt8] {
    var writer = RegulationWriter(random: SeededNumbers(seed: UInt64(number + 1)))
    writer.writeRegulation(number)
    return Array(writer.text.utf8)
  }

  /// Texts of together about `byteCount` bytes.
  static func texts(byteCount: Int) -> [[UInt8]] {
    var texts: [[UInt8]] = []
    var written = 0
    while written < byteCount {
      texts.append(text(number: texts.count))
      written += texts.last?.count ?? 0
    }
    return texts
  }

  private init(random: SeededNumbers) {
    self.random = random
  }

  private mutating func writeRegulation(_ number: Int) {
    let subject = random.pick(Vocabulary.nouns) + random.pick(Vocabulary.nouns)
    text += "\(Self.place(number))\(subject)\(random.pick(Vocabulary.kinds))\n"
    var article = 0
    for chapter in 1...(3 + random.next(below: 6)) {
      let heading = chapter == 1 ? "总则" : random.pick(Vocabulary.nouns) + "管理"
      text += "第\(Self.numeral(chapter))章　\(heading)\n"
      for _ in 0...(3 + random.next(below: 9)) {
        article += 1
        writeArticle(article, about: subject)
      }
    }
  }

  private mutating func writeArticle(_ number: Int, about subject: String) {
    text += "第\(Self.numeral(number))条　"
    for paragraph in 0...(random.next(below: 5) / 2) {
      if paragraph > 0 { text += "　　" }
      writeSentence(about: subject)
      guard random.next(below: 6) == 0 else { continue }
      text += "　　\(random.pick(Vocabulary.actors))有下列情形之一的，\(random.pick(Vocabulary.ends))：\n"
      writeItems()
    }
  }

  private mutating func writeItems() {
    let count = 3 + random.next(below: 5)
    for item in 1...count {
      text += "　　（\(Self.numeral(item))）\(clause())\(item == count ? "。" : "；")\n"
    }
  }

  private mutating func writeSentence(about subject: String) {
    text += random.next(below: 4) == 0 ? "\(subject)\(random.pick(Vocabulary.nouns))" : ""
    text += random.pick(Vocabulary.actors) + random.pick(Vocabulary.modals) + clause()
    for _ in 0...random.next(below: 4) { text += "，" + clause() }
    if random.next(below: 8) == 0 { text += "，期限为\(1 + random.next(below: 60))日" }
    text += "。\n"
  }

  private mutating func clause() -> String {
    var clause = random.pick(Vocabulary.verbs) + random.pick(Vocabulary.nouns)
    if random.next(below: 2) == 0 { clause += "的" + random.pick(Vocabulary.nouns) }
    if random.next(below: 3) == 0 { clause += rareWord() }
    return clause
  }

  /// A word that hardly any other text has.
  private mutating func rareWord() -> String {
    var word = ""
    for _ in 0...1 {
      let scalar = 0x4E00 + min(random.next(below: 6000), random.next(below: 6000))
      word.unicodeScalars.append(Unicode.Scalar(UInt16(scalar)) ?? "一")
    }
    return word
  }

  /// A place that gives the regulations of a few hundred texts their titles.
  private static func place(_ number: Int) -> String {
    let names = Vocabulary.places
    return names[number % names.count] + names[number / names.count % names.count] + "市"
  }

  /// The Chinese numeral of a number from 1 to 199.
  private static func numeral(_ number: Int) -> String {
    let (hundreds, tens, ones) = (number / 100, number / 10 % 10, number % 10)
    guard hundreds == 0 else {
      return "一百" + (tens == 0 ? ones == 0 ? "" : "零" : digits[tens] + "十") + digits[ones]
    }
    return (tens > 1 ? digits[tens] : "") + (tens > 0 ? "十" : "") + digits[ones]
  }
}
