import ArgumentParser
import ChineseText
import Library
import Regulations

/// What `show` or `history` was asked for, and what of a library that is.
struct ShowTarget {
  /// The regulation.
  let name: RegulationName
  /// The name of the revision, or `nil` for what is in force.
  let revisionName: String?
  private let place: PlacePath?
  /// The subcommand, which says what is missing.
  private let command: StaticString

  /// What the words of the command line ask a subcommand for.
  init(_ words: String, command: StaticString) {
    self.command = command
    let (rest, revisionName) = RegulationName.parted(words)
    self.revisionName = revisionName
    let (title, place) = Self.parted(rest)
    name = RegulationName(title, in: words)
    self.place = place
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
    guard let citation = Citation(words), citation.isSingle, let name = citation.title else {
      return (title, nil)
    }
    var bare = citation
    bare.title = nil
    return (name, PlacePath(bare.description))
  }

  /// Whether only a place in the regulation is meant.
  var hasPlace: Bool { place != nil }

  /// The regulation, with the status of its revisions on a day.
  func regulation(
    in reader: LibraryReader, on day: CalendarDate
  ) throws -> CataloguedRegulation {
    try name.regulation(in: reader, on: day, command: command)
  }

  /// The revision that was named, else the one in force.
  func revision(
    of regulation: CataloguedRegulation, on day: CalendarDate, in library: LibraryOption
  ) throws -> CataloguedRevision {
    if let revision = try namedRevision(of: regulation) ?? regulation.current { return revision }
    StandardError.tell(command, sentence(aboutNoTextOf: regulation, on: day, in: library))
    throw ExitCode(1)
  }

  /// The revision that was named, or `nil` where none was.
  func namedRevision(of regulation: CataloguedRegulation) throws -> CataloguedRevision? {
    guard let revisionName else { return nil }
    if let revision = regulation.revisions.first(where: { $0.name == revisionName }) {
      return revision
    }
    let sentences = Sentences.current
    let names = regulation.revisions.map(\.name)
    StandardError.tell(
      command, sentences.text(.noSuchRevision, revisionName.shown, sentences.list(names)))
    throw ExitCode(1)
  }

  private func sentence(
    aboutNoTextOf regulation: CataloguedRegulation, on day: CalendarDate,
    in library: LibraryOption
  ) -> String {
    let sentences = Sentences.current
    let title = regulation.title.asTitle
    let isOver = regulation.revisions.last { $0.status == .repealed }
    guard let revision = isOver ?? regulation.revisions.first else { return "" }
    let sentence =
      isOver == nil
      ? sentences.text(.notBegun, title, day, revision.name)
      : sentences.text(.wasRepealed, title, regulation.repeal?.day ?? day)
    let target = "\(name.title)@\(revision.name)".quotedForShell
    let command = "tiaowen show \(target)\(library.argument)"
    return "\(sentence)\n  \(sentences.text(.helpMark)): \(command)"
  }

  /// The provisions that are meant: those of a place, or all; `nil`, with a
  /// message, when the revision does not have them.
  ///
  /// - Parameter revisionName: What the message calls the revision, if anything.
  func provisions(
    of revision: Revision, named revisionName: String?
  ) -> PlaceSearch.Found? {
    guard let place else { return PlaceSearch.Found(range: revision.provisions.indices) }
    do throws(PlaceSearch.Missing) {
      return try PlaceSearch(provisions: revision.provisions).find(place)
    } catch {
      StandardError.tell(command, Self.sentence(about: error, in: revision, named: revisionName))
      return nil
    }
  }

  /// What to write to get at the place in another revision that has it; `nil` when
  /// that does not.
  func words(forPlaceIn revision: Revision, named revisionName: String) -> String? {
    guard let place, (try? PlaceSearch(provisions: revision.provisions).find(place)) != nil else {
      return nil
    }
    let words = place.steps.map(\.words).joined()
    return "\(name.title)@\(revisionName) \(words)".quotedForShell
  }

  private static func sentence(
    about missing: PlaceSearch.Missing, in revision: Revision, named revisionName: String?
  ) -> String {
    let sentences = Sentences.current
    let title = revision.title.asTitle + (revisionName.map { "@\($0)" } ?? "")
    if missing.step.kinds == [.article], let last = missing.names.last {
      return sentences.text(.noSuchArticle, title, missing.step.words.shown, last)
    }
    let names = sentences.list(missing.names)
    return sentences.text(
      .noSuchPart, title + missing.place.shown, missing.step.words.shown,
      names.isEmpty ? sentences.text(.noParts) : names)
  }
}
