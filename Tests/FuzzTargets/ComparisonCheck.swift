import Comparison
internal import DocumentReaders
import Publishing
import Regulations
internal import Splitting

/// What must hold of the comparison of any two texts.
enum ComparisonCheck {
  /// The line between the two texts of an input.
  static let border = Array("\n=====\n".utf8)

  static func faults(in bytes: [UInt8]) -> [String] {
    let place = bytes.firstRange(of: border) ?? bytes.count / 2..<bytes.count / 2
    guard let old = revision(in: bytes[..<place.lowerBound]),
      let new = revision(in: bytes[place.upperBound...])
    else { return [] }
    let comparison = RevisionComparison(old, new)
    return comparison.changes.flatMap(faults) + comparison.groups.flatMap(faults)
      + faults(of: comparison) + faults(ofPageOf: comparison) + LinkCheck.faults(old, new)
  }

  private static func revision(in bytes: ArraySlice<UInt8>) -> Revision? {
    let document = try? TextReader().read(Array(bytes), path: "fuzz")
    return document.flatMap { Splitter().split($0).regulations.first }
  }

  // MARK: Changes

  private static func faults(of change: ProvisionChange) -> [String] {
    guard let old = change.old, let new = change.new else { return [] }
    let edits = change.edits.isEmpty ? [Edit(.kept, old.text)] : change.edits
    return faults(in: edits, old.text, new.text, new.name)
      + change.children.flatMap(faults)
  }

  private static func faults(
    in edits: [Edit], _ old: String, _ new: String, _ name: String
  ) -> [String] {
    let text = { (kind: Edit.Kind) in
      edits.filter { $0.kind == .kept || $0.kind == kind }.map(\.text).joined()
    }
    return [(text(.deleted), old), (text(.inserted), new)].filter { $0.0 != $0.1 }
      .map { "the edits of \(name) give 「\($0.0)」 for 「\($0.1)」" }
  }

  /// The pieces of a group are its texts.
  private static func faults(of group: ChangeGroup) -> [String] {
    let sides =
      zip(group.oldPieces, group.olds).map { ($0, $1) }
      + zip(group.newPieces, group.news).map { ($0, $1) }
    return sides.filter { pieces, side in pieces.map(\.text).joined() != side.text }
      .map { "the pieces of \($0.1.name) are not its text" }
  }

  /// Every provision with a text of its own is told of.
  private static func faults(of comparison: RevisionComparison) -> [String] {
    let old = Set(comparison.changes.compactMap { $0.old?.id })
    let new = Set(comparison.changes.compactMap { $0.new?.id })
    return missing(in: comparison.old, old) + missing(in: comparison.new, new)
  }

  private static func missing(in revision: Revision, _ ids: Set<ProvisionID>) -> [String] {
    revision.provisions.filter { provision in
      let isPart = [.paragraph, .item, .subitem].contains(provision.kind)
      let isPlaceholder = provision.text.unicodeScalars.count <= 4
      return !isPart && !isPlaceholder && !ids.contains(provision.id)
    }.map { "nothing is told of \($0.id)" }
  }

  private static func faults(ofPageOf comparison: RevisionComparison) -> [String] {
    let report = ComparisonReport(comparison, oldName: "old", newName: "new")
    let page = ComparisonPage(report).html
    let scripts = page.split(separator: "<script", omittingEmptySubsequences: false).count - 1
    let markdown = ComparisonMarkdown(report, listsFolded: true).text
    return (scripts == 1 ? [] : ["the page has \(scripts) scripts"])
      + (markdown.hasSuffix("\n") ? [] : ["the Markdown does not end its last line"])
  }
}
