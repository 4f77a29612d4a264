import BrowserTesting
import Foundation
import Publishing
import TestingSupport
import Testing

/// The page of a comparison as a browser shows it.
@Suite(.serialized) struct ComparisonBrowserTests {
  /// Two substantial changes, one new article, and two that only move.
  private static let html = ComparisonPage(
    SampleComparison.report(
      articles: [
        "茶水间供全体员工使用，保持整洁。", "报修应当在5日内处理完毕，并答复报修人。",
        "损坏设备的，按照第二条的规定报修。", "本规定由行政部负责解释。",
      ],
      [
        "茶水间每日8时开放，20时关闭。", "茶水间供全体员工使用，保持整洁。",
        "报修应当在3个工作日内处理完毕，并答复报修人。", "损坏设备的，按照第三条的规定报修。",
        "本规定由行政部和工会共同负责解释。",
      ])
  ).html

  private static let unfold =
    "document.querySelectorAll('details').forEach((details) => { details.open = true })"

  /// The page in a folder of its own, opened.
  private final class Sample {
    let folder: TemporaryFolder
    let page: Page
    let address: String

    init(_ html: String = html, width: Int = 1280, dark: Bool = false, scripts: Bool = true)
      async throws
    {
      folder = try TemporaryFolder()
      try TemporaryFolder.write([UInt8](html.utf8), to: folder.path + "/comparison.html")
      address = "file://\(folder.path)/comparison.html"
      page = try await Browser.shared.page()
      try await page.setViewport(width: width, height: 640, dark: dark)
      if !scripts { try await page.disableScripts() }
      try await page.open(address)
    }

    var shownRows: [String] {
      get async throws {
        try await page.strings(
          """
          Array.from(document.querySelectorAll('tr[data-kinds]'))
            .filter((row) => row.checkVisibility()).map((row) => row.id)
          """)
      }
    }

    var place: String {
      get async throws { try await page.string("document.getElementById('place').textContent") }
    }

    var current: [String] {
      get async throws {
        try await page.strings("Array.from(document.querySelectorAll('.current'), (r) => r.id)")
      }
    }
  }

  @Test func loadsNothingAndComplainsOfNothing() async throws {
    let sample = try await Sample()
    let requests = try await sample.page.requests
    #expect(requests == [sample.address])
    let problems = try await sample.page.problems
    #expect(problems == [])
  }

  // On small screens rows are blocks, which stayed in sight although they were hidden.
  @Test(arguments: [1280, 360]) func hidesRowsOfKindsThatAreNotWanted(width: Int) async throws {
    let sample = try await Sample(width: width)
    let all = try await sample.shownRows
    let place = try await sample.place
    #expect(place == "共 \(all.count) 处")
    let kind = "input[type=checkbox]:checked"
    while try await sample.page.boolean("document.querySelector('\(kind)') !== null") {
      try await sample.page.click(kind)
      let shown = try await sample.shownRows
      let told = try await sample.place
      #expect(told == "共 \(shown.count) 处")
    }
    let none = try await sample.shownRows
    #expect(none == [])
    try await sample.page.click("input[type=checkbox]")
    let shown = try await sample.shownRows
    #expect(!shown.isEmpty && shown.count < all.count, "\(shown) of \(all)")
  }

