import DocumentReaders
import Regulations

/// Divides a region in which the numbering begins anew below another title.
///
/// A page that holds several regulations often gives each title once. Where a
/// line reads like a title and the numbering below it begins with one again,
/// another regulation begins.
struct RegionDivider {
  private let page: PageText
  private let scalars: UnsafeBufferPointer<Unicode.Scalar>
  private let scanner: LabelScanner
  /// How many lines may stand between a title and the first label below it.
  private static let longestZone = 14

  init(_ page: PageText, _ scalars: UnsafeBufferPointer<Unicode.Scalar>) {
    self.page = page
    self.scalars = scalars
    scanner = LabelScanner(scalars: scalars)
  }

  /// The regions that a region consists of; itself when it holds one text.
  func divide(_ region: Region) -> [Region] {
    let first = region.titleLines.last.map { $0 + 1 } ?? region.lines.lowerBound
    guard first < region.lines.upperBound else { return [region] }
    var cuts: [Int] = []
    var outermost: MarkerForm?
    var hasLabel = false
    var letter = Letter.none
    var isInContents = false
    var line = first
    while line < region.lines.upperBound {
      let range = page.lines[line].range
      let start = max(range.lowerBound, line == first ? region.bodyStart : 0)
      if line > first, hasLabel || letter == .written || isPiece(range),
        startsRegulation(line, in: region, outermost),
        !page.corrections.forbidsBeginning(with: range)
      {
        cuts.append(line)
        (hasLabel, outermost, letter) = (false, nil, .none)
      }
      isInContents = isContentsHead(range) || isInContents && isContentsEntry(range)
      if !hasLabel, !isInContents,
        let label = label(in: min(start, range.upperBound)..<range.upperBound)
      {
        hasLabel = true
        outermost = label.form
      }
      if !hasLabel {
        letter = letter.after(
          page.string(range.prefix(120).last.map { range.lowerBound..<($0 + 1) } ?? range))
      }
      line += 1
    }
    return divided(region, at: cuts)
  }

  /// Whether a line is 目录 by itself.
  private func isContentsHead(_ range: Range<Int>) -> Bool {
    guard range.count <= 8, scalars[range.lowerBound] == "目" else { return false }
    return ["目录", "目次", "目錄"].contains(PageFurniture.squeeze(page.string(range)))
  }

  private func isContentsEntry(_ range: Range<Int>) -> Bool {
    guard range.count <= 80 else { return false }
    let last = scanner.kind(range.upperBound - 1)
    return !last.endsStatement && (label(in: range) != nil || last == .digit)
  }

  /// What stands above the first label: nothing yet, the title of a letter that
  /// sends out a regulation, or its sentences.
  private enum Letter {
    case none
    case titled
    case written

    func after(_ line: String) -> Letter {
      let text = PageFurniture.squeeze(line)
      switch self {
      case .none:
        let isLetter = ["通知", "决定", "公告", "令", "通告", "函"].contains(
          where: TitleWords.bare(text).ends(with:))
        return isLetter && TitleWords.isTitleLike(text) ? .titled : .none
      case .titled:
        let last = text.unicodeScalars.last?.structure
        return last == .sentenceEnd ? .written : .titled
      case .written: return .written
      }
    }
  }

  /// The first label of a stretch that begins a line of text or follows a
  /// glued title.
  private func label(in line: Range<Int>) -> (value: Int, form: MarkerForm?)? {
    let start = scanner.skipBlanks(line.lowerBound, line.upperBound)
    if let label = scanner.ordinalLabel(at: start, limit: line.upperBound) {
      let context = ReferenceContext(scalars, line)
      guard context.penaltyAfter(label.end, isArticle: label.kind == .article) < 6 else {
        return nil
      }
      return (label.main, nil)
    }
    guard let marker = scanner.listMarker(at: start, limit: line.upperBound, atLineStart: true),
      marker.form.shape != .bullet, marker.form.shape != .bareDigit
    else { return nil }
    return (marker.components.first ?? marker.value, marker.form)
  }

