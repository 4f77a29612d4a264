import ChineseText
import Regulations

/// Finds annexes (附件) and the closing of a regulation: its last sentences,
/// signature and date.
struct AnnexReader {
  private let page: PageText
  private let scanner: LabelScanner
  private let range: Range<Int>
  private var scalars: UnsafeBufferPointer<Unicode.Scalar> { scanner.scalars }

  init(
    _ page: PageText, _ scalars: UnsafeBufferPointer<Unicode.Scalar>, in range: Range<Int>
  ) {
    self.page = page
    scanner = LabelScanner(scalars: scalars)
    self.range = range
  }

  /// The marks of the annexes that begin from a position on.
  func annexes(from start: Int) -> [Mark] {
    guard start < range.upperBound else { return [] }
    var marks: [Mark] = []
    var line = page.lineIndex(at: start)
    while line < page.lines.count, page.lines[line].range.lowerBound < range.upperBound {
      let whole = page.lines[line].range
      if whole.lowerBound >= start, let mark = annex(at: whole.lowerBound, in: whole) {
        marks.append(mark)
      } else if let mark = inlineAnnex(in: max(whole.lowerBound, start)..<whole.upperBound) {
        marks.append(mark)
      }
      line += 1
    }
    return marks
  }

  /// The annex that a line begins, or `nil`: 附件1：考勤表, 附：, 附表.
  private func annex(at start: Int, in line: Range<Int>) -> Mark? {
    guard let label = label(at: start, line.upperBound) else { return nil }
    let rest = label.end..<line.upperBound
    let isShort = rest.count <= 60 && !rest.contains { scanner.kind($0) == .sentenceEnd }
    if label.separator?.count == 1, scanner.kind(label.end - 1) == .colon {
      // A page that lost its line feeds goes on with the text of the annex.
      return mark(label, heading: isShort ? rest : label.end..<label.end)
    }
    guard isShort else { return nil }
    let closesLabel =
      label.separator != nil || rest.isEmpty || scanner.kind(label.end) == .blank
      || (label.number != nil && rest.count <= 30)
    return closesLabel ? mark(label, heading: rest) : nil
  }

  /// The annex that begins at a position, whatever it is called.
  func statedAnnex(at start: Int) -> Mark {
    let line = page.lines[page.lineIndex(at: start)].range
    return label(at: start, line.upperBound).map { mark($0, heading: $0.end..<line.upperBound) }
      ?? Mark(position: start, labelEnd: start, kind: .annex, rank: Mark.Rank.outermost)
  }

  /// An annex that begins in the middle of a line, after a sentence.
  private func inlineAnnex(in part: Range<Int>) -> Mark? {
    var position = part.lowerBound
    while position < part.upperBound {
      if scalars[position] == "附", position > part.lowerBound {
        var before = position - 1
        while before > part.lowerBound, scanner.kind(before) == .blank { before -= 1 }
        let closes =
          scanner.kind(before) == .sentenceEnd
          || scanner.kind(before) == .closeParenthesis
        if closes, let label = label(at: position, part.upperBound), label.separator != nil {
          return mark(label, heading: label.end..<label.end)
        }
      }
      position += 1
    }
    return nil
  }

  private struct Label {
    var start: Int
    var nameEnd: Int
    var separator: Range<Int>?
    var end: Int
    var number: Int?
  }

  private func label(at start: Int, _ limit: Int) -> Label? {
    guard start < limit, scalars[start] == "附" else { return nil }
    var end = start + 1
    if end < limit, "件表录图錄件則圖".unicodeScalars.contains(scalars[end]) {
      if scalars[end] == "則" { return nil }
      end += 1
    }
    let wordEnd = end
    var number: Int?
    let digits = scanner.skipBlanks(end, limit)
    var stop = digits
    while stop < limit, stop - digits < 4,
      scanner.kind(stop) == .digit || scanner.kind(stop) == .numeral
    {
      stop += 1
    }
    if stop > digits, wordEnd > start + 1,
      let value = ChineseNumeral.value(of: scalars[digits..<stop])
    {
      number = value
      end = stop
    }
    let sign = scanner.skipBlanks(end, limit)
    if sign < limit,
      scanner.kind(sign) == .colon
        || (number != nil
          && (scanner.kind(sign) == .enumerationComma || scanner.kind(sign) == .dot))
    {
      return Label(
        start: start, nameEnd: end, separator: sign..<(sign + 1), end: sign + 1, number: number)
    }
    guard wordEnd > start + 1 else { return nil }
    return Label(start: start, nameEnd: end, separator: nil, end: end, number: number)
  }

  private func mark(_ label: Label, heading: Range<Int>) -> Mark {
    var mark = Mark(
      position: label.start, labelEnd: label.separator?.upperBound ?? label.nameEnd, kind: .annex,
      number: label.number.map { ProvisionNumber($0) }, rank: Mark.Rank.outermost)
    let start = scanner.skipBlanks(heading.lowerBound, heading.upperBound)
    if start < heading.upperBound { mark.heading = start..<heading.upperBound }
    return mark
  }

