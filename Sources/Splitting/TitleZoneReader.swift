import ChineseText
import DocumentReaders
import Regulations

/// Reads what stands before the first provision: title, metadata, preamble.
struct TitleZoneReader {
  private let page: PageText
  private let scalars: UnsafeBufferPointer<Unicode.Scalar>
  private let region: Region
  private let range: Range<Int>

  init(
    _ page: PageText, _ scalars: UnsafeBufferPointer<Unicode.Scalar>, _ region: Region,
    _ range: Range<Int>
  ) {
    self.page = page
    self.scalars = scalars
    self.region = region
    self.range = range
  }

  /// Fills title, titles and metadata of an outline.
  ///
  /// - Parameter firstMark: where the first provision begins, or `nil` when
  ///   none was found.
  func read(_ outline: inout Outline, firstMark: Int?) {
    outline.titles += region.titleLines.map { page.lines[$0].range }
    if let glued = region.gluedTitle { outline.titles.append(glued) }
    outline.title = region.title
    let contents = outline.rejected.map(\.range.lowerBound).min()
    let end = min(firstMark ?? range.upperBound, contents ?? range.upperBound)
    var pieces = pieces(until: end, isBounded: firstMark != nil || contents != nil)
    if !takeCorrectedTitle(&pieces, &outline), outline.title.isEmpty {
      findTitle(&pieces, &outline)
    }
    outline.given = region.given
    if let title = region.given.title { outline.title = title }
    // Metadata stand directly below the title; the preamble ends them.
    for piece in pieces {
      if isMetadata(piece) {
        outline.metadata.append(piece)
      } else {
        break
      }
    }
  }

  /// The lines of the zone; of a line in which the first provision begins, the
  /// part before it.
  private func pieces(until end: Int, isBounded: Bool) -> [Range<Int>] {
    guard range.lowerBound < end else { return [] }
    var pieces: [Range<Int>] = []
    var line = page.lineIndex(at: range.lowerBound)
    while line < page.lines.count, page.lines[line].range.lowerBound < end {
      let start = max(page.lines[line].range.lowerBound, range.lowerBound)
      pieces.append(start..<min(page.lines[line].range.upperBound, end))
      line += 1
      if !isBounded, pieces.count >= 12 { break }
    }
    return pieces
  }

  /// Takes the title where an editor says that it stands.
  ///
  /// Returns whether it stands above the first provision.
  private func takeCorrectedTitle(
    _ pieces: inout [Range<Int>], _ outline: inout Outline
  ) -> Bool {
    let stated = page.corrections.titles
    if let title = outline.titles.lazy.compactMap({ line in stated.first { line.overlaps($0) } })
      .first
    {
      outline.title = displayed(title)
      return true
    }
    guard let first = pieces.first, let last = pieces.last,
      let title = stated.first(where: {
        $0.lowerBound >= first.lowerBound && $0.upperBound <= last.upperBound
      })
    else { return false }
    outline.title = displayed(title)
    outline.titles.append(title)
    takeLetterhead(pieces.map { $0.clamped(to: first.lowerBound..<title.lowerBound) }, &outline)
    pieces = pieces.map { $0.clamped(to: title.upperBound..<last.upperBound) }
      .filter { !page.trimmed($0).isEmpty }
    return true
  }

  private func displayed(_ title: Range<Int>) -> String {
    TitleWords.display(page.string(title).replacing("\n", with: ""))
  }

  /// Files what stands above the title: its letterhead and number, or a line
  /// that belongs to the title page.
  private func takeLetterhead(_ pieces: some Sequence<Range<Int>>, _ outline: inout Outline) {
    for piece in pieces where !piece.isEmpty {
      if TitleWords.endsWeaklyLikeTitle(page.string(piece)), !isMetadata(piece) {
        outline.titles.append(piece)
      } else {
        outline.metadata.append(piece)
      }
    }
  }

  private func findTitle(_ pieces: inout [Range<Int>], _ outline: inout Outline) {
    guard let first = pieces.first else { return }
    if splitRunTogether(first, &pieces, &outline) { return }
    var bestIndex: Int?
    var bestScore = 0
    for (index, piece) in pieces.prefix(24).enumerated() {
      var score = score(piece, index: index)
      // Below a letterhead and its number stands the title.
      if score > 0, index > 0, isKeyed(pieces[index - 1]) { score += 3 }
      if score > bestScore || (score == bestScore && score > 0 && bestIndex == nil) {
        (bestIndex, bestScore) = (index, score)
      }
    }
    guard var start = bestIndex else { return }
    var end = start
    if joins(pieces, before: start) { start -= 1 }
    while end + 1 < pieces.count, continuesTitle(pieces[end + 1], after: pieces[end]) { end += 1 }
    let title = pieces[start...end]
    outline.titles += Array(title)
    outline.title = TitleWords.display(title.map { page.string($0) }.joined(separator: ""))
    appendRepetitions(of: page.string(title[start]), in: &pieces, after: end, &outline)
    takeLetterhead(pieces[..<start], &outline)
    pieces = Array(pieces[(end + 1)...])
  }

