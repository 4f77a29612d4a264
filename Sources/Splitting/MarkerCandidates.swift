import ChineseText
import DocumentReaders

/// A place where a list marker stands, which may be one or part of a sentence.
struct MarkerCandidate {
  /// What stands before a marker.
  enum Boundary {
    /// A line begins with it.
    case lineStart
    /// A sentence, a member of a list or a colon ends before it.
    case statementEnd
    /// Running text.
    case inside
  }

  var position: Int
  var marker: ListMarker
  var boundary: Boundary
  /// Whether the list goes on: of the markers of its form that follow, the
  /// next has the next number.
  var isContinued = false
  /// Whether an editor said that it is a label.
  var isStated = false
}

/// Finds the places in stretches of a text where list markers stand.
struct MarkerCandidateFinder {
  private let page: PageText
  private let scanner: LabelScanner
  /// The stretch that is read.
  private var range = 0..<0
  private var scalars: UnsafeBufferPointer<Unicode.Scalar> { scanner.scalars }

  init(_ page: PageText, _ scalars: UnsafeBufferPointer<Unicode.Scalar>) {
    self.page = page
    scanner = LabelScanner(scalars: scalars)
  }

  /// The candidates of a stretch in order of position.
  mutating func candidates(in range: Range<Int>) -> [MarkerCandidate] {
    self.range = range
    var found: [MarkerCandidate] = []
    guard !range.isEmpty else { return found }
    var line = page.lineIndex(at: range.lowerBound)
    while line < page.lines.count, page.lines[line].range.lowerBound < range.upperBound {
      let whole = page.lines[line].range
      let part = max(whole.lowerBound, range.lowerBound)..<min(whole.upperBound, range.upperBound)
      appendCandidates(of: part, beginsLine: part.lowerBound == whole.lowerBound, line, to: &found)
      line += 1
    }
    page.corrections.correct(&found, in: range)
    var next: [MarkerForm: Int] = [:]
    for index in found.indices.reversed() {
      let marker = found[index].marker
      found[index].isContinued =
        next[marker.form] == (marker.form.shape == .bullet ? 0 : marker.value + 1)
      next[marker.form] = marker.value
    }
    return found
  }

  private func appendCandidates(
    of part: Range<Int>, beginsLine: Bool, _ line: Int, to found: inout [MarkerCandidate]
  ) {
    var position = scanner.skipBlanks(part.lowerBound, part.upperBound)
    // A stretch begins where a label ended: a marker there stands at a boundary.
    if let marker = leadingMarker(at: position, part, beginsLine, line) {
      found.append(
        MarkerCandidate(
          position: position, marker: marker, boundary: beginsLine ? .lineStart : .statementEnd))
      position = afterMarkers(marker, in: part, &found)
    }
    var parentheses = 0
    var quotes = 0
    while position < part.upperBound {
      let kind = scanner.kind(position)
      switch kind {
      case .numeral, .digit, .openParenthesis, .enclosedNumber, .bullet:
        if quotes == 0, parentheses == 0, let candidate = inlineCandidate(at: position, part) {
          found.append(candidate)
          position = candidate.marker.end
          continue
        }
        if kind == .openParenthesis { parentheses += 1 }
        if kind == .numeral || kind == .digit {
          while position + 1 < part.upperBound, scanner.kind(position + 1) == kind {
            position += 1
          }
        }
      case .closeParenthesis: parentheses = max(0, parentheses - 1)
      case .openQuote: quotes += closes(quoteAt: position, part) ? 1 : 0
      case .closeQuote: quotes = max(0, quotes - 1)
      case .sentenceEnd: parentheses = 0
      default: break
      }
      position += 1
    }
  }

  private func leadingMarker(
    at position: Int, _ part: Range<Int>, _ beginsLine: Bool, _ line: Int
  ) -> ListMarker? {
    if beginsLine, page.lines[line].automaticLabelCount > 0 {
      let end = part.lowerBound + page.lines[line].automaticLabelCount
      let marker = scanner.listMarker(at: position, limit: part.upperBound, atLineStart: true)
      if let marker, marker.end >= end { return marker }
      return ListMarker(form: .init(shape: .automatic), value: 0, end: min(end, part.upperBound))
    }
    guard let marker = scanner.listMarker(at: position, limit: part.upperBound, atLineStart: true)
    else { return beginsLine ? unsignedMarker(at: position, line) : nil }
    return isReference(marker, at: position, part) ? nil : marker
  }

  /// The empty marker of an item whose list prints no sign, or `nil`.
  ///
  /// Web pages and Word files have such lists: the bullet is drawn, not written.
  private func unsignedMarker(at position: Int, _ line: Int) -> ListMarker? {
    let block = page.block(of: page.lines[line])
    guard case .listItem(let depth) = block.role,
      line == 0 || page.lines[line - 1].block != page.lines[line].block
    else { return nil }
    return ListMarker(
      form: .init(shape: .bullet, detail: UInt32(depth)), value: 0, end: position)
  }

