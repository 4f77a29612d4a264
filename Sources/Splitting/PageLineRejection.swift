import ChineseText
import DocumentReaders

/// Marks the lines of a document that its pages added.
struct PageLineRejection {
  private let document: SourceDocument

  init(_ document: SourceDocument) {
    self.document = document
  }

  /// Gives each line that is no text its reason.
  func mark(_ lines: inout [PhysicalLine]) {
    var pageNumbers: [Int] = []
    for index in lines.indices where lines[index].rejection == nil {
      let range = lines[index].range
      guard range.byteCount <= 600 else { continue }
      if lines[index].hasSiteWord || mayBeFurniture(range) {
        let text = document.text[range]
        if let reason = PageFurniture.reason(text) {
          lines[index].rejection = reason
          if PageFurniture.isPageNumber(text) { pageNumbers.append(index) }
          if isDownloadButton(text) { rejectPageTitle(before: index, &lines) }
          continue
        }
      }
      if lines[index].hasSiteWord, PageFurniture.isDownloadNotice(document.text[range]) {
        lines[index].rejection = .pageFurniture
      }
    }
    rejectBareNumbers(&lines, &pageNumbers)
    rejectNumberedTitles(&lines, &pageNumbers)
    rejectRunningTitles(beside: pageNumbers, &lines)
  }

  /// A quick test that most lines of a law fail.
  private func mayBeFurniture(_ range: TextRange) -> Bool {
    guard range.byteCount <= 240 else { return false }
    return document.text.utf8.withUnsafeBufferPointer { bytes in
      let start = range.lowerBound
      let (first, width) = Unicode.Scalar.decoded(bytes, at: start)
      switch first {
      case "第":
        // 第 3 页: the labels of articles, of which there are many, end otherwise.
        return range.byteCount <= 48 && endsPageNumber(bytes, range.upperBound)
      case "共", "P", "p", "[", "［", "~", "～", "·", "/":
        return range.byteCount <= 48
      case "©", "C", "c", "A", "R", "L":
        return true
      case "（", "(":
        // Within parentheses only a page number stands: （第3页，共9页）.
        return range.byteCount <= 48 && start + width < range.upperBound
          && Unicode.Scalar.decoded(bytes, at: start + width).scalar == "第"
      default: break
      }
      switch first.structure {
      case .bullet: return range.byteCount <= 240
      case .digit: return range.byteCount <= 24
      default: break
      }
      if first == "―" || first == "─" || first == "－" { return range.byteCount <= 48 }
      var next = start + width
      while next < range.upperBound, bytes[next] == 0x20 { next += 1 }
      let second = next < range.upperBound ? Unicode.Scalar.decoded(bytes, at: next).scalar : "\0"
      return PageFurniture.mayBegin(first, second)
    }
  }

  /// Whether 页 or a closing parenthesis ends at an offset.
  private func endsPageNumber(_ bytes: UnsafeBufferPointer<UInt8>, _ end: Int) -> Bool {
    guard end >= 3 else { return false }
    if bytes[end - 1] == 0x29 { return true }
    let last = (bytes[end - 3], bytes[end - 2], bytes[end - 1])
    return last == (0xE9, 0xA1, 0xB5) || last == (0xEF, 0xBC, 0x89)
  }

  private func isDownloadButton(_ text: String) -> Bool {
    PageFurniture.squeeze(text) == "合集下载"
  }

  /// The title of a page stands above its download button, and again above the
  /// document: what stands above the button is the page's.
  private func rejectPageTitle(before index: Int, _ lines: inout [PhysicalLine]) {
    let above = index - 1
    guard above >= 0, lines[above].rejection == nil, lines[above].scalarCount <= 60,
      let last = Unicode.Scalar(utf8: document.text.utf8, endingAt: lines[above].range.upperBound),
      !last.structure.endsStatement
    else { return }
    lines[above].rejection = .pageFurniture
  }

  /// Lines that are only a number are page numbers when they count on through
  /// the text.
  private func rejectBareNumbers(_ lines: inout [PhysicalLine], _ pageNumbers: inout [Int]) {
    var candidates: [(index: Int, value: Int)] = []
    for (index, line) in lines.enumerated()
    where line.rejection == nil && line.range.byteCount <= 15 && line.range.byteCount >= 1 {
      let bare = document.text[line.range].unicodeScalars.filter {
        $0.structure != .openParenthesis && $0.structure != .closeParenthesis
      }
      guard bare.allSatisfy({ $0.structure == .digit }), let value = ChineseNumeral.value(of: bare)
      else { continue }
      let besideBreak = line.beginsPage || index + 1 < lines.count && lines[index + 1].beginsPage
      if besideBreak {
        lines[index].rejection = .pageFurniture
        pageNumbers.append(index)
      } else {
        candidates.append((index, value))
      }
    }
    guard candidates.count >= 2, document.format == .text || document.format == .pdf else { return }
    var run: [(index: Int, value: Int)] = []
    func close() {
      // Cells of a table stand on adjacent lines; pages are apart.
      if run.count >= 2, (run[run.count - 1].index - run[0].index) / (run.count - 1) >= 8 {
        for member in run { lines[member.index].rejection = .pageFurniture }
        pageNumbers += run.map(\.index)
      }
      run = []
    }
    for candidate in candidates {
      if let last = run.last, candidate.value != last.value + 1 { close() }
      run.append(candidate)
    }
    close()
    pageNumbers.sort()
  }