  /// A title that a page repeats below is still the title.
  private func appendRepetitions(
    of title: String, in pieces: inout [Range<Int>], after end: Int, _ outline: inout Outline
  ) {
    guard end + 1 < pieces.count, page.string(pieces[end + 1]) == title else { return }
    outline.titles.append(pieces.remove(at: end + 1))
  }

  private func score(_ piece: Range<Int>, index: Int) -> Int {
    let text = page.string(piece)
    guard TitleWords.isTitleLike(text), !isMetadata(piece) else { return 0 }
    let block = page.block(of: page.lines[page.lineIndex(at: piece.lowerBound)])
    var score = index == 0 ? 3 : 1
    if TitleWords.endsLikeTitle(text) {
      score += 4
    } else if TitleWords.endsWeaklyLikeTitle(text) {
      score += 1
    }
    if text.begins(with: "关于") || text.holds("关于") { score += 1 }
    switch block.role {
    case .heading(let level): score += level <= 1 ? 5 : 2
    case .tableRow, .note, .listItem: score -= 3
    default: if block.isCentered { score += 2 }
    }
    if text.ends(with: "文件") || text.holds("印发") { score -= 3 }
    if text.unicodeScalars.contains(where: { $0 == "，" || $0 == "," }) { score -= 3 }
    return score
  }

  /// Whether a title goes on in the next line: its first line breaks off.
  private func continuesTitle(_ next: Range<Int>, after piece: Range<Int>) -> Bool {
    let text = page.string(piece)
    let nextText = page.string(next)
    guard !TitleWords.endsLikeTitle(text), TitleWords.isTitleLike(nextText), !isMetadata(next),
      TitleWords.endsLikeTitle(nextText), text.unicodeScalars.count <= 40
    else { return false }
    return page.lines[page.lineIndex(at: piece.lowerBound)].range == piece
  }

  /// Whether the line before a title is its beginning: 某某委员会⏎关于…的决定.
  private func joins(_ pieces: [Range<Int>], before start: Int) -> Bool {
    guard start > 0 else { return false }
    let text = page.string(pieces[start])
    let above = page.string(pieces[start - 1])
    guard TitleWords.isTitleLike(above), !isMetadata(pieces[start - 1]),
      !TitleWords.endsLikeTitle(above), !above.ends(with: "文件"), !above.ends(with: "稿")
    else { return false }
    return text.begins(with: "关于") || PageFurniture.squeeze(text).unicodeScalars.count <= 6
  }

  /// Takes a title that stands at the head of a long line: 某某条例（…通过）第一条….
  ///
  /// Returns whether there was one.
  private func splitRunTogether(
    _ first: Range<Int>, _ pieces: inout [Range<Int>], _ outline: inout Outline
  ) -> Bool {
    let line = page.lines[page.lineIndex(at: first.lowerBound)].range
    guard first.upperBound < line.upperBound || first.count > 80 || hasInnerMetadata(first) else {
      return false
    }
    guard let end = runTogetherTitleEnd(first) else { return false }
    outline.titles.append(first.lowerBound..<end)
    outline.title = page.string(first.lowerBound..<end)
    let rest = end..<first.upperBound
    pieces.removeFirst()
    guard !rest.isEmpty else { return true }
    let parenthesisEnd = metadataParenthesisEnd(rest)
    if parenthesisEnd > rest.lowerBound {
      outline.metadata.append(rest.lowerBound..<parenthesisEnd)
    }
    if parenthesisEnd < rest.upperBound { pieces.insert(parenthesisEnd..<rest.upperBound, at: 0) }
    return true
  }

  private func hasInnerMetadata(_ piece: Range<Int>) -> Bool {
    guard let open = piece.first(where: { scalars[$0].structure == .openParenthesis }),
      open > piece.lowerBound + 3
    else { return false }
    return isMetadata(open..<piece.upperBound)
  }

