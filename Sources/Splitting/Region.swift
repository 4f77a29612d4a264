import DocumentReaders

/// A stretch of a page that holds one regulation.
struct Region {
  /// The lines of the region, titles included.
  var lines: Range<Int>
  /// The lines that hold nothing but the title.
  var titleLines: [Int] = []
  /// Where the title stands glued to the text, or `nil`.
  var gluedTitle: Range<Int>?
  /// Where the text begins: after title lines and a glued title.
  var bodyStart: Int
  /// The title, or an empty text when it is still to be found.
  var title = ""
  /// What a sidecar says of the regulation.
  var given = GivenMetadata()
}

/// Cuts a page into regions, as far as titles that stand twice and the
/// notices of download sites tell.
struct RegionFinder {
  private let page: PageText
  private static let longestTitle = 80

  init(_ page: PageText) {
    self.page = page
  }

  /// The regions in reading order; together they hold all lines but spam.
  func regions(without spam: [Range<Int>]) -> [Region] {
    var regions: [Region] = []
    var start = 0
    for run in spam {
      regions += self.regions(start..<run.lowerBound)
      start = run.upperBound
    }
    return regions + self.regions(start..<page.lines.count)
  }

  private func regions(_ lines: Range<Int>) -> [Region] {
    guard !lines.isEmpty else { return [] }
    var starts: [(line: Int, titleLines: [Int])] = []
    var line = lines.lowerBound
    while line < lines.upperBound {
      let isForbidden = page.corrections.forbidsBeginning(with: page.lines[line].range)
      if !isForbidden, let run = repeatedTitle(at: line) {
        starts.append((line, Array(run)))
        line = run.upperBound
      } else {
        let isForced = page.corrections.beginnings.contains(page.lines[line].range.lowerBound)
        if isForced || page.lines[line].followsDownloadNotice && !isForbidden,
          line > lines.lowerBound
        {
          starts.append((line, []))
        }
        line += 1
      }
    }
    if starts.first?.line != lines.lowerBound { starts.insert((lines.lowerBound, []), at: 0) }
    return starts.indices.map { index in
      let end = index + 1 < starts.count ? starts[index + 1].line : lines.upperBound
      return region(starts[index].line..<end, titleLines: starts[index].titleLines)
    }
  }

  private func region(_ lines: Range<Int>, titleLines: [Int]) -> Region {
    let first = titleLines.last.map { $0 + 1 } ?? lines.lowerBound
    let bodyStart =
      first < lines.upperBound
      ? page.lines[first].range.lowerBound : page.lines[lines.upperBound - 1].range.upperBound
    var region = Region(lines: lines, titleLines: titleLines, bodyStart: bodyStart)
    guard let titleLine = titleLines.first else { return region }
    let title = page.string(page.lines[titleLine].range)
    region.title = TitleWords.display(title)
    if first < lines.upperBound, let glued = gluedTitle(title, in: page.lines[first].range) {
      region.gluedTitle = glued
      region.bodyStart = glued.upperBound
    }
    return region
  }

  /// Adjacent equal lines that look like a title, or `nil`.
  private func repeatedTitle(at line: Int) -> Range<Int>? {
    let range = page.lines[line].range
    guard range.count <= Self.longestTitle, line + 1 < page.lines.count,
      isEqual(range, page.lines[line + 1].range)
    else { return nil }
    let text = page.string(range)
    guard TitleWords.isTitleLike(text), !text.begins(with: "附件"), !hasLabel(range),
      isParagraph(line)
    else { return nil }
    var end = line + 2
    while end < page.lines.count, end - line <= 3, isEqual(range, page.lines[end].range) {
      end += 1
    }
    let opensText =
      end < page.lines.count && end - line <= 3
      && (gluedTitle(text, in: page.lines[end].range) != nil || hasLabel(page.lines[end].range))
    let stands =
      end - line == 2 && range.count >= 6 && (line == 0 || closesText(page.lines[line - 1].range))
    return TitleWords.endsLikeTitle(text) || TitleWords.endsWeaklyLikeTitle(text) || opensText
      || stands
      ? line..<end : nil
  }

  private func closesText(_ line: Range<Int>) -> Bool {
    page.scalars[line.upperBound - 1].structure == .sentenceEnd
  }

  /// Whether a line is no row of a table.
  private func isParagraph(_ line: Int) -> Bool {
    page.block(of: page.lines[line]).role != .tableRow
  }

  private func isEqual(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    left.count == right.count && page.scalars[left].elementsEqual(page.scalars[right])
  }

  private func hasLabel(_ range: Range<Int>) -> Bool {
    page.scalars.withUnsafeBufferPointer { scalars in
      let scanner = LabelScanner(scalars: scalars)
      return scanner.ordinalLabel(at: range.lowerBound, limit: range.upperBound) != nil
        || scanner.listMarker(at: range.lowerBound, limit: range.upperBound, atLineStart: true)
          != nil
    }
  }

  /// Where a title stands at the start of a line that goes on, or `nil`.
  ///
  /// "运营管理制度是指…" begins with its subject, not with a glued title: what
  /// follows must begin a text of its own.
  private func gluedTitle(_ title: String, in line: Range<Int>) -> Range<Int>? {
    for candidate in [title, TitleWords.bare(title)] {
      let count = scalarsMatched(candidate, at: line)
      guard count > 0 else { continue }
      let end = line.lowerBound + count
      if end == line.upperBound { return nil }
      return continuesSentence(at: end, line, bare: TitleWords.bare(title))
        ? nil : line.lowerBound..<end
    }
    return nil
  }

  /// The scalars of the line that a title takes, blanks aside; 0 for none.
  private func scalarsMatched(_ title: String, at line: Range<Int>) -> Int {
    var position = line.lowerBound
    for scalar in title.unicodeScalars where scalar.structure != .blank {
      while position < line.upperBound, page.scalars[position].structure == .blank { position += 1 }
      guard position < line.upperBound, page.scalars[position] == scalar else { return 0 }
      position += 1
    }
    return position - line.lowerBound
  }

  private func continuesSentence(at position: Int, _ line: Range<Int>, bare: String) -> Bool {
    if scalarsMatched(bare, at: position..<line.upperBound) > 0 { return false }
    switch page.scalars[position] {
    case "是", "的", "应", "旨", "指", "将", "由", "在", "对", "中", "和", "与", "及", "可", "能", "所", "需", "必",
      "有", "也", "不", "，", ",", "、", "》", "”", "。":
      return true
    default: return false
    }
  }
}
