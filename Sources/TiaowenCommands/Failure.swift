/// Why a command, or one file of it, did not succeed.
struct Failure: Error, Hashable {
  /// The file or folder it is about, or the subcommand.
  var place: String
  /// What is wrong, in the reader's language and without a full stop.
  var message: String
  /// One line about what to do.
  var help: String?
  /// What it is about, in lines that each follow a line feed; may be empty.
  var excerpt = ""

  /// What is wrong, without what to do.
  var line: String {
    "\(place.shown): \(Sentences.current.text(.errorMark)): \(message.shown)"
  }

  /// The lines for standard error.
  var lines: String {
    let help = help.map { "\n  \(Sentences.current.text(.helpMark)): \($0.shown)" } ?? ""
    return line + excerpt + help + "\n"
  }
}
