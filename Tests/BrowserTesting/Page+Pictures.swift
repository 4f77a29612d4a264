import FoundationEssentials

extension Page {
  /// The page as it is printed: a PDF in the page's own paper size, or else A4.
  public func pdf() async throws -> [UInt8] {
    // Lengths of the protocol are inches.
    let answer = try await call(
      "Page.printToPDF",
      [
        "printBackground": true, "preferCSSPageSize": true, "paperWidth": .number(210 / 25.4),
        "paperHeight": .number(297 / 25.4),
      ])
    return try Self.bytes(answer, of: "PDF")
  }

  /// What is in sight of the page, as a PNG.
  public func screenshot() async throws -> [UInt8] {
    try Self.bytes(try await call("Page.captureScreenshot", ["format": "png"]), of: "picture")
  }

  private static func bytes(_ answer: JSONValue, of kind: String) throws -> [UInt8] {
    guard let text = answer["data"].string, let data = Data(base64Encoded: text) else {
      throw BrowserError("the browser gave no \(kind)")
    }
    return [UInt8](data)
  }
}
