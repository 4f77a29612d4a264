import ArgumentParser
import Library

/// `--wait`, where a subcommand changes the library.
struct WriterOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: .init(.waitHelp, "seconds"))
  var wait = 10

  func validate() throws {
    if wait < 0 { throw ValidationError(Sentences.current.text(.negativeWait)) }
  }

  /// How long to wait; whom for is said on a terminal.
  var patience: WriterPatience {
    WriterPatience(longest: .seconds(wait)) { holder in
      guard Terminal.showsProgress else { return }
      let sentences = Sentences.current
      let sentence =
        holder.map { sentences.text(.waitingFor, $0) } ?? sentences.text(.waitingForAnother)
      StandardError.write("\r\u{1B}[K" + "tiaowen: \(sentence)\n")
    }
  }
}
