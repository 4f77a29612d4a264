import ChineseText
import Library
import Regulations
import TestingSupport

/// A library in the plainest form: lists of texts, nothing of it on disk.
///
/// Its regulations have titles of their own, so that filing has no doubt: a text
/// that differs is a new revision, unless only its last sign does.
struct LibraryModel {
  struct Text: Hashable {
    var title: String
    var articles: [String]
    var day: CalendarDate?

    var revision: Revision { Samples.rules(title, on: day?.description, articles) }
  }

  struct Stored {
    var text: Text
    var ordinal: Int
    var path: String
    var copies: Set<String> = []

    var name: String { text.day?.description ?? "r\(ordinal)" }
  }

  /// What each path gives now.
  var pages: [String: [Text]] = [:]
  var stored: [String: [Stored]] = [:]
  var lastOrdinals: [String: Int] = [:]
  var removed: Set<Text> = []
  var repeals: [String: CalendarDate] = [:]

  /// Notes what becomes of the texts of a path, as the library should.
  mutating func give(_ texts: [Text], from path: String) -> [FiledRevision.Outcome] {
    let before = pages[path] ?? []
    pages[path] = texts
    return texts.map { give($0, from: path, after: before) }
  }

  private mutating func give(
    _ text: Text, from path: String, after before: [Text]
  ) -> FiledRevision.Outcome {
    if removed.contains(text) { return .removed }
    var rows = stored[text.title] ?? []
    if let index = rows.firstIndex(where: { $0.text == text }) {
      if rows[index].path != path { rows[index].copies.insert(path) }
      stored[text.title] = rows
      return .known
    }
    let corrected = before.first { $0.title == text.title && $0.isNearly(text) }
    if let corrected, let index = rows.firstIndex(where: { $0.text == corrected }) {
      rows[index].text = text
      stored[text.title] = rows
      return .replaced
    }
    let ordinal = lastOrdinals[text.title, default: 0] + 1
    lastOrdinals[text.title] = ordinal
    stored[text.title] = rows + [Stored(text: text, ordinal: ordinal, path: path)]
    return rows.isEmpty ? .added : .newRevision
  }

  /// The path that gives all that another one does, if there is one.
  private func heir(of path: String) -> String? {
    let given = (pages[path] ?? []).compactMap { text in
      stored[text.title]?.first { $0.text == text }
    }.map { $0.copies.union([$0.path]).subtracting([path]) }
    guard let first = given.first else { return nil }
    return given.reduce(first) { $0.intersection($1) }.firstPath
  }

  mutating func move(path: String, to new: String) {
    pages[new] = pages.removeValue(forKey: path)
    stored = stored.mapValues { rows in
      rows.map { row in
        var row = row
        if row.path == path { row.path = new }
        if row.copies.remove(path) != nil { row.copies.insert(new) }
        return row
      }
    }
  }

  mutating func remove(path: String) {
    let heir = heir(of: path)
    pages[path] = nil
    stored = stored.mapValues { rows in
      rows.compactMap { row in
        var row = row
        if row.path == path {
          guard let heir = heir ?? row.copies.firstPath else { return nil }
          row.path = heir
        }
        row.copies.subtract([path, row.path])
        return row
      }
    }
  }

  mutating func remove(title: String, revision name: String?) {
    for row in stored[title] ?? [] where name == nil || row.name == name {
      removed.insert(row.text)
    }
    stored[title]?.removeAll { name == nil || $0.name == name }
    if stored[title]?.isEmpty ?? true { repeals[title] = nil }
  }

  /// A line for each revision, in the order of the library.
  func listing(on day: CalendarDate) -> [String] {
    stored.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.flatMap { title in
      let rows = (stored[title] ?? []).sorted {
        $0.text.day == $1.text.day ? $0.ordinal < $1.ordinal : $0.text.isBefore($1.text)
      }
      let current = rows.lastIndex { $0.text.day.map { $0 <= day } ?? true }
      return rows.indices.map { index in
        let status = status(of: rows[index], index, current, title, day)
        return "\(title) \(rows[index].name) \(status) \(rows[index].path)"
      }
    }
  }

  private func status(
    of row: Stored, _ index: Int, _ current: Int?, _ title: String, _ day: CalendarDate
  ) -> String {
    guard let current, index <= current else { return "not-yet-in-force" }
    if index < current { return "amended" }
    if let repeal = repeals[title], repeal <= day, row.text.day.map({ $0 < repeal }) ?? true {
      return "repealed"
    }
    return row.text.day == nil ? "unknown" : "in-force"
  }
}

extension LibraryModel.Text {
  /// Whether a text only corrects this one.
  fileprivate func isNearly(_ other: Self) -> Bool {
    day == other.day && articles.dropLast() == other.articles.dropLast()
  }

  fileprivate func isBefore(_ other: Self) -> Bool {
    guard let day, let later = other.day else { return day == nil }
    return day < later
  }
}

extension Set<String> {
  /// The first in the order of bytes.
  fileprivate var firstPath: String? {
    self.min { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
