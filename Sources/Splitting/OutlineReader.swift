import ChineseText
import DocumentReaders
import Regulations

/// Finds the provisions of one region.
struct OutlineReader {
  private let page: PageText
  private let scalars: UnsafeBufferPointer<Unicode.Scalar>
  private let region: Region
  private let range: Range<Int>

  init(_ page: PageText, _ scalars: UnsafeBufferPointer<Unicode.Scalar>, _ region: Region) {
    self.page = page
    self.scalars = scalars
    self.region = region
    // Of a region that is only a title, the body is empty.
    let end = page.lines[region.lines.upperBound - 1].range.upperBound
    range = min(region.bodyStart, end)..<end
  }

  /// The outline of the region.
  func outline() -> Outline {
    var outline = Outline(end: range.upperBound)
    outline.breaksEverySentence = breaksEverySentence()
    var candidates = labels(&outline)
    var headings = HeadingLists(candidates, scalars, in: range)
    for index in headings.articles where candidates[index].boundary != .lineStart {
      candidates[index].boundary = .afterHeading
    }
    let chosen = chosenLabels(candidates)
    headings.keep(above: chosen)
    var marks = chosen.map { mark(candidates[$0]) } + headings.marks
    marks.sort { $0.position < $1.position }
    marks = withUnlabelledDivisions(marks)
    marks.removeAll { page.corrections.noLabels.contains($0.position) }
    noteIrregularities(&marks)
    let bodyStart = marks.first?.position
    appendOuterMarks(to: &marks, &outline)
    page.corrections.clampHeads(of: &marks)
    if marks.isEmpty || bodyStart == nil { marks += clauses(in: marks) } else { fillLists(&marks) }
    marks.sort { $0.position < $1.position }
    TitleZoneReader(page, scalars, region, range).read(&outline, firstMark: marks.first?.position)
    let zoneEnd = zoneEnd(outline)
    marks.removeAll { mark in mark.position < zoneEnd }
    if marks.isEmpty {
      marks = UnnumberedReader(page, scalars).marks(in: zoneEnd..<range.upperBound, &outline)
    }
    marks.removeAll { mark in outline.rejected.contains { $0.range.contains(mark.position) } }
    addClosingOfClauses(&marks)
    page.corrections.clampHeads(of: &marks)
    addPreamble(&marks, outline)
    addParagraphs(&marks, outline)
    HeadingFinder(page, scalars, outline).addHeadings(
      to: &marks)
    outline.marks = withoutParagraphsBelowHeadings(marks)
    return outline
  }

  /// The candidates outside of the contents list, which is rejected.
  private func labels(_ outline: inout Outline) -> [OrdinalCandidate] {
    var candidates = OrdinalCandidateFinder(scalars, in: range).candidates()
    page.corrections.correct(&candidates, in: range)
    guard let contents = ContentsList(page, scalars, in: range).find(candidates),
      !page.corrections.contradictsRejection(of: contents)
    else {
      return candidates
    }
    outline.rejected.append((contents, .contents))
    return candidates.filter { !contents.contains($0.position) }
  }

  /// The indices of the candidates that are labels, in order.
  private func chosenLabels(_ candidates: [OrdinalCandidate]) -> [Int] {
    var articles = ArticleChain(candidates).members
    let spaced = articles.lazy.filter { candidates[$0].isFollowedByBlank }.count
    if articles.count >= 3, spaced * 10 >= articles.count * 6 {
      articles = withStrays(articles, candidates)
    }
    if articles.count == 1, let only = articles.first, !standsAlone(candidates[only]) {
      articles = []
    }
    let divisions = DivisionReader(page, scalars, in: range).divisions(
      candidates, articles: articles)
    return (articles + divisions).sorted()
  }

  /// One article alone must begin a line and be the first.
  private func standsAlone(_ candidate: OrdinalCandidate) -> Bool {
    candidate.isStated
      || candidate.boundary == .lineStart && candidate.label.main == 1
        && candidate.referencePenalty == 0
  }

