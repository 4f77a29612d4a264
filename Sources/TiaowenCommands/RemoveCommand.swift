import ArgumentParser
import ChineseText
import Library
import SystemPackage

/// `tiaowen remove`: takes regulations or single revisions out of the library.
struct RemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration("remove", .aboutRemove, .moreAboutRemove)

  @OptionGroup var library: LibraryOption
  @OptionGroup var writing: WriterOptions

  @Option(help: .init(.formatHelp, "form"))
  var format = OutputFormat.text

  @Argument(help: .init(.removedHelp, "id"))
  var regulations: [String]

  func run() throws {
    let reader = try library.open()
    let day = try CalendarDate.today()
    // All are found before the first is removed: it is all of them, or none.
    let targets = try regulations.map { try RemovalTarget($0, in: reader, on: day) }
    var removals: [Removal] = []
    do throws(LibraryError) {
      let writer = try LibraryWriter(
        directory: library.path.string, patience: writing.patience)
      for target in targets {
        let stored = try writer.remove(regulation: target.id, revision: target.revisionName)
        removals += try stored.map { revision throws(LibraryError) in
          try Removal(revision, in: reader, on: day)
        }
      }
      try writer.commit()
    } catch {
      throw Failure(error)
    }
    let report = RemovalReport(
      removals: removals, library: library, left: try library.open(), day: day)
    var output = StandardOutput()
    output.write(format == .json ? report.json : report.lines)
  }
}

/// A regulation or a revision to be removed.
private struct RemovalTarget {
  let id: String
  let revisionName: String?

  init(_ words: String, in reader: LibraryReader, on day: CalendarDate) throws {
    let (title, revisionName) = RegulationName.parted(words)
    let regulation = try RegulationName(title, in: words)
      .regulation(in: reader, on: day, command: "remove", isWhole: true)
    id = regulation.id
    self.revisionName = revisionName
    let names = regulation.revisions.map(\.name)
    guard let revisionName, !names.contains(revisionName) else { return }
    let sentences = Sentences.current
    StandardError.tell(
      "remove", sentences.text(.noSuchRevision, revisionName.shown, sentences.list(names)))
    throw ExitCode(1)
  }
}

/// A revision that was removed.
struct Removal {
  let revision: StoredRevision
  /// Whether its file gives the text still, so that it can be brought back.
  let canReturn: Bool

  /// - Parameter reader: The library as it was before.
  init(
    _ revision: StoredRevision, in reader: LibraryReader, on day: CalendarDate
  ) throws(LibraryError) {
    self.revision = revision
    let revisions = reader.regulationIndex(id: revision.regulationID)
      .map { reader.regulation(at: $0, on: day).revisions }
    guard let catalogued = revisions?.first(where: { $0.name == revision.revision }) else {
      canReturn = false
      return
    }
    canReturn = try reader.source(of: catalogued)?.isAsItWas ?? false
  }
}

/// What `remove` did, what is left, and how to get back what is gone.
private struct RemovalReport {
  let removals: [Removal]
  let library: LibraryOption
  /// The library as it is now.
  let left: LibraryReader
  let day: CalendarDate
  private let sentences = Sentences.current

  init(removals: [Removal], library: LibraryOption, left: LibraryReader, day: CalendarDate) {
    self.removals = removals
    self.library = library
    self.left = left
    self.day = day
  }

  private func rest(ofRegulation id: String) -> [String] {
    left.regulationIndex(id: id).map { left.regulation(at: $0, on: day).revisions.map(\.name) }
      ?? []
  }

  private var ids: [String] {
    var ids: [String] = []
    for removal in removals where !ids.contains(removal.revision.regulationID) {
      ids.append(removal.revision.regulationID)
    }
    return ids
  }

  var lines: String {
    var lines = ""
    for id in ids {
      let rest = rest(ofRegulation: id)
      let own = removals.filter { $0.revision.regulationID == id }
      for removal in own {
        let revision = removal.revision
        lines += sentences.text(
          .removed, revision.title.asTitle, revision.revision, id, revision.path.shown)
        lines += "\n"
      }
      let names = rest.joined(separator: sentences.isChinese ? "、" : ", ")
      lines += "  \(rest.isEmpty ? sentences.text(.nothingLeft) : sentences.text(.left, names))\n"
      let first = rest.isEmpty ? own.firstIndex { $0.canReturn } : nil
      for (index, removal) in own.enumerated() {
        lines += "  \(way(back: removal, asNew: index == first))\n"
      }
    }
    lines += sentences.text(
      .libraryReport, library.path.asText.shown, left.regulationCount, left.revisionCount)
    return lines + "\n"
  }

  private func way(back removal: Removal, asNew isNew: Bool) -> String {
    let revision = removal.revision
    guard removal.canReturn else {
      return sentences.text(.noWayBack, revision.revision, revision.path.shown)
    }
    let option = isNew ? "--new" : "--revision-of \(revision.regulationID)"
    let path = revision.path.quotedForShell
    return sentences.text(
      .wayBack, revision.revision, "tiaowen ingest \(option) \(path)\(library.argument)")
  }

  var json: String {
    var json = JSONWriter()
    json.object { json in
      json.array("removed", removals) { json, removal in
        json.object { json in
          json.member("regulation", removal.revision.title)
          json.member("regulationID", removal.revision.regulationID)
          json.member("revision", removal.revision.revision)
          json.member("source", removal.revision.path)
          json.member("canReturn", removal.canReturn)
        }
      }
      json.array("left", ids) { json, id in
        json.object { json in
          json.member("regulationID", id)
          json.array("revisions", rest(ofRegulation: id)) { $0.value($1) }
        }
      }
      json.write(left, at: library)
    }
    json.endLine()
    return String(decoding: json.bytes, as: UTF8.self)
  }
}

extension JSONWriter {
  /// Writes what a library holds as the member `library`.
  mutating func write(_ reader: LibraryReader, at library: LibraryOption) {
    object("library") { json in
      json.member("path", library.path.asText)
      json.member("regulations", reader.regulationCount)
      json.member("revisions", reader.revisionCount)
    }
  }
}
