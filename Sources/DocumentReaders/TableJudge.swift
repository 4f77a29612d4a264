/// Tells tables of values from tables that only place blocks on a page.
struct TableJudge {
  /// The verdicts on the tables of which rows were asked.
  private var verdicts: [XMLNode: Bool] = [:]

  /// Whether a row is one of values: its table is, and it has two cells
  /// with text or more.
  mutating func isRowOfValues(_ row: XMLNode) -> Bool {
    guard let table = Self.table(of: row), Self.cells(of: row).filter(\.hasText).count >= 2 else {
      return false
    }
    if let verdict = verdicts[table] { return verdict }
    let verdict = Self.holdsValues(table)
    verdicts[table] = verdict
    return verdict
  }

  private static func table(of row: XMLNode) -> XMLNode? {
    guard let parent = row.parent else { return nil }
    if parent.name == "table" { return parent }
    guard let table = parent.parent, table.name == "table" else { return nil }
    return table
  }

  private static func holdsValues(_ table: XMLNode) -> Bool {
    var rowsOfCells = 0
    var isShort = true
    for row in rows(of: table) {
      let cells = cells(of: row)
      for cell in cells {
        if cell.holdsTable || cell.blocks > 12 || cell.byteCount > 3000 { return false }
        if cell.blocks > 3 || cell.byteCount > 600 { isShort = false }
      }
      if cells.filter(\.hasText).count >= 2 { rowsOfCells += 1 }
    }
    return rowsOfCells >= 2 || isShort
  }

  private static func rows(of table: XMLNode) -> [XMLNode] {
    table.elements.flatMap { child in
      switch child.name {
      case "tr": [child]
      case "tbody", "thead", "tfoot": child.elements.filter { $0.name == "tr" }
      default: [XMLNode]()
      }
    }
  }

  private static func cells(of row: XMLNode) -> [CellMeasure] {
    row.elements.filter { $0.name == "td" || $0.name == "th" }.map { CellMeasure($0) }
  }
}

/// How much a cell holds; counting stops when it is too much for a value.
private struct CellMeasure {
  private(set) var blocks = 0
  private(set) var byteCount = 0
  private(set) var holdsTable = false
  private(set) var hasText = false

  init(_ cell: XMLNode) {
    var node = cell.firstChild
    while let current = node, byteCount <= 3000, !holdsTable {
      measure(current)
      node =
        current.firstChild.flatMap { current.isElement ? $0 : nil }
        ?? Self.following(current, in: cell)
    }
  }

  private mutating func measure(_ node: XMLNode) {
    if node.isText {
      let text = node.content
      byteCount += text.count
      if BlankScan.firstVisible(in: text, from: 0, to: text.count) != nil { hasText = true }
    } else if node.isElement {
      let element = HTMLElement(named: node.name)
      if element == .table { holdsTable = true }
      if element.isBlock || element == .lineBreak { blocks += 1 }
    }
  }

  private static func following(_ node: XMLNode, in cell: XMLNode) -> XMLNode? {
    var current = node
    while current.next == nil {
      guard let parent = current.parent, parent != cell else { return nil }
      current = parent
    }
    return current.next
  }
}
