import ArgumentParser
import Glibc

/// The names of the subcommands, for whoever mistypes one.
enum Subcommands {
  /// Ends with a sentence if the first word of the command line is the name of
  /// none.
  static func check(_ arguments: [String], among commands: [any ParsableCommand.Type]) {
    let names = commands.compactMap { $0.configuration.commandName }
    guard let word = arguments.first, !word.isEmpty, !word.hasPrefix("-"), word != "help",
      !names.contains(word)
    else { return }
    let sentences = Sentences.current
    let near = names.map { (distance: distance(word, $0), name: $0) }
      .filter { $0.distance <= 2 }.min { $0.distance < $1.distance }
    let failure = Failure(
      place: "tiaowen", message: sentences.text(.noSuchSubcommand, word.shown),
      help: near.map { sentences.text(.nearSubcommand, $0.name) }
        ?? sentences.text(.subcommands, sentences.list(names)))
    StandardError.write(failure.lines)
    exit(ExitCode.validationFailure.rawValue)
  }

  /// How many signs must be put in, taken out or changed, or swapped with the
  /// next, to get from one word to another.
  private static func distance(_ left: String, _ right: String) -> Int {
    let (old, new) = (Array(left.utf8.prefix(20)), Array(right.utf8))
    var rows = [Array(0...new.count)]
    for line in old.indices {
      var row = [line + 1]
      for column in new.indices {
        let isSame = old[line] == new[column]
        var best = min(
          rows[line][column] + (isSame ? 0 : 1), row[column] + 1, rows[line][column + 1] + 1)
        if line > 0, column > 0, old[line] == new[column - 1], old[line - 1] == new[column] {
          best = min(best, rows[line - 1][column - 1] + 1)
        }
        row.append(best)
      }
      rows.append(row)
    }
    return rows[old.count][new.count]
  }
}
