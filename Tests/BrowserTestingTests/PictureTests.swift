import BrowserTesting
import Testing

/// Prints and pictures of pages.
@Suite(.serialized) struct PictureTests {
  @Test func printsItsPages() async throws {
    let page = try await SamplePage(
      "<p>第一页</p><p style='break-before: page'>第二页</p>"
    ).open()
    let print = try await Print(page.pdf())
    #expect(print.bytes.starts(with: "%PDF-".utf8))
    #expect(print.pages.count == 2)
    #expect(print.pages.map { $0.contains("页") } == [true, true])
  }

  @Test func showsItsWindow() async throws {
    let page = try await SamplePage("<p>文</p>").open()
    try await page.setViewport(width: 300, height: 200)
    let picture = try await page.screenshot()
    #expect(picture.prefix(4) == [0x89, 0x50, 0x4E, 0x47])
    // Width and height stand after the signature and the head of the first chunk.
    #expect(picture.dropFirst(16).prefix(8) == [0, 0, 1, 44, 0, 0, 0, 200])
  }
}