  @Test func movesFromChangeToChange() async throws {
    let sample = try await Sample()
    let rows = try await sample.shownRows
    try #require(rows.count >= 3)
    var chosen: [String] = []
    var places: [String] = []
    for step in ["#next", "n", "n", "p", "#previous"] {
      if step.hasPrefix("#") {
        try await sample.page.click(step)
      } else {
        try await sample.page.press(step)
      }
      chosen += try await sample.current
      places.append(try await sample.place)
    }
    #expect(chosen == [rows[0], rows[1], rows[2], rows[1], rows[0]])
    #expect(places == [1, 2, 3, 2, 1].map { "第 \($0) 处，共 \(rows.count) 处" })
    #expect(try await sample.page.string("document.activeElement.id") == rows[0])
    #expect(
      try await sample.page.boolean(
        "document.querySelector('.current').getBoundingClientRect().top >= tools.offsetHeight"))
    let problems = try await sample.page.problems
    #expect(problems == [])
  }

  @Test func opensWhatIsFoldedWhenALinkNamesIt() async throws {
    let sample = try await Sample()
    let folded = try await sample.page.string("document.querySelector('details tr[id]').id")
    #expect(try await !sample.shownRows.contains(folded))
    try await sample.page.open("\(sample.address)#\(folded)")
    try await sample.page.wait(until: "document.querySelector('.current')")
    let current = try await sample.current
    #expect(current == [folded])
    #expect(try await sample.shownRows.contains(folded))
  }

  @Test func isCompleteWithoutScripts() async throws {
    let sample = try await Sample(scripts: false)
    #expect(try await sample.shownRows.count >= 3)
    #expect(try await !sample.page.boolean("tools.checkVisibility()"))
    let text = try await sample.page.string("document.body.innerText")
    for part in ["摘要", "“5日”改为“3个工作日”", "茶水间每日8时开放，20时关闭。", "（新增）"] {
      #expect(text.contains(part), "\(part)")
    }
    try await sample.page.click("summary")
    #expect(try await sample.page.boolean("document.querySelector('details tr').checkVisibility()"))
    let problems = try await sample.page.problems
    #expect(problems == [])
  }

  @Test func printsWithoutItsTools() async throws {
    let sample = try await Sample()
    let print = try Print(await sample.page.pdf())
    #expect(print.bytes.starts(with: "%PDF-".utf8))
    let text = print.pages.joined().filter { !$0.isWhitespace }
    #expect(!print.pages.isEmpty)
    #expect(text.contains("修订前后对照表"))
    #expect(text.contains("3个工作日"))
    #expect(text.contains("第1页共\(print.pages.count)页"))
    #expect(!text.contains("下一处"))
  }

  @Test(arguments: [360, 768, 1280]) func fitsItsWindow(width: Int) async throws {
    let page = try await Sample(width: width).page
    try await page.evaluate(Self.unfold)
    let widths = try await page.widthProblems()
    #expect(widths == [])
  }

  @Test(arguments: [false, true], [360, 1280])
  func isEasyToRead(dark: Bool, width: Int) async throws {
    let page = try await Sample(width: width, dark: dark).page
    try await page.evaluate(Self.unfold)
    let failures = try await page.contrastFailures()
    #expect(failures == [])
    try await page.press("n")
    let failuresOfTheChosen = try await page.contrastFailures()
    #expect(failuresOfTheChosen == [])
  }

  @Test(arguments: [false, true]) func isEasyToReadOnPaper(dark: Bool) async throws {
    let page = try await Sample().page
    try await page.setViewport(dark: dark, print: true)
    try await page.evaluate(Self.unfold)
    let failures = try await page.contrastFailures()
    #expect(failures == [])
  }

  @Test func isInOrderForThoseWhoDoNotSeeIt() async throws {
    let page = try await Sample().page
    try await page.evaluate(Self.unfold)
    let landmarks = try await page.landmarkProblems()
    #expect(landmarks == [])
  }

  // A page without changes has no tools, and its script looked for them.
  @Test func complainsOfNothingWhenNothingChanged() async throws {
    let articles = ["茶水间供全体员工使用，保持整洁。"]
    let html = ComparisonPage(SampleComparison.report(articles: articles, articles)).html
    let page = try await Sample(html).page
    let problems = try await page.problems
    #expect(problems == [])
    let landmarks = try await page.landmarkProblems()
    #expect(landmarks == [])
  }

  // Long words without a break, such as addresses, made the page wider than a phone.
  @Test func breaksWhatIsTooLongForItsLine() async throws {
    let word = String(repeating: "abcdefghij", count: 12)
    let html = ComparisonPage(
      SampleComparison.report(
        "article|第一条|\(word)|报修应当在5日内发送至\(word)。",
        "article|第一条|\(word)|报修应当在3日内发送至\(word)x。", title: word)
    ).html
    let page = try await Sample(html, width: 360).page
    let widths = try await page.widthProblems()
    #expect(widths == [])
  }
}
