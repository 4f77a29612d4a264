import Library
import SystemPackage

/// A repair of the library, and what is said of it.
struct Repair {
  private let repair: LibraryRepair

  /// Gives up what is damaged in a library and keeps the rest.
  init(of library: LibraryOption, _ options: WriterOptions) throws(LibraryError) {
    let writer = try LibraryWriter(repairing: library.path.string, patience: options.patience)
    try writer.commit()
    repair = writer.repair
  }

  /// The lines for standard error.
  var lines: String {
    let sentences = Sentences.current
    guard !repair.damage.isEmpty else { return "tiaowen ingest: \(sentences.text(.isWhole))\n" }
    var lines = repair.damage.map { Failure($0).line }
    lines.append(
      "tiaowen ingest: " + sentences.text(.repaired, repair.keptCount, repair.lost.count))
    for lost in repair.lost {
      lines.append(
        "  " + sentences.text(.lostRevision, lost.title.asTitle, lost.name, lost.path.shown))
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// Writes it for programs.
  func write(to json: inout JSONWriter) {
    json.array("damage", repair.damage.map { Failure($0) }) { json, failure in
      json.object { json in
        json.member("path", failure.place)
        json.member("reason", failure.message)
      }
    }
    json.member("kept", repair.keptCount)
    json.array("lost", repair.lost) { json, lost in
      json.object { json in
        json.member("regulation", lost.title)
        json.member("revision", lost.name)
        json.member("source", lost.path)
      }
    }
  }
}
