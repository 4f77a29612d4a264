import ArgumentParser

/// The form of data on standard output.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  /// Text for people.
  case text
  /// JSON for programs.
  case json
}
