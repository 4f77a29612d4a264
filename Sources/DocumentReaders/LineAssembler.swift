/// Puts the text of a page together as a browser sets it: runs of blanks
/// become one, and none stand at the ends of a line.
struct LineAssembler {
  private(set) var utf8: [UInt8] = []
  private var lineStart = 0
  /// A space that is set once a character follows.
  private var isSpacePending = false
  private var isPendingBreak = false
  private(set) var linkByteCount = 0
  private(set) var linkCount = 0
  private var boldByteCount = 0
  /// What stands in every element of a link in the line.
  private var anchors: [Range<Int>] = []
  private(set) var labelByteCount = 0

  /// Whether the line has no character yet.
  var isEmpty: Bool { utf8.count == lineStart }

  /// How text is set.
  struct Style {
    var isBold = false
    var isLink = false
  }

  /// Counts a link to another page that begins in the line.
  mutating func beginLink() {
    linkCount += 1
  }

  /// Notes where the text of any link begins.
  mutating func beginAnchor() {
    anchors.append(utf8.count..<utf8.count)
  }

  /// Notes where the text of the link that began last ends.
  mutating func endAnchor() {
    guard let last = anchors.last, last.lowerBound == last.upperBound else { return }
    anchors[anchors.count - 1] = last.lowerBound..<max(last.lowerBound, utf8.count)
  }

  /// Adds text whose runs of blanks count as one.
  mutating func append(_ text: UnsafeBufferPointer<UInt8>, _ style: Style) {
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte == 0x20 || 0x09...0x0D ~= byte {
        isSpacePending = true
        if byte == 0x0A || byte == 0x0D { isPendingBreak = true }
        index += 1
        continue
      }
      let end = Self.endOfWord(in: text, from: index)
      appendWord(UnsafeBufferPointer(rebasing: text[index..<end]), style)
      index = end
    }
  }

  private static func endOfWord(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index < text.count, text[index] > 0x20 { index += 1 }
    return max(index, start + 1)
  }

  private mutating func appendWord(_ word: UnsafeBufferPointer<UInt8>, _ style: Style) {
    let before = utf8.count
    if isSpacePending, !isEmpty, !(isPendingBreak && Self.joins(utf8.last, word.first)) {
      utf8.append(0x20)
    }
    isSpacePending = false
    isPendingBreak = false
    var copied = 0
    var index = 0
    while index < word.count {
      // A no-break space becomes a space that stays; a soft hyphen is not seen.
      if word[index] == 0xC2, index + 1 < word.count,
        word[index + 1] == 0xA0 || word[index + 1] == 0xAD
      {
        utf8 += word[copied..<index]
        if word[index + 1] == 0xA0 { utf8.append(0x20) }
        index += 2
        copied = index
      } else {
        index += 1
      }
    }
    utf8 += word[copied...]
    let added = utf8.count - before
    if style.isBold { boldByteCount += added }
    if style.isLink { linkByteCount += added }
  }

  /// Whether a line feed of the source between two characters is no space:
  /// Chinese is wrapped between any two of them.
  private static func joins(_ left: UInt8?, _ right: UInt8?) -> Bool {
    guard let left, let right else { return false }
    return left >= 0x80 && 0xE3...0xEF ~= right
  }

  /// Adds what separates the parts of a row.
  mutating func separate(by byte: UInt8) {
    while utf8.count > lineStart, utf8.last == 0x20 { utf8.removeLast() }
    if byte == 0x20 {
      isSpacePending = true
    } else {
      isSpacePending = false
      utf8.append(byte)
    }
  }

  /// Prints the number of a list item, if the line is still empty.
  mutating func print(label: String) {
    guard isEmpty else { return }
    utf8 += Array(label.utf8)
    labelByteCount = label.utf8.count
    isSpacePending = true
  }

  /// The byte at which the next character will stand.
  var position: Int { utf8.count }

  /// A finished line.
  struct Line {
    let range: Range<Int>
    let isBold: Bool
    let linkByteCount: Int
    let linkCount: Int
    let labelByteCount: Int
    let anchors: [Range<Int>]
  }

  /// Ends the line and returns it, or `nil` when it holds only blanks.
  mutating func endLine() -> Line? {
    let slice = BlankScan.trimmed(utf8[lineStart...])
    defer { reset() }
    if slice.isEmpty {
      utf8.removeLast(utf8.count - lineStart)
      return nil
    }
    let isLabelKept = slice.startIndex == lineStart && slice.count > labelByteCount
    return Line(
      range: slice.indices, isBold: boldByteCount * 10 >= (slice.count - labelByteCount) * 9,
      linkByteCount: linkByteCount, linkCount: linkCount,
      labelByteCount: isLabelKept ? labelByteCount : 0, anchors: anchors)
  }

  private mutating func reset() {
    lineStart = utf8.count
    isSpacePending = false
    isPendingBreak = false
    linkByteCount = 0
    linkCount = 0
    boldByteCount = 0
    labelByteCount = 0
    anchors.removeAll(keepingCapacity: true)
  }
}
