import ChineseText
internal import DocumentReaders
import Library
import Regulations
import Search
internal import Splitting
import TestingSupport

/// What must hold of the answer to any query.
enum QueryCheck {
  static func faults(in bytes: [UInt8]) -> [String] {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let library = SearchedText.shared else { return ["there is no library to search"] }
    var faults: [String] = []
    for match in SearchOptions.Match.allCases {
      let options = SearchOptions(on: library.day, limit: 3, context: 1, match: match)
      guard let result = try? Searcher(library.reader, options).search(text) else { continue }
      if result.hits.count > max(result.total, 0) {
        faults.append("\(result.hits.count) hits of \(result.total)")
      }
      faults += result.hits.flatMap { Self.faults(of: $0) }
    }
    return faults
  }

  private static func faults(of hit: Hit) -> [String] {
    hit.matches.compactMap { match in
      guard let text = text(of: match, in: hit) else { return "a match of \(hit.id) is nowhere" }
      let isInside =
        match.start >= 0 && match.start < match.end && match.end <= text.unicodeScalars.count
      return isInside
        ? nil : "\(match.start)..<\(match.end) marks nothing in the \(match.field) of \(hit.id)"
    }
  }

  private static func text(of match: Match, in hit: Hit) -> String? {
    switch match.field {
    case .text: hit.text
    case .title: hit.regulation
    case .heading:
      match.id == hit.id || match.id == nil
        ? hit.heading : hit.path.first { $0.id == match.id }?.heading
    }
  }
}

/// A small library that lasts as long as the process.
private struct SearchedText {
  let folder: TemporaryFolder
  let reader: LibraryReader
  let day: CalendarDate

  static let shared = try? SearchedText()

  private static let text = """
    考勤管理办法
    第一章 总则
    第一条 为了加强考勤管理，制定本办法。工时，是指标准工作时间。
    第二条 本办法适用于全体员工：
    （一）正式员工；
    （二）试用期员工，ABC 12 次 PM2.5。
    第二章 休假
    第三条 年休假依照第二条的规定办理。
    """

  private init?() throws {
    guard let day = CalendarDate("2025-06-01") else { return nil }
    self.day = day
    folder = try TemporaryFolder()
    let document = try TextReader().read(Array(Self.text.utf8), path: "a.txt")
    let writer = try LibraryWriter(directory: folder.path)
    try writer.add(
      Splitter().split(document), text: document.text,
      source: SourceFile(path: "a.txt", bytes: document.text.utf8, format: .text))
    try writer.commit()
    reader = try LibraryReader(directory: folder.path)
  }
}
