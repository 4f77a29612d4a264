internal import ChineseText
internal import Library
internal import Regulations

/// Where in a unit a place of its text lies: 第三十九条第二款第（二）项.
struct Pinpoint {
  let segment: Segment
  let node: Int
  let text: NodeText
  let outlines: PartOutlines

  /// The words for a place of the text of a unit with a label, or for the whole unit.
  func words(after label: String, at offset: Int?) -> String {
    guard let offset else { return joined(above, label) }
    guard let part = part(at: offset) else {
      return text.own.kind == .article && hasParagraphs && text.hasParts
        ? label + "第一款" : joined(above, label)
    }
    var words = joined(above, label)
    for part in path(to: part) { words = joined(words, word(for: part)) }
    return words
  }

  /// A label after those above it; 4.2.2 says 4 and 4.2 itself.
  private func joined(_ above: String, _ label: String) -> String {
    guard !above.isEmpty else { return label }
    guard let first = label.utf8.first, UInt8(ascii: "0")...UInt8(ascii: "9") ~= first else {
      return above + label
    }
    let scalars = Array(label.unicodeScalars)
    let digits = scalars.prefix { "0"..."9" ~= $0 }.count
    let isDecimal =
      digits > 0 && digits + 1 < scalars.count && (scalars[digits] == "." || scalars[digits] == "．")
      && "0"..."9" ~= scalars[digits + 1]
    return isDecimal ? label : above + label
  }

  /// The labels of the clauses above a clause.
  private var above: String {
    guard text.own.kind == .clause else { return "" }
    var labels = ""
    var above = segment.nodes.parent(of: node)
    while let parent = above {
      let head = segment.text(of: parent)
      if head.own.kind == .clause { labels = joined(head.label ?? "", labels) }
      above = segment.nodes.parent(of: parent)
    }
    return labels
  }

  private var hasParagraphs: Bool { outlines.parts.contains { $0.kind == .paragraph } }

  /// The index of the part in which a place lies, or `nil` for the own text.
  private func part(at offset: Int) -> Int? {
    var start = text.own.prefixCount + text.own.textCount + 1
    for (index, part) in outlines.parts.enumerated() {
      guard offset >= start else { return index == 0 ? nil : index - 1 }
      start += part.prefixCount + part.textCount + 1
    }
    return outlines.parts.isEmpty ? nil : outlines.parts.count - 1
  }

  /// The start of a part in the text.
  func start(of part: Int) -> Int {
    var start = text.own.prefixCount + text.own.textCount + 1
    for part in outlines.parts.prefix(part) { start += part.prefixCount + part.textCount + 1 }
    return start
  }

  /// The parts from the outermost to the given one.
  private func path(to part: Int) -> [Int] {
    var path = [part]
    while let last = path.first, outlines.parents[last] > 0, outlines.parents[last] <= last {
      path.insert(outlines.parents[last] - 1, at: 0)
    }
    return path
  }

  private func word(for part: Int) -> String {
    let own = outlines.parts[part]
    switch own.kind {
    case .paragraph: return "第" + ChineseNumeral.spelling(of: paragraphNumber(of: part)) + "款"
    case .item: return prefix(for: part) + named(part, "项")
    case .subitem: return named(part, "目")
    default: return label(of: part) ?? ""
    }
  }

  /// 第一款 before an item of the first of several 款.
  private func prefix(for part: Int) -> String {
    outlines.parents[part] == 0 && hasParagraphs && text.own.textCount > 0 ? "第一款" : ""
  }

  /// The number of a 款 among those of its unit; own text is the first.
  func paragraphNumber(of part: Int) -> Int {
    let before = outlines.parts[..<part].indices.count {
      outlines.parts[$0].kind == .paragraph && outlines.parents[$0] == outlines.parents[part]
    }
    let hasOwnText = outlines.parents[part] == 0 && text.own.textCount > 0
    return before + (hasOwnText ? 2 : 1)
  }

  private func named(_ part: Int, _ sign: String) -> String {
    guard var label = label(of: part) else { return "" }
    while let last = label.unicodeScalars.last, "、．.，,：: ".unicodeScalars.contains(last) {
      label.unicodeScalars.removeLast()
    }
    return label.utf8.starts(with: "第".utf8) ? label : "第" + label + sign
  }

  private func label(of part: Int) -> String? {
    let start = start(of: part)
    return outlines.parts[part].labelCount.map { text.string(start..<(start + $0)) }
  }
}
