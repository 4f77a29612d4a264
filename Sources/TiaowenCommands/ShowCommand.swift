import ArgumentParser
import ChineseText
import Library
import Regulations

/// `tiaowen show`: a regulation, or one article of it, as text to read.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a regulation or a part of it.",
    discussion: """
      《名称》第三十九条 shows an article, 名称 alone the whole regulation; 第四章 a chapter with its \
      articles, 三、（一） or 6.1 a clause, 附件1 an annex. 第三十九条第二款第（一）项 marks the 款 or 项 \
      in its article; JSON names it in 'cited'. A title may be \
      shortened as long as only one regulation is meant; the ID that 'tiaowen list' shows does \
      too. @2022-01-01 after it names a revision.
      """)

  @OptionGroup var library: LibraryOption

  @Option(help: "text for people, json for one object.")
  var format = OutputFormat.text

  @Option(
    help: "Show what is in force on this day, as 2024-03-01 (default: today).",
    transform: CalendarDate.argument)
  var on: CalendarDate?

  @Argument(
    help: "The title, with the number of the article, clause or chapter if only that is wanted.")
  var citation: [String]

  func run() throws {
    let reader = try library.open()
    let wanted = ShowTarget(citation.joined(separator: " "))
    let regulation = try wanted.regulation(in: reader, on: on ?? CalendarDate.today())
    let catalogued = try wanted.revision(of: regulation)
    let revision = try reader.revision(catalogued)
    let found = try wanted.provisions(of: revision)
    let shown = ShownText(
      regulation: regulation, catalogued: catalogued, revision: revision, range: found.range,
      cited: found.cited)
    var output = StandardOutput()
    output.write(format == .json ? shown.json : shown.lines)
    output.flush()
  }
}

/// What `show` was asked for, and what of a library that is.
struct ShowTarget {
  private let words: String
  private let title: String
  private let revisionName: String?
  private let place: PlacePath?

  /// What the words of the command line ask for.
  init(_ words: String) {
    self.words = words
    var rest = words
    var name: String?
    if let sign = words.utf8.firstIndex(of: UInt8(ascii: "@")) {
      let after = words[sign...].dropFirst().prefix { character in
        character.isASCII && (character.isLetter || character.isNumber || "-~".contains(character))
      }
      name = String(after)
      rest = String(words[..<sign] + words[after.endIndex...])
    }
    revisionName = name
    (title, place) = Self.parted(rest)
  }

  /// The title and the place below it that words ask for.
  private static func parted(_ words: String) -> (title: String, place: PlacePath?) {
    let scalars = words.unicodeScalars
    let starts = scalars.indices.filter { "》〉 　".unicodeScalars.contains(scalars[$0]) }
    let isMarked = scalars.contains("》")
    // The title of 《名称》 ends with its mark, that of 名称 三 with some blank.
    for end in starts where !isMarked || scalars[end] == "》" {
      let before = String(scalars[..<end]).trimmingTitleMarks
      let after = String(scalars[scalars.index(after: end)...])
      if !before.isEmpty, let place = PlacePath(after) { return (before, place) }
    }
    let title = words.trimmingTitleMarks
    // An ID may end with digits, which are no place.
    guard !isMarked, !title.hasPrefix("r-") else { return (title, nil) }
    for start in scalars.indices.dropFirst()
    where "第附0123456789".unicodeScalars.contains(scalars[start]) {
      guard let place = PlacePath(String(scalars[start...])) else { continue }
      return (String(scalars[..<start]).trimmingTitleMarks, place)
    }
    // 第39条 名称, 名称39.
    guard let citation = Citation(words), let name = citation.title else { return (title, nil) }
    var bare = citation
    bare.title = nil
    return (name, PlacePath(bare.description))
  }

  /// The regulation that is meant.
  func regulation(
    in reader: LibraryReader, on day: CalendarDate
  ) throws -> CataloguedRegulation {
    if let index = reader.regulationIndex(id: title) {
      return reader.regulation(at: index, on: day)
    }
    let wanted = FoldedText(title).units
    var ranked: [(rank: Int, index: Int)] = []
    for index in 0..<reader.regulationCount {
      let folded = FoldedText(reader.regulation(at: index, on: day).title).units
      if let rank = Self.rank(of: wanted, in: folded) { ranked.append((rank, index)) }
    }
    let best = ranked.map(\.rank).min()
    let found = ranked.filter { $0.rank == best }.map { reader.regulation(at: $0.index, on: day) }
    guard let first = found.first, found.count == 1 else { throw unclear(among: found) }
    return first
  }

  /// How well a title is what is wanted: 0 is equal, 1 ends with it, 2 holds it.
  private static func rank(of wanted: [UInt16], in title: [UInt16]) -> Int? {
    guard !wanted.isEmpty else { return nil }
    if title == wanted { return 0 }
    if title.suffix(wanted.count).elementsEqual(wanted) { return 1 }
    return title.indices.contains { title[$0...].starts(with: wanted) } ? 2 : nil
  }

  private func unclear(among found: [CataloguedRegulation]) -> any Error {
    let sentences = Sentences.current
    guard !found.isEmpty else {
      StandardError.write(sentences.text(.noSuchRegulation, words.shown) + "\n")
      return ExitCode(1)
    }
    var titles = found.prefix(5).map { "\($0.title.asTitle) \($0.id)" }.joined(separator: ", ")
    if found.count > 5 { titles = sentences.text(.moreRegulations, titles, found.count - 5) }
    return Failure(
      place: "tiaowen show", message: sentences.text(.severalRegulations, words, found.count),
      help: sentences.text(.severalRegulationsHelp, titles))
  }

  /// The revision that was named, else the one in force, else the newest.
  func revision(of regulation: CataloguedRegulation) throws -> CataloguedRevision {
    let current = regulation.revisions.last { $0.status.isCurrent } ?? regulation.revisions.last
    let named = revisionName.map { name in regulation.revisions.first { $0.name == name } }
    if let revision = named ?? current { return revision }
    StandardError.write(
      Sentences.current.text(
        .noSuchRevision, (revisionName ?? "").shown,
        regulation.revisions.map(\.name).joined(separator: ", ")) + "\n")
    throw ExitCode(1)
  }

  /// The provisions that are meant: those of a place, or all.
  func provisions(of revision: Revision) throws -> PlaceSearch.Found {
    guard let place else { return PlaceSearch.Found(range: revision.provisions.indices) }
    do throws(PlaceSearch.Missing) {
      return try PlaceSearch(provisions: revision.provisions).find(place)
    } catch {
      StandardError.write(Self.sentence(about: error, in: revision))
      throw ExitCode(1)
    }
  }

  private static func sentence(about missing: PlaceSearch.Missing, in revision: Revision) -> String
  {
    let sentences = Sentences.current
    let title = revision.title.asTitle
    if missing.step.kinds == [.article], let number = missing.step.number {
      return sentences.text(.noSuchArticle, title, "\(number)") + "\n"
    }
    let names = missing.names.joined(separator: sentences.isChinese ? "、" : ", ")
    return sentences.text(
      .noSuchPart, title + missing.place.shown, missing.step.words.shown,
      names.isEmpty ? sentences.text(.noParts) : names) + "\n"
  }
}

extension String {
  /// The text without blanks around it and without 《》.
  fileprivate var trimmingTitleMarks: String {
    var rest = Substring(self)
    while let first = rest.first, "《〈 　".contains(first) { rest.removeFirst() }
    while let last = rest.last, "》〉 　".contains(last) { rest.removeLast() }
    return String(rest)
  }
}
