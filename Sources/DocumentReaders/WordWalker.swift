/// Walks the parts of a Word file and makes blocks of what Word shows.
struct WordWalker {
  /// How deep elements may be nested; Word itself stays far below.
  static let maximumDepth = 256

  let path: String
  let styles: WordStyles
  var numbering: WordNumbering
  let footnotes: [String: XMLNode]
  let endnotes: [String: XMLNode]
  private var fields = FieldStack()
  /// The text of paragraphs whose mark was deleted: it joins the next one.
  private var carried: WordParagraph?
  private var isInNote = false

  init(
    path: String, styles: WordStyles, numbering: WordNumbering, footnotes: [String: XMLNode],
    endnotes: [String: XMLNode]
  ) {
    self.path = path
    self.styles = styles
    self.numbering = numbering
    self.footnotes = footnotes
    self.endnotes = endnotes
  }

  private func check(_ depth: Int) throws(ReadError) {
    if depth > Self.maximumDepth { throw ReadError(path: path, reason: .nestingTooDeep) }
  }

  // MARK: Blocks

  /// The blocks in a body, cell, note or text box.
  mutating func blocks(in node: XMLNode, depth: Int = 0) throws(ReadError) -> [WordBlock] {
    try check(depth)
    var blocks: [WordBlock] = []
    for child in node.elements {
      switch child.name {
      case "p": blocks += try paragraph(child, depth: depth + 1)
      case "tbl": blocks += try table(child, depth: depth + 1)
      case "del", "moveFrom", "sectPr", "tcPr", "sdtPr", "sdtEndPr": break
      case "AlternateContent": blocks += try alternative(child, depth: depth + 1)
      default: blocks += try self.blocks(in: child, depth: depth + 1)
      }
    }
    return blocks
  }

  private mutating func alternative(
    _ node: XMLNode, depth: Int
  ) throws(ReadError) -> [WordBlock] {
    for name in ["Choice", "Fallback"] {
      guard let choice = node.child(name) else { continue }
      let blocks = try blocks(in: choice, depth: depth + 1)
      if !blocks.isEmpty { return blocks }
    }
    return []
  }

  private mutating func paragraph(
    _ node: XMLNode, depth: Int
  ) throws(ReadError) -> [WordBlock] {
    let properties = node.child("pPr")
    let style = properties?.value(of: "pStyle") ?? styles.defaultParagraphStyle
    var layout = WordStyles.Properties(paragraph: properties, run: nil)
    layout.inherit(styles.properties(of: style))
    var paragraph = carried ?? WordParagraph()
    carried = nil
    let context = RunContext(isBold: layout.isBold ?? false, isHidden: layout.isHidden ?? false)
    try runs(in: node, context, &paragraph, depth: depth + 1)
    let mark = properties?.child("rPr")
    if mark?.child("del") != nil || mark?.child("moveFrom") != nil {
      carried = paragraph
      return []
    }
    let label = label(layout, style)
    let level = headingLevel(properties, style)
    return try finish(paragraph, layout, label, level, depth: depth)
  }

  private func headingLevel(_ properties: XMLNode?, _ style: String?) -> Int? {
    if let level = properties?.number(of: "outlineLvl") { return level < 9 ? level + 1 : nil }
    return styles.headingLevel(of: style)
  }

  private mutating func label(
    _ layout: WordStyles.Properties, _ style: String?
  ) -> (WordNumbering.Label, Int)? {
    guard let number = layout.numberID, number != 0 else { return nil }
    let level = layout.level ?? style.flatMap { numbering.level(forStyle: $0, in: number) } ?? 0
    return numbering.count(number: number, level: level).map { ($0, level) }
  }

  private mutating func finish(
    _ paragraph: WordParagraph, _ properties: WordStyles.Properties,
    _ label: (WordNumbering.Label, Int)?, _ level: Int?, depth: Int
  ) throws(ReadError) -> [WordBlock] {
    let text = BlankScan.trimmed(paragraph.utf8[...])
    let printed = label?.0.text ?? ""
    var layout = DocumentBuilder.Layout(role: .paragraph)
    if label?.0.isBullet == true { layout.role = .listItem(depth: label?.1 ?? 0) }
    if let level { layout.role = .heading(level: level) }
    if isInNote { layout.role = .note }
    layout.isCentered = properties.isCentered ?? false
    layout.isBold = paragraph.isBold
    var utf8 = Array(printed.utf8)
    let labelBytes = BlankScan.trimmed(utf8[...])
    utf8 = Array(labelBytes)
    layout.automaticLabelByteCount = utf8.count
    if !utf8.isEmpty, !text.isEmpty, label?.0.hasBlank == true { utf8.append(0x20) }
    utf8 += text
    let own = utf8.isEmpty ? [] : [WordBlock(utf8: utf8, layout: layout)]
    return try own + paragraph.boxes + notes(paragraph.notes, depth: depth + 1)
  }

  private mutating func notes(
    _ notes: [WordNote], depth: Int
  ) throws(ReadError) -> [WordBlock] {
    guard !isInNote else { return [] }
    isInNote = true
    defer { isInNote = false }
    var blocks: [WordBlock] = []
    for note in notes {
      let nodes = note.isEndnote ? endnotes : footnotes
      if let node = nodes[note.id] { blocks += try self.blocks(in: node, depth: depth + 1) }
    }
    return blocks
  }

  // MARK: Tables

  private mutating func table(_ node: XMLNode, depth: Int) throws(ReadError) -> [WordBlock] {
    try check(depth)
    var blocks: [WordBlock] = []
    for child in node.elements {
      if child.name == "tr" {
        blocks += try row(child, depth: depth + 1)
      } else if !["tblPr", "tblGrid", "del", "moveFrom"].contains(child.name) {
        blocks += try table(child, depth: depth + 1)
      }
    }
    return blocks
  }

