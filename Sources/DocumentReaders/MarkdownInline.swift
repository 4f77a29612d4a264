/// Takes the signs out of the text of a Markdown paragraph.
struct MarkdownInline {
  /// The text without signs.
  private(set) var utf8: [UInt8] = []
  /// The texts of comments in it.
  private(set) var comments: [ArraySlice<UInt8>] = []
  private var boldByteCount = 0
  /// Whether a comment began that has no end: no later one can have it.
  private var hasOpenComment = false
  private var visibleByteCount = 0

  /// How far the end of a mark is looked for; beyond it, a sign is a sign.
  private static let reach = 2048
  private static let maximumDepth = 16

  init(_ text: ArraySlice<UInt8>) {
    append(text, isBold: false, depth: 0)
  }

  /// Whether all text is bold.
  var isBold: Bool { visibleByteCount > 0 && boldByteCount == visibleByteCount }

  private mutating func emit(_ text: ArraySlice<UInt8>, isBold: Bool) {
    utf8 += text
    let visible = text.lazy.filter { $0 > 0x20 }.count
    visibleByteCount += visible
    if isBold { boldByteCount += visible }
  }

  private mutating func append(_ text: ArraySlice<UInt8>, isBold: Bool, depth: Int) {
    var copied = text.startIndex
    var index = text.startIndex
    while index < text.endIndex {
      guard Self.isSign(text[index]), depth < Self.maximumDepth else {
        index += 1
        continue
      }
      emit(text[copied..<index], isBold: isBold)
      let end = mark(text, at: index, isBold: isBold, depth: depth)
      if end == index {
        emit(text[index...index], isBold: isBold)
        index += 1
      } else {
        index = end
      }
      copied = index
    }
    emit(text[copied...], isBold: isBold)
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21, 0x26, 0x2A, 0x3C, 0x5B, 0x5C, 0x5F, 0x60, 0x7E: true
    default: false
    }
  }

  /// Adds what a mark at `index` holds and returns where it ends; `index`
  /// itself when the sign is no mark.
  private mutating func mark(
    _ text: ArraySlice<UInt8>, at index: Int, isBold: Bool, depth: Int
  ) -> Int {
    switch text[index] {
    case 0x5C: return escape(text, at: index, isBold: isBold)
    case 0x60: return code(text, at: index, isBold: isBold)
    case 0x2A, 0x5F, 0x7E: return emphasis(text, at: index, isBold: isBold, depth: depth)
    case 0x5B: return link(text, at: index, isBold: isBold, depth: depth)
    case 0x21:
      guard index + 1 < text.endIndex, text[index + 1] == 0x5B else { return index }
      let end = link(text, at: index + 1, isBold: isBold, depth: depth)
      return end == index + 1 ? index : end
    case 0x3C: return tag(text, at: index, isBold: isBold)
    default: return reference(text, at: index, isBold: isBold)
    }
  }

  private mutating func escape(_ text: ArraySlice<UInt8>, at index: Int, isBold: Bool) -> Int {
    guard index + 1 < text.endIndex else { return index }
    let next = text[index + 1]
    let isSign =
      0x21...0x2F ~= next || 0x3A...0x40 ~= next || 0x5B...0x60 ~= next || 0x7B...0x7E ~= next
    guard isSign else { return index }
    emit(text[(index + 1)...(index + 1)], isBold: isBold)
    return index + 2
  }

  private mutating func code(_ text: ArraySlice<UInt8>, at index: Int, isBold: Bool) -> Int {
    let run = text[index...].prefix { $0 == 0x60 }.count
    let start = index + run
    let window = text[start...].prefix(Self.reach)
    var search = window
    let ticks = [UInt8](repeating: 0x60, count: run)
    while let found = search.firstRange(of: ticks) {
      let length = text[found.lowerBound...].prefix { $0 == 0x60 }.count
      if length == run {
        emit(BlankScan.trimmed(text[start..<found.lowerBound]), isBold: isBold)
        return found.upperBound
      }
      search = text[(found.lowerBound + length)..<max(window.endIndex, found.lowerBound + length)]
    }
    emit(text[index..<start], isBold: isBold)
    return start
  }

  private mutating func emphasis(
    _ text: ArraySlice<UInt8>, at index: Int, isBold: Bool, depth: Int
  ) -> Int {
    let sign = text[index]
    let run = text[index...].prefix { $0 == sign }.count
    // A row of signs is a blank to be filled in, not a mark.
    let isMark = sign == 0x7E ? run == 2 : run <= 3
    let start = index + run
    guard isMark, let first = text[start...].first, first > 0x20,
      sign != 0x5F || !isWord(before: index, of: text), !isProduct(text, at: index, first),
      let close = closing(sign, run, in: text[start...].prefix(Self.reach))
    else {
      emit(text[index..<start], isBold: isBold)
      return start
    }
    append(
      text[start..<close], isBold: isBold || sign != 0x7E && run >= 2, depth: depth + 1)
    return close + run
  }

  /// Whether a single star stands between two digits: 3*5 is a product.
  private func isProduct(_ text: ArraySlice<UInt8>, at index: Int, _ next: UInt8) -> Bool {
    index > text.startIndex && 0x30...0x39 ~= text[index - 1] && 0x30...0x39 ~= next
  }

  private func isWord(before index: Int, of text: ArraySlice<UInt8>) -> Bool {
    guard index > text.startIndex else { return false }
    let byte = text[index - 1]
    return byte >= 0x80 || 0x30...0x39 ~= byte || 0x61...0x7A ~= byte | 0x20
  }

  /// Where a run of the same signs ends the emphasis.
  private func closing(_ sign: UInt8, _ run: Int, in text: ArraySlice<UInt8>) -> Int? {
    var index = text.startIndex
    while let found = text[index...].firstIndex(of: sign) {
      let length = text[found...].prefix { $0 == sign }.count
      if length >= run, found > text.startIndex, text[found - 1] > 0x20 {
        return length == run ? found : found + length - run
      }
      index = found + length
    }
    return nil
  }

  private mutating func link(
    _ text: ArraySlice<UInt8>, at index: Int, isBold: Bool, depth: Int
  ) -> Int {
    guard let close = matching(0x5B, 0x5D, in: text[index...].prefix(Self.reach)) else {
      return index
    }
    let label = text[(index + 1)..<close]
    if label.first == 0x5E { return close + 1 }
    guard close + 1 < text.endIndex else { return index }
    let opening = text[close + 1]
    guard opening == 0x28 || opening == 0x5B,
      let end = matching(
        opening, opening == 0x28 ? 0x29 : 0x5D, in: text[(close + 1)...].prefix(Self.reach)),
      opening == 0x5B || isTarget(text[(close + 2)..<end])
    else { return index }
    append(label, isBold: isBold, depth: depth + 1)
    return end + 1
  }

  /// Whether what stands in parentheses after a link is an address: legal
  /// texts put （notes） after [names].
  private func isTarget(_ target: ArraySlice<UInt8>) -> Bool {
    let address = target.prefix { $0 != 0x20 }
    return target.count == address.count || target.last == 0x22 || target.last == 0x27
  }

  private func matching(_ open: UInt8, _ close: UInt8, in text: ArraySlice<UInt8>) -> Int? {
    var depth = 0
    for index in text.indices {
      if text[index] == open { depth += 1 }
      if text[index] == close {
        depth -= 1
        if depth == 0 { return index }
      }
      if text[index] == 0x0A, open == 0x28 { return nil }
    }
    return nil
  }

  private mutating func tag(_ text: ArraySlice<UInt8>, at index: Int, isBold: Bool) -> Int {
    let rest = text[index...]
    if rest.starts(with: Array("<!--".utf8)) {
      // <!--> and <!---> are whole comments, as in HTML.
      guard !hasOpenComment, let end = rest.dropFirst(2).firstRange(of: Array("-->".utf8)) else {
        hasOpenComment = true
        return index
      }
      comments.append(text[min(index + 4, end.lowerBound)..<end.lowerBound])
      return end.upperBound
    }
    guard let close = rest.prefix(Self.reach).firstIndex(of: 0x3E) else { return index }
    let inner = text[(index + 1)..<close]
    let name = inner.drop { $0 == 0x2F }
    guard let first = name.first, 0x61...0x7A ~= first | 0x20, !inner.contains(0x0A) else {
      return index
    }
    if inner.firstRange(of: Array("://".utf8)) != nil, !inner.contains(0x20) {
      emit(inner, isBold: isBold)
    } else if name.count >= 2, name.prefix(2).elementsEqual(Array("br".utf8)) {
      utf8.append(0x0A)
    } else if !name.prefix(while: { $0 > 0x20 && $0 != 0x2F }).allSatisfy({ $0 < 0x80 }) {
      return index
    }
    return close + 1
  }

  private mutating func reference(_ text: ArraySlice<UInt8>, at index: Int, isBold: Bool) -> Int {
    guard let end = text[index...].prefix(12).firstIndex(of: 0x3B) else { return index }
    let name = String(decoding: text[(index + 1)..<end], as: UTF8.self)
    if let known = Self.references[name] {
      emit(Array(known.utf8)[...], isBold: isBold)
      return end + 1
    }
    guard name.hasPrefix("#") else { return index }
    let digits = name.dropFirst()
    let isHex = digits.hasPrefix("x") || digits.hasPrefix("X")
    guard let value = UInt32(digits.dropFirst(isHex ? 1 : 0), radix: isHex ? 16 : 10),
      value >= 0x20,
      let scalar = Unicode.Scalar(value)
    else { return index }
    emit(Array(String(Character(scalar)).utf8)[...], isBold: isBold)
    return end + 1
  }

  private static let references = [
    "nbsp": " ", "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "emsp": "\u{2003}",
    "ensp": "\u{2002}", "ldquo": "“", "rdquo": "”", "lsquo": "‘", "rsquo": "’", "mdash": "—",
    "hellip": "…", "middot": "·", "copy": "©", "times": "×",
  ]
}
