/// Walks the tree of a page and cuts its text into lines.
///
/// Without recursion: pages are nested as deep as their authors please.
struct HTMLWalker {
  private var layout = PageLayout()
  private var assembler = LineAssembler()
  private var frames = [Frame()]
  private var lists: [ListCounter] = []
  /// The number printed before the next line, of an item that just began.
  private var pendingLabel: String?
  /// Whether cells are being joined to a row.
  private var isInRow = false
  private var cellsInRow = 0
  /// The tables whose rows are rows of values, by their node.
  private var tables = TableJudge()

  /// What holds of the text in an element.
  private struct Frame {
    var box = 0
    var element = HTMLElement.block
    var style = LineAssembler.Style()
    var isCentered = false
    var isPreformatted = false
    var headingLevel: Int?
    var listDepth = -1
    var isItem = false
    var isList = false
    var isRow = false

    /// What holds in an element in this one, before its own marks.
    var inner: Frame {
      var inner = self
      inner.isRow = false
      inner.isList = false
      return inner
    }
  }

  private var frame: Frame { frames[frames.count - 1] }

  /// The lines of a page.
  static func layout(of tree: XMLTree) -> PageLayout {
    var walker = HTMLWalker()
    var node = tree.firstNode
    while let current = node { node = walker.visit(current) }
    walker.endLine()
    walker.layout.utf8 = walker.assembler.utf8
    return walker.layout
  }

  /// Visits a node, leaves what ends with it, and returns the next one.
  private mutating func visit(_ node: XMLNode) -> XMLNode? {
    let isEntered = enter(node)
    if isEntered, let child = node.firstChild { return child }
    if isEntered { leave() }
    var current = node
    while current.next == nil {
      guard let parent = current.parent else { return nil }
      current = parent
      leave()
    }
    return current.next
  }

  /// Whether what is in the node is to be visited.
  private mutating func enter(_ node: XMLNode) -> Bool {
    guard node.isElement else {
      if node.isText { append(node.content) }
      return false
    }
    let name = node.name
    let element = HTMLElement(named: name)
    switch element {
    case .dropped: return false
    case .title: noteTitle(node)
    case .meta: noteMeta(node)
    case .lineBreak: breakLine()
    default:
      begin(element, name, node)
      return true
    }
    return false
  }

  // MARK: Text

