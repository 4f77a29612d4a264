import ChineseText
import DocumentReaders
import Regulations

/// Tells of every correction whether the result is as it says.
///
/// It looks only at results, never at how they came about, so that no
/// correction is lost in silence, whatever the splitter decides. Comparing with
/// what is read without corrections shows those that are no longer needed.
struct CorrectionAudit {
  /// A page and what it was split into.
  struct Reading {
    var page: PageText
    var split: SplitDocument
  }

  private let before: Reading
  private let after: Reading

  init(before: Reading, after: Reading) {
    self.before = before
    self.after = after
  }

  /// What became of the corrections that have a place, in the sidecar's order.
  func diagnostics(of corrections: Corrections, _ placer: CorrectionPlacer) -> [Diagnostic] {
    let groups = placer.placed.metadata
    return corrections.lines.indices.compactMap { index in
      let line = corrections.lines[index]
      guard !placer.faulty.contains(index) else { return nil }
      let ranges = placer.ranges[index]
      if line.passage == nil {
        let group = groups.first { $0.lines.contains(index) }
        return outcome(of: line, givenTo: group?.place)
      }
      let isFollowed = ranges.allSatisfy { after.agrees(with: line, at: $0) }
      let isNews = !ranges.allSatisfy { before.agrees(with: line, at: $0) }
      let range = ranges.first.map { TextRange($0) }
      // A line that names a regulation changes nothing by itself.
      if line.keyword == .regulation, isFollowed { return nil }
      return diagnostic(of: line, at: range, isFollowed: isFollowed, isNews: isNews)
    }
  }

  private func outcome(of line: Correction, givenTo place: Int?) -> Diagnostic {
    let meant = after.regulations(holding: place)
    let isFollowed =
      !meant.isEmpty && (line.keyword != .title || meant.count == 1)
      && meant.allSatisfy { $0.says(line) }
    let old = before.regulations(holding: place)
    let isNews = old.count != meant.count || !old.allSatisfy { $0.says(line) }
    return diagnostic(
      of: line, at: meant.first?.provisions.first?.spans.first, isFollowed: isFollowed,
      isNews: isNews)
  }

  private func diagnostic(
    of line: Correction, at range: TextRange?, isFollowed: Bool, isNews: Bool
  ) -> Diagnostic {
    if !isFollowed {
      return Diagnostic(
        .correctionWithoutEffect, .warning, line: line.line, at: range, values: [line.text],
        message: "could not be followed: \(line.text)", help: Self.help(for: line.keyword))
    }
    guard isNews else {
      return Diagnostic(
        .correctionUnneeded, .note, line: line.line, at: range, values: [line.text],
        message: "is read so without the sidecar: \(line.text)")
    }
    return Diagnostic(
      .corrected, .note, line: line.line, at: range, values: [line.text],
      message: "corrected: \(line.text)")
  }

  private static func help(for keyword: Correction.Keyword) -> String? {
    switch keyword {
    case .title: "name the regulation above it with 制度: 「…」 when the text holds several"
    case .heading, .noHeading: "quote the label with it, as 「第三条|审批|」"
    case .regulation: "quote words that stand in a regulation, not in rejected text"
    default: "look at what 'tiaowen parse' makes of these words"
    }
  }
}

extension CorrectionAudit.Reading {
  /// The regulations that metadata hold for: the one that holds a place, or all.
  func regulations(holding place: Int?) -> [Revision] {
    guard let place else { return split.regulations }
    return split.regulations.filter { $0.extent.contains(place) }
  }

  /// Whether the reading is as a correction says at one of its places.
  func agrees(with line: Correction, at range: Range<Int>) -> Bool {
    switch line.keyword {
    case .label: begins(range.lowerBound) { $0.says(line.passage?.reading) }
    case .noLabel:
      !begins(range.lowerBound) { $0.label != nil || $0.kind == .annex || $0.kind == .closing }
    case .annex: begins(range.lowerBound) { $0.kind == .annex }
    case .closing: begins(range.lowerBound) { $0.kind == .closing }
    case .heading: hasHeading(range)
    case .noHeading:
      !split.regulations.contains { revision in
        revision.provisions.contains { $0.heading != nil && hasHead($0, range) }
      }
    case .newLine: beginsLine(at: range.lowerBound) == true
    case .sameLine: beginsLine(at: range.lowerBound) == false
    case .begin: split.regulations.contains { $0.extent.lowerBound == range.lowerBound }
    case .goOn: !split.regulations.contains { range.contains($0.extent.lowerBound) }
    case .reject: rejectedCount(in: range) == textCount(in: range)
    case .keep: rejectedCount(in: range) == 0
    case .title:
      split.regulations.contains { revision in
        revision.titleSpans.contains { $0.offsets.overlaps(range) } && isTitle(revision, range)
      }
    default: !regulations(holding: range.lowerBound).isEmpty
    }
  }

