import ChineseText
public import DocumentReaders
import Regulations

/// Splits documents into regulations and their provisions.
///
/// The work goes from large to small: page furniture and spam are taken out
/// and wrapped lines put together (`PageText`), the page is cut where titles
/// begin (`RegionFinder`, `RegionDivider`), and each region is outlined
/// (`OutlineReader`): labels of fixed rank are chosen over the whole text by
/// their numbering, lists below them by due numbers.
public struct Splitter: Sendable {
  /// A splitter.
  public init() {}

  /// The regulations that a document holds.
  ///
  /// Bad text gives diagnostics, never an error. Every character of the
  /// document, blanks aside, is in exactly one piece of the result.
  public func split(_ document: SourceDocument) -> SplitDocument {
    split(PageText(document), [])
  }

  /// The regulations that a document holds, as an editor corrected them.
  ///
  /// What was corrected, and what could not be, is told by diagnostics.
  public func split(_ document: SourceDocument, _ corrections: Corrections) -> SplitDocument {
    guard !corrections.isEmpty else { return split(document) }
    let placer = CorrectionPlacer(corrections, in: document.text)
    let plain = PageText(document)
    let page = PageText(document, placer.placed)
    var result = split(page, corrections.lines)
    let audit = CorrectionAudit(
      before: .init(page: plain, split: split(plain, [])), after: .init(page: page, split: result))
    let found =
      corrections.diagnostics + placer.diagnostics + audit.diagnostics(of: corrections, placer)
    result.diagnostics =
      found.sorted { $0.sidecarLine ?? 0 < $1.sidecarLine ?? 0 } + result.diagnostics
    return result
  }

  private func split(_ page: PageText, _ corrections: [Correction]) -> SplitDocument {
    page.scalars.withUnsafeBufferPointer { scalars in
      var split = PageSplit(page, scalars, corrections)
      split.run()
      return split.result()
    }
  }
}

/// One run of the splitter over a page.
private struct PageSplit {
  private let page: PageText
  private let scalars: UnsafeBufferPointer<Unicode.Scalar>
  private let corrections: [Correction]
  private var revisions: [Revision] = []
  private var rejected: [RejectedText]
  private var diagnostics: [Diagnostic]

  /// - Parameter corrections: the lines of the sidecar that the corrections of
  ///   the page name.
  init(
    _ page: PageText, _ scalars: UnsafeBufferPointer<Unicode.Scalar>, _ corrections: [Correction]
  ) {
    self.page = page
    self.scalars = scalars
    self.corrections = corrections
    rejected = page.rejected
    diagnostics = page.document.diagnostics
    if page.isWrapped {
      diagnostics.append(
        Diagnostic(
          .wrappedLines, .note, at: nil,
          message: "the lines are broken at one width and were put together again"))
    }
  }

  mutating func run() {
    let spam = SpamFinder(page, scalars).runs().flatMap(withoutKept)
    for run in spam { reject(run, .spam) }
    var regions = RegionFinder(page).regions(without: spam).flatMap {
      RegionDivider(page, scalars).divide($0)
    }.filter { !$0.lines.isEmpty }
    if !corrections.isEmpty { giveMetadata(to: &regions) }
    for region in regions { take(region) }
  }

  /// A run of lines without those that an editor keeps.
  private func withoutKept(_ run: Range<Int>) -> [Range<Int>] {
    guard page.corrections.keeps(range(of: run)) else { return [run] }
    return run.split { page.corrections.keeps(page.lines[$0].range) }
  }

  /// What a run of lines is of the page text.
  private func range(of lines: Range<Int>) -> Range<Int> {
    guard let first = lines.first, let last = lines.last else { return 0..<0 }
    return page.lines[first].range.lowerBound..<page.lines[last].range.upperBound
  }

  /// Tells regions what the sidecar says of them.
  ///
  /// A title holds for one only.
  private func giveMetadata(to regions: inout [Region]) {
    let isOne = regions.count { debrisReason($0) == nil } == 1
    for group in page.corrections.metadata {
      for index in regions.indices {
        let isMeant = group.place.map { range(of: regions[index].lines).contains($0) } ?? true
        guard isMeant else { continue }
        regions[index].given.lines += group.lines.map { corrections[$0] }.filter {
          $0.keyword != .title || group.place != nil || isOne
        }
      }
    }
  }

  private mutating func take(_ region: Region) {
    if let reason = debrisReason(region) { return reject(region.lines, reason) }
    var trimmed = region
    let debris = slideDebris(in: region)
    if debris.lowerBound < debris.upperBound {
      reject(debris, .placeholder)
      trimmed.lines = region.lines.lowerBound..<debris.lowerBound
    }
    guard !trimmed.lines.isEmpty else { return }
    let outline = OutlineReader(page, scalars, trimmed).outline()
    for piece in outline.rejected {
      rejected.append(RejectedText(spans: page.sourceSpans(piece.range), reason: piece.reason))
    }
    var revision = ProvisionAssembler(page, scalars, outline).revision()
    revision.kind = CommentaryWords.isCommentary(revision) ? .commentary : revision.kind
    revision.kind = region.given.kind ?? revision.kind
    revision.metadata.isComplete = Completeness.isComplete(revision)
    diagnostics += RegulationDiagnostics.diagnostics(revision, outline, page)
    revisions.append(revision)
  }

