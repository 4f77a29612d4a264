import ChineseText
import Regulations

/// The provision that a reader names, step by step: 第四章, 第十三条第九款,
/// 三、（一）, 6.1, 附件1.
struct PlacePath {
  /// One step of the way down.
  struct Step {
    /// What it may be; the first kind that is there counts.
    var kinds: [ProvisionKind]
    /// Its number; `nil` is the first of the kind.
    var number: ProvisionNumber?
    /// What was written.
    var words: String
  }

  /// The steps from the outermost to the innermost.
  let steps: [Step]

  private static let signs: [(sign: String, kinds: [ProvisionKind])] = [
    ("分编", [.subpart]), ("編", [.part]), ("编", [.part]), ("章", [.chapter]), ("节", [.section]),
    ("節", [.section]), ("条", [.article]), ("條", [.article]), ("款", [.paragraph]),
    ("项", [.item, .clause]), ("項", [.item, .clause]), ("目", [.subitem, .item]),
  ]

  private static let numbered: [ProvisionKind] = [.clause, .article, .item, .subitem]

  /// The path that a text is, or `nil` when it is none or more than that.
  init?(_ text: String) {
    var rest = Array(text.unicodeScalars.filter { !Blank.isBlank($0) })[...]
    var steps: [Step] = []
    while !rest.isEmpty {
      let start = rest
      guard var step = Self.annex(&rest) ?? Self.numberedStep(&rest) else { return nil }
      step.words = Self.string(start.prefix(start.count - rest.count))
      steps.append(step)
    }
    guard !steps.isEmpty else { return nil }
    self.steps = steps
  }

  private static func annex(_ rest: inout ArraySlice<Unicode.Scalar>) -> Step? {
    guard rest.starts(with: "附件".unicodeScalars) || rest.starts(with: "附表".unicodeScalars) else {
      return nil
    }
    rest = rest.dropFirst(2)
    let number = value(&rest).map { ProvisionNumber($0) }
    return Step(kinds: [.annex], number: number, words: "")
  }

  /// 第四章, 第八十二条之一, 三、, （一）, 6.1.
  private static func numberedStep(_ rest: inout ArraySlice<Unicode.Scalar>) -> Step? {
    skip("第", &rest)
    skip("（(", &rest)
    guard let first = value(&rest) else { return nil }
    var components = [first]
    while let sign = rest.first, sign == "." || sign == "．" {
      rest = rest.dropFirst()
      guard let next = value(&rest) else { break }
      components.append(next)
    }
    skip("）)", &rest)
    var step = Step(kinds: numbered, number: ProvisionNumber(components: components), words: "")
    if let found = signs.first(where: { rest.starts(with: $0.sign.unicodeScalars) }) {
      rest = rest.dropFirst(found.sign.unicodeScalars.count)
      step.kinds = found.kinds
    }
    var insertions: [Int] = []
    while rest.first == "之" || components.count == 1 && rest.first == "-" {
      rest = rest.dropFirst()
      guard let insertion = value(&rest) else { return nil }
      insertions.append(insertion)
    }
    if !insertions.isEmpty { step.number = ProvisionNumber(first, insertions: insertions) }
    skip("条條", &rest)
    skip("、，,:：", &rest)
    return step
  }

  private static func skip(_ signs: String, _ rest: inout ArraySlice<Unicode.Scalar>) {
    if let first = rest.first, signs.unicodeScalars.contains(first) { rest = rest.dropFirst() }
  }

  private static func value(_ rest: inout ArraySlice<Unicode.Scalar>) -> Int? {
    let numerals = rest.prefix { ChineseNumeral.isNumeral($0) }
    guard let value = ChineseNumeral.value(of: numerals) else { return nil }
    rest = rest.dropFirst(numerals.count)
    return value
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