  private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    if let label = pendingLabel, text.contains(where: { $0 > 0x20 }) {
      pendingLabel = nil
      if !ListCounter.isNumbered(text) { assembler.print(label: label) }
    }
    guard frame.isPreformatted, !isInRow else { return assembler.append(text, frame.style) }
    for (index, line) in text.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    {
      if index > 0 { endLine() }
      assembler.append(UnsafeBufferPointer(rebasing: line), frame.style)
    }
  }

  private mutating func breakLine() {
    if isInRow { assembler.separate(by: 0x20) } else { endLine() }
  }

  private mutating func endLine() {
    guard let line = assembler.endLine() else { return }
    let tools = frame.headingLevel == nil ? nil : HeadingTools(assembler.utf8, line)
    layout.lines.append(
      PageLine(
        range: tools?.heading ?? line.range, box: frame.box, role: role,
        isCentered: frame.isCentered, isBold: line.isBold,
        automaticLabelByteCount: line.labelByteCount,
        linkByteCount: tools == nil ? line.linkByteCount : 0,
        linkCount: tools == nil ? line.linkCount : 0))
    if let tools { append(tools) }
  }

  /// Adds what works on a heading as a line of its own.
  private mutating func append(_ tools: HeadingTools) {
    var box = PageBox(parent: frame.box, element: "a")
    box.hint = FurnitureHint(.interface, isStrong: true)
    layout.boxes.append(box)
    layout.lines.append(
      PageLine(
        range: tools.tools, box: layout.boxes.count - 1, role: .paragraph, isCentered: false,
        isBold: false, automaticLabelByteCount: 0, linkByteCount: tools.tools.count, linkCount: 1))
  }

  private var role: SourceBlock.Role {
    if isInRow { return .tableRow }
    if let level = frame.headingLevel { return .heading(level: level) }
    if frame.isItem { return .listItem(depth: frame.listDepth) }
    return frame.isPreformatted ? .line : .paragraph
  }

  // MARK: Elements

  private mutating func begin(_ element: HTMLElement, _ name: String, _ node: XMLNode) {
    let marks = ElementMarks(node)
    if element.isBlock {
      beginBlock(element, name, marks, node)
    } else {
      frames.append(frame.inner)
    }
    let top = frames.count - 1
    frames[top].element = element
    marks.apply(isBold: &frames[top].style.isBold)
    switch element {
    case .bold: frames[top].style.isBold = true
    case .link:
      assembler.beginAnchor()
      guard marks.isOutwardLink else { break }
      frames[top].style.isLink = true
      assembler.beginLink()
    default: break
    }
  }

  private mutating func beginBlock(
    _ element: HTMLElement, _ name: String, _ marks: ElementMarks, _ node: XMLNode
  ) {
    if isInRow {
      if element == .cell { beginCell() } else { assembler.separate(by: 0x20) }
      frames.append(frame.inner)
      if name == "th" { frames[frames.count - 1].style.isBold = true }
      return
    }
    endLine()
    var new = frame.inner
    marks.apply(isCentered: &new.isCentered)
    if name == "center" { new.isCentered = true }
    new.isPreformatted = new.isPreformatted || element == .preformatted || marks.isPreformatted
    new.box = addBox(name, element, marks)
    switch element {
    case .heading(let level):
      new.headingLevel = level
      new.style.isBold = true
    case .list(let isOrdered):
      new.isList = true
      new.listDepth += 1
      lists.append(ListCounter(isOrdered: isOrdered, node))
    case .item: beginItem(node, &new)
    case .row: new.isRow = beginRow(node)
    default: break
    }
    frames.append(new)
  }

  private mutating func addBox(_ name: String, _ element: HTMLElement, _ marks: ElementMarks) -> Int
  {
    var box = PageBox(parent: frame.box, element: name)
    box.hint = marks.hint(for: name, element)
    layout.boxes.append(box)
    return layout.boxes.count - 1
  }

  private mutating func beginItem(_ node: XMLNode, _ frame: inout Frame) {
    frame.isItem = true
    frame.listDepth = max(frame.listDepth, 0)
    guard let last = lists.indices.last else { return }
    pendingLabel = lists[last].nextLabel(node)
  }

  private mutating func beginRow(_ node: XMLNode) -> Bool {
    guard tables.isRowOfValues(node) else { return false }
    isInRow = true
    cellsInRow = 0
    return true
  }

  private mutating func beginCell() {
    if cellsInRow > 0 { assembler.separate(by: 0x09) }
    cellsInRow += 1
  }

  private mutating func leave() {
    let isBlock = frame.element.isBlock
    if isBlock {
      if frame.isRow || !isInRow { endLine() } else { assembler.separate(by: 0x20) }
    }
    if frame.element == .link { assembler.endAnchor() }
    let left = frames.removeLast()
    if left.isRow { isInRow = false }
    if left.isList { lists.removeLast() }
    if left.element == .item { pendingLabel = nil }
  }

  // MARK: Properties

  private mutating func noteTitle(_ node: XMLNode) {
    guard let text = node.firstChild, text.isText, layout.properties["title"] == nil else {
      return
    }
    note("title", String(decoding: text.content, as: UTF8.self))
  }

  private mutating func noteMeta(_ node: XMLNode) {
    guard let key = node.attribute("name") ?? node.attribute("property"),
      let value = node.attribute("content"), layout.properties.count < 64
    else { return }
    note(key.lowercased(), value)
  }

  private mutating func note(_ key: String, _ value: String) {
    let trimmed = BlankScan.trimmed(Array(value.utf8)[...])
    if !trimmed.isEmpty { layout.properties[key] = String(decoding: trimmed, as: UTF8.self) }
  }
}
