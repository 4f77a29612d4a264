internal import ChineseText
internal import Library
internal import Regulations

/// Finds the 款, 项 and 目 of a unit that a citation names.
struct CitedPlace {
  private let outline: PartOutlines
  private let ownText: Range<Int>
  private let end: Int

  init(segment: Segment, node: Int) {
    let text = segment.text(of: node)
    outline = text.outlines
    let start = text.searched.lowerBound
    end = text.searched.upperBound
    ownText = start..<min(end, start + text.own.textCount)
  }

  /// The place of what is cited, or `nil` when that is the whole or not there.
  func range(of place: CitedArticles.Place) -> Range<Int>? {
    var parent: Int? = nil
    var range: Range<Int>? = nil
    if let number = place.paragraph {
      guard let (part, found) = paragraph(number) else { return nil }
      (parent, range) = (part, found)
    }
    for (kind, number) in [(ProvisionKind.item, place.item), (.subitem, place.subitem)] {
      guard let number else { continue }
      guard let part = numbered(kind, number, below: parent) else { return nil }
      (parent, range) = (part + 1, self.range(of: part))
    }
    return range
  }

  /// The position of a 款 as a parent, and its place.
  private func paragraph(_ number: Int) -> (Int, Range<Int>)? {
    let first = outline.parts.firstIndex { $0.kind == .paragraph }
    if number == 1, !ownText.isEmpty {
      let last = first.map { outline.start(of: $0) - 1 } ?? end
      return (0, ownText.lowerBound..<max(ownText.lowerBound, last))
    }
    let part = outline.parts.indices.first { part in
      outline.parts[part].kind == .paragraph && outline.parents[part] == 0
        && outline.paragraphNumber(of: part) == number
    }
    return part.map { ($0 + 1, range(of: $0)) }
  }

  private func numbered(_ kind: ProvisionKind, _ number: Int, below parent: Int?) -> Int? {
    outline.parts.indices.first { part in
      outline.parts[part].kind == kind && outline.parts[part].isNumbered(ProvisionNumber(number))
        && (parent == nil || outline.parents[part] == parent)
    }
  }

  /// A part with everything below it.
  private func range(of part: Int) -> Range<Int> {
    let after = outline.parents.indices.first { $0 > part && outline.parents[$0] <= part }
    let start = outline.start(of: part)
    return start..<max(start, after.map { outline.start(of: $0) - 1 } ?? end)
  }
}
