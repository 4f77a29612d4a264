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
}
