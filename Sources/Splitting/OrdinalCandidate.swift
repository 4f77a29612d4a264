import Regulations

/// A place where a label of fixed rank stands, which may be a label or a
/// cross-reference.
struct OrdinalCandidate {
  /// What stands before a candidate.
  enum Boundary {
    /// A line begins with it.
    case lineStart
    /// A sentence or member of a list ends before it.
    case statementEnd
    /// The heading of a division, or the title, stands between its label and
    /// the candidate: 第一章总则第一条.
    case afterHeading
    /// A colon or a closing parenthesis.
    case weak
    /// Running text.
    case inside
  }

  /// The position of 第.
  var position: Int
  /// What stands there.
  var label: OrdinalLabel
  /// What stands before it.
  var boundary: Boundary
  /// Whether it stands in a quotation that is closed.
  var isQuoted = false
  /// Whether an editor said that it is a label.
  var isStated = false
  /// How strongly the words after it speak for a cross-reference, in half
  /// points; 0 when nothing does.
  var penaltyAfter: Int
  /// The same of the word before it, which counts only in running text.
  var penaltyBefore: Int
  /// Whether a blank or a line's end stands after the label.
  var isFollowedByBlank: Bool

  /// How strongly its context speaks for a cross-reference, in half points.
  var referencePenalty: Int {
    boundary == .inside ? max(penaltyBefore, penaltyAfter) : penaltyAfter
  }
}

/// Finds all candidates of a stretch of text in one pass.
struct OrdinalCandidateFinder {
  private let scanner: LabelScanner
  private var scalars: UnsafeBufferPointer<Unicode.Scalar> { scanner.scalars }
  private let range: Range<Int>

  init(_ scalars: UnsafeBufferPointer<Unicode.Scalar>, in range: Range<Int>) {
    scanner = LabelScanner(scalars: scalars)
    self.range = range
  }

  /// The candidates in order of position.
  func candidates() -> [OrdinalCandidate] {
    var found: [OrdinalCandidate] = []
    var quotes = QuotationTracker()
    var position = range.lowerBound
    let limit = range.upperBound
    let classes = CharacterClass.table
    classes.withUnsafeBufferPointer { classes in
      while position < limit {
        let value = scalars[position].value
        let kind = value < 0x10000 ? classes[Int(value)] : .ordinary
        switch kind {
        case .openQuote: quotes.open(at: position)
        case .closeQuote: quotes.close(at: position)
        case .ordinalSign:
          if let label = scanner.ordinalLabel(at: position, limit: limit) {
            quotes.note(found.count)
            found.append(candidate(label, at: position))
            position = label.end - 1
          }
        default: break
        }
        position += 1
      }
    }
    for index in quotes.quoted() { found[index].isQuoted = true }
    markGluedTitle(&found)
    markHeadings(&found)
    return found
  }

  /// A first label numbered 1 that a title, or the parentheses below a title,
  /// is glued to stands as after a heading: 某某条例第一章总则.
  private func markGluedTitle(_ found: inout [OrdinalCandidate]) {
    guard let first = found.first, first.label.insertion == 0 else { return }
    let head = range.lowerBound..<first.position
    guard first.label.main == 1 || head.count <= 60 else { return }
    switch first.boundary {
    case .weak where head.count <= 1500 && first.penaltyAfter == 0:
      found[0].boundary = .afterHeading
    case .inside where head.count <= 1500:
      let title = head.lastIndex { scalars[$0].structure == .closeParenthesis }.map { $0 + 1 }
      let text = String(
        String.UnicodeScalarView(scalars[(title ?? head.lowerBound)..<head.upperBound]))
      let isContents = ["目录", "目次", "目錄"].contains(where: text.ends(with:))
      if isContents || TitleWords.isTitleLike(text) && TitleWords.endsLikeTitle(text) {
        found[0].boundary = .afterHeading
      }
    default: break
    }
  }

