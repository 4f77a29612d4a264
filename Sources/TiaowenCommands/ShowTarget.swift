import ArgumentParser
import ChineseText
import Library
import Regulations

/// What `show` was asked for, and what of a library that is.
struct ShowTarget {
  /// The regulation.
  let name: RegulationName
  /// The name of the revision, or `nil` for what is in force.
  let revisionName: String?
  private let place: PlacePath?

  /// What the words of the command line ask for.
  init(_ words: String) {
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
    guard let citation = Citation(words), let name = citation.title else { return (title, nil) }
    var bare = citation
    bare.title = nil
    return (name, PlacePath(bare.description))
  }

  /// The revision that was named, else the one in force.
  func revision(
    of regulation: CataloguedRegulation, on day: CalendarDate, in library: LibraryOption
  ) throws -> CataloguedRevision {
    let named = revisionName.map { name in regulation.revisions.first { $0.name == name } }
    if let revision = named ?? regulation.current { return revision }
    StandardError.tell("show", sentence(aboutNoTextOf: regulation, on: day, in: library))
    throw ExitCode(1)
  }

  private func sentence(
    aboutNoTextOf regulation: CataloguedRegulation, on day: CalendarDate,
    in library: LibraryOption
  ) -> String {
    let sentences = Sentences.current
    if let revisionName {
      let names = regulation.revisions.map(\.name)
      return sentences.text(.noSuchRevision, revisionName.shown, sentences.list(names))
    }
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
      StandardError.tell("show", Self.sentence(about: error, in: revision, named: revisionName))
      return nil
    }
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
