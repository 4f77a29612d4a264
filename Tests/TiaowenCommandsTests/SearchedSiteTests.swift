import BrowserTesting
import Foundation
import TestingSupport
import Testing

/// What a page of a site finds without a server is what the tool finds.
@Suite(.serialized) struct SearchedSiteTests {
  private static let shared = Result { try SearchedSite() }

  private var site: SearchedSite {
    get throws { try Self.shared.get() }
  }

  /// Substrings of one to ten characters, several terms, and what stands nowhere.
  private func queries(seed: UInt64) throws -> [String] {
    let texts = try site.texts
    var generator = SeededGenerator(seed: seed)
    func piece(_ lengths: ClosedRange<Int>) -> String {
      let text = texts[Int.random(in: texts.indices, using: &generator)]
      let length = Int.random(in: lengths, using: &generator)
      let start = Int.random(in: 0...(text.count - length), using: &generator)
      return String(text[start..<(start + length)])
    }
    var queries = (0..<300).map { _ in piece(1...10) }
    queries += (0..<40).map { _ in "\(piece(1...4)) \(piece(1...4))" }
    queries += (0..<10).map { _ in "\(piece(2...3)) OR \(piece(2...5)) -\(piece(2...2))" }
    queries += (0..<30).map { _ in piece(2...4) + piece(2...4) + piece(2...4) }
    queries += ["xqzj", "第八百九十九条", "标题:总则", "no:3", "名称:办法 印章", "《》", "-", "()"]
    return queries
  }

  @Test func findsWhatTheToolFinds() async throws {
    let site = try site
    let queries = try queries(seed: 7)
    let wanted = try site.answers(of: queries)
    try #require(wanted.count == queries.count)
    let page = try await Browser.shared.page()
    try await page.open(site.address("probe.html"))
    for (query, wanted) in zip(queries, wanted) {
      let answer = try await site.answer(of: query, on: page)
      #expect(answer.found == wanted, "\(query)")
    }
    #expect(try await page.problems == [])
  }

  /// Each query in a page that has loaded nothing before.
  @Test func loadsLittleAndAnswersAtOnce() async throws {
    let site = try site
    var sizes: [Int] = []
    var times: [Double] = []
    for query in try queries(seed: 8).prefix(60) {
      let page = try await Browser.shared.page()
      try await page.open(site.address("probe.html"))
      let answer = try await site.answer(of: query, on: page)
      sizes.append(site.byteCount(of: try await page.requests))
      times.append(try #require(answer.milliseconds))
    }
    sizes.sort()
    times.sort()
    let figures = "median \(sizes[30]) bytes, 95 % \(sizes[57]); \(times[30]) ms, 95 % \(times[57])"
    print("a search in a page: \(figures)")
    #expect(sizes[30] <= 150_000, "\(figures)")
    #expect(sizes[57] <= 600_000, "\(figures)")
  }

  // MARK: Files that come late, out of order or not at all

  private static let query = "应当 办理"

  /// Waits for what the page answers to the query, with some words of it.
  private func shown(_ words: String, on page: Page, seconds: Int = 20) async throws {
    try await page.wait(
      until: "document.getElementById('results').textContent.indexOf('\(words)') >= 0",
      seconds: seconds)
  }

  @Test func findsTheSameOverHTTPWhateverComesLast() async throws {
    let site = try site
    let wanted = try site.answers(of: [Self.query])[0]
    // What is asked for first comes last.
    let server = try StaticServer(site.folder["site"].path) { path in
      path.hasPrefix("search/g") ? (path.utf8.count * 37 + Int(path.utf8.last ?? 0)) % 90 : 0
    }
    let page = try await Browser.shared.page()
    try await page.open(server.address + "probe.html")
    let answer = try await site.answer(of: Self.query, on: page)
    #expect(answer.found == wanted)
    #expect(try await page.problems == [])
  }

  @Test func saysThatItWaitsAndWhatDoesNotCome() async throws {
    let site = try site
    let server = try StaticServer(site.folder["site"].path) { path in
      path == "search/core.js" ? 2600 : path.hasPrefix("search/t") ? -1 : 0
    }
    let page = try await Browser.shared.page()
    try await page.open(server.address + "search.html")
    try await page.evaluate("location.hash = '#q=%E5%BA%94%E5%BD%93'")
    try await shown("正在读取", on: page)
    try await page.wait(until: "!document.getElementById('problem').hidden")
    let said = try await page.string("document.getElementById('problem').textContent")
    #expect(said.contains("search/t"), "\(said)")
    server.hold { _ in 0 }
    try await page.evaluate("document.querySelector('#problem button').click()")
    try await page.wait(until: "document.querySelectorAll('#hits > li').length === 10")
    #expect(try await page.boolean("document.getElementById('problem').hidden"))
  }

  @Test(arguments: [
    "<img src=x onerror=alert(1)>", "\"'`${}</script>", "((((", "\u{202E}法",
    String(repeating: "条款", count: 2500),
    String(repeating: "甲 ", count: 300),
  ])
  func takesAnyTextAsAQuery(_ query: String) async throws {
    let site = try site
    let page = try await Browser.shared.page()
    try await page.open(site.address("search.html"))
    let literal = String(decoding: try JSONEncoder().encode(query), as: UTF8.self)
    try await page.evaluate(
      """
      (function () {
        var field = document.getElementById('q');
        field.value = \(literal);
        field.dispatchEvent(new Event('input', { bubbles: true }));
      })()
      """)
    try await page.wait(until: "document.getElementById('count').textContent !== ''", seconds: 30)
    try await page.wait(
      until: "!/正在/.test(document.getElementById('count').textContent)", seconds: 30)
    #expect(try await page.boolean("document.querySelector('main img') === null"))
    #expect(try await page.problems == [])
  }
}
