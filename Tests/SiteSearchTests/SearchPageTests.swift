import BrowserTesting
import Testing

/// The page of the search in a browser, opened from a folder.
@Suite(.serialized) struct SearchPageTests {
  private var site: SearchedFolder {
    get throws { try SearchedFolder.played.get() }
  }

  private func page(
    _ fragment: String = "", width: Int = 1280, dark: Bool = false, scripts: Bool = true
  ) async throws -> Page {
    try await site.page("search.html" + fragment, width: width, dark: dark, scripts: scripts)
  }

  private static let names =
    "Array.from(document.querySelectorAll('.hit h2'), (name) => name.textContent)"
  private static let count = "document.getElementById('count').textContent"
  private static let asked = "played.asked"

  /// Waits until the line above the results begins so.
  private func wait(for count: String, on page: Page) async throws {
    try await page.wait(until: "\(Self.count).indexOf('\(count)') === 0")
  }

  // MARK: Typing

  @Test func searchesWhileOneTypes() async throws {
    let page = try await page()
    // The field has the focus.
    try await page.type("考核")
    try await wait(for: "31 处，显示 10 处", on: page)
    let names = try await page.strings(Self.names)
    #expect(names.count == 10)
    #expect(names.prefix(2) == ["第1条第二款　考核<b>标题", "第2条第二款"])
    let asked = try await page.strings(Self.asked)
    #expect(asked.last == "考核")
    let path = try await page.string("document.querySelector('.hit .path').textContent")
    #expect(path == "员工考核办法 › 第二章 考核与培训")
    let marks = try await page.strings(
      "Array.from(document.querySelectorAll('.hit:first-child mark'), (mark) => mark.textContent)")
    #expect(marks == ["考核", "考核", "考核", "考核"])
    let badges = try await page.strings(
      "Array.from(document.querySelectorAll('.badge'), (badge) => badge.textContent)")
    #expect(badges == ["已废止"])
    let link = try await page.string("document.querySelector('.hit a').getAttribute('href')")
    #expect(link == "r-none/index.html?q=\("考核".encoded)#art_1")
    let title = try await page.string("document.title")
    #expect(title.hasPrefix("“考核” – 搜索"))
    let problems = try await page.problems
    #expect(problems == [])
  }

  @Test func waitsForAnInputMethod() async throws {
    let page = try await page()
    try await page.compose("kao")
    try await page.compose("kaohe")
    try await page.press("ArrowDown")
    try await page.evaluate("new Promise((done) => setTimeout(done, 400))")
    var asked = try await page.strings(Self.asked)
    #expect(asked == [])
    try await page.commit("考核")
    try await page.wait(until: "played.asked.length > 0")
    asked = try await page.strings(Self.asked)
    #expect(asked == ["考核"])
  }

  @Test func showsNoAnswerToWhatIsNotAskedAnyMore() async throws {
    let page = try await page()
    try await page.evaluate("played.isHeld = true")
    try await page.type("甲")
    try await page.wait(until: "played.asked.length === 1")
    try await page.type("乙")
    try await page.wait(until: "played.asked.length === 2")
    let cancelled = try await page.strings("played.cancelled")
    #expect(cancelled == ["甲"])
    try await page.evaluate("played.release('甲乙')")
    try await page.evaluate("played.release('甲')")
    let text = try await page.string("document.querySelector('.hit .text').textContent")
    #expect(text == "甲乙在第0处")
    // What stands there does not outlast the next query.
    try await page.type("丙")
    try await page.wait(until: "played.asked.length === 3")
    try await page.wait(until: "!document.querySelector('.hit')")
  }

  @Test func showsHowToSearchWhereNothingIsAsked() async throws {
    let page = try await page()
    let isHelped = try await page.boolean("document.getElementById('help').offsetHeight > 0")
    #expect(isHelped)
    try await page.type("考")
    try await wait(for: "31 处", on: page)
    try await page.press("Backspace")
    try await page.wait(until: "document.getElementById('help').offsetHeight > 0")
    let isHidden = try await page.boolean("document.getElementById('results').hidden")
    #expect(isHidden)
  }

  @Test func cutsLongTextsAroundTheirMarks() async throws {
    let page = try await page("#q=\("考核".encoded)")
    try await wait(for: "31 处", on: page)
    let text = try await page.string("document.querySelectorAll('.hit .text')[2].textContent")
    #expect(text.hasPrefix("关键在此处。后文若干"), "\(text)")
    #expect(text.hasSuffix("…"))
    #expect(text.count < 200)
  }

  // MARK: The address

  private static let filtered =
    "#q=\("考核".encoded)%20a%26b&in=\("细则".encoded)&state=in-force,repealed"
  private static let filteredOptions =
    #"{"limit":10,"states":["in-force","repealed"],"title":"细则"}"#

