import ArgumentParser
import ChineseText
import Library
import Search

/// `tiaowen verify`: checks that the library is whole, and that searching it
/// finds what a plain scan does.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration("verify", .aboutVerify, .moreAboutVerify)

  @OptionGroup var library: LibraryOption

  @Flag(help: .init(.verifySearchHelp))
  var search = false

  @Option(help: .init(.samplesHelp, "count"))
  var samples = 200

  @Option(help: .init(.seedHelp, "number"))
  var seed: UInt64 = 1

  func validate() throws {
    if samples < 1 { throw ValidationError(Sentences.current.text(.noSamples)) }
  }

  func run() throws {
    let reader = try library.open()
    if search {
      try compare(reader)
    } else {
      try check(reader)
    }
  }

  private func check(_ reader: LibraryReader) throws {
    let errors = reader.verify()
    for error in errors { StandardError.write(Failure(error).lines) }
    guard errors.isEmpty else { throw ExitCode(2) }
    write(
      Sentences.current.text(
        .verified, library.path.asText.shown, reader.regulationCount, reader.revisionCount))
  }

  private func compare(_ reader: LibraryReader) throws {
    let verification = SearchVerification(
      reader, on: try CalendarDate.today(), samples: samples, seed: seed)
    let report: SearchVerification.Report
    do {
      report = try verification.run()
    } catch {
      throw Failure(error)
    }
    let sentences = Sentences.current
    for difference in report.differences { write(Self.lines(for: difference)) }
    let counts = sentences.text(
      .searchVerified, library.path.asText.shown, report.queryCount, report.unitCount, seed)
    guard report.differences.isEmpty else {
      write(counts + sentences.text(.searchDiffers, report.differences.count))
      throw Failure(
        place: library.path.asText.shown, message: sentences.text(.searchIsWrong),
        help: sentences.text(.searchIsWrongHelp))
    }
    write(counts + sentences.text(.searchAgrees))
  }

  private static func lines(for difference: SearchVerification.Difference) -> String {
    let sentences = Sentences.current
    let searched = sentences.text(difference.allRevisions ? .searchedAll : .searchedInForce)
    let head = sentences.text(
      .searchDifference, difference.query.shown, searched, difference.expected, difference.found)
    let missing = difference.missing.map { "  - " + $0.shown }
    let superfluous = difference.superfluous.map { "  + " + $0.shown }
    return ([head] + missing + superfluous).joined(separator: "\n")
  }

  private func write(_ text: String) {
    var output = StandardOutput()
    output.write(text + "\n")
    output.flush()
  }
}
