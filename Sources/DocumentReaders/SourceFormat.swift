/// The form of a document, found by its content.
public enum SourceFormat: String, CaseIterable, Hashable, Sendable {
  /// Plain text.
  case text
  /// A web page.
  case html
  /// A Word document (Office Open XML).
  case docx
  /// Markdown.
  case markdown
  /// A PDF, read through `pdftotext`.
  case pdf
}
