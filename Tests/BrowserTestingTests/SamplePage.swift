import BrowserTesting
import TestingSupport

/// A page of a test in a folder of its own.
struct SamplePage {
  /// The folder, which goes away with this.
  let folder: TemporaryFolder
  /// The address of the page.
  let address: String

  /// A page with `body`, and with `head` after its title.
  init(_ body: String, head: String = "") throws {
    folder = try TemporaryFolder()
    let html = """
      <!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>页</title>
      <link rel="icon" href="data:,">\(head)</head><body>\(body)</body></html>
      """
    try TemporaryFolder.write([UInt8](html.utf8), to: folder.path + "/page.html")
    address = "file://\(folder.path)/page.html"
  }

  /// The page, opened in the browser of all tests.
  func open(withoutScripts: Bool = false, dark: Bool = false) async throws -> Page {
    let page = try await Browser.shared.page()
    if withoutScripts { try await page.disableScripts() }
    if dark { try await page.setViewport(dark: true) }
    try await page.open(address)
    return page
  }
}
