import ArgumentParser
import ChineseText
import Library
import Regulations

/// `tiaowen show`: a regulation, or one article of it, as text to read.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a regulation or one of its articles.",
    discussion: """
      《名称》第三十九条 shows an article, 名称 alone the whole regulation. A title may be \
      shortened as long as only one regulation is meant; the ID that 'tiaowen list' shows does \
      too. @2022-01-01 after it names a revision.
      """)

  @OptionGroup var library: LibraryOption

  @Option(help: "text for people, json for one object.")
  var format = OutputFormat.text

  @Option(help: "Show what is in force on this day, as 2024-03-01 (default: today).")
  var on: CalendarDate?

  @Argument(help: "The title, with the article's number if only that is wanted.")
  var citation: [String]

  func run() throws {
    let reader = try library.open()
    let wanted = ShowTarget(citation.joined(separator: " "))
    let regulation = try wanted.regulation(in: reader, on: on ?? CalendarDate.today())
    let catalogued = try wanted.revision(of: regulation)
    let revision = reader.revision(catalogued)
    let range = try wanted.provisions(of: revision)
    let shown = ShownText(
      regulation: regulation, catalogued: catalogued, revision: revision, range: range)
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
  private let citation: Citation?

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
    citation = Citation(rest)
    title = citation?.title ?? rest.trimmingTitleMarks
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
    let titles = found.prefix(5).map { "\($0.title.asTitle) \($0.id)" }.joined(separator: ", ")
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

  /// The provisions that are meant: an article with what is below it, or all.
  func provisions(of revision: Revision) throws -> Range<Int> {
    guard let number = citation?.article else { return revision.provisions.indices }
    let start = revision.provisions.firstIndex { $0.kind == .article && $0.number == number }
    guard let start else {
      StandardError.write(
        Sentences.current.text(.noSuchArticle, revision.title.asTitle, "\(number)") + "\n")
      throw ExitCode(1)
    }
    var end = start + 1
    while end < revision.provisions.count, let parent = revision.provisions[end].parent,
      parent >= start
    {
      end += 1
    }
    return start..<end
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
