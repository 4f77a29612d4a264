import ChineseText
import DocumentReaders
import Library
import Regulations
import Search
import Splitting
import TestingSupport

let someDay = CalendarDate("2025-06-01") ?? fallbackDay
private let fallbackDay: CalendarDate = someDay

/// A library in a temporary folder that is searched.
struct SearchedLibrary {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  /// A library of one source.
  init(_ regulations: [Revision]) throws {
    try self.init()
    try add(regulations, from: "a.txt")
  }

  var path: String { folder.path + "/library" }

  func add(_ regulations: [Revision], from source: String) throws {
    let writer = try LibraryWriter(directory: path)
    let split = SplitDocument(
      regulations: regulations, rejected: [], diagnostics: [], ledger: Ledger())
    try writer.add(
      split, text: SourceText(""), source: SourceFile(path: source, bytes: [], format: .text))
    try writer.commit()
  }

  func search(_ query: String, _ options: SearchOptions = .init(on: someDay)) throws
    -> SearchResult
  {
    try Searcher(LibraryReader(directory: path), options).search(query)
  }

  /// The label, or else the ID, of every hit.
  func labels(_ query: String, _ options: SearchOptions = .init(on: someDay)) throws -> [String] {
    try search(query, options).hits.map { $0.label ?? $0.id }
  }
}

extension Hit {
  /// What is marked in the text.
  var marked: [String] {
    matches.filter { $0.field == .text }.map { match in
      let scalars = Array(text.unicodeScalars)[match.start..<match.end]
      return String(String.UnicodeScalarView(scalars))
    }
  }
}
