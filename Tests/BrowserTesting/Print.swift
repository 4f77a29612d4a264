import Foundation
import TestingSupport

/// A PDF and the text on each of its pages, as pdftotext reads it.
public struct Print: Sendable {
  /// The PDF.
  public let bytes: [UInt8]
  /// The text of each page, line by line.
  public let pages: [String]

  /// The print that `pdf` is.
  public init(_ pdf: [UInt8]) throws {
    bytes = pdf
    let folder = try TemporaryFolder()
    try TemporaryFolder.write(pdf, to: folder.path + "/print.pdf")
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/pdftotext")
    process.arguments = [
      "-layout", "-enc", "UTF-8", folder.path + "/print.pdf", folder.path + "/print.txt",
    ]
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw BrowserError("pdftotext does not read the print of \(pdf.count) bytes")
    }
    let text = try TemporaryFolder.bytes(at: folder.path + "/print.txt")
    // A form feed ends each page.
    pages = String(decoding: text, as: UTF8.self)
      .split(separator: "\u{C}", omittingEmptySubsequences: false).dropLast().map(String.init)
  }
}