  /// Why a region without a title holds no regulation, or `nil`.
  private func debrisReason(_ region: Region) -> RejectedText.Reason? {
    guard region.titleLines.isEmpty, region.lines.count <= 6,
      !isCorrected(range(of: region.lines))
    else { return nil }
    let lines = page.lines[region.lines]
    guard !lines.contains(where: { hasLabel($0.range) }) else { return nil }
    let isTitled = lines.contains {
      let text = page.string($0.range)
      return TitleWords.isTitleLike(text) && TitleWords.endsLikeTitle(text)
    }
    guard !isTitled else { return nil }
    if lines.contains(where: \.isBesidePlaceholder) { return .placeholder }
    let stands = region.lines.lowerBound > 0 || region.lines.upperBound < page.lines.count
    let count = lines.reduce(0) { $0 + $1.range.count }
    return stands && count <= 60 ? .pageFurniture : nil
  }

  /// Whether an editor said that a stretch is no debris.
  private func isCorrected(_ range: Range<Int>) -> Bool {
    page.corrections.keeps(range) || page.corrections.beginnings.contains(range.lowerBound)
      || page.corrections.titles.contains { $0.overlaps(range) }
      || page.corrections.labels.contains { $0.range.overlaps(range) }
  }

  /// The lines at the end of a region of articles that a slide template left.
  private func slideDebris(in region: Region) -> Range<Int> {
    let none = region.lines.upperBound..<region.lines.upperBound
    guard let placeholder = region.lines.last(where: { page.lines[$0].isBesidePlaceholder }),
      let labelled = region.lines.last(where: { hasOrdinal(page.lines[$0].range) }),
      labelled < placeholder || page.lines[labelled].isBesidePlaceholder
    else { return none }
    var start = placeholder
    while start > labelled + 1, !endsSentence(start - 1) { start -= 1 }
    start = max(start, labelled + 1)
    if start == placeholder, endsSentence(placeholder), start < region.lines.upperBound {
      start += 1
    }
    let debris = min(start, region.lines.upperBound)..<region.lines.upperBound
    return isCorrected(range(of: debris)) ? none : debris
  }

  private func endsSentence(_ line: Int) -> Bool {
    scalars[page.lines[line].range.upperBound - 1].structure.endsStatement
  }

  private func hasOrdinal(_ range: Range<Int>) -> Bool {
    let scanner = LabelScanner(scalars: scalars)
    return range.contains { position in
      scalars[position] == "第"
        && (position == range.lowerBound || scalars[position - 1].structure == .sentenceEnd
          || scalars[position - 1].isHan)
        && scanner.ordinalLabel(at: position, limit: range.upperBound).map {
          ReferenceContext(scalars, range).penalty(
            from: position, to: $0.end, isArticle: $0.kind == .article) == 0
        } ?? false
    }
  }

  private func hasLabel(_ range: Range<Int>) -> Bool {
    let scanner = LabelScanner(scalars: scalars)
    return hasOrdinal(range)
      || scanner.listMarker(at: range.lowerBound, limit: range.upperBound, atLineStart: true) != nil
  }

  private mutating func reject(_ lines: Range<Int>, _ reason: RejectedText.Reason) {
    guard let first = lines.first, let last = lines.last else { return }
    let range = page.lines[first].range.lowerBound..<page.lines[last].range.upperBound
    rejected.append(RejectedText(spans: page.sourceSpans(range), reason: reason))
  }

  func result() -> SplitDocument {
    let sorted = rejected.sorted {
      ($0.spans.first?.lowerBound ?? 0) < ($1.spans.first?.lowerBound ?? 0)
    }
    let diagnostics = diagnostics.sorted {
      ($0.range?.lowerBound ?? -1) < ($1.range?.lowerBound ?? -1)
    }
    let kept = revisions.filter {
      !$0.provisions.isEmpty || !$0.titleSpans.isEmpty || !$0.metadataSpans.isEmpty
    }
    return SplitDocument(
      regulations: kept, rejected: sorted, diagnostics: diagnostics,
      ledger: Ledger(page.document.text, regulations: kept, rejected: sorted))
  }
}

extension Ledger {
  /// The sums for a text and the pieces it was split into.
  init(_ text: SourceText, regulations: [Revision], rejected: [RejectedText]) {
    self.init()
    let count = ScalarCounter(text)
    for revision in regulations {
      titles += count.nonBlank(revision.titleSpans)
      metadata += count.nonBlank(revision.metadataSpans)
      for index in revision.provisions.indices {
        provisions += count.nonBlank(revision.provisions[index].spans)
      }
    }
    for piece in rejected { self.rejected += count.nonBlank(piece.spans) }
    let sums = count.totals()
    (total, blanks) = (sums.all, sums.blank)
  }
}
