import Foundation
import Testing

/// Queries that nobody should ask: each has an answer or one clear message.
@Suite struct HostileQueryTests {
  static let queries = [
    "", " ", "　", String(repeating: "甲", count: 10_000), String(repeating: "热水 ", count: 3000),
    "，。！", "（）", "()", "《》", "\"\"", "“", "\u{1}\u{2}\u{1B}[31m", "热\u{7}水", "\u{200B}", "\u{FEFF}",
    "((((““「「）））”』", "-", "- -", "OR", "OR OR", "NOT", "NOT NOT 热水", "-热水", "text:", "no:",
    "no:no:no:",
    String(repeating: "(", count: 5000), String(repeating: "-", count: 5000) + "甲",
    String(repeating: "热水 OR ", count: 2000), "\u{301}\u{302}", "👩‍👩‍👧‍👦", "a\u{300}\u{301}", "𠀀𠀁",
    "热水\n\n开关\t", "%s%n", "$(id)", "../../etc/passwd", "第零条", "第99999999999999999999条",
    "《》第三条", "--", "条条条",
  ]

  @Test(arguments: queries) func haveAnAnswerOrAMessage(_ query: String) throws {
    let folder = try SearchOutputTests.library()
    for form in [["--facets"], ["--cite"], ["--fold-variants", "--context", "3"]] {
      let run = try ToolRun(["search"] + form + ["--", query], in: folder)
      #expect([0, 1, 2].contains(run.code), "\(form): \(run.code)")
      #expect(run.code == 0 || run.errors.hasPrefix("tiaowen search: "), "\(run.errors)")
      #expect(!(run.output + run.errors).unicodeScalars.contains { $0.value == 0x1B })
      #expect(run.errors.utf8.count < 100_000)
    }
  }

  @Test func haveOneLineEachForPrograms() throws {
    let folder = try SearchOutputTests.library()
    // The parser of the test takes a byte order mark away.
    let lines = Self.queries.filter { !$0.contains("\n") && $0 != "\u{FEFF}" }
    let run = try ToolRun(
      ["search", "--queries", "-"], in: folder, input: lines.joined(separator: "\n") + "\n")
    #expect(run.errors == "" && run.code == 0)
    let answers = run.output.split(separator: "\n")
    #expect(answers.count == lines.count)
    for (answer, line) in zip(answers, lines) {
      let value = try JSONSerialization.jsonObject(with: Data(answer.utf8)) as? [String: Any]
      #expect(value?["query"] as? String == line)
    }
  }

  // Nothing is kept from query to query: the limit is what one needs.
  @Test func needNoMoreMemoryWhenTheyAreMany() throws {
    let folder = try SearchOutputTests.library()
    let script = """
      set -o pipefail; ulimit -v 600000
      for i in {1..20000}; do echo "热水$i OR 规定"; done \
        | tiaowen search --limit 1 --queries - | wc -l
      """
    let run = try ToolRun(script: script, in: folder)
    #expect(run.errors == "")
    #expect(run.output == "20000\n")
  }

  @Test func areAnsweredFromTheLibraryThatWasOpened() throws {
    let folder = try SearchOutputTests.library()
    let script = """
      mkfifo queries
      tiaowen search --queries queries > answers &
      exec 3> queries
      echo 热水 >&3
      until [ -s answers ]; do sleep 0.05; done
      tiaowen remove 茶水间使用规定 > /dev/null
      sed s/热水/冷水/ texts/tea.txt > texts/more.txt
      tiaowen ingest --title 热水规定 texts/more.txt > /dev/null
      echo 热水 >&3
      exec 3>&-
      wait
      sed -E 's/"microseconds":[0-9]+//' answers | uniq -c
      tiaowen search --match exact --cite 热水只用 || echo gone
      """
    let run = try ToolRun(script: script, in: folder)
    #expect(run.output.hasPrefix("      2 {\"version\":1,\"query\":\"热水\""), "\(run.output)")
    #expect(run.output.contains("《茶水间使用规定》") || run.output.contains("茶水间使用规定"))
    #expect(run.output.hasSuffix("gone\n"), "\(run.output)")
  }
}