  /// Whether an annex mark only lists the annexes of a letter: 附件：1.… 2.…, with
  /// nothing but short entries up to the closing.
  func listsAnnexes(_ mark: Mark, until closing: Int) -> Bool {
    guard mark.number == nil, closing - mark.position <= 400 else { return false }
    let first = page.lineIndex(at: mark.position)
    let last = page.lineIndex(at: max(closing - 1, mark.position))
    let entries = page.lines[first...last].map {
      max($0.range.lowerBound, mark.labelEnd)..<min($0.range.upperBound, closing)
    }.filter { !$0.isEmpty }
    return !entries.isEmpty
      && entries.allSatisfy { entry in
        let start = scanner.skipBlanks(entry.lowerBound, entry.upperBound)
        return entry.count <= 40
          && !entry.contains { scanner.kind($0) == .sentenceEnd }
          && (scanner.listMarker(at: start, limit: entry.upperBound, atLineStart: true) != nil
            || entries.count == 1)
      }
  }

  /// Where the closing begins in the lines after `start`, or `nil`: the
  /// signature and date at the end, and the sentence that closes a letter.
  func closing(from start: Int, to end: Int, closesLetter: Bool) -> Int? {
    guard start < end else { return nil }
    let first = page.lineIndex(at: start)
    let text = page.trimmed(start..<end)
    guard !text.isEmpty else { return nil }
    let last = page.lineIndex(at: text.upperBound - 1)
    guard last > first || page.lines[first].range.lowerBound >= start else { return nil }
    var closing: Int?
    var index = last
    while index > first {
      let line = page.lines[index].range
      if isDate(line) || isDatedName(line) || isSignature(line, belowIsDate: closing != nil)
        || isDistribution(line)
      {
        closing = index
      } else if closesLetter, isFarewell(line) || isEnactment(line) {
        closing = index
      } else {
        break
      }
      index -= 1
    }
    guard let closing else { return nil }
    let only = page.lines[closing].range
    // A name by itself signs nothing.
    if closing == last, !isDate(only), !isFarewell(only), !isDistribution(only),
      !(closesLetter && isEnactment(only)), !isDatedName(only)
    {
      return nil
    }
    return page.lines[closing].range.lowerBound
  }

  private func isDate(_ line: Range<Int>) -> Bool {
    guard line.count <= 24 else { return false }
    let text = PageFurniture.squeeze(page.string(line))
    if line.count <= 10, MetadataReader.dates(in: text).count == 1,
      text.unicodeScalars.first?.structure == .digit
    {
      return true
    }
    guard
      text.ends(with: "日") || text.ends(with: "月") || text.ends(with: "印发") || text.ends(with: "发布")
    else { return false }
    guard text.contains("年"), let first = text.unicodeScalars.first else { return false }
    return first.structure == .digit || first.structure == .numeral || text.begins(with: "×")
      || text.begins(with: "中华民国")
  }

  private func isSignature(_ line: Range<Int>, belowIsDate: Bool) -> Bool {
    guard belowIsDate, line.count <= 40 else { return false }
    let text = PageFurniture.squeeze(page.string(line))
    guard let last = text.unicodeScalars.last, !last.structure.endsStatement,
      last.structure != .colon
    else { return false }
    let endings = [
      "公司", "局", "部", "委员会", "办公室", "政府", "厅", "院", "会", "处", "中心", "科", "室", "车间", "部门", "办", "集团",
      "大学", "学校",
      "医院", "站", "所", "组", "銀行", "銀", "行", "（盖章）", "(盖章)", "委",
    ]
    return endings.contains(where: text.ends(with:))
  }

  private func isFarewell(_ line: Range<Int>) -> Bool {
    guard line.count <= 40 else { return false }
    let text = PageFurniture.squeeze(page.string(line))
    return text.begins(with: "特此") || text.begins(with: "此致") || text == "敬礼" || text == "敬礼！"
      || text.begins(with: "请遵照执行") || text.begins(with: "请认真贯彻") || text.begins(with: "以上通知")
  }

  /// The sentence with which a letter or a decision takes effect:
  /// 本决定自…起施行.
  private func isEnactment(_ line: Range<Int>) -> Bool {
    guard line.count <= 120, !beginsWithMarker(line) else { return false }
    let text = PageFurniture.squeeze(page.string(line))
    let begins =
      ["本决定", "本通知", "本意见", "此外", "根据本决定"].contains(where: text.begins(with:))
      || text.begins(with: "《") && text.holds("根据本决定")
    return begins && (text.ends(with: "。") || text.ends(with: "施行") || text.ends(with: "执行"))
  }

  /// A name and a date on one line: 办公室 2023.2.20.
  private func isDatedName(_ line: Range<Int>) -> Bool {
    guard line.count <= 40, !beginsWithMarker(line),
      !line.contains(where: {
        scanner.kind($0).endsStatement || scanner.kind($0) == .comma
      })
    else { return false }
    let text = PageFurniture.squeeze(page.string(line))
    guard let dated = MetadataReader.dates(in: text).first, dated.following.isEmpty else {
      return false
    }
    return scalars[line.lowerBound].isHan
  }

  private func beginsWithMarker(_ line: Range<Int>) -> Bool {
    scanner.listMarker(at: line.lowerBound, limit: line.upperBound, atLineStart: true) != nil
      || scanner.ordinalLabel(at: line.lowerBound, limit: line.upperBound) != nil
  }

  private func isDistribution(_ line: Range<Int>) -> Bool {
    guard line.count <= 120 else { return false }
    let text = PageFurniture.squeeze(page.string(line))
    if text.ends(with: "印发"), text.holds("年"), text.holds("月"), line.count <= 50 { return true }
    return [
      "抄送：", "抄送:", "主题词：", "主题词:", "抄报：", "抄报:", "（此件", "(此件", "报送：", "报送:", "（共印", "(共印", "共印",
      "（联系人", "(联系人", "联系人：", "联系人:", "联系电话",
    ].contains(
      where: text.begins(with:))
  }
}
