import BrowserTesting
import TestingSupport
import Testing

/// What tests ask of a page, and what it is seen to do.
@Suite(.serialized) struct PageTests {
  @Test func findsNothingWrongWithAPageInOrder() async throws {
    let sample = try SamplePage("<main><h1>甲</h1><p>乙</p></main>")
    let page = try await sample.open()
    #expect(try await page.string("document.querySelector('p').textContent") == "乙")
    let problems = try await page.problems
    #expect(problems == [])
    let outside = try await page.requests(outside: "file://\(sample.folder.path)/")
    #expect(outside == [])
    #expect(try await page.requests.contains(sample.address))
    let landmarks = try await page.landmarkProblems()
    #expect(landmarks == [])
    let failures = try await page.contrastFailures()
    #expect(failures == [])
    let widths = try await page.widthProblems()
    #expect(widths == [])
  }

  @Test func copiesValuesOfAllKinds() async throws {
    let page = try await SamplePage("").open()
    #expect(
      try await page.evaluate("({a: [1, 2.5, true, null, '条'], b: undefined})")
        == ["a": [1, .number(2.5), true, .null, "条"]])
    #expect(try await page.number("Promise.resolve(7)") == 7)
    #expect(try await page.boolean("1 < 2"))
    #expect(try await page.strings("['甲', '乙']") == ["甲", "乙"])
    #expect(try await page.evaluate("undefined") == .null)
  }

  @Test func throwsWhatAnExpressionThrows() async throws {
    let page = try await SamplePage("").open()
    await #expect { try await page.evaluate("nothing.here") } throws: { error in
      "\(error)".contains("nothing is not defined")
    }
    await #expect { try await page.string("1") } throws: { "\($0)".contains("no text") }
  }

  @Test func tellsOfErrorsOfScripts() async throws {
    let page = try await SamplePage(
      "<script>console.warn('小心', 5); console.log('quiet'); throw new Error('坏了')</script>"
    ).open()
    let problems = try await page.problems
    #expect(problems.count == 2, "\(problems)")
    #expect(problems.first == "console warning: 小心 5")
    #expect(problems.last?.hasPrefix("uncaught: Error: 坏了") == true)
  }

  @Test func tellsOfRequestsToOtherPlaces() async throws {
    let sample = try SamplePage(
      "<img alt='' src='https://example.org/picture.png'><script src='missing.js'></script>")
    let page = try await sample.open()
    let folder = "file://\(sample.folder.path)/"
    let outside = try await page.requests(outside: folder)
    #expect(outside == ["https://example.org/picture.png"])
    #expect(try await page.requests.contains("\(folder)missing.js"))
    let problems = try await page.problems
    #expect(problems.contains { $0.contains("missing.js") }, "\(problems)")
  }

  @Test func tellsOfViolationsOfThePolicy() async throws {
    let page = try await SamplePage(
      "<script>document.title = '跑了'</script>",
      head: "<meta http-equiv='Content-Security-Policy' content=\"script-src 'none'\">"
    ).open()
    #expect(try await page.string("document.title") == "页")
    let problems = try await page.problems
    #expect(problems.contains { $0.contains("Content Security Policy") }, "\(problems)")
    #expect(problems.count == 1, "\(problems)")
  }

  @Test func answersDialogs() async throws {
    let page = try await SamplePage("<script>alert('在吗')</script>").open()
    let problems = try await page.problems
    #expect(problems == ["dialog: 在吗"])
  }

  @Test func showsDarkColours() async throws {
    let sample = try SamplePage(
      "甲",
      head: "<style>@media (prefers-color-scheme: dark) { body { color: rgb(1, 2, 3) } }</style>")
    let color = "getComputedStyle(document.body).color"
    #expect(try await sample.open(dark: true).string(color) == "rgb(1, 2, 3)")
    #expect(try await sample.open().string(color) == "rgb(0, 0, 0)")
  }

  @Test func runsNoScriptsWhenTheyAreOff() async throws {
    let page = try await SamplePage(
      "<noscript><p>没有脚本</p></noscript><script>document.title = '跑了'</script>"
    ).open(withoutScripts: true)
    #expect(try await page.string("document.title") == "页")
    #expect(try await page.string("document.body.innerText.trim()") == "没有脚本")
    let failures = try await page.contrastFailures()
    #expect(failures == [])
  }

  @Test func movesToAFragment() async throws {
    let sample = try SamplePage("<p style='height: 5000px'>甲</p><p id='乙'>乙</p>")
    let page = try await sample.open()
    #expect(try await page.number("scrollY") == 0)
    try await page.open(sample.address + "#乙")
    #expect(try await page.number("scrollY") > 1000)
    #expect(try await page.requests.count == 1)
  }

  @Test func saysThatAFileIsMissing() async throws {
    let page = try await Browser.shared.page()
    await #expect { try await page.open("file:///tmp/no-such-page.html") } throws: { error in
      "\(error)".contains("ERR_FILE_NOT_FOUND")
    }
  }

  @Test func saysThatNothingCameInTime() async throws {
    let page = try await SamplePage("").open()
    await #expect { try await page.wait(until: "false", seconds: 0) } throws: { error in
      "\(error)" == "false: not true in 0 seconds"
    }
  }

  @Test func saysThatChromiumIsMissing() async throws {
    let browser = Browser(program: "no-such-chromium")
    await #expect { try await browser.page() } throws: { error in
      "\(error)" == "no 'no-such-chromium' in PATH; Scripts/install installs it"
    }
  }

  @Test func saysThatThePageCrashed() async throws {
    let page = try await SamplePage("").open()
    for _ in 1...2 {
      await #expect { try await page.call("Page.crash") } throws: { error in
        "\(error)" == "the page crashed"
      }
    }
    #expect(try await SamplePage("").open().string("document.title") == "页")
  }

  @Test func saysThatTheBrowserEnded() async throws {
    let browser = Browser(program: "false")
    await #expect { try await browser.page() } throws: { error in
      "\(error)".contains("the browser")
    }
  }
}
