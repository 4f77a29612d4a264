import ChineseText
import Testing

@testable import DocumentReaders
@testable import Publishing

/// The feed of the revisions of regulations.
struct ChangeFeedTests {
  private static func entry(_ id: String, _ day: String, title: String = "茶水间管理办法") throws
    -> ChangeFeed.Entry
  {
    ChangeFeed.Entry(
      regulationID: id, revisionName: day, title: title, day: try #require(CalendarDate(day)),
      event: "施行", link: "\(id)/\(day).html", summary: "修改 9 条、新增 3 条")
  }

  private static func feed(_ entries: [ChangeFeed.Entry]) -> ChangeFeed {
    ChangeFeed(
      entries, id: "urn:tiaowen:feed", title: "制度动态", author: "行政部", selfLink: "feed.xml")
  }

  @Test func tellsTheNewestFirst() throws {
    let feed = Self.feed([
      try Self.entry("茶 1", "2023-01-01"), try Self.entry("cha-2", "2024-03-01"),
    ])
    let text = String(decoding: feed.bytes, as: UTF8.self).replacing("><", with: ">\n<")
    #expect(
      text == """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh">
        <id>urn:tiaowen:feed</id>
        <title>制度动态</title>
        <updated>2024-03-01T00:00:00Z</updated>
        <author>
        <name>行政部</name>
        </author>
        <link rel="self" href="feed.xml"/>
        <entry>
        <id>urn:tiaowen:cha-2:2024-03-01</id>
        <title>《茶水间管理办法》 2024-03-01 施行</title>
        <updated>2024-03-01T00:00:00Z</updated>
        <link rel="alternate" type="text/html" href="cha-2/2024-03-01.html"/>
        <summary>修改 9 条、新增 3 条</summary>
        </entry>
        <entry>
        <id>urn:tiaowen:%E8%8C%B6%201:2023-01-01</id>
        <title>《茶水间管理办法》 2023-01-01 施行</title>
        <updated>2023-01-01T00:00:00Z</updated>
        <link rel="alternate" type="text/html" href="茶 1/2023-01-01.html"/>
        <summary>修改 9 条、新增 3 条</summary>
        </entry>
        </feed>
        """)
  }

  @Test func isTheSameInAnyOrder() throws {
    let entries = try ["b", "a", "c"].flatMap { id in
      try ["2024-01-01", "2023-01-01"].map { try Self.entry(id, $0) }
    }
    #expect(Self.feed(entries).bytes == Self.feed(entries.reversed()).bytes)
  }

  @Test func anIDDependsOnRegulationAndRevisionOnly() throws {
    let entry = try Self.entry("cha-1", "2024-03-01")
    var other = entry
    (other.title, other.event, other.link, other.summary) = ("食堂管理办法", "修订", "x.html", nil)
    other.day = try #require(CalendarDate("2025-01-01"))
    #expect(other.id == entry.id)
    other.revisionName = "2024-03-01~2"
    #expect(other.id != entry.id)
  }

  @Test func anEmptyFeedHasADayToo() throws {
    let text = String(decoding: Self.feed([]).bytes, as: UTF8.self)
    #expect(text.contains("<updated>1970-01-01T00:00:00Z</updated>"))
    #expect(!text.contains("<entry>"))
  }

  @Test func isXMLWithHostileTexts() throws {
    let signs = "<b>&amp;]]>\"'\u{0}\u{1B}\u{FFFE}\u{202E}\u{20000}\r\n"
    var entry = try Self.entry(signs, "2024-03-01", title: signs)
    (entry.link, entry.summary, entry.revisionName) = (signs, signs, signs)
    try XMLLibrary.load(for: "feed.xml")
    let tree = try #require(XMLTree.ofXML(Self.feed([entry]).bytes))
    let written = try #require(tree.root?.elements.last { $0.name == "entry" }?.elements)
    #expect(written.map(\.name) == ["id", "title", "updated", "link", "summary"])
    #expect(written[3].attribute("href") == signs.withoutControls)
    let summary = try #require(written[4].firstChild)
    #expect(String(decoding: summary.content, as: UTF8.self) == signs.withoutControls)
  }
}
