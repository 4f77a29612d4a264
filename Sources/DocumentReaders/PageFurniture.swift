/// Decides which lines of a page are its text and which stand around it.
///
/// The order of evidence is: what a box is by its name and how many links it
/// holds; the words of a line; the place of a line beside the main text. Prose
/// overrules names: pages are wrapped in forms, and put their text in boxes
/// called `left`.
struct PageFurniture {
  private let layout: PageLayout
  private var boxes: [PageBox]
  private var verdicts: [SourceBlock.Furniture?]
  private var mainBox = 0

  /// What every line of a page is besides its text; `nil` is text.
  static func kinds(of layout: PageLayout) -> [SourceBlock.Furniture?] {
    var judge = PageFurniture(layout)
    judge.measureBoxes()
    judge.findMainBox()
    judge.judgeBoxes()
    let prose = layout.lines.map { judge.verdicts[$0.box] == nil && judge.isProse($0) }
    let first = prose.firstIndex(of: true) ?? 0
    let last = prose.lastIndex(of: true) ?? 0
    var kinds = layout.lines.indices.map { index in
      judge.kind(of: layout.lines[index], isAmongProse: first < index && index < last)
    }
    judge.judgeSurroundings(&kinds)
    return kinds
  }

  private init(_ layout: PageLayout) {
    self.layout = layout
    boxes = layout.boxes
    verdicts = Array(repeating: nil, count: layout.boxes.count)
  }

  // MARK: Boxes

  private mutating func measureBoxes() {
    for line in layout.lines {
      boxes[line.box].byteCount += line.range.count
      boxes[line.box].linkByteCount += line.linkByteCount
      boxes[line.box].linkCount += line.linkCount
      if layout.utf8[line.range].ends(Self.day) { boxes[line.box].dateCount += 1 }
      if isProse(line) { boxes[line.box].proseByteCount += line.range.count - line.linkByteCount }
    }
    for index in boxes.indices.reversed() {
      guard let parent = boxes[index].parent else { continue }
      boxes[parent].byteCount += boxes[index].byteCount
      boxes[parent].linkByteCount += boxes[index].linkByteCount
      boxes[parent].linkCount += boxes[index].linkCount
      boxes[parent].dateCount += boxes[index].dateCount
      boxes[parent].proseByteCount += boxes[index].proseByteCount
    }
  }

  /// Whether a line is a sentence: it is long, or ends like one, and is no link.
  private func isProse(_ line: PageLine) -> Bool {
    guard line.linkByteCount * 2 < line.range.count else { return false }
    let text = layout.utf8[line.range]
    if line.range.count < 90 {
      guard line.range.count >= 24, Self.sentenceSigns.contains(where: text.ends) else {
        return false
      }
    }
    return FurnitureWords.kind(of: text) == nil
  }

  private static let sentenceSigns = ["。", "；", "：", ";", "！"].map { Array($0.utf8) }

  private static let day = Array("日".utf8)

  private static let attachment = Array("附件".utf8)

  private static let divisions: Set<String> = [
    "html", "body", "div", "section", "article", "main", "table", "tbody", "tr", "td", "form",
    "center",
  ]

  /// Goes down from the page as long as one box holds nearly all prose.
  private mutating func findMainBox() {
    let wanted = boxes[0].proseByteCount * 85
    guard wanted > 0 else { return }
    for index in boxes.indices
    where boxes[index].parent == mainBox && boxes[index].proseByteCount * 100 >= wanted
      && Self.divisions.contains(boxes[index].element)
    {
      mainBox = index
    }
  }

  private mutating func judgeBoxes() {
    for index in boxes.indices {
      if let parent = boxes[index].parent, let inherited = verdicts[parent] {
        verdicts[index] = inherited
      } else {
        verdicts[index] = verdict(on: index)
      }
    }
  }

  private func verdict(on index: Int) -> SourceBlock.Furniture? {
    let box = boxes[index]
    guard box.byteCount > 0, !carriesText(box) else { return nil }
    let isLinked = box.linkByteCount * 10 > box.byteCount * 3
    if let hint = box.hint {
      if hint.isStrong || isLinked { return hint.kind }
      let isFooter = hint.kind == .footer && box.element == "footer"
      if isFooter, isOutsideArticle(index) || !mayBeSignature(box) { return .footer }
    }
    let isList = box.linkCount >= 2 && box.linkByteCount * 10 >= box.byteCount * 7
    guard isList, box.proseByteCount == 0, box.element != "body" else { return nil }
    return .navigation
  }

