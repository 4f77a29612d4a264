import Regulations

@testable import Publishing

/// What of a revision must come back from another form, line by line.
struct RevisionListing: Equatable {
  private(set) var lines: [String]

  /// - Parameters:
  ///   - foldsParagraphs: Whether every 款 is taken as part of the text above it.
  ///   - printable: Whether characters are listed as XML can hold them.
  init(_ revision: Revision, foldsParagraphs: Bool = false, printable: Bool = false) {
    let provisions = foldsParagraphs ? Self.folded(revision.provisions) : revision.provisions
    lines = ["《\(revision.title)》"]
    lines += provisions.map { provision in
      let parent = provision.parent.map { revision.provisions[$0].id.description }
      return [
        provision.id.description, provision.kind.rawValue, provision.label,
        provision.number?.description, provision.heading, provision.separator, provision.text,
        parent,
      ].map { $0 ?? "-" }.joined(separator: " | ")
    }
    if printable { lines = lines.map(\.withoutControls) }
  }

  /// The first line that differs, on both sides, or `nil`.
  func difference(from other: RevisionListing) -> String? {
    for (left, right) in zip(lines, other.lines) where left != right {
      return "\(left)\nbecame\n\(right)"
    }
    return lines.count == other.lines.count ? nil : "\(lines.count) lines, \(other.lines.count)"
  }

  /// Every 款 as part of the text above it.
  private static func folded(_ provisions: [Provision]) -> [Provision] {
    var folded: [Provision] = []
    for provision in provisions {
      if provision.kind == .paragraph, let last = folded.indices.last {
        folded[last].text += "\n" + provision.text
      } else {
        folded.append(provision)
      }
    }
    return folded
  }
}
