import ChineseText
import Regulations

/// Makes the provisions of a revision from an outline.
struct ProvisionAssembler {
  private let page: PageText
  private let outline: Outline
  private let excluded: [Range<Int>]

  init(_ page: PageText, _ outline: Outline) {
    self.page = page
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
    var ids = ProvisionIDs()
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
    while end > mark.position, page.scalars[end - 1].structure == .blank { end -= 1 }
    let label = page.string(mark.position..<end)
    let bytes = label.utf8
    guard bytes.contains(0xE2) || bytes.contains(0xEF) || bytes.contains(0x0A) else {
      return label
    }
    return String(
      String.UnicodeScalarView(
        label.unicodeScalars.filter { $0.value != 0x200B && $0.value != 0xFEFF && $0 != "\n" }))
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
    var view = String.UnicodeScalarView()
    for piece in kept(range) {
      for scalar in page.scalars[piece] where scalar != "\n" { view.append(scalar) }
    }
    return String(view)
  }

  /// The text of a stretch, without blanks at the ends of its lines and
  /// without what was rejected.
  private func text(_ range: Range<Int>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count * 3)
    for piece in kept(range) {
      appendTrimmed(piece, to: &bytes)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func appendTrimmed(_ piece: Range<Int>, to bytes: inout [UInt8]) {
    let scalars = page.scalars
    var start = piece.lowerBound
    var end = piece.upperBound
    while start < end, isBlankOrLineFeed(scalars[start]) { start += 1 }
    while end > start, isBlankOrLineFeed(scalars[end - 1]) { end -= 1 }
    guard start < end else { return }
    if !bytes.isEmpty { bytes.append(0x0A) }
    for position in start..<end { bytes.append(utf8: scalars[position].value) }
  }

  private func isBlankOrLineFeed(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value > 0x3164, scalar.value < 0xFEFF { return false }
    let kind = scalar.structure
    return kind == .blank || kind == .lineFeed
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

extension [UInt8] {
  /// Appends a scalar's value in UTF-8.
  mutating func append(utf8 value: UInt32) {
    func byte(_ value: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: value) }
    func trailing(_ shift: UInt32) -> UInt8 { byte(0x80 | ((value >> shift) & 0x3F)) }
    switch value {
    case ..<0x80:
      append(byte(value))
    case ..<0x800:
      append(byte(0xC0 | (value >> 6)))
      append(trailing(0))
    case ..<0x10000:
      append(byte(0xE0 | (value >> 12)))
      append(trailing(6))
      append(trailing(0))
    default:
      append(byte(0xF0 | (value >> 18)))
      append(trailing(12))
      append(trailing(6))
      append(trailing(0))
    }
  }
}