  @Test func keepsQueryAndFiltersInTheAddress() async throws {
    let page = try await page()
    try await page.type("考核 a&b")
    try await wait(for: "31 处", on: page)
    try await page.click("#in")
    try await page.type("细则")
    try await page.click("input[value=repealed]")
    try await page.wait(until: "location.hash === '\(Self.filtered)'")
    let options = try await page.string("JSON.stringify(played.options)")
    #expect(options == Self.filteredOptions)
  }

  // A colleague to whom it is sent sees the same.
  @Test func readsQueryAndFiltersFromTheAddress() async throws {
    let page = try await page(Self.filtered)
    try await wait(for: "31 处", on: page)
    let form = try await page.strings(
      """
      [document.getElementById('q').value, document.getElementById('in').value,
        String(document.querySelector('[value=repealed]').checked), JSON.stringify(played.options)]
      """)
    #expect(form == ["考核 a&b", "细则", "true", Self.filteredOptions])
  }

  @Test func readsTheQueryOfAnAddressWithoutFragment() async throws {
    let page = try await page("?q=\("考核".encoded)+a")
    try await wait(for: "31 处", on: page)
    let text = try await page.string("document.getElementById('q').value")
    #expect(text == "考核 a")
  }

  @Test func goesBackAndForward() async throws {
    let page = try await page("#q=\("甲".encoded)")
    try await wait(for: "31 处", on: page)
    try await page.evaluate("location.hash = '#q=\("乙".encoded)'")
    try await page.wait(until: "played.asked.length === 2")
    try await page.evaluate("history.back()")
    try await page.wait(until: "played.asked.length === 3")
    var text = try await page.string("document.getElementById('q').value")
    #expect(text == "甲")
    try await page.evaluate("history.forward()")
    try await page.wait(until: "played.asked.length === 4")
    text = try await page.string("document.getElementById('q').value")
    #expect(text == "乙")
  }

  @Test(arguments: ["#q=%E8%80", "#q=%", "#", "#q", "#n=x&q=a&state=none&in=", "?q=%#"])
  func readsAddressesThatNobodyWrote(_ fragment: String) async throws {
    let page = try await page(fragment)
    try await page.wait(until: "document.querySelector('form.find').offsetHeight > 0")
    let problems = try await page.problems
    #expect(problems == [])
  }

  // MARK: Keys

  @Test func isUsedWithTheKeyboardAlone() async throws {
    let page = try await page()
    let focused = "document.activeElement.id || document.activeElement.textContent"
    try await page.type("考核")
    // It does not matter that the answer is not there yet.
    try await page.press("ArrowDown")
    try await page.wait(until: "document.activeElement.className === 'stop'")
    var name = try await page.string(focused)
    #expect(name == "第1条第二款　考核<b>标题")
    try await page.press("ArrowDown")
    name = try await page.string(focused)
    #expect(name == "第2条第二款")
    let outline = try await page.string("getComputedStyle(document.activeElement).outlineStyle")
    #expect(outline == "solid")
    try await page.press("ArrowUp")
    try await page.press("ArrowUp")
    name = try await page.string(focused)
    #expect(name == "q")
    try await page.press("ArrowDown")
    try await page.press("Escape")
    name = try await page.string(focused)
    #expect(name == "q")
    let text = try await page.string("document.getElementById('q').value")
    #expect(text == "考核")
    try await page.press("ArrowDown")
    try await page.press("/")
    name = try await page.string(focused)
    #expect(name == "q")
  }

  @Test func opensAResultAndComesBackToIt() async throws {
    let site = try SearchedFolder.real.get()
    let page = try await site.page("search.html#q=\("考勤".encoded)")
    try await page.wait(until: "document.querySelectorAll('.hit').length === 10")
    try await page.click("#more")
    try await page.wait(until: "document.querySelectorAll('.hit').length === 30")
    let first = try await page.string("document.activeElement.textContent")
    let eleventh = try await page.string("document.querySelectorAll('.hit h2')[10].textContent")
    #expect(first == eleventh)
    try await page.press("ArrowDown")
    try await page.press("Enter")
    try await page.wait(until: "document.querySelector('.places')")
    try await page.evaluate("history.back()")
    try await page.wait(
      until: "document.readyState === 'complete' && document.querySelectorAll('.hit').length === 30"
    )
    let place = try await page.number(
      "Array.from(document.querySelectorAll('.hit .stop')).indexOf(document.activeElement)")
    #expect(place == 11)
  }

  // MARK: More

