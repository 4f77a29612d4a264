import ChineseText
import Testing
import TestingSupport

@testable import Library

/// Random changes, made to a library and to a plain list of its texts.
private struct RandomChanges {
  private var generator: SeededGenerator
  private let library: TemporaryLibrary
  private var writer: LibraryWriter?
  private var model = LibraryModel()
  private var pathCount = 0
  private var titleCount = 0
  private var byteCount = 0

  init(seed: UInt64, _ policy: CataloguePolicy) throws {
    generator = SeededGenerator(seed: seed)
    library = try TemporaryLibrary(policy: policy)
  }

  mutating func run(_ count: Int) throws {
    for _ in 0..<count {
      try change()
      guard Int.random(in: 0..<3, using: &generator) == 0 else { continue }
      try open().commit()
      if Bool.random(using: &generator) { writer = nil }
      try compare()
    }
  }

  private mutating func open() throws -> LibraryWriter {
    let open = try writer ?? library.writer()
    writer = open
    return open
  }

  private mutating func change() throws {
    switch Int.random(in: 0..<13, using: &generator) {
    case 0...2: try addPage()
    case 3...6: try changePage()
    case 7: try copyPage()
    case 8: try removePath()
    case 9, 10: try removeRevision()
    case 11: try movePath()
    default: try repeal()
    }
  }

  private mutating func give(_ texts: [LibraryModel.Text], from path: String) throws {
    byteCount += 1
    let filed = try open().add(texts.map { $0.revision }, from: path, bytes: "\(byteCount)")
    #expect(filed.map { $0.outcome } == model.give(texts, from: path), "\(path)")
  }

  private mutating func addPage() throws {
    pathCount += 1
    var texts: [LibraryModel.Text] = []
    for _ in 0..<Int.random(in: 1...3, using: &generator) {
      titleCount += 1
      let day = Bool.random(using: &generator) ? randomDay() : nil
      texts.append(.init(title: "第\(titleCount)号制度", articles: randomArticles(), day: day))
    }
    try give(texts, from: "甲/\(pathCount).txt")
  }

  private mutating func changePage() throws {
    guard let path = randomPath("甲"), var texts = model.pages[path] else { return }
    let index = Int.random(in: texts.indices, using: &generator)
    switch Int.random(in: 0..<3, using: &generator) {
    case 0:
      let taken = Set((model.stored[texts[index].title] ?? []).map { $0.text.day })
      texts[index].articles = randomArticles()
      if texts[index].day != nil {
        repeat { texts[index].day = randomDay() } while taken.contains(texts[index].day)
      }
    case 1:
      guard !model.removed.contains(texts[index]) else { return }
      texts[index].articles[texts[index].articles.count - 1] += "改"
    default: texts.shuffle(using: &generator)
    }
    try give(texts, from: path)
  }

  private mutating func copyPage() throws {
    guard let path = randomPath("甲") else { return }
    let texts = (model.pages[path] ?? []).filter { !model.removed.contains($0) }
    pathCount += 1
    try give(texts, from: "乙/\(pathCount).txt")
  }

  private mutating func removePath() throws {
    guard let path = randomPath("") else { return }
    try open().remove(sourceAt: path)
    model.remove(path: path)
  }

  private mutating func movePath() throws {
    guard let path = randomPath("") else { return }
    pathCount += 1
    let new = "\(path.prefix(2))\(pathCount).txt"
    #expect(try open().move(sourceAt: path, to: new))
    model.move(path: path, to: new)
  }

  private mutating func removeRevision() throws {
    guard let (title, id) = try randomRegulation() else { return }
    let names = (model.stored[title] ?? []).map { $0.name }
    let name = Bool.random(using: &generator) ? names.randomElement(using: &generator) : nil
    let removed = try open().remove(regulation: id, revision: name)
    #expect(Set(removed.map { $0.revision }) == Set(name.map { [$0] } ?? names))
    model.remove(title: title, revision: name)
  }

  private mutating func repeal() throws {
    guard let (title, id) = try randomRegulation() else { return }
    if model.repeals[title] != nil {
      #expect(try open().undoRepeal(of: id))
      model.repeals[title] = nil
    } else {
      guard let day = randomDay() else { return }
      try open().repeal(id, on: day)
      model.repeals[title] = day
    }
  }

  // MARK: Comparing

  private func compare() throws {
    let reader = try library.open()
    #expect(reader.verify().isEmpty)
    for day in ["1999-12-31", "2012-06-15", "2030-01-01"].compactMap({ CalendarDate($0) }) {
      var listing: [String] = []
      for index in 0..<reader.regulationCount {
        for revision in reader.regulation(at: index, on: day).revisions {
          let path = try reader.source(of: revision)?.path ?? ""
          let words = "\(revision.title) \(revision.name) \(revision.status.rawValue) \(path)"
          listing.append(words)
        }
      }
      #expect(listing == model.listing(on: day))
    }
    for index in 0..<reader.regulationCount {
      for revision in reader.regulation(at: index, on: someDay).revisions {
        let text = model.stored[revision.title]?.first { $0.name == revision.name }?.text
        #expect(try reader.revision(revision) == text?.revision)
      }
    }
    #expect(reader.sourcePaths == model.pages.keys.sorted { $0.isBefore($1) })
  }

  // MARK: Choosing

  private mutating func randomPath(_ folder: String) -> String? {
    model.pages.keys.filter { $0.hasPrefix(folder) }.sorted { $0.isBefore($1) }
      .randomElement(using: &generator)
  }

  private mutating func randomRegulation() throws -> (title: String, id: String)? {
    try open().commit()
    let reader = try library.open()
    guard reader.regulationCount > 0 else { return nil }
    let index = Int.random(in: 0..<reader.regulationCount, using: &generator)
    let regulation = reader.regulation(at: index, on: someDay)
    return (regulation.title, regulation.id)
  }

  private mutating func randomDay() -> CalendarDate? {
    CalendarDate(
      year: Int.random(in: 2000...2024, using: &generator),
      month: Int.random(in: 1...12, using: &generator),
      day: Int.random(in: 1...28, using: &generator))
  }

  private mutating func randomArticles() -> [String] {
    (0..<Int.random(in: 3...8, using: &generator)).map { _ in
      let units = (0..<40).map { _ in UInt16.random(in: 0x4E00...0x9FA5, using: &generator) }
      return String(decoding: units, as: UTF16.self)
    }
  }
}

extension String {
  fileprivate func isBefore(_ other: String) -> Bool {
    utf8.lexicographicallyPrecedes(other.utf8)
  }
}

@Suite struct LibraryModelTests {
  // The catalogue stands in the manifest, in a file of its own, or in both.
  @Test(arguments: zip([1, 2, 3] as [UInt64], [.init(), .always, .soon] as [CataloguePolicy]))
  func keepsExactlyWhatAPlainListKeeps(seed: UInt64, policy: CataloguePolicy) throws {
    var changes = try RandomChanges(seed: seed, policy)
    try changes.run(40)
  }
}
