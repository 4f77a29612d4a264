import ChineseText
import DocumentReaders
import Regulations
import Splitting

/// What the splitter makes of a text, as lines that a person can compare:
/// a title in 《》, then `id label [heading] text` for each provision.
func tree(_ text: String, _ sidecar: String = "") throws -> [String] {
  try split(text, sidecar).regulations.flatMap { revision in
    ["《\(revision.title)》"] + revision.provisions.map(line)
  }
}

/// What the splitter makes of a text with the corrections of a sidecar.
func split(_ text: String, _ sidecar: String = "") throws -> SplitDocument {
  let document = try SourceReader().read(Array(text.utf8), path: "text.txt")
  let corrections = sidecar.isEmpty ? Corrections() : Corrections(SourceText(sidecar))
  return Splitter().split(document, corrections)
}

/// The codes of the diagnostics that a text gets.
func codes(_ text: String, _ sidecar: String = "") throws -> [String] {
  try split(text, sidecar).diagnostics.map(\.code.rawValue)
}

private func line(_ provision: Provision) -> String {
  let heading = provision.heading.map { "[\($0)]\(provision.separator ?? "")" }
  let parts = [provision.id.description, provision.label, heading, provision.text]
  return parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
    .replacing("\n", with: "/")
}
