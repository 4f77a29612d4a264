import ArgumentParser
import ChineseText
import Library
import Regulations

/// A regulation as the command line names it: by the ID that `list` shows, or
/// by a title, which may be shortened as long as only one is meant.
struct RegulationName {
  private static let mostNamed = 5

  /// The words of the command line.
  let words: String
  /// The ID or the title, without 《》.
  let title: String

  /// The name that words are, less what else stands in them.
  init(_ title: String, in words: String) {
    self.words = words
    self.title = title.trimmingTitleMarks
  }

  /// Words without the name of the revision that stands in them after `@`.
  static func parted(_ words: String) -> (rest: String, revisionName: String?) {
    guard let sign = words.utf8.firstIndex(of: UInt8(ascii: "@")) else { return (words, nil) }
    let name = words[sign...].dropFirst().prefix { character in
      character.isASCII && (character.isLetter || character.isNumber || "-~".contains(character))
    }
    return (String(words[..<sign] + words[name.endIndex...]), String(name))
  }

  /// The regulation that is meant, with the status of its revisions on a day.
  ///
  /// Of several that fit equally well, it is the one with a text in force. What
  /// takes something away does not guess: with `isWhole` it is the one regulation
  /// of that whole title.
  func regulation(
    in reader: LibraryReader, on day: CalendarDate, command: StaticString, isWhole: Bool = false
  ) throws -> CataloguedRegulation {
    if let index = reader.regulationIndex(id: title) {
      return reader.regulation(at: index, on: day)
    }
    let wanted = FoldedText(title).units
    var ranked: [(rank: Int, index: Int)] = []
    for index in 0..<reader.regulationCount {
      let folded = FoldedText(reader.regulation(at: index, on: day).title).units
      guard let rank = Self.rank(of: wanted, in: folded), rank == 0 || !isWhole else { continue }
      ranked.append((rank, index))
    }
    let best = ranked.map(\.rank).min()
    var found = ranked.filter { $0.rank == best }.map { reader.regulation(at: $0.index, on: day) }
    if found.isEmpty, !isWhole { found = abbreviated(in: reader, on: day) }
    guard found.count > 1 else {
      if let only = found.first { return only }
      throw missing(in: reader, on: day, command, isWhole: isWhole)
    }
    let current = found.filter { $0.current != nil }
    if let only = current.first, current.count == 1, !isWhole { return only }
    throw unclear(among: found, command)
  }

  /// The regulations whose titles the name shortens most likely.
  private func abbreviated(
    in reader: LibraryReader, on day: CalendarDate
  ) -> [CataloguedRegulation] {
    let all = (0..<reader.regulationCount).map { reader.regulation(at: $0, on: day) }
    let matches = TitleDirectory(all.map(\.title)).matches(title, isExplicit: true)
    guard let best = matches.first else { return [] }
    return matches.filter { $0.fit == best.fit && $0.cost == best.cost }.map { all[$0.index] }
  }

  /// How well a title is what is wanted: 0 is equal, 1 ends with it, 2 holds it.
  private static func rank(of wanted: [UInt16], in title: [UInt16]) -> Int? {
    guard !wanted.isEmpty else { return nil }
    if title == wanted { return 0 }
    if title.suffix(wanted.count).elementsEqual(wanted) { return 1 }
    return title.indices.contains { title[$0...].starts(with: wanted) } ? 2 : nil
  }

  private func unclear(
    among found: [CataloguedRegulation], _ command: StaticString
  ) -> any Error {
    let sentences = Sentences.current
    var titles = sentences.list(found.prefix(Self.mostNamed).map(\.titleAndID))
    if found.count > Self.mostNamed {
      titles = sentences.text(.moreRegulations, titles, found.count - Self.mostNamed)
    }
    return Failure(
      place: "tiaowen \(command)",
      message: sentences.text(.severalRegulations, words, found.count),
      help: sentences.text(.severalRegulationsHelp, titles))
  }

  private func missing(
    in reader: LibraryReader, on day: CalendarDate, _ command: StaticString, isWhole: Bool
  ) -> any Error {
    let sentences = Sentences.current
    guard reader.regulationCount > 0 else {
      StandardError.tell(command, sentences.text(.emptyLibrary))
      return ExitCode(1)
    }
    let near = NearRegulations(to: title, in: reader, on: day).found
    let sentence: Sentence =
      title.isRegulationID ? .noSuchID : isWhole ? .noWholeTitle : .noSuchRegulation
    var lines = sentences.text(sentence, words.shown)
    if !near.isEmpty {
      let names = sentences.list(near.map(\.titleAndID))
      lines += "\n  \(sentences.text(.helpMark)): \(sentences.text(.nearRegulations, names))"
    }
    StandardError.tell(command, lines)
    return ExitCode(1)
  }
}

/// The regulations whose title or ID is like one that does not exist.
struct NearRegulations {
  private static let mostNamed = 3

  /// Those nearest first.
  let found: [CataloguedRegulation]

  /// The regulations of a library that are like `name`.
  init(to name: String, in reader: LibraryReader, on day: CalendarDate) {
    let all = (0..<reader.regulationCount).map { reader.regulation(at: $0, on: day) }
    let near =
      name.isRegulationID
      ? all.compactMap { regulation in
        Self.distance(of: name, from: regulation.id).map { ($0, regulation) }
      } : Self.sharing(name, among: all)
    found = near.sorted { ($0.0, $0.1.title.utf8.count) < ($1.0, $1.1.title.utf8.count) }
      .prefix(Self.mostNamed).map { $0.1 }
  }

  /// How many signs of two IDs differ, when they are few.
  private static func distance(of name: String, from id: String) -> Int? {
    let count = abs(name.utf8.count - id.utf8.count) + zip(name.utf8, id.utf8).count { $0 != $1 }
    return count <= 2 ? count : nil
  }

  /// Those whose titles share at least half of the pairs of a name.
  private static func sharing(
    _ name: String, among all: [CataloguedRegulation]
  ) -> [(Int, CataloguedRegulation)] {
    let wanted = pairs(of: name)
    guard !wanted.isEmpty else { return [] }
    return all.compactMap { regulation in
      let count = wanted.intersection(pairs(of: regulation.title)).count
      return 2 * count >= wanted.count ? (wanted.count - count, regulation) : nil
    }
  }

  private static func pairs(of text: String) -> Set<UInt32> {
    let units = FoldedText(text).units
    return Set(zip(units, units.dropFirst()).map { UInt32($0) << 16 | UInt32($1) })
  }
}

extension CataloguedRegulation {
  /// The title in 《》 with the ID after it.
  var titleAndID: String { Sentences.current.text(.titleAndID, title.asTitle, id) }
}

extension String {
  /// Whether the text looks like the ID of a regulation.
  var isRegulationID: Bool { hasPrefix("r-") && !utf8.dropFirst(2).contains { $0 >= 0x80 } }

  /// The text without blanks around it and without 《》.
  var trimmingTitleMarks: String {
    var rest = Substring(self)
    while let first = rest.first, "《〈 　".contains(first) { rest.removeFirst() }
    while let last = rest.last, "》〉 　".contains(last) { rest.removeLast() }
    return String(rest)
  }
}
