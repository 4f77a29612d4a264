import BrowserTesting
import ChineseText
import Foundation
import TestingSupport
import Testing

@testable import Publishing
@testable import Regulations
@testable import Search

/// What the scripts of the search page read is what the tool reads.
@Suite(.serialized) struct SearchScriptTests {
  /// A page with the scripts that work without an index.
  private func page() async throws -> (Page, TemporaryFolder) {
    let folder = try TemporaryFolder()
    let scripts = [
      PackageResources.search_text_js, PackageResources.search_query_js, NamesScript.bytes,
      PackageResources.search_citation_js,
    ]
    for (index, bytes) in scripts.enumerated() {
      try TemporaryFolder.write(bytes, to: "\(folder.path)/\(index).js")
    }
    let tags = scripts.indices.map { "<script src=\"\($0).js\"></script>" }.joined()
    let html = "<!DOCTYPE html><meta charset=\"utf-8\"><title>-</title>\(tags)"
    try TemporaryFolder.write(Array(html.utf8), to: folder.path + "/index.html")
    let page = try await Browser.shared.page()
    try await page.open("file://\(folder.path)/index.html")
    return (page, folder)
  }

  /// What a function says of each text; what it throws as text.
  private func results(of function: String, _ texts: [[UInt16]], on page: Page) async throws
    -> [String]
  {
    let literals = texts.map { units in
      "\"" + units.map { "\\u" + String(String(Int($0) + 0x10000, radix: 16).dropFirst()) }.joined()
        + "\""
    }
    return try await page.strings(
      "[\(literals.joined(separator: ","))].map(function (text) { return String((\(function))(text)); })"
    )
  }

  private func results(of function: String, _ texts: [String], on page: Page) async throws
    -> [String]
  {
    try await results(of: function, texts.map { Array($0.utf16) }, on: page)
  }

  // MARK: Folding

  private static let signs: [[UInt16]] =
    [
      "人", "民", "法", "，", "。", "（", "）", " ", "  ", "　", "\t", "\n", "\n\n", "a", "Z", "7", "Ａ",
      "９", "～", "㈠",
      "ﬁ", "①", "Ⅳ", "℃", "豈", "㌀", "À", "ß", "İ", "\u{200B}", "\u{FEFF}", "\u{AD}", "\u{A0}",
      "\u{2003}", "—", "…",
      "“", "”", "《", "·", "𠀀", "𝐀", "🈁", "丽", "\u{1}", "\u{7F}", "\u{3164}",
    ].map { Array($0.utf16) } + [[0xD800], [0xDC00]]

