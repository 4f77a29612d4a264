import ChineseText
import Regulations

/// Makes the provisions of a revision from an outline.
struct ProvisionAssembler {
  private let page: PageText
  private let scalars: UnsafeBufferPointer<Unicode.Scalar>
  private let outline: Outline
  private let excluded: [Range<Int>]

  init(
    _ page: PageText, _ scalars: UnsafeBufferPointer<Unicode.Scalar>, _ outline: Outline
  ) {
    self.page = page
    self.scalars = scalars
    self.outline = outline
    excluded = outline.rejected.map(\.range)
  }

  /// The revision that the outline describes.
  func revision() -> Revision {
    var revision = Revision(title: outline.title, kind: outline.kind)
    revision.provisions = provisions()
    revision.titleSpans = outline.titles.flatMap(spans)
    revision.metadataSpans = outline.metadata.flatMap(spans)
    revision.metadata = MetadataReader.metadata(
      zone: outline.metadata.map(page.string), provisions: revision.provisions,
      given: outline.given)
    return revision
  }

  private func provisions() -> [Provision] {
    var provisions: [Provision] = []
    provisions.reserveCapacity(outline.marks.count)
    var open: [(rank: Int, index: Int)] = []
    var ids = ProvisionIDs(capacity: outline.marks.count)
    for (index, mark) in outline.marks.enumerated() {
      while let last = open.last, last.rank >= mark.rank { open.removeLast() }
      let parent = open.last?.index
      let end = index + 1 < outline.marks.count ? outline.marks[index + 1].position : outline.end
      var provision = provision(mark, until: end)
      provision.parent = parent
      provision.id = ids.next(
        for: provision, below: parent.map { provisions[$0].id }, parentIndex: parent)
      // Preamble and closing stand beside the text, they hold nothing.
      if mark.kind != .preamble, mark.kind != .closing {
        open.append((mark.rank, provisions.count))
      }
      provisions.append(provision)
    }
    return provisions
  }

  private func provision(_ mark: Mark, until end: Int) -> Provision {
    let textRange = min(mark.textStart, end)..<end
    return Provision(
      id: ProvisionID(""), kind: mark.kind,
      label: mark.labelEnd > mark.position ? label(mark) : nil, number: mark.number,
      heading: mark.heading.map(joined), separator: mark.separator.map(page.string),
      text: text(textRange), spans: spans(of: mark, until: end))
  }

  /// The label without blanks at its end, line feeds and invisible marks.
  private func label(_ mark: Mark) -> String {
    var end = mark.labelEnd
    while end > mark.position, scalars[end - 1].structure == .blank { end -= 1 }
    return String(upTo: end - mark.position) { text in
      for scalar in scalars[mark.position..<end]
      where scalar.value != 0x200B && scalar.value != 0xFEFF && scalar != "\n" {
        text.append(scalar)
      }
    }
  }

  /// What of the source a provision is, in the order of label, heading,
  /// separator and text: a sign may stand before the heading (第一章：总则).
  private func spans(of mark: Mark, until end: Int) -> [TextRange] {
    guard let heading = mark.heading, let sign = mark.separator,
      sign.lowerBound < heading.lowerBound
    else { return spans(mark.position..<end) }
    return spans(mark.position..<sign.lowerBound) + spans(sign.upperBound..<heading.upperBound)
      + spans(sign) + spans(heading.upperBound..<end)
  }

  /// The text of a heading, its lines put together, without what was rejected.
  private func joined(_ range: Range<Int>) -> String {
    String(upTo: range.count) { text in
      for piece in kept(range) {
        for scalar in scalars[piece] where scalar != "\n" { text.append(scalar) }
      }
    }
  }

  /// The text of a stretch, without blanks at the ends of its lines and
  /// without what was rejected.
  private func text(_ range: Range<Int>) -> String {
    guard !excluded.isEmpty else { return String(scalars[page.trimmed(range)]) }
    return String(upTo: range.count + excluded.count) { text in
      for piece in kept(range).map(page.trimmed) where !piece.isEmpty {
        if !text.isEmpty { text.append("\n") }
        text.append(scalars[piece])
      }
    }
  }

  /// The parts of a stretch that were not rejected.
  private func kept(_ range: Range<Int>) -> [Range<Int>] {
    guard !excluded.isEmpty else { return [range] }
    var pieces: [Range<Int>] = []
    var start = range.lowerBound
    for cut in excluded where cut.lowerBound < range.upperBound && cut.upperBound > start {
      if cut.lowerBound > start { pieces.append(start..<cut.lowerBound) }
      start = max(start, cut.upperBound)
    }
    if start < range.upperBound { pieces.append(start..<range.upperBound) }
    return pieces
  }

  /// What of the source a stretch is, adjacent pieces put together.
  private func spans(_ range: Range<Int>) -> [TextRange] {
    kept(range).flatMap { page.sourceSpans($0) }
  }
}
