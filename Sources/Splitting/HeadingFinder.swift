import DocumentReaders
import Regulations

/// Finds the headings of provisions.
///
/// The evidence, in order: a line feed after the heading, the next label after
/// it, a colon, and for headings that run into their text a score. When
/// unsure the heading is left in the text: a wrong heading corrupts the
/// clause, a missing one does not.
struct HeadingFinder {
  private let page: PageText
  private let scalars: UnsafeBufferPointer<Unicode.Scalar>
  private let end: Int
  private let title: String
  private let rejected: [Range<Int>]

  init(
    _ page: PageText, _ scalars: UnsafeBufferPointer<Unicode.Scalar>, _ outline: Outline
  ) {
    self.page = page
    self.scalars = scalars
    end = outline.end
    title = TitleWords.bare(outline.title)
    rejected = outline.rejected.map(\.range)
  }

  /// Gives marks their headings and the signs after them.
  func addHeadings(to marks: inout [Mark]) {
    page.corrections.correctHeadings(of: &marks, until: end, scalars)
    for index in marks.indices where isOpen(marks[index]) {
      let text = text(of: index, in: marks)
      switch marks[index].kind {
      case .part, .subpart, .chapter, .section: addDivisionHeading(&marks[index], text)
      case .clause, .item, .subitem: addListHeading(&marks, index, text)
      default: break
      }
    }
    addArticleHeadings(&marks)
    addRunningHeadings(&marks)
    addLeafHeadings(&marks)
  }

  /// Whether a heading may still be found.
  private func isOpen(_ mark: Mark) -> Bool { mark.heading == nil && !mark.isHeadingStated }

  /// The own text of a mark, without blanks at its ends.
  private func text(of index: Int, in marks: [Mark]) -> Range<Int> {
    var start = marks[index].textStart
    var stop = max(index + 1 < marks.count ? marks[index + 1].position : end, start)
    for cut in rejected where cut.upperBound > start && cut.lowerBound < stop {
      stop = max(start, cut.lowerBound)
    }
    while start < stop, isBlank(start) { start += 1 }
    while stop > start, isBlank(stop - 1) { stop -= 1 }
    return start..<stop
  }

  private func isBlank(_ position: Int) -> Bool {
    let kind = scalars[position].structure
    return kind == .blank || kind == .lineFeed
  }

  private func firstLine(_ text: Range<Int>) -> Range<Int> {
    text.lowerBound..<(text.first { scalars[$0] == "\n" } ?? text.upperBound)
  }

  private func hasSentenceSign(_ stretch: Range<Int>) -> Bool {
    stretch.contains { scalars[$0].structure.endsStatement }
  }

  /// All short lines after the label of a division are its heading.
  private func addDivisionHeading(_ mark: inout Mark, _ text: Range<Int>) {
    guard !text.isEmpty else { return }
    let line = firstLine(text)
    if text.count <= 50, !hasSentenceSign(text),
      !text.contains(where: { scalars[$0] == "\n" }) || text.count <= 40
    {
      mark.heading = text
    } else if line.count <= 50, !hasSentenceSign(line) {
      mark.heading = line
    } else if let blank = line.prefix(20).first(where: { scalars[$0].structure == .blank }),
      !line[..<blank].contains(where: { isSign(scalars[$0].structure) })
    {
      // 第三章 仓储管理 入库、出库应当登记。
      mark.heading = line.lowerBound..<blank
    }
  }

  private func isSign(_ kind: CharacterClass) -> Bool {
    kind.endsStatement || kind == .comma || kind == .enumerationComma || kind == .colon
  }

  private func addListHeading(_ marks: inout [Mark], _ index: Int, _ text: Range<Int>) {
    guard !text.isEmpty else { return }
    let line = firstLine(text)
    let hasChildren = index + 1 < marks.count && marks[index + 1].rank > marks[index].rank
    let isWhole = line.upperBound == text.upperBound
    if case .heading = page.block(of: page.lines[page.lineIndex(at: marks[index].position)]).role,
      line.count <= 60, !hasSentenceSign(line)
    {
      marks[index].heading = line
    } else if isWhole ? hasChildren : !page.isWrapped, mayBeHeading(line, isWhole ? 40 : 25) {
      setHeading(&marks[index], line)
    } else if let colon = colonAfterHeading(line) {
      marks[index].heading = line.lowerBound..<colon
      marks[index].separator = colon..<(colon + 1)
    }
  }

  /// Takes a line as a heading; a colon at its end is its separator.
  private func setHeading(_ mark: inout Mark, _ line: Range<Int>) {
    guard scalars[line.upperBound - 1].structure == .colon else {
      mark.heading = line
      return
    }
    let stop = line.upperBound - 1
    guard line.count <= 12, !introducesList(line.lowerBound..<stop), !hasVerb(line) else { return }
    mark.heading = line.lowerBound..<stop
    mark.separator = stop..<line.upperBound
  }

  /// Whether a stretch says something rather than names it.
  private func hasVerb(_ stretch: Range<Int>) -> Bool {
    stretch.contains { "不能应须可将会要请把被".unicodeScalars.contains(scalars[$0]) }
  }