  /// The end of the title at the head of a line.
  private func runTogetherTitleEnd(_ piece: Range<Int>) -> Int? {
    let scanner = LabelScanner(scalars: scalars)
    var end = piece.lowerBound
    var best: Int?
    while end < piece.upperBound, end - piece.lowerBound <= 80 {
      switch scalars[end].structure {
      case .sentenceEnd, .semicolon, .colon, .comma: return best
      case .openParenthesis:
        if isMetadata(end..<piece.upperBound) { return end }
      default: break
      }
      let next = scanner.skipBlanks(end + 1, piece.upperBound)
      if beginsText(next, piece), endsLikeTitle(piece.lowerBound..<(end + 1)) {
        best = best ?? end + 1
      }
      end += 1
    }
    return end == piece.upperBound && piece.count <= 80 ? piece.upperBound : best
  }

  /// Whether words with which preambles begin stand at a position.
  private func beginsText(_ position: Int, _ piece: Range<Int>) -> Bool {
    guard position < piece.upperBound else { return true }
    guard "为根依目第一序前现各本".unicodeScalars.contains(scalars[position]) else { return false }
    let openings = ["为了", "为", "根据", "依据", "目录", "第一", "一、", "序言", "前言", "现将", "各", "本"]
    let text = String(
      String.UnicodeScalarView(scalars[position..<min(position + 2, piece.upperBound)]))
    return openings.contains(where: text.begins(with:))
  }

  private func endsLikeTitle(_ stretch: Range<Int>) -> Bool {
    stretch.count >= 3 && TitleWords.endsLikeTitle(page.string(stretch))
  }

  /// The end of the parentheses with dates at the start of a stretch.
  private func metadataParenthesisEnd(_ stretch: Range<Int>) -> Int {
    guard scalars[stretch.lowerBound].structure == .openParenthesis else {
      return stretch.lowerBound
    }
    var depth = 0
    var position = stretch.lowerBound
    while position < stretch.upperBound {
      switch scalars[position].structure {
      case .openParenthesis: depth += 1
      case .closeParenthesis:
        depth -= 1
        if depth <= 0,
          position + 1 >= stretch.upperBound || scalars[position + 1].structure != .closeParenthesis
        {
          return position + 1
        }
      default: break
      }
      position += 1
    }
    return stretch.lowerBound
  }

  /// Whether a line says only when and by whom a text was adopted, its number,
  /// or who issued it.
  func isMetadata(_ piece: Range<Int>) -> Bool {
    let text = PageFurniture.squeeze(
      page.string(piece.prefix(600).last.map { piece.lowerBound..<($0 + 1) } ?? piece))
    guard let first = text.unicodeScalars.first else { return false }
    if MetadataReader.documentNumber(in: text) != nil, text.unicodeScalars.count <= 40 {
      return true
    }
    let verbs = [
      "通过", "公布", "发布", "施行", "修订", "修正", "批准", "颁布", "印发", "实施", "修改", "制定", "生效", "令第", "废止",
      "起执行",
    ]
    let hasDate = text.holds("年") && text.holds("月")
    if first.structure == .openParenthesis, hasDate || verbs.contains(where: { text.holds($0) }) {
      return true
    }
    guard text.unicodeScalars.count <= 120 else { return false }
    if hasDate, verbs.contains(where: text.ends(with:)), !text.holds("本") { return true }
    if hasDate, first.structure == .digit || first.structure == .numeral,
      text.ends(with: "日") || text.ends(with: "月")
    {
      return text.unicodeScalars.count <= 20
    }
    if ["中華民國", "中华民国", "民國"].contains(where: text.begins(with:)), hasDate,
      ["訂定", "修正", "發布", "公布", "施行", "核定", "制定"].contains(where: { text.holds($0) })
    {
      return true
    }
    let hasCells = piece.contains { scalars[$0] == "\t" }
    return MetadataReader.keys.contains { key in
      text.begins(with: key)
        && (hasColon(text, after: key) || hasCells && page.string(piece).begins(with: key + "\t"))
    }
  }

  /// Whether a line names a document's number or other keyed metadata.
  private func isKeyed(_ piece: Range<Int>) -> Bool {
    let first = scalars[piece.lowerBound].structure
    return first != .openParenthesis && isMetadata(piece)
  }

  private func hasColon(_ text: String, after key: String) -> Bool {
    guard let next = text.unicodeScalars.dropFirst(key.unicodeScalars.count).first else {
      return false
    }
    return next.structure == .colon
  }
}
