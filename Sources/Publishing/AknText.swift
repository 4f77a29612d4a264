/// The lines of a provision's text in Akoma Ntoso: paragraphs and tables.
struct AknText {
  private let lines: [Substring]
  private let id: String

  init(_ text: String, id: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: text.isEmpty)
    self.id = id
  }

  /// Writes the lines; those that hold tabs are rows of tables.
  func write(to element: XMLElement) {
    var table: XMLElement?
    var tableCount = 0
    for line in lines {
      guard line.unicodeScalars.contains("\t") else {
        table = nil
        element.add("p", text: String(line))
        continue
      }
      if table == nil {
        tableCount += 1
        table = element.add("table", ["eId": "\(id)__table_\(tableCount)"])
      }
      let row = table?.add("tr")
      for cell in line.split(separator: "\t", omittingEmptySubsequences: false) {
        row?.add("td").add("p", text: String(cell))
      }
    }
  }
}