  private func mayBeHeading(_ line: Range<Int>, _ longest: Int) -> Bool {
    guard !line.isEmpty, line.count <= longest, !hasSentenceSign(line) else { return false }
    let commas = line.count { scalars[$0].structure == .comma }
    guard commas == 0 || (commas == 1 && line.count <= 20) else { return false }
    let inner = line.dropLast()
    return !inner.contains { scalars[$0].structure == .colon }
  }

  /// The colon after a short phrase that text follows on the same line, or `nil`.
  private func colonAfterHeading(_ line: Range<Int>) -> Int? {
    for position in line.prefix(18) {
      switch scalars[position].structure {
      case .colon:
        guard position > line.lowerBound + 1, position + 1 < line.upperBound,
          !introducesList(line.lowerBound..<position), !isTime(position)
        else { return nil }
        return position
      case .sentenceEnd, .semicolon, .comma, .openQuote, .openTitleMark: return nil
      default: continue
      }
    }
    return nil
  }

  private func isTime(_ colon: Int) -> Bool {
    scalars[colon - 1].structure == .digit && colon + 1 < end
      && scalars[colon + 1].structure == .digit
  }

  /// Whether words end a stretch that a list follows, as in 包括以下内容.
  private func introducesList(_ stretch: Range<Int>) -> Bool {
    let text = page.string(stretch)
    let words = [
      "包括", "如下", "下列", "以下", "不限于", "应当", "不得", "分为", "例如", "必须", "規定", "规定", "情形", "之一", "条件",
      "要求是", "有",
    ]
    if words.contains(where: { text.holds($0) }) { return true }
    return ["是", "为", "有", "应", "即", "指", "称", "者", "的"].contains(where: text.ends(with:))
  }

  /// Headings in 【】 after the labels of articles, and a short first line when
  /// most articles have one.
  private func addArticleHeadings(_ marks: inout [Mark]) {
    let articles = marks.indices.filter {
      marks[$0].kind == .article && isOpen(marks[$0])
    }
    var bracketed: [Int: Range<Int>] = [:]
    var lines: [Int: Range<Int>] = [:]
    for index in articles {
      let text = text(of: index, in: marks)
      guard !text.isEmpty else { continue }
      if let heading = bracketedHeading(text) { bracketed[index] = heading }
      let line = firstLine(text)
      let hasMore =
        line.upperBound < text.upperBound
        || (index + 1 < marks.count && [.paragraph, .item].contains(marks[index + 1].kind))
      if hasMore, line.count <= 24,
        !line.contains(where: {
          scalars[$0].structure.endsStatement || scalars[$0].structure == .comma
            || scalars[$0].structure == .colon
        })
      {
        lines[index] = line
      }
    }
    for (index, heading) in bracketed
    where scalars[heading.lowerBound] == "【" || bracketed.count * 2 >= articles.count {
      marks[index].heading = heading
    }
    if lines.count >= 3, lines.count * 2 >= articles.count {
      for (index, line) in lines { marks[index].heading = marks[index].heading ?? line }
    }
  }

  private func bracketedHeading(_ text: Range<Int>) -> Range<Int>? {
    let close: Unicode.Scalar
    switch scalars[text.lowerBound] {
    case "【": close = "】"
    case "（": close = "）"
    case "(": close = ")"
    default: return nil
    }
    guard let position = text.prefix(40).first(where: { scalars[$0] == close }),
      position + 1 < text.upperBound
    else { return nil }
    return text.lowerBound..<(position + 1)
  }

  /// Headings that run into their text.
  private func addRunningHeadings(_ marks: inout [Mark]) {
    let splitter = RunningHeadings(page, title: title, scalars)
    var groups: [Int: [Int]] = [:]
    var parents: [(rank: Int, index: Int)] = []
    for index in marks.indices {
      while let last = parents.last, last.rank >= marks[index].rank { parents.removeLast() }
      if marks[index].kind == .clause || marks[index].kind.isDivision {
        groups[parents.last?.index ?? -1, default: []].append(index)
      }
      parents.append((marks[index].rank, index))
    }
    for siblings in groups.values {
      let members = siblings.map { index in
        RunningHeadings.Member(
          text: text(of: index, in: marks), hasHeading: !isOpen(marks[index]))
      }
      for (index, heading) in zip(siblings, splitter.headings(of: members)) {
        if let heading { marks[index].heading = heading }
      }
    }
  }

  /// A short last clause without text is a heading where its siblings have one:
  /// 六、附则.
  private func addLeafHeadings(_ marks: inout [Mark]) {
    var levels: [Level: (members: Int, headed: Int)] = [:]
    for mark in marks {
      let level = Level(form: mark.form, rank: mark.rank)
      levels[level, default: (0, 0)].members += 1
      if mark.heading != nil { levels[level, default: (0, 0)].headed += 1 }
    }
    for index in marks.indices where marks[index].kind == .clause && isOpen(marks[index]) {
      let counts = levels[Level(form: marks[index].form, rank: marks[index].rank)] ?? (0, 0)
      guard counts.headed * 2 >= counts.members else { continue }
      let text = text(of: index, in: marks)
      if !text.isEmpty, text.count <= 8, !hasSentenceSign(text),
        !text.contains(where: { scalars[$0].structure == .lineFeed })
      {
        marks[index].heading = text
      }
    }
  }

  /// A level of a list: markers of one form at one depth.
  private struct Level: Hashable {
    var form: MarkerForm?
    var rank: Int
  }
}
