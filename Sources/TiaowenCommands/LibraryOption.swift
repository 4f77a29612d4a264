import ArgumentParser
import SystemPackage

/// `--index`, where a subcommand needs the library.
struct LibraryOption: ParsableArguments {
  @Option(
    name: .customLong("index"),
    help: .init(.indexHelp, "folder"))
  var folder: String?

  func validate() throws {
    if folder == "" { throw ValidationError(Sentences.current.text(.emptyIndex)) }
  }

  /// The library's folder.
  var path: FilePath {
    if let folder { return PathArguments.paths(of: [folder])[0] }
    return FilePath(environment("TIAOWEN_INDEX") ?? "Index")
  }
}

extension LibraryOption {
  /// What to write after a command that is proposed, so that it is about this
  /// library: empty when that needs nothing.
  var argument: String { folder.map { " --index " + $0.quotedForShell } ?? "" }
}

extension String {
  /// The text as one word of a command line.
  var quotedForShell: String {
    let isPlain =
      !isEmpty
      && unicodeScalars.allSatisfy { scalar in
        scalar.value >= 0xA1 && scalar != "\u{3000}"
          || scalar.isASCII && scalar.properties.isAlphabetic
          || "0123456789_./-+:@%,=".unicodeScalars.contains(scalar)
      }
    guard !isPlain else { return shown }
    return "'"
      + shown.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }
}
