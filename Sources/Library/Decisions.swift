internal import ChineseText

/// What people decided about a library, which no source says.
///
/// It is kept by paths, titles and IDs, so that it outlives the texts it is about
/// and can be carried into a library that is made anew.
struct Decisions: Hashable, Sendable {
  /// A text that was removed, and does not come back while its file gives it.
  struct Removal: Hashable, Sendable {
    var path: String
    var content: ContentHash
    /// The regulation that it belonged to, whose numbers are not used again.
    var regulation: UInt32
    var title: String
    var ordinal: Int
    var edition: Int
    var day: CalendarDate?

    /// The name that the revision had.
    var name: String { RevisionName(day: day, edition: edition, ordinal: ordinal).text }
  }

  /// The day on which a regulation was repealed, and by which.
  struct Repeal: Hashable, Sendable {
    var day: CalendarDate
    var by: UInt32?
  }

  /// What was supplied where a text is silent, by path and title in the text.
  var supplements = OriginTable<Supplement>()
  /// The regulations that texts were told to belong to, by path and title.
  var assignments = OriginTable<UInt32>()
  /// What was removed, in the order in which that happened.
  var removals: [Removal] = []
  /// The regulations that were repealed, by ID.
  var repeals: [UInt32: Repeal] = [:]

  /// Makes what was decided about the texts of a path hold for another one.
  mutating func move(from old: String, to new: String) {
    supplements.move(from: old, to: new)
    assignments.move(from: old, to: new)
    for index in removals.indices where removals[index].path == old { removals[index].path = new }
  }
}

/// Values for texts, by the path of their source and the title that they print.
struct OriginTable<Value: Hashable & Sendable>: Hashable, Sendable {
  private var values: [String: [String: Value]] = [:]

  /// What is kept about a text.
  ///
  /// - Parameter isOnly: Whether its source gives no other. If it gave no other
  ///   before, the value is found whatever the text was called then.
  func value(path: String, title: String, isOnly: Bool) -> Value? {
    guard let titled = values[path] else { return nil }
    return titled[title] ?? (isOnly && titled.count == 1 ? titled.values.first : nil)
  }

  /// Keeps a value for a text, in place of what is found for it.
  mutating func keep(_ value: Value, path: String, title: String, isOnly: Bool) {
    if isOnly, values[path]?.count == 1 { values[path] = [:] }
    values[path, default: [:]][title] = value
  }

  /// Gives the values of a path to another one, where that has none.
  mutating func move(from old: String, to new: String) {
    guard let moved = values.removeValue(forKey: old) else { return }
    values[new, default: [:]].merge(moved) { own, _ in own }
  }

  /// Forgets the values that a condition holds for.
  mutating func remove(where condition: (Value) -> Bool) {
    values = values.mapValues { $0.filter { !condition($0.value) } }.filter { !$0.value.isEmpty }
  }

  /// All values in the order of paths and titles.
  var rows: [(path: String, title: String, value: Value)] {
    values.sorted { $0.key.isBefore($1.key) }.flatMap { path, titled in
      titled.sorted { $0.key.isBefore($1.key) }.map { (path, $0.key, $0.value) }
    }
  }
}
