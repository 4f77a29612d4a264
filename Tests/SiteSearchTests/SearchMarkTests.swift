import BrowserTesting
import Testing

/// What was searched, marked in the text to which a result leads.
@Suite(.serialized) struct SearchMarkTests {
  private func page(
    _ query: String, _ fragment: String = "", width: Int = 1280, dark: Bool = false
  ) async throws -> Page {
    let site = try SearchedFolder.real.get()
    let slug = try #require(site.slugs["员工考核办法"])
    return try await site.page(
      "\(slug)/index.html?q=\(query.encoded)\(fragment)", width: width, dark: dark)
  }

  private static let marks =
    "Array.from(document.querySelectorAll('mark'), (mark) => mark.textContent)"
  private static let place = "document.querySelector('.places span').textContent"

  private func marked(_ query: String, _ fragment: String = "") async throws -> Page {
    let page = try await page(query, fragment)
    try await page.wait(until: "document.querySelector('.places')")
    return page
  }

  @Test func marksAllPlacesAndShowsTheOneInTheArticle() async throws {
    let page = try await marked("考核", "#art_4")
    let marks = try await page.strings(Self.marks)
    #expect(marks == Array(repeating: "考核", count: 7))
    let place = try await page.string(Self.place)
    #expect(place == "第 5/7 处")
    let isThere = try await page.boolean(
      """
      (function (box) { return box.top > 0 && box.bottom < innerHeight; })
        (document.querySelector('mark.current').getBoundingClientRect())
        && document.getElementById('art_4').contains(document.querySelector('mark.current'))
      """)
    #expect(isThere)
    let problems = try await page.problems
    #expect(problems == [])
  }

  @Test func goesFromPlaceToPlace() async throws {
    let page = try await marked("考核")
    for (key, words) in [("n", "第 2/7 处"), ("p", "第 1/7 处"), ("p", "第 7/7 处"), ("n", "第 1/7 处")] {
      try await page.press(key)
      let place = try await page.string(Self.place)
      #expect(place == words)
    }
    try await page.click(".places button")
    var place = try await page.string(Self.place)
    #expect(place == "第 7/7 处")
    try await page.click(".places button + button")
    place = try await page.string(Self.place)
    #expect(place == "第 1/7 处")
  }

  @Test func marksAcrossLinks() async throws {
    let page = try await marked("违反第三条规定的")
    let marks = try await page.strings(Self.marks)
    #expect(marks == ["违反", "第三条", "规定的"])
    let place = try await page.string(Self.place)
    #expect(place == "第 1/1 处")
    let link = try await page.string("document.querySelectorAll('mark')[1].parentNode.className")
    #expect(link == "ref")
  }

  @Test(
    arguments: [
      ("abc级", ["ＡＢＣ级"]), ("考核评分", ["考核 评分"]), ("m2复核", ["㎡复核"]),
      ("标题:考核", ["考核"]), ("在岗 机构", ["机构", "在岗"]), ("在岗 -没有的", ["在岗"]),
      ("\"", []), ("组织实施考核结果", []), ("核不合格 考核不", ["考核不合格"]),
    ] as [(String, [String])])
  func marksAsTheSearchFinds(_ query: String, _ wanted: [String]) async throws {
    let page = try await page(query)
    try await page.wait(until: "window.tiaowen && tiaowen.query")
    if !wanted.isEmpty { try await page.wait(until: "document.querySelector('.places')") }
    let marks = try await page.strings(Self.marks)
    #expect(marks == wanted)
    let problems = try await page.problems
    #expect(problems == [])
  }

  @Test func leadsBackAndTakesMarksAway() async throws {
    let page = try await marked("考核 &", "")
    let text = try await page.string("document.querySelector('.body').textContent")
    let link = try await page.string("document.querySelector('.places a').getAttribute('href')")
    #expect(link == "../search.html#q=\("考核".encoded)%20%26")
    try await page.press("Escape")
    let isThere = try await page.boolean("document.querySelector('mark, .places') !== null")
    #expect(!isThere)
    let after = try await page.string("document.querySelector('.body').textContent")
    #expect(after == text)
    try await page.press("n")
    let problems = try await page.problems
    #expect(problems == [])
  }

  @Test func isReadableAndCoversNothingForGood() async throws {
    for (width, isDark) in [(360, false), (1000, true), (1280, true)] {
      let page = try await page("考核", "#art_4", width: width, dark: isDark)
      try await page.wait(until: "document.querySelector('.places')")
      try await page.wait(
        until: "getComputedStyle(document.querySelector('.places')).position === 'fixed'")
      let faint = try await page.contrastFailures()
      #expect(faint == [], "\(width) \(isDark)")
      let problems = try await page.landmarkProblems()
      #expect(problems == [])
      let wide = try await page.widthProblems()
      #expect(wide == [])
      let isFree = try await page.boolean(
        """
        (function () {
          scrollTo(0, 1e6);
          var bar = document.querySelector('.places').getBoundingClientRect();
          var end = document.querySelector('footer.site').getBoundingClientRect();
          return end.bottom <= bar.top || end.right <= bar.left;
        })()
        """)
      #expect(isFree, "\(width)")
    }
  }

  @Test func isNotPrinted() async throws {
    let page = try await marked("考核")
    let print = try Print(await page.pdf())
    let text = print.pages.joined().filter { !$0.isWhitespace }
    #expect(text.contains("考核每年进行一次"))
    #expect(!text.contains("下一处"))
  }

  // Only who comes from the search loads what marks.
  @Test func loadsNothingOtherwise() async throws {
    let site = try SearchedFolder.real.get()
    let slug = try #require(site.slugs["员工考核办法"])
    for name in ["\(slug)/index.html", "\(slug)/index.html?q=", "\(slug)/index.html?other=1"] {
      let page = try await site.page(name)
      let requests = try await page.requests
      #expect(!requests.contains { $0.contains("search") }, "\(name)")
    }
  }
}
