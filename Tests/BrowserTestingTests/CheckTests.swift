import BrowserTesting
import Testing

/// The checks find what they are for, and nothing else.
@Suite(.serialized) struct CheckTests {
  @Test(arguments: [
    ("<p style='color: #999'>淡</p>", "p「淡」: #999999 on #ffffff is 2.85"),
    ("<p style='color: #000; opacity: .3'>淡</p>", "p「淡」: #b3b3b3 on #ffffff is 2.11"),
    (
      "<div style='background: #777'><p>暗<b style='background: rgb(0 0 0 / .5)'>更暗</b></p></div>",
      "b「更暗」: #000000 on #3b3b3b is 1.88"
    ),
    ("<input placeholder='淡' aria-label='栏'>", "input::placeholder「淡」"),
    ("<style>p::before { content: '注'; color: #bbb }</style><p>文</p>", "p::before「注」"),
    ("<p style='background: linear-gradient(#fff, #000)'>文</p>", "p「文」: #000000 on a picture"),
  ])
  func findsTextsThatAreHardToRead(body: String, failure: String) async throws {
    let head = "<style>::placeholder { color: #aaa }</style>"
    let failures = try await SamplePage(body, head: head).open().contrastFailures()
    #expect(failures.count == 1 && failures.first?.hasPrefix(failure) == true, "\(failures)")
  }

  @Test func knowsTheGroundOfDarkPages() async throws {
    let head = "<style>:root { color-scheme: light dark }</style>"
    let sample = try SamplePage("<p>文</p><p style='color: #444'>淡</p>", head: head)
    #expect(try await sample.open().contrastFailures() == [])
    #expect(
      try await sample.open(dark: true).contrastFailures() == [
        "p「淡」: #444444 on #121212 is 1.92"
      ])
  }

  @Test func overlooksTextsThatAreNotShown() async throws {
    let page = try await SamplePage(
      """
      <p hidden style="color: #fff">隐</p><details><summary>开</summary>
      <p style="color: #fff">折</p></details>
      """
    ).open()
    let failures = try await page.contrastFailures()
    #expect(failures == [])
  }

  @Test(arguments: [
    ("<main><h1>甲</h1></main><main></main>", "2 main instead of one"),
    ("<main><h1>甲</h1><h1>乙</h1></main>", "2 h1 instead of one"),
    ("<main><h1>甲</h1><h3>乙</h3></main>", "h3「乙」 follows h1"),
    ("<main><h1>甲</h1><input id='a'></main>", "without a name: <input id=\"a\">"),
    ("<main><h1>甲</h1><button></button></main>", "without a name: <button></button>"),
    ("<main><h1>甲</h1><p id='a'></p><p id='a'></p></main>", "id stands twice: a"),
    ("<main><h1>甲</h1><a href='#乙'>乙</a></main>", "no target for the link: #乙"),
    ("<main><h1>甲</h1><label for='b'>乙</label></main>", "for names no id: b"),
    (
      "<nav></nav><nav></nav><main><h1>甲</h1></main>",
      "several nav share a name or have none: [\"\",\"\"]"
    ),
  ])
  func findsWhatKeepsReadersFromFindingTheirWay(body: String, problem: String) async throws {
    #expect(try await SamplePage(body).open().landmarkProblems() == [problem])
  }

  @Test func takesNamesFromWhereTheyMayStand() async throws {
    let page = try await SamplePage(
      """
      <main><h1>甲</h1><label>一 <input></label><label for="b">二</label><input id="b">
      <input aria-label="三"><button title="四"></button><button aria-labelledby="c"></button>
      <p id="c">五</p><a href="#c"><img alt="六" src="data:,"></a><input type="submit" value="七">
      </main>
      """
    ).open()
    let landmarks = try await page.landmarkProblems()
    #expect(landmarks == [])
  }

  @Test func findsWhatIsTooWide() async throws {
    let page = try await SamplePage(
      "<main><h1>甲</h1><pre id='wide'>\(String(repeating: "条", count: 100))</pre></main>"
    ).open()
    try await page.setViewport(width: 360, height: 640)
    let problems = try await page.widthProblems()
    #expect(problems.first?.hasSuffix(" pixels wide in 360") == true, "\(problems)")
    #expect(!problems.isEmpty)
  }
}
