import ArgumentParser
import Library

/// `tiaowen verify`: reads every byte of the library against its checksums.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration("verify", .aboutVerify)

  @OptionGroup var library: LibraryOption

  func run() throws {
    let reader = try library.open()
    let errors = reader.verify()
    for error in errors { StandardError.write(Failure(error).lines) }
    guard errors.isEmpty else { throw ExitCode(2) }
    var output = StandardOutput()
    output.write(
      Sentences.current.text(
        .verified, library.path.asText.shown, reader.regulationCount, reader.revisionCount)
        + "\n")
  }
}