  /// Markers that follow one another at once, such as 一、（1） or a doubled 1、1、.
  private func afterMarkers(
    _ marker: ListMarker, in part: Range<Int>, _ found: inout [MarkerCandidate]
  ) -> Int {
    var end = marker.end
    while true {
      let next = scanner.skipBlanks(end, part.upperBound)
      guard let inner = scanner.listMarker(at: next, limit: part.upperBound, atLineStart: false),
        inner.form != marker.form, inner.value == 1,
        !isReference(inner, at: next, part)
      else { return end }
      found.append(MarkerCandidate(position: next, marker: inner, boundary: .statementEnd))
      end = inner.end
    }
  }

  private func inlineCandidate(at position: Int, _ part: Range<Int>) -> MarkerCandidate? {
    guard let marker = scanner.listMarker(at: position, limit: part.upperBound, atLineStart: false),
      !isReference(marker, at: position, part)
    else { return nil }
    var before = position - 1
    while before >= part.lowerBound, scanner.kind(before) == .blank { before -= 1 }
    guard before >= part.lowerBound else {
      return MarkerCandidate(position: position, marker: marker, boundary: .statementEnd)
    }
    let boundary = boundary(after: before, part)
    if boundary == .inside, !mayStandInside(marker, after: before, position) { return nil }
    return MarkerCandidate(position: position, marker: marker, boundary: boundary)
  }

  private func boundary(after before: Int, _ part: Range<Int>) -> MarkerCandidate.Boundary {
    switch scanner.kind(before) {
    case .sentenceEnd, .semicolon, .colon: return .statementEnd
    case .closeQuote, .closeParenthesis:
      let inner = before - 1
      guard inner >= part.lowerBound else { return .inside }
      let kind = scanner.kind(inner)
      return kind == .sentenceEnd || kind == .semicolon ? .statementEnd : .inside
    default: return .inside
    }
  }

  /// Whether a marker may follow text that no sign closes.
  private func mayStandInside(_ marker: ListMarker, after before: Int, _ position: Int) -> Bool {
    let kind = scanner.kind(before)
    switch kind {
    case .comma, .enumerationComma, .dot, .openParenthesis, .openQuote, .openTitleMark,
      .ordinalSign,
      .numeral, .bullet:
      return false
    case .digit, .latin:
      return marker.form.shape == .parenthesizedIdeograph
        || marker.form.shape == .parenthesizedDigit
        || marker.form.shape == .circledDigit
    default: break
    }
    switch marker.form.shape {
    case .bullet: return scalars[position].value == 0x2D || scalars[position].value == 0x2022
    case .ideographComma: return !"统单唯之同逐专划不万如任某每".unicodeScalars.contains(scalars[before])
    case .bareDigit, .latinDot, .latinParenthesis, .automatic, .ideographParenthesis: return false
    case .digitDot, .digitComma, .digitParenthesis, .decimal:
      let next = scanner.skipBlanks(marker.end, range.upperBound)
      return next < range.upperBound
        && (scalars[next].isHan || scanner.kind(next) == .openQuote
          || scanner.kind(next) == .openTitleMark || scanner.kind(next) == .latin)
    default: return true
    }
  }

  /// Whether a marker is part of a citation or an enumeration: 第（二）项, （二）、（三）项.
  private func isReference(_ marker: ListMarker, at position: Int, _ part: Range<Int>) -> Bool {
    if position > part.lowerBound {
      switch scalars[position - 1] {
      case "第", "和", "或", "至", "及", "与", "到", "、":
        if marker.form.shape != .bullet { return true }
      default: break
      }
    }
    guard marker.end < part.upperBound else { return false }
    switch scalars[marker.end] {
    case "项", "款", "目", "項":
      // （一）项目审批 is an item, 依照（一）项 a citation.
      return position > part.lowerBound && marker.form.shape != .digitDot
        && marker.form.shape != .ideographComma && !beginsWord(marker.end, part)
    case "、", "至", "和", "或":
      return marker.form.shape == .parenthesizedIdeograph
        || marker.form.shape == .parenthesizedDigit
    default: break
    }
    // 一、二、三级 names grades.
    guard marker.form.shape == .ideographComma, scanner.kind(marker.end) == .numeral,
      marker.end + 1 < part.upperBound
    else { return false }
    let after = scalars[marker.end + 1]
    // 二、一、… is a clause that begins with a number of its own.
    guard ChineseNumeral.digit(scalars[marker.end]) == marker.value + 1 else { return false }
    return after.structure == .enumerationComma || "级等类线档期次楼层季章条款项".unicodeScalars.contains(after)
  }

  /// Whether 项, 款 or 目 begins a word: 项目, 款项, 目标, 目录.
  private func beginsWord(_ position: Int, _ part: Range<Int>) -> Bool {
    guard position + 1 < part.upperBound else { return false }
    return "目项标录的式额待物".unicodeScalars.contains(scalars[position + 1])
  }

  private func closes(quoteAt position: Int, _ part: Range<Int>) -> Bool {
    let limit = min(part.upperBound, position + 400)
    for index in (position + 1)..<max(limit, position + 1)
    where scanner.kind(index) == .closeQuote {
      return true
    }
    return false
  }
}