  private mutating func row(_ node: XMLNode, depth: Int) throws(ReadError) -> [WordBlock] {
    if let properties = node.child("trPr"), properties.child("del") != nil { return [] }
    var cells: [[WordBlock]] = []
    try collectCells(node, &cells, depth: depth + 1)
    let filled = cells.filter { !$0.isEmpty }
    guard filled.count >= 2, filled.allSatisfy(Self.isValue) else { return filled.flatMap { $0 } }
    return [Self.joined(cells)]
  }

  private mutating func collectCells(
    _ node: XMLNode, _ cells: inout [[WordBlock]], depth: Int
  ) throws(ReadError) {
    try check(depth)
    for child in node.elements {
      if child.name == "tc" {
        if child.child("tcPr")?.child("cellDel") == nil {
          cells.append(try blocks(in: child, depth: depth + 1))
        }
      } else if ["sdt", "sdtContent", "customXml", "ins", "moveTo"].contains(child.name) {
        try collectCells(child, &cells, depth: depth + 1)
      }
    }
  }

  /// Whether a cell holds a value and not a piece of the document.
  private static func isValue(_ cell: [WordBlock]) -> Bool {
    cell.count <= 12 && cell.reduce(0) { $0 + $1.utf8.count } <= 3000
      && cell.allSatisfy { $0.layout.role != .tableRow }
  }

  private static func joined(_ cells: [[WordBlock]]) -> WordBlock {
    let texts = cells.map { cell in
      Array(cell.map(\.utf8).joined(separator: [0x20])).map { $0 == 0x0A || $0 == 0x09 ? 0x20 : $0 }
    }
    var layout = DocumentBuilder.Layout(role: .tableRow)
    layout.isBold = cells.joined().allSatisfy(\.layout.isBold)
    layout.automaticLabelByteCount = cells.first?.first?.layout.automaticLabelByteCount ?? 0
    let text = BlankScan.trimmed(Array(texts.joined(separator: [0x09]))[...])
    return WordBlock(utf8: Array(text), layout: layout)
  }

  // MARK: Runs

  /// What holds of the text in a run unless the run says otherwise.
  private struct RunContext {
    var isBold: Bool
    var isHidden: Bool
  }

  private mutating func runs(
    in node: XMLNode, _ context: RunContext, _ paragraph: inout WordParagraph, depth: Int
  ) throws(ReadError) {
    try check(depth)
    for child in node.elements {
      switch child.name {
      case "pPr", "rPr", "del", "moveFrom", "instrText", "delText", "rt", "sdtPr", "sdtEndPr": break
      case "r" where child.child("t") != nil || child.child("rPr") != nil:
        try runs(in: child, self.context(of: child, context), &paragraph, depth: depth + 1)
      case "t": text(child, context, &paragraph)
      case "br", "cr", "tab", "ptab", "noBreakHyphen", "footnoteReference", "endnoteReference",
        "fldChar":
        sign(child, context, &paragraph)
      case "txbxContent":
        paragraph.boxes += try boxed(child, depth: depth + 1)
      case "AlternateContent":
        try alternativeRuns(child, context, &paragraph, depth: depth + 1)
      default: try runs(in: child, context, &paragraph, depth: depth + 1)
      }
    }
  }

  private func context(of run: XMLNode, _ outer: RunContext) -> RunContext {
    guard let properties = run.child("rPr") else { return outer }
    let style = styles.properties(of: properties.value(of: "rStyle"))
    var context = outer
    context.isBold = properties.flag("b") ?? style.isBold ?? outer.isBold
    context.isHidden = properties.flag("vanish") ?? style.isHidden ?? outer.isHidden
    return context
  }

  private mutating func text(
    _ node: XMLNode, _ context: RunContext, _ paragraph: inout WordParagraph
  ) {
    guard !context.isHidden, fields.isShown, let content = node.firstChild else { return }
    var node: XMLNode? = content
    while let current = node {
      if current.isText { paragraph.append(current.content, isBold: context.isBold) }
      node = current.next
    }
  }

  private mutating func sign(
    _ node: XMLNode, _ context: RunContext, _ paragraph: inout WordParagraph
  ) {
    if node.name == "fldChar" { return fields.note(node.attribute("fldCharType")) }
    guard !context.isHidden, fields.isShown else { return }
    switch node.name {
    case "br", "cr": paragraph.append(sign: 0x0A)
    case "noBreakHyphen": paragraph.append(sign: 0x2D)
    case "footnoteReference", "endnoteReference":
      let isEndnote = node.name == "endnoteReference"
      paragraph.notes.append(WordNote(isEndnote: isEndnote, id: node.attribute("id") ?? ""))
    default: paragraph.append(sign: 0x09)
    }
  }

  /// Word writes a shape twice, for new and for old readers; one is enough.
  private mutating func alternativeRuns(
    _ node: XMLNode, _ context: RunContext, _ paragraph: inout WordParagraph, depth: Int
  ) throws(ReadError) {
    let before = (paragraph.utf8.count, paragraph.boxes.count)
    for name in ["Choice", "Fallback"] {
      guard let choice = node.child(name) else { continue }
      try runs(in: choice, context, &paragraph, depth: depth + 1)
      if (paragraph.utf8.count, paragraph.boxes.count) != before { return }
    }
  }

  private mutating func boxed(_ node: XMLNode, depth: Int) throws(ReadError) -> [WordBlock] {
    let outer = fields
    let text = carried
    fields = FieldStack()
    carried = nil
    defer {
      fields = outer
      carried = text
    }
    return try blocks(in: node, depth: depth + 1)
  }
}