  /// The chain with the labels out of sequence that begin a line and are set
  /// off by a blank, as all its members are: a printed label is kept.
  private func withStrays(_ chain: [Int], _ candidates: [OrdinalCandidate]) -> [Int] {
    let members = Set(chain)
    let strays = candidates.indices.filter { index in
      let candidate = candidates[index]
      return !members.contains(index) && candidate.label.kind == .article
        && candidate.boundary == .lineStart && candidate.isFollowedByBlank && !candidate.isQuoted
        && candidate.referencePenalty == 0
    }
    return (chain + strays).sorted()
  }

  private func mark(_ candidate: OrdinalCandidate) -> Mark {
    let rank =
      switch candidate.label.kind {
      case .part: Mark.Rank.part
      case .subpart: Mark.Rank.subpart
      case .chapter: Mark.Rank.chapter
      case .section: Mark.Rank.section
      default: Mark.Rank.article
      }
    var mark = Mark(
      position: candidate.position, labelEnd: candidate.label.end, kind: candidate.label.kind,
      number: ProvisionNumber(
        candidate.label.main,
        insertions: candidate.label.insertion > 0 ? [candidate.label.insertion] : []), rank: rank)
    let sign = LabelScanner(scalars: scalars).skipBlanks(mark.labelEnd, range.upperBound)
    if sign < range.upperBound,
      [.colon, .enumerationComma, .dot].contains(scalars[sign].structure)
    {
      mark.separator = sign..<(sign + 1)
    }
    return mark
  }

  /// Adds the divisions that have only a heading: 附则 on a line of its own
  /// above an article, in a text that has chapters.
  private func withUnlabelledDivisions(_ marks: [Mark]) -> [Mark] {
    guard marks.contains(where: { $0.kind == .chapter }) else { return marks }
    var result: [Mark] = []
    for mark in marks {
      let line = page.lineIndex(at: mark.position)
      if mark.kind == .article, line > region.lines.lowerBound,
        page.lines[line].range.lowerBound == mark.position,
        result.last?.kind == .article
      {
        let above = page.lines[line - 1].range
        if above.count <= 6, Self.divisionNames.contains(PageFurniture.squeeze(page.string(above)))
        {
          result.append(
            Mark(
              position: above.lowerBound, labelEnd: above.lowerBound, kind: .chapter,
              rank: Mark.Rank.chapter, heading: above))
        }
      }
      result.append(mark)
    }
    return result
  }

  private static let divisionNames: Set<String> = ["总则", "附则", "罚则", "法律责任", "總則", "附則", "罰則"]

  private func noteIrregularities(_ marks: inout [Mark]) {
    var previous: ProvisionNumber?
    var previousChapter: ProvisionNumber?
    for index in marks.indices {
      guard let number = marks[index].number else { continue }
      if marks[index].kind == .article {
        marks[index].irregularity = irregularity(number, after: previous)
        previous = number
      } else if marks[index].kind == .chapter {
        if number.components[0] != 1 {
          marks[index].irregularity = irregularity(number, after: previousChapter)
        }
        previousChapter = number
      }
    }
  }

  private func irregularity(
    _ number: ProvisionNumber, after previous: ProvisionNumber?
  ) -> Mark.Irregularity? {
    guard let previous else { return nil }
    if number == previous { return .repetition }
    if number < previous { return .stepBack(after: previous) }
    let width = number.components[0] - previous.components[0]
    return width > 1 ? .gap(after: previous) : nil
  }

