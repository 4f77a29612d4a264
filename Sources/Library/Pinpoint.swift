internal import ChineseText
internal import Regulations

/// Where in the text of a unit each of its parts lies.
extension PartOutlines {
  /// Whether any part is a 款.
  package var hasParagraphs: Bool { parts.contains { $0.kind == .paragraph } }

  /// Where the first part starts in the text.
  private var firstStart: Int { own.prefixCount + own.textCount + 1 }

  /// The index of the part in which a place lies, or `nil` for the own text.
  package func part(at offset: Int) -> Int? {
    var start = firstStart
    for (index, part) in parts.enumerated() {
      guard offset >= start else { return index == 0 ? nil : index - 1 }
      start += part.prefixCount + part.textCount + 1
    }
    return parts.isEmpty ? nil : parts.count - 1
  }

  /// The start of a part in the text.
  package func start(of part: Int) -> Int {
    var start = firstStart
    for part in parts.prefix(part) { start += part.prefixCount + part.textCount + 1 }
    return start
  }

  /// The part above a part, or `nil` for the unit.
  package func parent(of part: Int) -> Int? {
    let parent = parents[part]
    return parent > 0 && parent <= part ? parent - 1 : nil
  }

  /// The number of a 款 among those of its unit; own text is the first.
  package func paragraphNumber(of part: Int) -> Int {
    let before = parts[..<part].indices.count {
      parts[$0].kind == .paragraph && parents[$0] == parents[part]
    }
    let hasOwnText = parents[part] == 0 && own.textCount > 0
    return before + (hasOwnText ? 2 : 1)
  }

  /// The place of a part's label in the text, or `nil`.
  package func label(of part: Int) -> Range<Int>? {
    let start = start(of: part)
    return parts[part].labelCount.map { start..<(start + $0) }
  }
}

/// Says where in a unit a place of its text lies: 第三十九条第二款第（二）项.
///
/// The words are put together as UTF-8 in room that is kept from unit to unit.
package struct PinpointWriter {
  private var words: [UInt8] = []
  private var outlines = PartOutlines()

  /// A writer without room.
  package init() {}

  /// The words for a place of the text of a unit with a label, or for the whole unit.
  package mutating func words(
    for node: Int, in segment: Segment, _ text: NodeText, labelled label: String,
    at offset: Int?
  ) -> String {
    let isClause = text.own.kind == .clause
    guard text.hasParts || isClause else { return label }
    text.decodeOutlines(into: &outlines)
    let part = offset.flatMap { outlines.part(at: $0) }
    let isFirstParagraph =
      offset != nil && part == nil && text.own.kind == .article && outlines.hasParagraphs
    guard part != nil || isFirstParagraph || isClause else { return label }
    words.removeAll(keepingCapacity: true)
    if isClause { appendLabels(above: node, in: segment) }
    append(label: label)
    if isFirstParagraph { words.append("第一款") }
    if let part { appendPath(to: part, of: text) }
    // Strings alone were put together.
    return unsafe String(copying: UTF8Span(unchecked: words.span))
  }

  /// Appends a label; one such as 4.2.2 says 4 and 4.2 itself and takes their place.
  private mutating func append(label: String) {
    if Self.isDecimal(label.utf8) { words.removeAll(keepingCapacity: true) }
    words.append(label)
  }

  /// Whether a label begins with digits, a full stop and a digit.
  private static func isDecimal(_ label: String.UTF8View) -> Bool {
    let isDigit = { (byte: UInt8) in UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }
    guard let first = label.first, isDigit(first) else { return false }
    let rest = label.drop(while: isDigit)
    for stop in [".", "．"] where rest.starts(with: stop.utf8) {
      return rest.dropFirst(stop.utf8.count).first.map(isDigit) ?? false
    }
    return false
  }

  /// Appends the labels of the clauses above a clause.
  private mutating func appendLabels(above node: Int, in segment: Segment) {
    var labels: [String] = []
    var above = segment.nodes.parent(of: node)
    while let parent = above {
      let head = segment.text(of: parent)
      if head.own.kind == .clause { labels.append(head.label ?? "") }
      above = segment.nodes.parent(of: parent)
    }
    for label in labels.reversed() { append(label: label) }
  }

  /// Appends the words of a part after those of the parts above it; more of these
  /// than can be are cut off.
  private mutating func appendPath(to part: Int, of text: NodeText, depth: Int = 0) {
    if depth < 64, let parent = outlines.parent(of: part) {
      appendPath(to: parent, of: text, depth: depth + 1)
    }
    switch outlines.parts[part].kind {
    case .paragraph:
      words.append("第")
      words.append(ChineseNumeral.spelling(of: outlines.paragraphNumber(of: part)))
      words.append("款")
    case .item:
      // An item of the first of several 款 stands in that.
      if outlines.parents[part] == 0, text.own.textCount > 0, outlines.hasParagraphs {
        words.append("第一款")
      }
      append(part, of: text, named: "项")
    case .subitem: append(part, of: text, named: "目")
    default:
      if let label = outlines.label(of: part) { append(label: text.string(label)) }
    }
  }

  /// Appends the label of an item without the sign after it, as 第…项 unless it
  /// says so itself.
  private mutating func append(_ part: Int, of text: NodeText, named sign: StaticString) {
    guard let range = outlines.label(of: part) else { return }
    let label = text.string(range)
    var signCount = 0
    for scalar in label.unicodeScalars.reversed() {
      guard Self.isSign(scalar) else { break }
      signCount += UTF8.width(scalar)
    }
    let isNamed = label.utf8.starts(with: "第".utf8)
    if !isNamed { words.append("第") }
    words.append(label, without: signCount)
    if !isNamed { words.append(sign) }
  }

  /// Whether a sign parts a label from what it labels.
  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "、", "．", ".", "，", ",", "：", ":", " ": true
    default: false
    }
  }
}

extension [UInt8] {
  fileprivate mutating func append(_ words: StaticString) {
    words.withUTF8Buffer { append(contentsOf: $0) }
  }

  fileprivate mutating func append(_ words: String, without count: Int = 0) {
    var words = words
    words.withUTF8 { append(contentsOf: $0.dropLast(count)) }
  }
}
