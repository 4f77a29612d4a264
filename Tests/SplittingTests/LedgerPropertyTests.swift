import ChineseText
import DocumentReaders
import FuzzTargets
import Splitting
import Testing
import TestingSupport

@Suite struct LedgerPropertyTests {
  @Test(arguments: 0..<60)
  func holdsForArbitraryText(seed: Int) throws {
    var generator = ArbitraryText(seed: UInt64(seed))
    for _ in 0..<40 {
      let text = generator.text()
      let document = try SourceReader().read(Array(text.utf8), path: "arbitrary.txt")
      let audit = LedgerAudit(document, Splitter().split(document))
      #expect(audit.faults.isEmpty, "seed \(seed): \(audit.faults) in:\n\(text)")
    }
  }

  @Test(arguments: 0..<30)
  func holdsForArbitraryHTML(seed: Int) throws {
    var generator = ArbitraryText(seed: UInt64(seed) &+ 1000)
    for _ in 0..<20 {
      let html = generator.html()
      guard let document = try? SourceReader().read(Array(html.utf8), path: "arbitrary.html") else {
        continue
      }
      let audit = LedgerAudit(document, Splitter().split(document))
      #expect(audit.faults.isEmpty, "seed \(seed): \(audit.faults) in:\n\(html)")
    }
  }

  @Test(arguments: 0..<40)
  func holdsForArbitraryCorrections(seed: Int) throws {
    var generator = ArbitraryText(seed: UInt64(seed) &+ 2000)
    for _ in 0..<15 {
      let text = generator.text()
      let sidecar = generator.sidecar(for: text)
      let document = try SourceReader().read(Array(text.utf8), path: "arbitrary.txt")
      let split = Splitter().split(document, Corrections(SourceText(sidecar)))
      let audit = LedgerAudit(document, split)
      #expect(audit.faults.isEmpty, "seed \(seed): \(audit.faults) in:\n\(text)\nwith:\n\(sidecar)")
      // No line is passed over in silence.
      let told = Set(split.diagnostics.compactMap(\.sidecarLine))
      let lines = sidecar.split(separator: "\n", omittingEmptySubsequences: false)
      let silent = lines.indices.filter {
        !lines[$0].isEmpty && !lines[$0].hasPrefix("制度") && !told.contains($0 + 1)
      }
      #expect(silent.isEmpty, "seed \(seed): lines \(silent) of:\n\(sidecar)")
    }
  }
}

/// Writes texts of the pieces that regulations and their pages are made of, in
/// orders that nobody intends.
struct ArbitraryText {
  private var random: SeededGenerator

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
  }

  private static let pieces = [
    "第一条", "第二条", "第三条　", "第 4 条", "第五条之一", "第5-1條", "第十章", "第一章 总则", "第二章", "第三节 管理", "第一编",
    "第二分编", "一、", "二、", "三、总则", "（一）", "（二）", "(3)", "1.", "2、", "1.1", "1.1.1 ", "①", "②", "- ",
    "• ", "a.",
    "1 ", "为了加强管理，", "制定本办法。", "本办法适用于全体员工；", "考勤管理办法", "关于印发《考勤办法》的通知", "目录", "目　录", "附件1：",
    "附件", "附则", "“", "”", "「", "」", "《", "》", "（", "）", "：", "；", "。", "，", "！", "添加标题", "合集下载",
    "— 3 —",
    "第 2 页 共 5 页", "12", "相关文档", "下载前请自行甄别文档内容，平台不提供额外服务", "某某有限公司", "2024年3月1日",
    "二〇二四年一月五日", "（2020年1月1日通过 2021年5月6日修订）", "云府发〔2024〕5号", "由人事部负责解释", "自公布之日起施行",
    "同时废止《旧办法》", "特此通知。", "ＡＢ１２", "PM2.5", "😀", "\u{FEFF}", "\u{200B}", "\t", "\u{3000}", "  ",
    "\u{0C}", "é",
    "……5", "【管理制度】", "职责：", "依照第三条的规定", "将第二条修改为：“第二条 新文。”",
  ]

  mutating func text() -> String {
    var text = ""
    var previousLine = ""
    for _ in 0..<Int.random(in: 1...40, using: &random) {
      var line = ""
      for _ in 0..<Int.random(in: 0...5, using: &random) {
        line += Self.pieces.randomElement(using: &random) ?? ""
      }
      if Int.random(in: 0..<8, using: &random) == 0 { line = previousLine }
      if Int.random(in: 0..<10, using: &random) == 0 {
        line += String(repeating: "互联网,计算机,", count: Int.random(in: 1...30, using: &random))
      }
      previousLine = line
      text += line + ["\n", "\n\n", "", "\r\n"][Int.random(in: 0..<4, using: &random)]
    }
    return text + "字"
  }

  private static let keywords = [
    "标题", "编号", "编号", "不是编号", "条标", "无条标", "附件", "落款", "分行", "连行", "分开", "不分开", "舍弃", "保留", "制度",
  ]
  private static let plainLines = [
    "标题: 甲办法", "施行: 2024-03-01", "公布: 2024年1月5日", "发布机关: 无", "类型: 幻灯片", "施行: 明天", "编号 第三条",
    "舍弃: 第三条",
    "label: \"第三条\" = 三", "条标: 「第|三条」",
  ]

  /// Lines that quote arbitrary pieces of a text.
  mutating func sidecar(for text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var lines: [String] = []
    for _ in 0..<Int.random(in: 1...8, using: &random) {
      guard Int.random(in: 0..<8, using: &random) > 0 else {
        lines.append(Self.plainLines.randomElement(using: &random) ?? "")
        continue
      }
      let keyword = Self.keywords.randomElement(using: &random) ?? ""
      var line = keyword + ": " + quotation(of: scalars)
      switch Int.random(in: 0..<6, using: &random) {
      case 0: line += "（\(Int.random(in: 1...3, using: &random))）"
      case 1: line += "(all)"
      case 2 where keyword == "编号":
        line += ["= 第二条", " = （三）", " = 第一章"].randomElement(using: &random) ?? ""
      case 3 where keyword == "舍弃" || keyword == "保留": line += " 至 " + quotation(of: scalars)
      default: break
      }
      lines.append(line)
    }
    return lines.joined(separator: "\n")
  }

  private mutating func quotation(of scalars: [Unicode.Scalar]) -> String {
    let start = Int.random(in: 0..<scalars.count, using: &random)
    let end = min(scalars.count, start + Int.random(in: 1...12, using: &random))
    let kept = scalars[start..<end].filter { $0 != "\n" && $0 != "\r" && $0 != "」" && $0 != "|" }
    return "「" + String(String.UnicodeScalarView(kept)) + "」"
  }

  mutating func html() -> String {
    let tags = [
      "div", "p", "span", "h1", "h3", "li", "ul", "ol", "td", "tr", "table", "nav", "footer", "b",
      "center", "pre", "a", "br", "script", "style", "select", "option", "blockquote", "aside",
    ]
    var html = "<html><body>"
    for _ in 0..<Int.random(in: 1...60, using: &random) {
      let tag = tags.randomElement(using: &random) ?? "p"
      switch Int.random(in: 0..<4, using: &random) {
      case 0: html += "</\(tag)>"
      case 1:
        html +=
          "<\(tag) class='\(["main", "side", "crumb", ""].randomElement(using: &random) ?? "")'>"
      default:
        html += "<\(tag)>" + (Self.pieces.randomElement(using: &random) ?? "") + "&nbsp;&#12288;"
      }
      html += Self.pieces.randomElement(using: &random) ?? ""
    }
    return html
  }
}