  private func begins(_ offset: Int, _ test: (Provision) -> Bool) -> Bool {
    split.regulations.contains { revision in
      revision.provisions.contains { $0.spans.first?.lowerBound == offset && test($0) }
    }
  }

  /// Whether a line of the page text begins at an offset; `nil` when the page
  /// has no text there.
  private func beginsLine(at offset: Int) -> Bool? {
    let position = page.positions(of: offset..<offset).lowerBound
    guard position < page.scalars.count, Int(page.offsets[position]) == offset else { return nil }
    return page.lines[page.lineIndex(at: position)].range.lowerBound == position
  }

  /// Whether a passage, or what of it follows a label, is a heading.
  private func hasHeading(_ range: Range<Int>) -> Bool {
    let words = squeezed(range)
    return split.regulations.contains { revision in
      revision.provisions.contains { provision in
        guard let heading = provision.heading, hasHead(provision, range) else { return false }
        let bare = PageFurniture.squeeze(heading)
        return bare == words || PageFurniture.squeeze(provision.label ?? "") + bare == words
      }
    }
  }

  /// Whether a passage begins with a provision or within its first words.
  private func hasHead(_ provision: Provision, _ range: Range<Int>) -> Bool {
    guard let first = provision.spans.first, first.lowerBound <= range.lowerBound else {
      return false
    }
    let head = (provision.label?.utf8.count ?? 0) + (provision.heading?.utf8.count ?? 0)
    return squeezed(first.lowerBound..<range.lowerBound).utf8.count <= head
      && provision.spans.contains { $0.offsets.contains(range.lowerBound) }
  }

  private func isTitle(_ revision: Revision, _ range: Range<Int>) -> Bool {
    let words = TitleWords.display(squeezed(range))
    return PageFurniture.squeeze(revision.title) == PageFurniture.squeeze(words)
  }

  private func squeezed(_ range: Range<Int>) -> String {
    PageFurniture.squeeze(page.document.text[TextRange(range)])
  }

  private func textCount(in range: Range<Int>) -> Int { squeezed(range).utf8.count }

  private func rejectedCount(in range: Range<Int>) -> Int {
    split.rejected.flatMap(\.spans).reduce(0) { count, span in
      let shared = span.offsets.clamped(to: range)
      return shared.isEmpty ? count : count + textCount(in: shared)
    }
  }
}

extension Revision {
  /// From the first to the last byte that it has of the source.
  fileprivate var extent: Range<Int> {
    let spans = titleSpans + metadataSpans + provisions.flatMap(\.spans)
    let start = spans.lazy.map(\.lowerBound).min() ?? 0
    return start..<max(start, spans.lazy.map(\.upperBound).max() ?? 0)
  }

  /// Whether it is what a line of a sidecar gives.
  fileprivate func says(_ line: Correction) -> Bool {
    switch (line.keyword, line.value) {
    case (.title, .text(let text)): title == text ?? ""
    case (.issuer, .text(let text)): metadata.issuer == text
    case (.department, .text(let text)): metadata.department == text
    case (.documentNumber, .text(let text)): metadata.documentNumber == text
    case (.adopted, .day(let day)): metadata.adopted == day
    case (.promulgated, .day(let day)): metadata.promulgated == day
    case (.amended, .day(let day)): metadata.amended == day
    case (.effective, .day(let day)): metadata.effective == day
    case (.kind, .kind(let kind)): self.kind == kind
    default: false
    }
  }
}

extension Provision {
  /// Whether it has a label that says what an editor reads in it, or any.
  fileprivate func says(_ reading: LabelReading?) -> Bool {
    guard label != nil, let reading else { return label != nil }
    switch reading {
    case .ordinal(let kind, let main, let insertion):
      return self.kind == kind
        && number == ProvisionNumber(main, insertions: insertion > 0 ? [insertion] : [])
    case .marker(_, let value, let components):
      return number?.last == (components.last ?? value) || value == 0
    }
  }
}