  /// Whether another regulation begins with a line.
  private func startsRegulation(_ line: Int, in region: Region, _ outermost: MarkerForm?) -> Bool {
    // Most lines of a law begin with a label of their own.
    let first = scalars[page.lines[line].range.lowerBound]
    if first == "第" || first.structure == .openParenthesis, !isPiece(page.lines[line].range) {
      return false
    }
    if let glued = gluedLabel(page.lines[line].range) { return begins(glued, outermost) }
    if hasDatedTitle(page.lines[line].range),
      let label = labelAfterSentence(in: page.lines[line].range)
    {
      return begins(label, outermost)
    }
    guard isTitle(line) else { return false }
    let isNumbered = label(in: page.lines[line].range)?.form != nil
    var next = line + 1
    while next < region.lines.upperBound, next <= line + Self.longestZone {
      let range = page.lines[next].range
      if let label = label(in: range) ?? gluedLabel(range) ?? labelAfterSentence(in: range) {
        // 二、车辆管理制度 is a title when 第一条 follows, otherwise a clause.
        return begins(label, outermost) && !(isNumbered && label.form != nil)
      }
      guard range.count <= 600 else { return false }
      next += 1
    }
    return false
  }

  /// Whether a label begins the numbering: it is a first one, and if it is a
  /// list marker, of the form that stands outermost above.
  private func begins(_ label: (value: Int, form: MarkerForm?), _ outermost: MarkerForm?) -> Bool {
    guard label.value == 1 else { return false }
    guard let form = label.form else { return true }
    return outermost == nil || form == outermost || form.shape == .ideographComma
  }

  /// The label 1 that a title at the head of a line is glued to, or `nil`:
  /// 车辆管理制度一、目的, 某某条例（…通过）第一章.
  private func gluedLabel(_ line: Range<Int>) -> (value: Int, form: MarkerForm?)? {
    for position in line.prefix(700).dropFirst(4) {
      let kind = scanner.kind(position)
      if kind == .sentenceEnd || kind == .comma { return nil }
      guard kind == .ordinalSign || kind == .numeral else { continue }
      var label: (value: Int, form: MarkerForm?)?
      if let ordinal = scanner.ordinalLabel(at: position, limit: line.upperBound) {
        label = (ordinal.main, nil)
      } else if let marker = scanner.listMarker(
        at: position, limit: line.upperBound, atLineStart: false),
        marker.form.shape == .ideographComma
      {
        label = (marker.value, marker.form)
      }
      guard let label, label.value == 1, !isReference(at: position, line) else { continue }
      return isGluedTitle(line.lowerBound..<position) ? label : nil
    }
    return nil
  }

  /// The first label of fixed rank that stands in a line after a sentence or a
  /// colon, as below a preamble that lost its line feed.
  private func labelAfterSentence(in line: Range<Int>) -> (value: Int, form: MarkerForm?)? {
    for position in line.prefix(1500).dropFirst() where scalars[position] == "第" {
      let before = scanner.kind(position - 1)
      guard before == .sentenceEnd || before == .colon || before == .closeParenthesis,
        let label = scanner.ordinalLabel(at: position, limit: line.upperBound),
        !isReference(at: position, line)
      else { continue }
      return (label.main, nil)
    }
    return nil
  }

  /// Whether a line begins with a title and parentheses that date it.
  private func hasDatedTitle(_ line: Range<Int>) -> Bool {
    var open = line.lowerBound
    while open < line.upperBound, open - line.lowerBound < 100,
      scanner.kind(open) != .openParenthesis || !isYear(open + 1, line)
    {
      let kind = scanner.kind(open)
      guard kind != .comma, kind != .sentenceEnd else { return false }
      open += 1
    }
    guard open > line.lowerBound + 3, open < line.upperBound, open - line.lowerBound < 100 else {
      return false
    }
    return isGluedTitle(line.lowerBound..<open)
  }

  private func isYear(_ position: Int, _ line: Range<Int>) -> Bool {
    position + 4 < line.upperBound && scanner.kind(position) == .digit
      && scalars[position + 4] == "年"
  }

  private func isReference(at position: Int, _ line: Range<Int>) -> Bool {
    guard let label = scanner.ordinalLabel(at: position, limit: line.upperBound) else {
      return false
    }
    return ReferenceContext(scalars, line).penaltyAfter(
      label.end, isArticle: label.kind == .article) > 0
  }

