import ArgumentParser

/// The form in which `diff` gives a comparison.
enum DiffFormat: String, CaseIterable, ExpressibleByArgument {
  /// Text for people.
  case text
  /// JSON for programs.
  case json
  /// One page for browsers.
  case html
  /// A table for Word.
  case docx
  /// A table for wikis and mail.
  case markdown

  /// Whether it is a table, which always shows the whole comparison.
  var isTable: Bool { self != .text && self != .json }
}
