import BrowserTesting
import Testing

/// Keys, the mouse and input methods.
@Suite(.serialized) struct InputTests {
  private static let recorder = """
    <input id="field" aria-label="栏"><button id="button" onclick="note('click')">按</button>
    <script>
      var notes = [];
      function note(text) { notes.push(text); }
      addEventListener('keydown', function (event) {
        note((event.ctrlKey ? 'Control+' : '') + event.key + ' ' + event.code + ' ' + event.keyCode);
      });
      for (const kind of ['compositionstart', 'compositionupdate', 'compositionend']) {
        addEventListener(kind, function (event) { note(kind + ' ' + event.data); });
      }
    </script>
    """

  @Test func pressesKeys() async throws {
    let page = try await SamplePage(Self.recorder).open()
    for stroke in ["n", "?", "Enter", "Control+f", "ArrowDown"] { try await page.press(stroke) }
    #expect(
      try await page.strings("notes") == [
        "n KeyN 78", "? Slash 191", "Enter Enter 13", "Control+f KeyF 70",
        "ArrowDown ArrowDown 40",
      ])
    await #expect(throws: BrowserError.self) { try await page.press("Hyper+x") }
  }

  @Test func typesWhereTheFocusIs() async throws {
    let page = try await SamplePage(Self.recorder).open()
    try await page.click("#field")
    try await page.type("a-1 第三条")
    try await page.press("Backspace")
    #expect(try await page.string("field.value") == "a-1 第三")
    try await page.press("Tab")
    #expect(try await page.string("document.activeElement.id") == "button")
  }

  @Test func clicksAndHovers() async throws {
    let page = try await SamplePage(
      Self.recorder + "<p style='height: 3000px'></p><a href='#field' id='far'>远</a>"
    ).open()
    try await page.click("#button")
    #expect(try await page.strings("notes") == ["click"])
    try await page.hover("#far")
    #expect(try await page.boolean("far.matches(':hover')"))
    try await page.click("#far")
    #expect(try await page.string("location.hash") == "#field")
  }

  @Test func clicksNothingThatIsCoveredOrMissing() async throws {
    let page = try await SamplePage(
      Self.recorder + "<div id='cover' style='position: fixed; inset: 0'></div>"
    ).open()
    await #expect { try await page.click("#button") } throws: { "\($0)".contains("lies over") }
    await #expect { try await page.click("#none") } throws: { "\($0)".contains("no element #none") }
  }

  @Test func composesAsInputMethodsDo() async throws {
    let page = try await SamplePage(Self.recorder).open()
    try await page.evaluate("field.focus()")
    try await page.compose("zhi")
    try await page.compose("zhi du")
    #expect(try await page.string("field.value") == "zhi du")
    try await page.commit("制度")
    #expect(try await page.string("field.value") == "制度")
    #expect(
      try await page.strings("notes.filter((note) => note.startsWith('composition'))") == [
        "compositionstart ", "compositionupdate zhi", "compositionupdate zhi du",
        "compositionupdate 制度", "compositionend 制度",
      ])
  }
}