  private static func texts(seed: UInt64, count: Int) -> [[UInt16]] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      (0..<Int.random(in: 0...14, using: &generator)).flatMap { _ in
        signs[Int.random(in: signs.indices, using: &generator)]
      }
    }
  }

  /// The folded units with their places, as a script writes them.
  private func folded(_ units: [UInt16]) -> String {
    units.withUnsafeBufferPointer { source in
      let folded = FoldedText(utf16: source, keepingOffsets: true)
      let starts = folded.sourceOffsets.dropLast().map { String($0) }
      let words = folded.units.map { String($0, radix: 16) }
      return words.joined(separator: " ") + "|" + starts.joined(separator: ",")
    }
  }

  private static let fold = """
    function (text) {
      var folded = tiaowen.text.fold(text);
      return folded.units.split('').map(function (unit) { return unit.charCodeAt(0).toString(16); }).join(' ')
        + '|' + folded.starts.join(',');
    }
    """

  @Test func foldsAsTheToolDoes() async throws {
    let (page, folder) = try await page()
    defer { withExtendedLifetime(folder) {} }
    try await page.evaluate(String(decoding: FoldingScript.bytes, as: UTF8.self))
    let texts = Self.texts(seed: 3, count: 600)
    let found = try await results(of: Self.fold, texts, on: page)
    for (text, found) in zip(texts, found) { #expect(found == folded(text)) }
    // Every unit by itself, between letters.
    let all = stride(from: 0, through: 0xFFFF, by: 7).map { [0x61, UInt16($0), 0x62] }
    let each = try await results(of: Self.fold, all, on: page)
    for (text, found) in zip(all, each) { #expect(found == folded(text)) }
  }

  @Test func foldsPlainTextsWithoutTheTable() async throws {
    let (page, folder) = try await page()
    defer { withExtendedLifetime(folder) {} }
    let isPlain = "function (text) { return tiaowen.text.isPlain(text); }"
    let all = (0...0xFFFF).map { [0x61, UInt16($0), 0x62] }
    let plain = zip(all, try await results(of: isPlain, all, on: page)).filter { $0.1 == "true" }
      .map(\.0)
    #expect(plain.count > 20_000)
    let found = try await results(of: Self.fold, plain, on: page)
    for (text, found) in zip(plain, found) { #expect(found == folded(text)) }
  }

  @Test func spellsAndReadsNumbers() async throws {
    let (page, folder) = try await page()
    defer { withExtendedLifetime(folder) {} }
    let spelled = try await page.strings(
      "Array.from({ length: 10000 }, function (_, number) { return tiaowen.text.numeral(number); })"
    )
    #expect(spelled == (0...9999).map { ChineseNumeral.string(of: $0) })
    let texts =
      spelled + ["廿一", "卅", "十十", "二〇二四", "１２", "两百", "百零五", "一千零三十", "1a", "", "九九九九九九九九九九"]
    let values = try await results(of: "tiaowen.text.value", texts, on: page)
    #expect(values == texts.map { ChineseNumeral.value(of: $0).map { String($0) } ?? "null" })
  }

  // MARK: Queries

  private static let pieces = [
    "考勤", "印章 管理", "\"", "“", "”", "「", "」", "(", ")", "（", "）", "-", "－", " ", "OR", " OR ", "ＯＲ",
    " NOT ",
    "text:", "标题：", "名称:", "no:", "条:", "39", "第八十二条之一", "82-1", "foo:", "http://a", "a", "　", ":",
    "三十九",
  ]

  private static var queries: [String] {
    var generator = SeededGenerator(seed: 11)
    return (0..<700).map { _ in
      (0..<Int.random(in: 1...7, using: &generator)).map { _ in
        pieces[Int.random(in: pieces.indices, using: &generator)]
      }.joined()
    }
  }

  private static func form(_ query: Query) -> String {
    switch query {
    case .term(let term):
      "\(term.scope):\(term.text):\(String(decoding: term.units, as: UTF16.self))"
    case .number(let number): "no:\(number)"
    case .not(let part): "not(\(form(part)))"
    case .all(let parts): "all(\(parts.map(form).joined(separator: ",")))"
    case .any(let parts): "any(\(parts.map(form).joined(separator: ",")))"
    }
  }

  private static func form(_ text: String) -> String {
    do throws(QueryError) {
      return form(try Query(parsing: text))
    } catch {
      let name =
        switch error.reason {
        case .unknownField: "unknownField"
        case .badNumber: "badNumber"
        case .unbalanced: "unbalanced"
        case .missingOperand: "missingOperand"
        case .nothingAsked: "nothingAsked"
        case .tooDeep: "tooDeep"
        }
      return "\(name)@\(error.offset.map { String($0) } ?? "null")"
    }
  }

  @Test func readsQueriesAsTheToolDoes() async throws {
    let (page, folder) = try await page()
    defer { withExtendedLifetime(folder) {} }
    let queries = Self.queries
    let found = try await results(
      of: """
        function (text) {
          function form(query) {
            if (query.kind === 'term') return query.scope + ':' + query.text + ':' + query.units;
            if (query.kind === 'number') return 'no:' + query.number;
            if (query.kind === 'not') return 'not(' + form(query.part) + ')';
            return query.kind + '(' + query.parts.map(form).join(',') + ')';
          }
          try {
            return form(tiaowen.query.parse(text));
          } catch (error) {
            return error.reason + '@' + error.offset;
          }
        }
        """, queries, on: page)
    for (query, found) in zip(queries, found) { #expect(found == Self.form(query), "\(query)") }
  }

  // MARK: Citations

  private static let citationPieces = [
    "考勤办法", "《印章管理规定》", "第三十九条", "第3条", "39", "39条", "三十九", "之一", "第二款", "第（一）项", "（二）", "、", "至",
    "-",
    "第五", "条", " ", "是怎么规定的", "？", "第一目", "例", "和", "2018", "根据", "的",
  ]

  @Test func readsCitationsAsTheToolDoes() async throws {
    let (page, folder) = try await page()
    defer { withExtendedLifetime(folder) {} }
    var generator = SeededGenerator(seed: 5)
    let texts = (0..<900).map { _ in
      (0..<Int.random(in: 1...6, using: &generator)).map { _ in
        Self.citationPieces[Int.random(in: Self.citationPieces.indices, using: &generator)]
      }.joined()
    }
    let found = try await results(
      of: """
        function (text) {
          var citation = tiaowen.query.mayCite(text) ? tiaowen.citation.read(text) : null;
          if (!citation) return 'none';
          return citation.title + '|' + citation.isExplicit + '|' + citation.articles.map(function (articles) {
            return articles.first + '-' + articles.last + articles.places.map(function (place) {
              return '/' + [place.paragraph, place.item, place.subitem].join('.');
            }).join('');
          }).join(';');
        }
        """, texts, on: page)
    for (text, found) in zip(texts, found) {
      let citation = Citation(text)
      let wanted = citation.map { citation in
        let articles = citation.articles.map { articles in
          let places = articles.places.map { place in
            "/"
              + [place.paragraph, place.item, place.subitem].map { $0.map { String($0) } ?? "" }
              .joined(separator: ".")
          }
          return "\(articles.first)-\(articles.last?.description ?? "null")\(places.joined())"
        }
        return
          "\(citation.title ?? "null")|\(citation.isExplicit)|\(articles.joined(separator: ";"))"
      }
      #expect(found == wanted ?? "none", "\(text)")
    }
  }

  private static let titles = [
    "中华人民共和国劳动合同法", "中华人民共和国劳动合同法实施条例", "云岭市停车管理办法", "云岭市停车场管理办法（试行）", "印章管理规定",
    "印章使用管理规定（2021年修订）", "最高人民法院关于审理劳动争议案件适用法律问题的解释（一）",
    "最高人民法院关于审理劳动争议案件适用法律问题的解释（二）", "中华人民共和国公司法", "公司档案管理制度", "中华人民共和国民法典",
    "中华人民共和国道路交通安全法", "员工考勤管理办法",
  ]

  @Test(arguments: [true, false])
  func findsTitlesByNamesAsTheToolDoes(_ isExplicit: Bool) async throws {
    let (page, folder) = try await page()
    defer { withExtendedLifetime(folder) {} }
    let names = [
      "劳动合同法", "劳合法", "停车办法", "停车管理办法", "停车场办法试行", "印章规定", "印章规定2021", "劳动争议解释一", "劳动争议司法解释（二）",
      "公司法", "新公司法", "公司法2018", "公司档案制度", "民法", "交法", "合同法", "考勤办法", "考勤管理办法", "本办法", "档案", "劳动",
      "解释",
      "云岭市停车管理办法", "道交法", "实施条例", "劳动法", "规定",
    ]
    let directory = TitleDirectory(Self.titles)
    let list = "[" + Self.titles.map { "\"\($0)\"" }.joined(separator: ",") + "]"
    let found = try await results(
      of: """
        function (name) {
          return tiaowen.citation.directory(\(list)).matches(name, \(isExplicit)).map(function (match) {
            return [match.index, match.fit, match.cost, match.year].join('/');
          }).join(' ');
        }
        """, names, on: page)
    for (name, found) in zip(names, found) {
      let wanted = directory.matches(name, isExplicit: isExplicit).map { match in
        "\(match.index)/\(match.fit.rawValue)/\(match.cost)/\(match.year.map { String($0) } ?? "")"
      }
      #expect(found == wanted.joined(separator: " "), "\(name)")
    }
  }

  // MARK: The scripts themselves

  private static let scripts: [(name: String, bytes: [UInt8])] = SiteAssets.all.filter {
    $0.name.hasSuffix(".js")
  }

  /// No sign of a newer language than old browsers read.
  @Test func areWrittenForOldBrowsers() {
    let newer = [
      "=>", "`", "let ", "const ", "class ", ".includes(", ".startsWith(", ".find(",
      "Object.assign",
      "new Map", "new Set", "async function", "await ", "(...", "[...",
    ]
    for script in Self.scripts {
      let lines = String(decoding: script.bytes, as: UTF8.self).split(separator: "\n")
      for line in lines where !line.contains("//") && !line.contains("/*") && !line.contains("*/") {
        for word in newer { #expect(!line.contains(word), "\(script.name): \(line)") }
      }
    }
  }

  /// The first view loads little.
  @Test func areSmall() {
    let first = Set(SearchPage.scripts.map { String($0.dropFirst("assets/".count)) } + ["site.js"])
    let size = Self.scripts.filter { first.contains($0.name) }.reduce(0) { $0 + $1.bytes.count }
    #expect(size <= 60_000, "\(size)")
  }
}