  /// Adds annexes and the closing, which bound the last article.
  private func appendOuterMarks(to marks: inout [Mark], _ outline: inout Outline) {
    let reader = AnnexReader(page, scalars, in: range)
    let last = marks.last { $0.kind == .article } ?? marks.last { $0.kind.isDivision }
    let from = last?.labelEnd ?? range.lowerBound
    var annexes = last == nil ? [] : reader.annexes(from: from)
    if last == nil, let first = page.lines[region.lines].dropFirst().first {
      annexes = reader.annexes(from: first.range.lowerBound)
    }
    page.corrections.correct(annexes: &annexes, in: range, reader)
    let textEnd = annexes.first?.position ?? range.upperBound
    // 第一部分 in an annex divides the annex, not the regulation.
    marks.removeAll { $0.kind.isDivision && $0.position >= textEnd }
    // A chapter may follow the last article, and signs nothing: 第一章 总局.
    let labelled = max(from, marks.last?.labelEnd ?? from)
    var closing = reader.closing(from: labelled, to: textEnd, closesLetter: last == nil)
    // The signature may stand below the annexes, or below a list of them that
    // belongs to the letter.
    if let lastAnnex = annexes.last,
      let below = reader.closing(
        from: lastAnnex.textStart, to: range.upperBound, closesLetter: last == nil)
    {
      if reader.listsAnnexes(lastAnnex, until: below) {
        annexes.removeLast()
        closing = closing ?? lastAnnex.position
      } else {
        closing = closing ?? below
      }
    }
    closing = page.corrections.correctedClosing(closing, in: range)
    if let closing {
      marks.append(
        Mark(position: closing, labelEnd: closing, kind: .closing, rank: Mark.Rank.outermost))
    }
    marks += annexes
  }

  /// Clauses of a text without labels of fixed rank.
  private func clauses(in unordered: [Mark]) -> [Mark] {
    let outer = unordered.sorted { $0.position < $1.position }
    var result: [Mark] = []
    let bounds = [range.lowerBound] + outer.map(\.textStart)
    let ends = outer.map(\.position) + [range.upperBound]
    var finder = MarkerCandidateFinder(page, scalars)
    for (index, (start, end)) in zip(bounds, ends).enumerated() where start < end {
      if index > 0, outer[index - 1].kind == .closing { continue }
      result += lists(in: start..<end, .clauses, &finder)
    }
    return result
  }

  /// Adds the lists within each mark of fixed rank.
  private func fillLists(_ marks: inout [Mark]) {
    marks.sort { $0.position < $1.position }
    let count = marks.count
    var finder = MarkerCandidateFinder(page, scalars)
    for index in 0..<count where marks[index].kind != .closing {
      let (start, end) = (
        marks[index].textStart,
        index + 1 < count ? marks[index + 1].position : range.upperBound
      )
      guard start < end else { continue }
      marks += lists(in: start..<end, marks[index].kind == .article ? .article : .clauses, &finder)
    }
  }

  private func lists(
    in stretch: Range<Int>, _ setting: ListNester.Setting, _ finder: inout MarkerCandidateFinder
  ) -> [Mark] {
    let candidates = finder.candidates(in: stretch)
    return ListNester.marks(candidates, scalars, from: stretch.lowerBound, setting: setting)
  }

  private func zoneEnd(_ outline: Outline) -> Int {
    max(
      range.lowerBound,
      (outline.titles + outline.metadata).map(\.upperBound).max() ?? range.lowerBound)
  }

  /// Text between the title and the first mark is the preamble.
  private func addPreamble(_ marks: inout [Mark], _ outline: Outline) {
    var start = zoneEnd(outline)
    while start < range.upperBound, scalars[start].structure == .blank || scalars[start] == "\n" {
      start += 1
    }
    let end = marks.first?.position ?? range.upperBound
    guard start < end else { return }
    let rejected = outline.rejected.map(\.range)
    let hasText = (start..<end).contains { position in
      scalars[position] != "\n" && scalars[position].structure != .blank
        && !rejected.contains { $0.contains(position) }
    }
    guard hasText else { return }
    marks.insert(
      Mark(position: start, labelEnd: start, kind: .preamble, rank: Mark.Rank.outermost), at: 0)
  }

