import BrowserTesting
import Foundation
import Testing

/// The pages of a site as a browser shows them, opened from a folder.
@Suite(.serialized) struct SiteBrowserTests {
  private static let site = Result { try SampleSite() }

  private var site: SampleSite {
    get throws { try Self.site.get() }
  }

  private func page(
    _ name: String, width: Int = 1280, dark: Bool = false, scripts: Bool = true
  ) async throws -> Page {
    let page = try await Browser.shared.page()
    try await page.setViewport(width: width, height: 800, dark: dark)
    if !scripts { try await page.disableScripts() }
    try await page.open(try site.address(name))
    return page
  }

  /// The pages of each kind.
  private var names: [String] {
    get throws {
      let slug = try site.slug
      return [
        "index.html", "dates.html", "search.html", "\(slug)/index.html", "\(slug)/2019-01-01.html",
        "\(slug)/changes-2022-01-01.html", "\(try site.citingSlug)/index.html",
      ]
    }
  }

  // MARK: Every page

  @Test func loadsNothingFromElsewhereAndComplainsOfNothing() async throws {
    for name in try names {
      let page = try await page(name)
      let problems = try await page.problems
      #expect(problems == [], "\(name)")
      let outside = try await page.requests(outside: try site.address(""))
      #expect(outside == [], "\(name)")
    }
  }

  @Test func isReadableAndWellFormedForAll() async throws {
    for name in try names {
      for isDark in [false, true] {
        let page = try await page(name, dark: isDark)
        let faint = try await page.contrastFailures()
        #expect(faint == [], "\(name) \(isDark)")
        let problems = try await page.landmarkProblems()
        #expect(problems == [], "\(name)")
      }
      for scripts in [true, false] {
        let page = try await page(name, width: 360, scripts: scripts)
        let wide = try await page.widthProblems()
        #expect(wide == [], "\(name)")
      }
    }
  }

  @Test func leadsNowhereThatIsNot() async throws {
    for name in try names {
      let page = try await page(name)
      let links = try await page.strings("Array.from(document.links, (a) => a.href)")
      #expect(!links.isEmpty)
      for link in links {
        let url = try #require(URL(string: link), "\(link)")
        #expect(url.isFileURL, "\(link)")
        let text = try String(contentsOf: url, encoding: .utf8)
        guard let fragment = url.fragment(percentEncoded: false) else { continue }
        #expect(text.contains("id=\"\(fragment)\""), "\(name): \(link)")
      }
    }
  }

  // MARK: Addresses

  /// Whether an element is seen where the page stands.
  private func isSeen(_ id: String, on page: Page) async throws -> Bool {
    try await page.boolean(
      """
      (function () {
        var box = document.getElementById('\(id)').getBoundingClientRect();
        return box.height > 0 && box.top >= -1 && box.top < window.innerHeight;
      })()
      """)
  }

  @Test(arguments: [true, false])
  func tellsWhatBecameOfARenumberedArticle(_ hasScripts: Bool) async throws {
    let id = "art_3@2019-01-01"
    let page = try await page("\(site.slug)/index.html#\(id)", scripts: hasScripts)
    let isSeen = try await isSeen(id, on: page)
    #expect(isSeen)
    let words = try await page.string("document.getElementById('\(id)').textContent")
    #expect(words.hasPrefix("原第三条（2019-01-01 文本），现第五条，文字有修改"))
    let unit = try await page.string("document.getElementById('\(id)').closest('.unit').id")
    #expect(unit == "art_5")
    // Nobody is told who does not come from there.
    let other = try await page.number("document.getElementById('art_1@2025-01-01').offsetHeight")
    #expect(other > 0)
    let hidden = try await page.number(
      "document.getElementById('art_2@2019-01-01').getBoundingClientRect().height")
    #expect(hidden == 0)
  }

  @Test(arguments: [true, false])
  func listsADeletedArticleUnderItsAddress(_ hasScripts: Bool) async throws {
    let id = "art_5@2022-01-01"
    let page = try await page("\(site.slug)/index.html#\(id)", scripts: hasScripts)
    let isSeen = try await isSeen(id, on: page)
    #expect(isSeen)
    let words = try await page.string("document.getElementById('\(id)').textContent")
    #expect(words.hasPrefix("第五条（2022-01-01 文本）　员工对考核结果不服的"), "\(words)")
    try await page.click("#deleted ~ ul a")
    try await page.wait(until: "location.pathname.indexOf('2019-01-01.html') > 0")
  }