  private func candidate(_ label: OrdinalLabel, at position: Int) -> OrdinalCandidate {
    if let bracketed = bracketed(label, at: position) { return bracketed }
    let after = scanner.skipBlanks(label.end, range.upperBound)
    let context = ReferenceContext(scalars, range)
    return OrdinalCandidate(
      position: position, label: label, boundary: boundary(before: position),
      penaltyAfter: context.penaltyAfter(label.end, isArticle: label.kind == .article),
      penaltyBefore: context.penaltyBefore(position),
      isFollowedByBlank: after > label.end || after >= range.upperBound || scalars[after] == "\n")
  }

  /// A label in brackets that begin a line: 【第一条】, （第一条）, [第一条].
  private func bracketed(_ label: OrdinalLabel, at position: Int) -> OrdinalCandidate? {
    let open = position - 1
    guard open >= range.lowerBound, label.end < range.upperBound,
      "【（([［〔".unicodeScalars.contains(scalars[open]),
      "】）)]］〕".unicodeScalars.contains(scalars[label.end]), boundary(before: open) == .lineStart
    else { return nil }
    var label = label
    label.end += 1
    return OrdinalCandidate(
      position: open, label: label, boundary: .lineStart, penaltyAfter: 0, penaltyBefore: 0,
      isFollowedByBlank: true)
  }

  private func boundary(before position: Int) -> OrdinalCandidate.Boundary {
    var before = position - 1
    while before >= range.lowerBound, scalars[before].structure == .blank { before -= 1 }
    guard before >= range.lowerBound, scalars[before] != "\n" else { return .lineStart }
    switch scalars[before].structure {
    case .sentenceEnd, .semicolon: return .statementEnd
    case .closeQuote, .closeParenthesis:
      let inner = before - 1
      let closesSentence = inner >= range.lowerBound && scalars[inner].structure == .sentenceEnd
      return closesSentence ? .statementEnd : .weak
    case .colon: return .weak
    default:
      return scalars[before] == "】" || scalars[before] == "…" ? .weak : .inside
    }
  }

  /// What follows the label of a division within the length of a heading
  /// stands after a heading.
  private func markHeadings(_ found: inout [OrdinalCandidate]) {
    for index in found.indices.dropLast() {
      let division = found[index]
      guard division.label.kind.isDivision, division.boundary != .inside, !division.isQuoted,
        division.penaltyAfter == 0
      else { continue }
      let next = found[index + 1]
      guard next.boundary == .inside || next.boundary == .weak, next.position > division.label.end,
        isHeading(division.label.end..<next.position)
      else { continue }
      found[index + 1].boundary = .afterHeading
    }
  }

  /// Whether a stretch may be the heading of a division.
  private func isHeading(_ stretch: Range<Int>) -> Bool {
    guard stretch.count <= 50 else { return false }
    var hasText = false
    for position in stretch {
      switch scalars[position].structure {
      case .sentenceEnd, .semicolon, .colon, .lineFeed, .comma: return false
      case .blank: continue
      default: hasText = true
      }
    }
    return hasText
  }
}

/// Tells which positions stand in closed quotations.
///
/// Marks without a partner are common (each paragraph of a long quotation
/// begins with one), so only what a closing mark follows is quoted.
struct QuotationTracker {
  private var open: [(position: Int, firstNote: Int)] = []
  private var notes: [Int] = []
  private var closed: [Range<Int>] = []
  private static let longestQuotation = 30_000
  private static let deepest = 64

  /// Notes the opening mark at a position.
  mutating func open(at position: Int) {
    if open.count == Self.deepest { open.removeFirst() }
    open.append((position, notes.count))
  }

  /// Notes the closing mark at a position.
  mutating func close(at position: Int) {
    guard let last = open.popLast(), position - last.position <= Self.longestQuotation else {
      return
    }
    if last.firstNote < notes.count { closed.append(last.firstNote..<notes.count) }
  }

  /// Notes something to ask about.
  mutating func note(_ value: Int) {
    notes.append(value)
  }

  /// What was noted within closed quotations.
  func quoted() -> [Int] {
    var quoted: [Int] = []
    for range in closed { quoted += notes[range] }
    return quoted
  }
}
