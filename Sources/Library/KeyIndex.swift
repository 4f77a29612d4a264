/// The places of rows by a key of theirs.
///
/// A change of one text asks a few times, for which looking at all keys is the
/// cheapest; a change of many pays for a table once.
struct KeyIndex {
  private static let fewQuestions = 16

  private var keys: [UInt64] = []
  private var rows: [Int32] = []
  private var table: [UInt64: [Int32]] = [:]
  /// The number of keys that the table has.
  private var tabled = 0
  private var questionCount = 0

  /// Adds a key of a row.
  mutating func append(_ key: UInt64, _ row: Int) {
    keys.append(key)
    rows.append(Int32(truncatingIfNeeded: row))
  }

  /// The rows with a key, in the order in which they were added, each once.
  subscript(_ key: UInt64) -> [Int] {
    mutating get {
      questionCount += 1
      var found: [Int32]
      if questionCount <= Self.fewQuestions {
        found = keys.indices.filter { keys[$0] == key }.map { rows[$0] }
      } else {
        fillTable()
        found = table[key] ?? []
      }
      if found.count > 1 {
        var seen: Set<Int32> = []
        found = found.filter { seen.insert($0).inserted }
      }
      return found.map { Int($0) }
    }
  }

  private mutating func fillTable() {
    while tabled < keys.count {
      table[keys[tabled], default: []].append(rows[tabled])
      tabled += 1
    }
  }
}