  @Test func followsALinkIntoAnArticle() async throws {
    let page = try await page("\(site.citingSlug)/index.html")
    try await page.click("a.ref[href*='#art_3']")
    try await page.wait(until: "location.hash === '#art_3' && document.readyState === 'complete'")
    let isSeen = try await isSeen("art_3", on: page)
    #expect(isSeen)
    let target = try await page.string(
      "document.querySelector(':target').getAttribute('data-name')")
    #expect(target == "第三条")
  }

  // MARK: The script

  @Test func showsWhatALinkLeadsTo() async throws {
    let page = try await page("\(site.citingSlug)/index.html")
    try await page.hover("a.ref[href*='#art_3']")
    try await page.wait(until: "document.querySelector('.tip') !== null")
    let words = try await page.string("document.querySelector('.tip').textContent")
    #expect(words.hasPrefix("第三条 考核每年进行一次"))
    try await page.press("Escape")
    let isHidden = try await page.boolean("document.querySelector('.tip').hidden")
    #expect(isHidden)
    let title = try await page.string("document.querySelector('a.ref[href*=\"#art_3\"]').title")
    #expect(title == words)
  }

  @Test func copiesACitationAndThePermanentLink() async throws {
    let page = try await page("\(site.slug)/index.html")
    try await page.evaluate(
      """
      window.copied = [];
      document.addEventListener('copy', function () { copied.push(String(document.activeElement.value)) });
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
      """)
    try await page.hover("#art_3")
    try await page.click(".copying button")
    try await page.wait(until: "document.querySelector('.said').textContent !== ''")
    try await page.click(".copying button + button")
    try await page.wait(until: "copied.length === 2")
    let copied = try await page.strings("copied")
    #expect(copied[0] == "《员工考核办法》第三条")
    #expect(copied[1] == (try site.address("\(site.slug)/index.html#art_3@2025-01-01")))
  }

  @Test func filtersTheListOfRegulations() async throws {
    let page = try await page("index.html")
    try await page.click(".finder input")
    try await page.type("奖金")
    let shown = try await page.strings(
      "Array.from(document.querySelectorAll('.regulations li:not([hidden]) a'), (a) => a.textContent)"
    )
    #expect(shown == ["年终奖金发放规定"])
    let told = try await page.string("document.querySelector('.told').textContent")
    #expect(told == "1 部")
  }

  @Test func filtersTheChangesOfARevision() async throws {
    let page = try await page("\(site.slug)/changes-2025-01-01.html")
    let shown = "Array.from(document.querySelectorAll('tr[data-kinds]:not([hidden])'), (r) => r.id)"
    let all = try await page.strings(shown)
    try await page.click("input[value=deleted]")
    let rest = try await page.strings(shown)
    #expect(rest.count == all.count - 1, "\(all) \(rest)")
    try await page.press("n")
    let current = try await page.strings(
      "Array.from(document.querySelectorAll('.current'), (r) => r.id)")
    #expect(current.count == 1 && rest.contains(current[0]))
  }

  // MARK: Paper

  @Test func printsACleanDocument() async throws {
    let page = try await page("\(site.slug)/index.html")
    let print = try Print(await page.pdf())
    let text = print.pages.joined().filter { !$0.isWhitespace }
    #expect(text.hasPrefix("员工考核办法"), "\(text)")
    #expect(text.contains("第1页共"))
    #expect(text.contains("第三条考核每年进行一次"))
    #expect(!text.contains("被引用"))
    #expect(!text.contains("复制引用"))
  }

  // MARK: One file

  @Test(arguments: [[], ["--only", "考核"]])
  func readsAsOneFile(_ arguments: [String]) async throws {
    let site = try SampleSite()
    let run = try ToolRun(
      ["export", "--single-file", "-o", "all.html"] + arguments, in: site.folder)
    #expect(run.code == 0, "\(run.errors)")
    let page = try await Browser.shared.page()
    try await page.open("file://\(site.folder.url.path)/all.html")
    let problems = try await page.problems
    #expect(problems == [])
    let requests = try await page.requests
    #expect(requests.count == 1)
    let landmarks = try await page.landmarkProblems()
    #expect(landmarks == [])
    let isScripted = try await page.boolean("/scripted/.test(document.documentElement.className)")
    #expect(isScripted)
  }
}