  /// Whether a box holds so much prose that its name must be wrong.
  private func carriesText(_ box: PageBox) -> Bool {
    guard box.linkByteCount * 3 < box.byteCount else { return false }
    let share = boxes[0].proseByteCount
    return box.proseByteCount >= 1500 || box.proseByteCount >= 90 && box.proseByteCount * 3 > share
  }

  /// Whether the foot of an article may be the document's own end: a
  /// sentence, or the issuer and the date.
  private func mayBeSignature(_ box: PageBox) -> Bool {
    box.proseByteCount > 0 || box.dateCount > 0
  }

  private func isOutsideArticle(_ index: Int) -> Bool {
    var current = boxes[index].parent
    while let box = current {
      if boxes[box].element == "article" || boxes[box].element == "main" { return false }
      current = boxes[box].parent
    }
    return true
  }

  // MARK: Lines

  private func kind(of line: PageLine, isAmongProse: Bool) -> SourceBlock.Furniture? {
    if let verdict = verdicts[line.box] { return verdict }
    if case .heading = line.role, line.linkCount == 0 {
      return FurnitureWords.kind(ofHeading: layout.utf8[line.range])
    }
    if line.role == .tableRow { return nil }
    return FurnitureWords.kind(of: layout.utf8[line.range], isAmongProse: isAmongProse)
  }

  /// Judges short lines outside the main text: those before the title, and
  /// those among links after it.
  private func judgeSurroundings(_ kinds: inout [SourceBlock.Furniture?]) {
    guard mainBox > 0 else { return }
    let inside = layout.lines.map { isInMainBox($0) }
    guard let first = inside.firstIndex(of: true), let last = inside.lastIndex(of: true) else {
      return
    }
    let above = (0..<first).first { kinds[$0] == nil && isTitle(layout.lines[$0]) }
    // A main text that begins with a short line brings its own title.
    let title = above ?? (isProse(layout.lines[first]) ? nil : first)
    for index in 0..<(title ?? 0) where kinds[index] == nil && isShort(layout.lines[index]) {
      if !belongsAboveTitle(layout.lines[index]) { kinds[index] = .navigation }
    }
    for index in (last + 1)..<layout.lines.count where kinds[index] == nil {
      let line = layout.lines[index]
      if isShort(line), line.linkByteCount * 2 > line.range.count,
        !layout.utf8[line.range].starts(with: Self.attachment)
      {
        kinds[index] = .sidebar
      }
    }
  }

  private func isInMainBox(_ line: PageLine) -> Bool {
    var current: Int? = line.box
    while let box = current {
      if box == mainBox { return true }
      if box < mainBox { return false }
      current = boxes[box].parent
    }
    return false
  }

  private func isTitle(_ line: PageLine) -> Bool {
    guard line.linkCount == 0 else { return false }
    if case .heading(let level) = line.role, level <= 3 { return true }
    if line.isCentered, line.range.count >= 12 { return true }
    guard let title = layout.properties["title"], line.range.count >= 12 else { return false }
    return Array(title.utf8.prefix(1024)).firstRange(of: Array(layout.utf8[line.range])) != nil
  }

  private func isShort(_ line: PageLine) -> Bool {
    line.range.count < 120 && !isProse(line)
  }

  /// Whether a line is one of those that documents have above their title:
  /// the issuer's name (…文件), the number (…〔2024〕5号), the secrecy.
  private func belongsAboveTitle(_ line: PageLine) -> Bool {
    let text = layout.utf8[line.range]
    return line.isCentered || FurnitureWords.holdsDocumentData(text)
      || ["文件", "号", "章程", "令"].contains { text.ends(Array($0.utf8)) }
      || text.firstRange(of: Array("〔".utf8)) != nil
  }
}

extension ArraySlice<UInt8> {
  /// Whether the bytes end with others.
  func ends(_ other: [UInt8]) -> Bool {
    count >= other.count && suffix(other.count).elementsEqual(other)
  }
}
