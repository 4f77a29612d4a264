import Search
import Testing
import TestingSupport

@Suite struct QueryTests {
  @Test(arguments: [
    ("补偿", "“补偿”"),
    ("经济补偿 解除", "“经济补偿” and “解除”"),
    ("经济补偿　解除", "“经济补偿” and “解除”"),
    ("\"经济 补偿\"", "“经济 补偿”"),
    ("“经济补偿”的", "“经济补偿” and “的”"),
    ("「甲」＂乙＂", "“甲” and “乙”"),
    ("加班 OR 调休", "“加班” or “调休”"),
    ("加班 ＯＲ 调休 年假", "“加班” or (“调休” and “年假”)"),
    ("加班 -调休", "“加班” and not “调休”"),
    ("加班 －调休", "“加班” and not “调休”"),
    ("加班 NOT 调休", "“加班” and not “调休”"),
    ("(加班 OR 调休) 工资", "(“加班” or “调休”) and “工资”"),
    ("（加班 OR 调休）工资", "“（加班” or “调休）工资”"),
    ("（加班 OR 调休） 工资", "(“加班” or “调休”) and “工资”"),
    ("-(加班 调休) 工资", "not (“加班” and “调休”) and “工资”"),
    ("第（二）项", "“第（二）项”"),
    ("（二）", "“（二）”"),
    ("COVID-19", "“COVID-19”"),
    ("12:30", "“12:30”"),
    ("https://example.org", "“https://example.org”"),
    ("备注：无", "“备注：无”"),
    ("text:补偿", "“补偿” in the text"),
    ("正文：补偿 标题:总则", "“补偿” in the text and “总则” in a heading"),
    ("名称:考勤 no:39", "“考勤” in the title and number 39"),
    ("ＴＥＸＴ：补偿", "“补偿” in the text"),
    ("条:第八十二条之一", "number 82-1"),
    ("no:82-1 补偿", "number 82-1 and “补偿”"),
    ("title:(甲 OR 乙) 丙", "(“甲” in the title or “乙” in the title) and “丙”"),
    ("text:\"a b\"", "“a b” in the text"),
    ("NOTE", "“NOTE”"),
    ("or", "“or”"),
    ("-", "“-”"),
    ("甲 - 乙", "“甲” and “-” and “乙”"),
    ("甲\n乙", "“甲” and “乙”"),
  ])
  func reads(_ text: String, _ reading: String) throws {
    #expect(try Query(parsing: text).reading == reading)
  }

  @Test(
    arguments: [
      ("a foo:bar", 2), ("甲 no:abc", 5), ("加班 (a OR b", 3), ("(a b) (c d", 6), ("甲 \"没有结尾", 2),
      ("加班”", 2), ("加班 OR", 3), ("a OR OR b", 2), ("OR 加班", 0), ("加班 NOT", 3), ("  -加班", 2),
      ("𠮷 foo:x", 2), ("甲 text:", 2), ("", nil),
    ] as [(String, Int?)])
  func knowsWhereAQueryIsWrong(_ text: String, _ offset: Int?) {
    let error = #expect(throws: QueryError.self) { _ = try Query(parsing: text) }
    #expect(error?.offset == offset)
  }

  @Test(arguments: [
    ("foo:bar", QueryError.Reason.unknownField("foo")),
    ("no:abc", .badNumber("abc")),
    ("(加班 OR 调休", .unbalanced),
    ("\"没有结尾", .unbalanced),
    ("加班”", .unbalanced),
    ("加班 OR", .missingOperand("OR")),
    ("OR 加班", .missingOperand("OR")),
    ("加班 NOT", .missingOperand("NOT")),
    ("-加班", .nothingAsked),
    ("", .nothingAsked),
    ("加班 OR -调休", .nothingAsked),
    (String(repeating: "(a ", count: 100), .tooDeep),
    (String(repeating: "-", count: 100) + "a", .tooDeep),
  ])
  func refuses(_ text: String, _ reason: QueryError.Reason) {
    let error = #expect(throws: QueryError.self) { _ = try Query(parsing: text) }
    #expect(error?.reason == reason)
  }

  @Test func readsWordsWhateverTheyMean() {
    #expect(Query(plain: "加班 OR -(调休")?.reading == "“加班” and “调休”")
    #expect(Query(plain: " \u{3000}") == nil)
  }

  @Test func readsArbitraryTextWithoutTrapping() {
    var generator = SeededGenerator(seed: 7)
    let signs = Array("\"“”()（）-－:：甲乙 ab1OR NOT　text".unicodeScalars)
    for _ in 0..<5000 {
      var text = ""
      for _ in 0..<(generator.next() % 24) {
        text.unicodeScalars.append(signs[Int(generator.next() % UInt64(signs.count))])
      }
      _ = try? Query(parsing: text)
      _ = Query(plain: text)
    }
  }
}
