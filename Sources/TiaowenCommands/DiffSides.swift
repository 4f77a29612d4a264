import ArgumentParser
import ChineseText
import Glibc
import Library
import Regulations
import Splitting
import SystemPackage

/// One of two texts that are compared.
struct DiffSide {
  /// The text.
  let revision: Revision
  /// What the command line calls it: a path, or the name of a revision.
  let name: String
  /// The day from which it holds, if it is known.
  let day: CalendarDate?
  /// The address of its regulation; `nil` for a file.
  var regulationID: String?
}

/// Finds the two texts of `diff`: files, or revisions of the library.
struct DiffSides {
  let library: LibraryOption
  /// Which regulation is meant of a file that holds several, from 1 on.
  let part: Int?
  let day: CalendarDate

  /// The texts that two words of the command line name.
  func read(_ old: String, _ new: String) throws -> (DiffSide, DiffSide) {
    let paths = PathArguments.paths(of: [old, new])
    return (try read(old, paths[0]), try read(new, paths[1]))
  }

  private func read(_ words: String, _ path: FilePath) throws -> DiffSide {
    let exists = path.withPlatformString { access($0, F_OK) == 0 }
    // A name with a date or in 《》 is none of a file that is missing.
    let isName = words.contains("@") || words.contains("《") || words.isRegulationID
    if path == "-" || exists || !isName && looksLikeFile(words) { return try file(path) }
    return try filed(words)
  }

  private func looksLikeFile(_ words: String) -> Bool {
    words.contains("/") || words.contains(".")
  }

  // MARK: Files

  private func file(_ path: FilePath) throws -> DiffSide {
    let regulations = try SplitFile.reading(path).get().split.regulations
    let sentences = Sentences.current
    guard !regulations.isEmpty else {
      throw Failure(
        place: path.asText, message: sentences.text(.noRegulationInFile),
        help: sentences.text(.noRegulationInFileHelp, path.asText.quotedForShell))
    }
    let titles = sentences.list(
      regulations.enumerated().map { "\($0 + 1) \($1.title.asTitle)" })
    guard regulations.count == 1 || part != nil else {
      throw Failure(
        place: path.asText, message: sentences.text(.severalInFile, regulations.count),
        help: sentences.text(.severalInFileHelp, titles))
    }
    let number = regulations.count == 1 ? 1 : part ?? 1
    guard number <= regulations.count else {
      throw Failure(
        place: path.asText, message: sentences.text(.noSuchPartOfFile, number),
        help: sentences.text(.severalInFileHelp, titles))
    }
    let revision = regulations[number - 1]
    return DiffSide(
      revision: revision, name: path.asText, day: RevisionDates(revision.metadata).day)
  }

  // MARK: Revisions of the library

  private func filed(_ words: String) throws -> DiffSide {
    let reader = try library.open()
    let (rest, revisionName) = RegulationName.parted(words)
    let regulation = try RegulationName(rest, in: words)
      .regulation(in: reader, on: day, command: "diff")
    let named = regulation.revisions.first { $0.name == revisionName }
    guard let catalogued = revisionName == nil ? regulation.current : named else {
      let sentences = Sentences.current
      let names = sentences.list(regulation.revisions.map(\.name))
      throw Failure(
        place: regulation.title.asTitle,
        message: revisionName.map { sentences.text(.noRevisionOfName, $0.shown) }
          ?? sentences.text(.nothingCurrent),
        help: sentences.text(.revisionsThatExist, names))
    }
    return DiffSide(
      revision: try reader.revision(catalogued), name: catalogued.name, day: catalogued.dates.day,
      regulationID: regulation.id)
  }
}
