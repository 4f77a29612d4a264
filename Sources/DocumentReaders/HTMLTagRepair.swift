import ChineseText

/// Closes what a page leaves open, so that no text is lost in it.
///
/// A quote, tag or comment that never ends would swallow the rest of the
/// page. A value whose quote is missing runs on to the next quote, which
/// opens another value: it then ends with `=` and holds `>`.
struct HTMLTagRepair {
  /// A place where markup is damaged.
  struct Damage: Hashable {
    enum Kind: String {
      case quote = "a quote"
      case tag = "a tag"
      case comment = "a comment"
      case element = "a hidden element"
    }

    let kind: Kind
    let offset: Int
  }

  /// The page with ends where they are missing.
  private(set) var repaired: [UInt8] = []
  /// Where it was damaged, in ascending order.
  private(set) var damages: [Damage] = []

  private let page: [UInt8]
  private var copied = 0
  /// Signs that stand nowhere after some place: none is looked for again.
  private var absent: Set<UInt8> = []
  private var hasNoCommentEnd = false
  private var hasNoTagEnd = false
  /// Where the end tags of elements with hidden text stand next.
  private var endTags: [String: Int] = [:]

  init(_ page: [UInt8]) {
    self.page = page
    scan()
    if !damages.isEmpty { repaired += page[copied...] } else { repaired = page }
  }

  // MARK: Scanning

  private func find(_ byte: UInt8, from start: Int) -> Int? {
    ByteScan.find(byte, in: page[...], from: start)
  }

  private mutating func scan() {
    var index = 0
    while let open = find(0x3C, from: index), open + 1 < page.count {
      switch page[open + 1] {
      case 0x21: index = afterDeclaration(open)
      case 0x41...0x5A, 0x61...0x7A, 0x2F: index = afterTag(open)
      default: index = open + 1
      }
    }
  }

  private mutating func afterDeclaration(_ open: Int) -> Int {
    guard page[open...].starts(with: Self.commentStart) else { return open + 2 }
    if !hasNoCommentEnd, let end = page[(open + 2)...].firstRange(of: Self.commentEnd) {
      return end.upperBound
    }
    hasNoCommentEnd = true
    damage(.comment, at: open)
    replace(open..<(open + 1), by: "&lt;")
    return open + 4
  }

  private mutating func afterTag(_ open: Int) -> Int {
    let isEnd = page[open + 1] == 0x2F
    var nameEnd = open + 1
    while nameEnd < page.count, Self.isNamePart(page[nameEnd]) { nameEnd += 1 }
    let beforeTag = (repaired: repaired.count, copied: copied)
    guard let end = endOfTag(open, from: nameEnd) else { return nameEnd }
    let name = page[(open + 1)..<nameEnd]
    guard !isEnd, name.count <= 8 else { return end }
    return afterHidden(open, name, end) { repair in
      // Repairs in the tag go with it.
      repair.repaired.removeLast(repair.repaired.count - beforeTag.repaired)
      repair.copied = beforeTag.copied
      repair.replace(open..<end, by: "")
    }
  }

  /// Passes the attributes of a tag and returns where it ends, or `nil` when
  /// it was closed after its name.
  private mutating func endOfTag(_ open: Int, from start: Int) -> Int? {
    var index = start
    while index < page.count {
      if hasNoTagEnd, page[index] != Self.close { break }
      switch page[index] {
      case Self.close: return index + 1
      case 0x22, 0x27:
        guard page[index - 1] == 0x3D || page[index - 1] <= 0x20 else {
          index += 1
          continue
        }
        let value = endOfValue(index)
        if value.endsTag { return value.end }
        index = value.end
      default: index += 1
      }
    }
    hasNoTagEnd = true
    damage(.tag, at: open)
    replace(start..<start, by: ">")
    return nil
  }