  /// Short lines that come again beside page breaks are running titles.
  private func rejectRunningTitles(
    beside pageNumbers: [Int], _ lines: inout [PhysicalLine]
  ) {
    var beside: [Int] = []
    for index in pageNumbers {
      beside += [index - 1, index + 1].filter { lines.indices.contains($0) }
    }
    for index in lines.indices where lines[index].beginsPage { beside.append(index) }
    guard !beside.isEmpty else { return }
    let candidates = Set(beside).filter {
      lines[$0].rejection == nil && (3...Self.longestTitle).contains(lines[$0].scalarCount)
        && !endsSentence(lines[$0])
    }
    var counts: [String: Int] = [:]
    for index in candidates { counts[key(lines[index]), default: 0] += 1 }
    let inner = Set(
      lines.indices.filter {
        lines[$0].rejection == nil && lines[$0].scalarCount <= Self.longestTitle
          && !candidates.contains($0)
      }.map { key(lines[$0]) })
    let first = lines.firstIndex { $0.rejection == nil } ?? 0
    for index in candidates.sorted() where index != first {
      let key = key(lines[index])
      let recurs = counts[key] ?? 0 >= 2 && key.unicodeScalars.count >= 4
      if recurs || inner.contains(key), !beginsWithLabel(lines[index]) {
        lines[index].rejection = .pageFurniture
      }
    }
  }

  /// A running title with its page number on one line: 考勤管理办法    3.
  private func rejectNumberedTitles(_ lines: inout [PhysicalLine], _ pageNumbers: inout [Int]) {
    var members: [String: [(index: Int, number: Int)]] = [:]
    for index in lines.indices
    where lines[index].rejection == nil && lines[index].scalarCount <= 70 {
      guard let numbered = numberedTitle(lines[index]) else { continue }
      members[numbered.title, default: []].append((index, numbered.number))
    }
    let first = lines.first { $0.rejection == nil }.map(key)
    for (title, found) in members {
      let ascends = zip(found, found.dropFirst()).allSatisfy { $0.number < $1.number }
      guard ascends, found.count >= 2 || title == first else { continue }
      for member in found {
        lines[member.index].rejection = .pageFurniture
        pageNumbers.append(member.index)
      }
    }
    pageNumbers.sort()
  }

  /// The text and the number of a line that has a number at one end, set off
  /// by blanks.
  private func numberedTitle(_ line: PhysicalLine) -> (title: String, number: Int)? {
    let bytes = document.text.utf8
    let ends = [bytes[line.range.lowerBound], bytes[line.range.upperBound - 1]]
    // Full-width digits begin with EF and end with 90 to 99.
    guard ends.contains(where: { 0x30...0x39 ~= $0 }) || ends[0] == 0xEF || 0x90...0x99 ~= ends[1]
    else { return nil }
    let scalars = Array(document.text[line.range].unicodeScalars)
    guard let first = scalars.first, let last = scalars.last,
      first.structure == .digit || last.structure == .digit
    else { return nil }
    let isLast = last.structure == .digit
    let digits =
      isLast
      ? scalars.reversed().prefix { $0.structure == .digit }.count
      : scalars.prefix { $0.structure == .digit }.count
    guard digits <= 4, digits < scalars.count else { return nil }
    let beside = scalars[isLast ? scalars.count - digits - 1 : digits]
    guard beside.structure == .blank else { return nil }
    let number = isLast ? scalars.suffix(digits) : scalars.prefix(digits)
    let rest = isLast ? scalars.dropLast(digits) : scalars.dropFirst(digits)
    guard let value = ChineseNumeral.value(of: number) else { return nil }
    let title = PageFurniture.squeeze(String(String.UnicodeScalarView(rest)))
    guard title.unicodeScalars.count >= 3, title.unicodeScalars.lazy.filter(\.isHan).count >= 3,
      title.unicodeScalars.last.map({ !$0.structure.endsStatement }) ?? false
    else { return nil }
    return (title, value)
  }

  private static let longestTitle = 120

  /// Whether a line holds part of a sentence, as no running title does.
  private func endsSentence(_ line: PhysicalLine) -> Bool {
    let scalars = document.text[line.range].unicodeScalars
    return scalars.last?.structure == .colon
      || scalars.contains { $0.structure.endsStatement || $0.structure == .comma }
  }

  private func key(_ line: PhysicalLine) -> String {
    PageFurniture.squeeze(document.text[line.range])
  }

  private func beginsWithLabel(_ line: PhysicalLine) -> Bool {
    document.text.utf8.withUnsafeBufferPointer { LabelScanner.beginsWithLabel($0, line.range) }
  }
}
