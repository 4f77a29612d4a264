import ArgumentParser

/// The form in which `diff` gives a comparison.
enum DiffFormat: String, CaseIterable, ExpressibleByArgument {
  /// Text for people.
  case text
  /// JSON for programs.
  case json
  /// One page for browsers.
  case html
}
