import Testing

@testable import Publishing

/// HTML in which no text becomes markup.
struct HTMLWriterTests {
  @Test(arguments: [
    ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
    ("a & b &amp; c", "a &amp; b &amp;amp; c"),
    ("“引号” \"直引号\" '单引号'", "“引号” \"直引号\" '单引号'"),
    ("第一条\u{0}\u{1B}[31m", "第一条\u{FFFD}\u{FFFD}[31m"),
    ("左\u{202E}右\u{2066}", "左\u{FFFD}右\u{FFFD}"),
    ("行一\n行二\t格", "行一\n行二\t格"),
  ])
  func escapesTexts(_ text: String, _ expected: String) {
    var html = HTMLWriter()
    html.element("p", text: text)
    #expect(html.html == "<p>\(expected)</p>")
  }

  @Test func escapesValuesOfAttributes() {
    var html = HTMLWriter()
    html.open("a", ["title": "\"><img src=x onerror=alert(1)>", "class": nil])
    #expect(
      html.html == "<a title=\"&quot;&gt;&lt;img src=x onerror=alert(1)&gt;\">")
  }

  @Test func nestsElements() {
    var html = HTMLWriter()
    html.block("ul") { html in
      for word in ["甲", "乙"] { html.line("li", text: word) }
    }
    #expect(html.html == "<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>\n")
  }
}