  @Test func loadsMoreInTheSameOrder() async throws {
    let page = try await page("#q=\("考核".encoded)")
    try await wait(for: "31 处，显示 10 处", on: page)
    let before = try await page.strings(Self.names)
    try await page.click("#more")
    try await wait(for: "31 处，显示 30 处", on: page)
    let after = try await page.strings(Self.names)
    #expect(Array(after.prefix(10)) == before)
    #expect(Set(after).count == 30)
    try await page.click("#more")
    try await page.wait(until: "\(Self.count) === '31 处'")
    let isHidden = try await page.boolean("document.getElementById('more').hidden")
    #expect(isHidden)
    let fragment = try await page.string("location.hash")
    #expect(fragment.hasSuffix("&n=31"))
  }

  @Test func saysThatThereAreMoreThanItKnows() async throws {
    let page = try await page("#q=\("至少".encoded)")
    try await wait(for: "至少 31 处，显示 10 处", on: page)
  }

  // MARK: Filters

  @Test func countsByRegulationAndFilters() async throws {
    let page = try await page("#q=\("考核".encoded)")
    try await wait(for: "31 处", on: page)
    try await page.click("#facets summary")
    try await page.wait(until: "document.querySelectorAll('#facets li').length === 2")
    let rows = try await page.strings(
      "Array.from(document.querySelectorAll('#facets li'), (row) => row.textContent)")
    #expect(rows == ["员工考核办法20", "考勤细则11"])
    try await page.click("#facets li:nth-child(2) button")
    try await page.wait(until: "played.options.title === '考勤细则'")
    let text = try await page.string("document.getElementById('in').value")
    #expect(text == "考勤细则")
    // Back without the filter.
    try await page.evaluate("history.back()")
    try await page.wait(until: "played.options.title === null")
  }

  @Test func offersAllRegulationsWhereAFilterHidesAll() async throws {
    let page = try await page("#q=\("无".encoded)&in=\("细则".encoded)")
    try await wait(for: "没有条文含有“无”", on: page)
    try await page.click("#hint button")
    try await page.wait(until: "played.options.title === null")
  }

  @Test func offersAllTextsWhereWhatIsInForceHoldsNone() async throws {
    let page = try await page("#q=\("无".encoded)")
    try await wait(for: "没有条文含有“无”", on: page)
    try await page.click("#hint button")
    try await page.wait(until: "played.options.states && played.options.states.length === 2")
    let isHidden = try await page.boolean("document.getElementById('hint').hidden")
    #expect(isHidden)
  }

  // MARK: Words

  @Test func tellsWhatWasFoundInstead() async throws {
    let page = try await page("#q=\("近".encoded)")
    try await wait(for: "没有条文逐字含有“近”，下面是文字最接近的", on: page)
    let hits = try await page.number("document.querySelectorAll('.hit').length")
    #expect(hits == 3)
    let link = try await page.string("document.querySelector('.hit a').getAttribute('href')")
    #expect(link == "r-none/index.html#art_1")
  }

  @Test func listsTitlesApart() async throws {
    let page = try await page("#q=\("名".encoded)")
    try await wait(for: "没有条文含有“名”", on: page)
    let words = try await page.strings(
      "Array.from(document.querySelectorAll('#titles h2, #titles a'), (part) => part.textContent)")
    #expect(words == ["名称含有“名”", "名<i>办法"])
  }

