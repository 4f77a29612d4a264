import ArgumentParser
import ChineseText
import Library
import SystemPackage

/// `tiaowen repeal`: notes that a regulation no longer holds.
struct RepealCommand: ParsableCommand {
  static let configuration = CommandConfiguration("repeal", .aboutRepeal, .moreAboutRepeal)

  @OptionGroup var library: LibraryOption
  @OptionGroup var writing: WriterOptions

  @Option(
    help: .init(.repealDayHelp, "day"),
    transform: CalendarDate.argument)
  var on: CalendarDate?

  @Option(help: .init(.byHelp, "id"))
  var by: String?

  @Flag(help: .init(.undoHelp))
  var undo = false

  @Option(help: .init(.formatHelp, "form"))
  var format = OutputFormat.text

  @Argument(help: .init(.repealedHelp, "id"))
  var regulation: String

  func validate() throws {
    let isWhole = undo ? on == nil && by == nil : on != nil
    guard isWhole else { throw ValidationError(Sentences.current.text(.onOrUndo)) }
  }

  func run() throws {
    let reader = try library.open()
    let today = try CalendarDate.today()
    func found(_ words: String) throws -> CataloguedRegulation {
      try RegulationName(words, in: words).regulation(in: reader, on: today, command: "repeal")
    }
    let repealed = try found(regulation)
    let repealing = try by.map { try found($0) }
    guard repealing?.id != repealed.id else {
      throw ValidationError(Sentences.current.text(.repealedByItself))
    }
    var isChanged = true
    do throws(LibraryError) {
      let writer = try LibraryWriter(
        directory: library.path.string, patience: writing.patience)
      if let on {
        try writer.repeal(repealed.id, on: on, by: repealing?.id)
      } else {
        isChanged = try writer.undoRepeal(of: repealed.id)
      }
      try writer.commit()
    } catch {
      throw Failure(error)
    }
    let left = try library.open()
    guard isChanged, let index = left.regulationIndex(id: repealed.id) else {
      let name = repealed.titleAndID
      StandardError.tell("repeal", Sentences.current.text(.notRepealed, name))
      throw ExitCode(1)
    }
    let report = RepealReport(
      regulation: left.regulation(at: index, on: today), repealing: repealing, library: library)
    var output = StandardOutput()
    output.write(format == .json ? report.json : report.lines)
  }
}

/// What `repeal` did, what is left, and how to undo it.
private struct RepealReport {
  /// The regulation as it is now.
  let regulation: CataloguedRegulation
  let repealing: CataloguedRegulation?
  let library: LibraryOption

  var lines: String {
    let sentences = Sentences.current
    let name = regulation.titleAndID
    guard let repeal = regulation.repeal else {
      let current = regulation.current.map { sentences.text(.isInForce, $0.name) } ?? ""
      return sentences.text(.repealUndone, name) + current + "\n"
    }
    var lines = sentences.text(.repealedFrom, name, repeal.day)
    if let repealing { lines += sentences.text(.repealedBy, repealing.titleAndID) }
    lines += "\n"
    for revision in regulation.revisions where (revision.dates.day ?? repeal.day) > repeal.day {
      lines += "  \(sentences.text(.beginsAfterRepeal, revision.name))\n"
    }
    let show = "tiaowen show \(regulation.id) --all-revisions\(library.argument)"
    let undo = "tiaowen repeal \(regulation.id) --undo\(library.argument)"
    return lines + "  \(sentences.text(.textsStay, show))\n  \(sentences.text(.toUndo, undo))\n"
  }

  var json: String {
    var json = JSONWriter()
    json.object { json in
      json.member("regulation", regulation.title)
      json.member("regulationID", regulation.id)
      json.write(regulation.repeal)
    }
    json.endLine()
    return String(decoding: json.bytes, as: UTF8.self)
  }
}

extension JSONWriter {
  /// Writes a repeal as the member `repealed`, or nothing when there is none.
  mutating func write(_ repeal: CataloguedRepeal?) {
    guard let repeal else { return }
    object("repealed") { json in
      json.member("on", repeal.day.description)
      json.member("by", repeal.by)
    }
  }
}
