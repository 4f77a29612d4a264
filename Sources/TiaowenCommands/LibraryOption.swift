import ArgumentParser
import SystemPackage

/// `--index`, where a subcommand needs the library.
struct LibraryOption: ParsableArguments {
  @Option(
    name: .customLong("index"),
    help: "The library's folder (default: $TIAOWEN_INDEX, else ./Index).")
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