  @Test func putsHintsIntoWords() async throws {
    let page = try await page("#q=\("错(".encoded)")
    try await wait(for: "31 处", on: page)
    let hint = try await page.string("document.getElementById('hint').textContent")
    #expect(hint == "括号或引号不成对，已按普通词语查找。要找符号本身，请加引号。")
  }

  @Test func asksForTheSameArticleOfAnotherTitle() async throws {
    let page = try await page("#q=\("考核法第12条".encoded)")
    try await wait(for: "1 条", on: page)
    let hint = try await page.string("document.getElementById('hint').textContent")
    #expect(hint == "也可能指《考核办法<u>》、《培训办法》")
    try await page.click("#hint button:last-of-type")
    try await page.wait(until: "played.asked.indexOf('《培训办法》第12条') > 0")
  }

  // MARK: Files

  @Test func saysThatItReads() async throws {
    let page = try await page()
    try await page.evaluate("played.isHeld = true")
    try await page.type("考核")
    try await page.wait(until: "played.asked.length > 0")
    try await page.evaluate("tiaowen.onslow(true)")
    var count = try await page.string(Self.count)
    #expect(count == "正在读取…")
    try await page.evaluate("tiaowen.onslow(false), played.release('考核')")
    count = try await page.string(Self.count)
    #expect(count == "31 处，显示 10 处")
  }

  @Test func saysWhichFileIsMissingAndTriesAgain() async throws {
    let page = try await page("#q=\("缺".encoded)")
    try await page.wait(until: "!document.getElementById('problem').hidden")
    let words = try await page.string("document.querySelector('#problem p').textContent")
    #expect(words.contains("search/p12.js") && words.contains("刚更新过") && words.contains("文件不全"))
    let role = try await page.string("document.getElementById('problem').getAttribute('role')")
    #expect(role == "alert")
    let faint = try await page.contrastFailures()
    #expect(faint == [])
    try await page.click("#problem button")
    try await wait(for: "31 处", on: page)
    let isHidden = try await page.boolean("document.getElementById('problem').hidden")
    #expect(isHidden)
  }

  // MARK: Hostile texts

  @Test(arguments: [
    "<img src=x onerror=alert(1)>", "\"'`</script><script>alert(1)</script>", "\\u0000%00&#60;",
    String(repeating: "很长", count: 2500), "𠮷\u{202E}😀", "constructor", "__proto__",
  ]) func takesEveryQueryForText(_ query: String) async throws {
    let page = try await page("#q=\(query.encoded)")
    try await page.wait(until: "\(Self.count) !== ''")
    let made = try await page.number(
      "document.querySelectorAll('main img, main script, main b, main i, main u').length")
    #expect(made == 0)
    let text = try await page.string("document.getElementById('q').value")
    #expect(text == query)
    let wide = try await page.widthProblems()
    #expect(wide == [])
    let title = try await page.string("document.title")
    #expect(title.count < 80)
    let problems = try await page.problems
    #expect(problems == [])
  }

  // MARK: Everyone

  @Test func isReadableAndWellFormedForAll() async throws {
    for fragment in ["", "#q=\("考核".encoded)", "#q=\("名错".encoded)", "#q=\("近".encoded)"] {
      for isDark in [false, true] {
        let page = try await page(fragment, dark: isDark)
        try await page.wait(
          until: "document.getElementById('help').offsetHeight > 0 || \(Self.count) !== ''")
        let faint = try await page.contrastFailures()
        #expect(faint == [], "\(fragment) \(isDark)")
        let problems = try await page.landmarkProblems()
        #expect(problems == [], "\(fragment)")
        try await page.setViewport(width: 360, height: 800)
        let wide = try await page.widthProblems()
        #expect(wide == [], "\(fragment)")
      }
    }
  }

  @Test func saysHowToSearchWithoutScripts() async throws {
    let page = try await page(width: 360, scripts: false)
    let words = try await page.string("document.querySelector('main').innerText")
    #expect(words.contains("Ctrl+F") && words.contains("tiaowen search"))
    #expect(!words.contains("搜索全部法规的条文"))
    let problems = try await page.landmarkProblems()
    #expect(problems == [])
    let wide = try await page.widthProblems()
    #expect(wide == [])
  }

  // MARK: Ways to it

  @Test func isReachedFromTheIndex() async throws {
    let site = try site
    let page = try await site.page("index.html")
    try await page.press("/")
    try await page.type("a&考核\n")
    try await page.wait(until: "/search.html$/.test(location.pathname)")
    try await wait(for: "31 处", on: page)
    let text = try await page.string("document.getElementById('q').value")
    #expect(text == "a&考核")
    let problems = try await page.problems
    #expect(problems == [])
  }

  @Test(arguments: [true, false]) func isReachedFromEveryPage(_ hasScripts: Bool) async throws {
    let site = try site
    let slug = try #require(site.slugs["员工考核办法"])
    let page = try await site.page("\(slug)/index.html", scripts: hasScripts)
    if hasScripts { try await page.press("/") } else { try await page.click("header a.search") }
    try await page.wait(until: "/search.html$/.test(location.pathname)")
  }

  // MARK: As it is published

  @Test func findsWhatStandsInTheTexts() async throws {
    let site = try SearchedFolder.real.get()
    let page = try await site.page("search.html")
    try await page.type("评定小组")
    try await page.wait(until: "document.querySelector('.hit')")
    // The definition comes first.
    let name = try await page.string("document.querySelector('.hit h2').textContent")
    #expect(name.hasPrefix("第二条"))
    let problems = try await page.problems
    #expect(problems == [])
    let outside = try await page.requests(outside: site.address(""))
    #expect(outside == [])
    try await page.evaluate("location.hash = '#q=\("门卫".encoded)&state=in-force,repealed'")
    try await page.wait(until: "document.querySelector('.badge')")
    let path = try await page.string("document.querySelector('.hit .path').textContent")
    #expect(path == "旧<b>考勤</b>规定已废止")
    try await page.click("[value=repealed]")
    try await page.wait(until: "document.querySelector('.badge') === null")
  }
}