  /// Whether the head of a line is a title, with its dates in parentheses.
  private func isGluedTitle(_ head: Range<Int>) -> Bool {
    var end = head.upperBound
    if let open = head.first(where: { scanner.kind($0) == .openParenthesis }),
      open > head.lowerBound + 3,
      scanner.kind(head.upperBound - 1) == .closeParenthesis
    {
      end = open
    }
    let text = page.string(head.lowerBound..<end)
    return text.unicodeScalars.count <= 90 && TitleWords.isTitleLike(text)
      && TitleWords.namesRegulation(text) && !Self.refersToItself(text)
      && !text.unicodeScalars.contains { $0.structure == .comma }
      && label(in: head.lowerBound..<end) == nil
  }

  /// Whether a stretch ends with 本办法 and the like, before a cross-reference.
  private static func refersToItself(_ text: String) -> Bool {
    let tail = text.unicodeScalars.suffix(4)
    return tail.contains("本") || tail.contains("该")
  }

  private func isTitle(_ line: Int) -> Bool {
    let range = page.lines[line].range
    guard range.count <= 90, TitleWords.mayEndTitle(scalars[range.upperBound - 1]),
      !range.contains(where: {
        scanner.kind($0) == .comma || scanner.kind($0).endsStatement
      })
    else { return isLevelOneHeading(line) }
    let text = TitleWords.withoutCount(page.string(range))
    guard TitleWords.isTitleLike(text), !text.begins(with: "附"),
      !text.unicodeScalars.contains(where: { $0.structure == .comma }),
      page.block(of: page.lines[line]).role != .tableRow
    else { return false }
    let isCounted = text.utf8.count < page.string(range).utf8.count
    if !isCounted, label(in: range) != nil { return false }
    return isLevelOneHeading(line) || TitleWords.namesRegulation(text)
  }

  private func isLevelOneHeading(_ line: Int) -> Bool {
    guard case .heading(let level) = page.block(of: page.lines[line]).role, level <= 1 else {
      return false
    }
    let text = page.string(page.lines[line].range)
    return TitleWords.isTitleLike(text) && !text.begins(with: "附")
      && label(in: page.lines[line].range) == nil
  }

  /// Whether a line is the title of one of the pieces of a page: 第一篇：…,
  /// 【篇1】…, …篇二.
  private func isPiece(_ range: Range<Int>) -> Bool {
    guard range.count <= 60, range.contains(where: { scalars[$0] == "篇" }) else { return false }
    let text = page.string(range)
    return TitleWords.withoutCount(text).utf8.count < text.utf8.count
  }

  private func divided(_ region: Region, at cuts: [Int]) -> [Region] {
    let starts = cuts.map { includingAnnexLabel($0, region) }
    let ends = starts + [region.lines.upperBound]
    var first = region
    first.lines = region.lines.lowerBound..<ends[0]
    if region.titleLines.isEmpty { first = titled(first) }
    var regions = [first]
    for (index, start) in starts.enumerated() {
      regions.append(
        titled(
          Region(lines: start..<ends[index + 1], bodyStart: page.lines[start].range.lowerBound)))
    }
    return regions.filter { !$0.lines.isEmpty }
  }

  /// A region whose first line counts it among the texts of a page, with that
  /// line as its title: 第一篇 there is no part.
  private func titled(_ region: Region) -> Region {
    guard region.lines.count >= 2, let line = region.lines.first, isPiece(page.lines[line].range),
      isTitle(line)
    else { return region }
    var titled = region
    titled.titleLines = [line]
    titled.title = TitleWords.display(page.string(page.lines[line].range))
    titled.bodyStart = page.lines[line + 1].range.lowerBound
    return titled
  }

  /// 附件2 on the line above belongs to the title below it.
  private func includingAnnexLabel(_ line: Int, _ region: Region) -> Int {
    guard line - 1 > region.lines.lowerBound else { return line }
    let text = PageFurniture.squeeze(page.string(page.lines[line - 1].range))
    return text.begins(with: "附件") && text.unicodeScalars.count <= 6 ? line - 1 : line
  }
}