  /// Lines after the last clause close the text when all other clauses of the
  /// list take one line each.
  private func addClosingOfClauses(_ marks: inout [Mark]) {
    guard let last = marks.last, last.kind == .clause || last.kind == .item,
      !marks.contains(where: { $0.kind == .article || $0.kind == .closing }), marks.count >= 6
    else { return }
    let lines = marks.indices.map { index in
      let end = index + 1 < marks.count ? marks[index + 1].position : range.upperBound
      let text = page.trimmed(marks[index].position..<end)
      return page.lineIndex(at: max(text.upperBound - 1, 0)) - page.lineIndex(at: text.lowerBound)
    }
    guard let extra = lines.last, (1...3).contains(extra), lines.dropLast().allSatisfy({ $0 == 0 })
    else { return }
    let first = page.lines[page.lineIndex(at: last.position) + 1].range.lowerBound
    guard !page.corrections.noLabels.contains(first) else { return }
    marks.append(Mark(position: first, labelEnd: first, kind: .closing, rank: Mark.Rank.outermost))
  }

  /// Each line of an article after its first text begins a 款, unless the page
  /// breaks its lines after every sentence.
  private func addParagraphs(_ marks: inout [Mark], _ outline: Outline) {
    let stated = page.corrections.newLines
    guard !outline.breaksEverySentence || !stated.isEmpty else { return }
    var paragraphs: [Mark] = []
    var isInArticle = false
    var hasText = false
    for (index, mark) in marks.enumerated() {
      if mark.kind == .article {
        isInArticle = true
        hasText = false
      } else if mark.rank < Mark.Rank.list {
        isInArticle = false
      } else {
        hasText = true
      }
      guard isInArticle else { continue }
      let end = index + 1 < marks.count ? marks[index + 1].position : range.upperBound
      // An item without a sign begins its line: that is no 款.
      let start = max(mark.textStart, mark.position + 1)
      appendParagraphs(in: start..<max(end, start), &hasText, to: &paragraphs)
    }
    if outline.breaksEverySentence { paragraphs.removeAll { !stated.contains($0.position) } }
    guard !paragraphs.isEmpty else { return }
    marks += paragraphs
    marks.sort { $0.position < $1.position }
  }

  private func appendParagraphs(
    in stretch: Range<Int>, _ hasText: inout Bool, to paragraphs: inout [Mark]
  ) {
    guard !stretch.isEmpty else { return }
    var line = page.lineIndex(at: stretch.lowerBound)
    while line < page.lines.count, page.lines[line].range.lowerBound < stretch.upperBound {
      let start = page.lines[line].range.lowerBound
      if start >= stretch.lowerBound {
        if hasText, beginsParagraph(at: start, page.block(of: page.lines[line]).role) {
          paragraphs.append(
            Mark(position: start, labelEnd: start, kind: .paragraph, rank: Mark.Rank.paragraph))
        }
        hasText = true
      } else if stretch.lowerBound < page.lines[line].range.upperBound {
        hasText = true
      }
      line += 1
    }
  }

  /// The first line below the heading of an article is its own text.
  private func withoutParagraphsBelowHeadings(_ marks: [Mark]) -> [Mark] {
    guard marks.contains(where: { $0.kind == .article && $0.heading != nil }) else { return marks }
    var result: [Mark] = []
    for mark in marks {
      if mark.kind == .paragraph, let last = result.last, last.kind == .article,
        last.heading != nil,
        page.trimmed(last.textStart..<mark.position).isEmpty
      {
        continue
      }
      result.append(mark)
    }
    return result
  }

  /// Rows of a table and footnotes are no 款, unless an editor parts them.
  private func beginsParagraph(at start: Int, _ role: SourceBlock.Role) -> Bool {
    role != .tableRow && role != .note || page.corrections.newLines.contains(start)
  }

  /// Whether the page breaks its lines after every sentence, so that a line
  /// feed says nothing about paragraphs.
  private func breaksEverySentence() -> Bool {
    guard page.document.format == .text, !page.isWrapped else { return false }
    var lines = 0
    var sentenceLines = 0
    for line in page.lines[region.lines] where line.range.count >= 12 {
      lines += 1
      guard scalars[line.range.upperBound - 1].structure == .sentenceEnd else { continue }
      sentenceLines += 1
      for position in line.range.dropLast() where scalars[position] == "。" {
        let next = scalars[position + 1].structure
        if next != .closeQuote && next != .closeParenthesis { return false }
      }
    }
    return lines >= 12 && sentenceLines * 2 >= lines
  }
}