  /// Where the value ends whose quote stands at `quote`, and whether the tag
  /// was closed there too.
  private mutating func endOfValue(_ quote: Int) -> (end: Int, endsTag: Bool) {
    let sign = page[quote]
    let end = absent.contains(sign) ? nil : find(sign, from: quote + 1)
    if end == nil { absent.insert(sign) }
    if let end, !runsOn(quote + 1, end) { return (end + 1, false) }
    damage(.quote, at: quote)
    let limit = end ?? page.count
    let stop = page[(quote + 1)..<limit].prefix(4096).firstIndex {
      $0 == Self.close || $0 == 0x3C || $0 == 0x0A
    }
    let mark = String(UnicodeScalar(sign))
    let isTagOpen = stop.map { page[$0] == Self.close } ?? false
    let place = isTagOpen ? stop ?? quote + 1 : quote + 1
    replace(place..<place, by: isTagOpen ? mark : mark + ">")
    return (place, !isTagOpen)
  }

  /// Whether a value ends where another one begins: `x>…<b class=`.
  private func runsOn(_ start: Int, _ end: Int) -> Bool {
    guard end > start, page[end - 1] == 0x3D else { return false }
    return page[start..<end].contains(Self.close) && page[start..<end].contains(0x3C)
  }

  /// Passes an element whose text is not shown, or takes its tag out when
  /// nothing ends it.
  private mutating func afterHidden(
    _ open: Int, _ name: ArraySlice<UInt8>, _ end: Int, remove: (inout Self) -> Void
  ) -> Int {
    let word = String(decoding: name.map { $0 | 0x20 }, as: UTF8.self)
    guard Self.hidden.contains(word), page[end - 2] != 0x2F else { return end }
    let isRaw = word == "script" || word == "style"
    let close = endTag(word, from: end)
    if close < page.count { return isRaw ? close : end }
    damage(.element, at: open)
    if isRaw { return page.count }
    remove(&self)
    return end
  }

  /// Where the next end tag of a name stands, or the end of the page.
  private mutating func endTag(_ name: String, from start: Int) -> Int {
    if let known = endTags[name], known >= start { return known }
    var index = start
    let wanted = Array(name.utf8)
    while let open = find(0x3C, from: index) {
      index = open + 1
      guard index < page.count, page[index] == 0x2F else { continue }
      if page[(index + 1)...].prefix(wanted.count).map({ $0 | 0x20 }) == wanted {
        endTags[name] = open
        return open
      }
    }
    endTags[name] = page.count
    return page.count
  }

  /// What was damaged, as one diagnostic or none.
  var diagnostics: [Diagnostic] {
    guard let first = damages.first else { return [] }
    let line = page[..<first.offset].count { $0 == 0x0A } + 1
    return [
      Diagnostic(
        Diagnostic.Code(rawValue: "damaged-markup"), .warning, at: nil,
        values: [String(damages.count), String(line)],
        message: "\(first.kind.rawValue) that begins in line \(line) never ends"
          + (damages.count > 1 ? ", and \(damages.count - 1) more marks" : ""),
        help: "compare the text after that line with the original")
    ]
  }

  // MARK: Repairs

  private mutating func damage(_ kind: Damage.Kind, at offset: Int) {
    // An element is known to be damaged after its tag.
    var place = damages.count
    while place > 0, damages[place - 1].offset > offset { place -= 1 }
    damages.insert(Damage(kind: kind, offset: offset), at: place)
  }

  private mutating func replace(_ range: Range<Int>, by text: String) {
    repaired += page[copied..<range.lowerBound]
    repaired += text.utf8
    copied = range.upperBound
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x3A, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2F, 0x5F: true
    default: false
    }
  }

  private static let close: UInt8 = 0x3E
  private static let commentStart = Array("<!--".utf8)
  private static let commentEnd = Array("-->".utf8)
  private static let hidden: Set<String> = [
    "script", "style", "template", "noscript", "iframe", "svg", "title", "audio", "video",
    "canvas", "datalist", "applet", "noframes", "xml",
  ]
}
