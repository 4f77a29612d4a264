import ArgumentParser

/// The form in which `export` gives regulations.
enum ExportFormat: String, CaseIterable, ExpressibleByArgument {
  /// Pages for browsers.
  case html
  /// Akoma Ntoso, an XML of laws.
  case akn
  /// Markdown.
  case markdown
  /// JSON, as `show` gives it.
  case json
}
