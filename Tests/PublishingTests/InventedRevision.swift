import Regulations
import TestingSupport

/// Regulations of all forms with texts full of signs.
struct InventedRevision {
  private var generator: SeededGenerator
  private var revision: Revision
  private var counts: [String: Int] = [:]

  /// A revision of articles, or of clauses.
  static func revision(seed: UInt64) -> Revision {
    var invented = InventedRevision(seed: seed)
    if seed % 4 == 3 { invented.addClauses() } else { invented.addArticles() }
    return invented.revision
  }

  private init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
    revision = Revision(title: seed % 3 == 0 ? "茶水间*A_B*#管理办法" : "[分编]_茶水间_<管理>办法")
  }

  // MARK: Texts

  private static let pieces = [
    "*甲*", "_乙_", "**丙**", "`丁`", "[戊](己)", "[^1]", "![图](a)", "~~庚~~", "a|b", "|", "\\", "\\*",
    "<br>", "<b>辛</b>", "<!-- 壬 -->", "&lt;", "&#65;", "&", "$x$", "#", "3*5*8", "C#", "a.b/c_d_e",
    "“引”",
    "\u{20000}", "e\u{301}", "]]>", "<html><body><p>", "==", "\t格", "a  b", "__", "\\\\", "用水",
    "人员", "\"",
  ]

  private static let starts = [
    "茶水间", "员工", "#员工", ">员工", "=员工", "`员工`", "|员工|", "<员工>", "_员工_", "+员工", "[员工]", "![员工](a)",
    "\\员工", "&员工",
  ]

  // A line that no sign ends may be a heading, but a 款 is none.
  private mutating func text(endingWith ends: [String] = ["。", "\\。", "|。"]) -> String {
    var text = Self.starts.randomElement(using: &generator) ?? ""
    for _ in 0..<Int.random(in: 1...6, using: &generator) {
      text += Self.pieces.randomElement(using: &generator) ?? ""
      text += ["应当整洁", "不得占用", "另行安排"].randomElement(using: &generator) ?? ""
    }
    return text + (ends.randomElement(using: &generator) ?? "")
  }

  // MARK: Provisions

  @discardableResult
  private mutating func add(
    _ kind: ProvisionKind, _ label: String?, _ number: Int?, heading: String? = nil,
    separator: String? = nil, text: String = "", below parent: Int? = nil
  ) -> Int {
    let isArticle = kind == .article
    let prefix = isArticle ? "" : parent.map { "\(revision.provisions[$0].id)__" } ?? ""
    let name = prefix + kind.abbreviation
    counts[name, default: 0] += 1
    let isSingle = kind == .preamble || kind == .closing
    let suffix = isSingle ? "" : "_\(number ?? counts[name] ?? 0)"
    revision.provisions.append(
      Provision(
        id: ProvisionID(name + suffix), kind: kind, label: label,
        number: number.map { ProvisionNumber($0) }, heading: heading, separator: separator,
        text: text, parent: parent))
    return revision.provisions.count - 1
  }

  private static let numerals = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]

  private mutating func addArticles() {
    if chance(2) { add(.preamble, nil, nil, text: "为规范使用，" + text() + "\n" + text()) }
    var article = 0
    if chance(2) {
      for number in 1...2 {
        for division in addDivisions(number) { addArticles(&article, below: division) }
      }
    } else {
      addArticles(&article, below: nil)
    }
    if chance(2) { add(.closing, nil, nil, text: "云渚市后勤中心\n2024年3月1日") }
    guard chance(2) else { return }
    let table = "序号\t姓_名\n1\ta|b\n2\t*乙*"
    add(.annex, "附件1", 1, heading: "登记表*", text: "请_逐笔_填写。\n" + table)
  }

  private mutating func addArticles(_ article: inout Int, below division: Int?) {
    for _ in 0..<3 {
      article += 1
      addArticle(article, below: division)
    }
  }

  /// Adds 编 and 分编 with a 章 and its 节, or a 章 alone, and returns those that
  /// hold articles.
  private mutating func addDivisions(_ number: Int) -> [Int] {
    func label(_ unit: String) -> String { "第\(Self.numerals[number])\(unit)" }
    let heading = "总*则*\(number)#"
    let sign = chance(3) ? "：" : nil
    guard revision.title.contains("编") else {
      return [add(.chapter, label("章"), number, heading: heading, separator: sign)]
    }
    let part = add(.part, label("编"), number, heading: heading, separator: sign)
    let subpart = add(.subpart, "第一分编", 1, heading: heading, below: part)
    let chapter = add(.chapter, "第一章", 1, heading: heading, below: subpart)
    return [add(.section, "第一节", 1, heading: heading, separator: sign, below: chapter)]
  }

  private mutating func addArticle(_ number: Int, below parent: Int?) {
    let article = add(
      .article, "第\(Self.numerals[number])条", number, separator: chance(4) ? "：" : nil,
      text: text(), below: parent)
    if chance(2) {
      for item in 1...3 {
        let parent = add(
          .item, "（\(Self.numerals[item])）", item, text: text(), below: article)
        if chance(3) {
          for subitem in 1...2 {
            add(.subitem, "\(subitem).", subitem, text: text(), below: parent)
          }
        }
      }
    }
    if chance(2) { revision.provisions[article].text += "\n项\t数|量\n一\t*2*" }
    for paragraph in 2..<Int.random(in: 2...4, using: &generator) {
      let text = text(endingWith: ["。", "\\", "\\\\", "*", "_"])
      let added = add(.paragraph, nil, nil, text: text, below: article)
      revision.provisions[added].id = ProvisionID("art_\(number)__para_\(paragraph)")
    }
  }

  private mutating func addClauses() {
    for clause in 1...4 {
      let outer = add(
        .clause, "\(Self.numerals[clause])、", clause, heading: "使用*要求*\(clause)#")
      for inner in 1...3 {
        let parent = add(
          .clause, "（\(Self.numerals[inner])）", inner, text: text(), below: outer)
        if chance(3) {
          for third in 1...2 { add(.clause, "\(third).", third, text: text(), below: parent) }
        }
      }
    }
  }

  private mutating func chance(_ width: Int) -> Bool {
    Int.random(in: 0..<width, using: &generator) == 0
  }
}
