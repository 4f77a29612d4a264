public import Comparison

/// A comparison as one HTML page that needs nothing beside it.
///
/// It is complete without its script, which adds a way from one change to the next
/// and filters by kind. A policy lets only that script run.
public struct ComparisonPage: Sendable {
  private let table: ComparisonTable
  private let style = PageResource.comparisonStyle
  private let script = PageResource.comparisonScript

  /// The page of a comparison.
  public init(_ report: ComparisonReport) { table = ComparisonTable(report) }

  /// The page, from `<!DOCTYPE html>` on.
  public var html: String {
    var html = HTMLWriter()
    html.raw("<!DOCTYPE html>\n")
    html.block("html", ["lang": "zh"]) { html in
      html.block("head") { writeHead(to: &$0) }
      html.block("body") { writeBody(to: &$0) }
    }
    return html.html
  }

  /// The page with what a site has around it.
  ///
  /// - Parameter links: What leads to the two texts.
  func bytes(in frame: PageFrame, links: [(words: String, address: String)]) -> [UInt8] {
    var frame = frame
    frame.kind = "comparison"
    frame.styles = ["assets/comparison.css"]
    let hasTable = !table.rows.isEmpty || !table.foldedRows.isEmpty
    frame.scripts = hasTable ? ["assets/comparison.js"] : []
    return frame.page { html in
      html.block("header", ["class": "head"]) { html in
        html.line("h1", text: table.title)
        html.element("p", ["class": "sides"]) { html in
          for (words, address) in links {
            html.element("span") { $0.element("a", ["href": address], text: words) }
          }
        }
        html.endLine()
      }
      writeSummary(to: &html)
      writeTable(to: &html)
    }
  }

  private func writeHead(to html: inout HTMLWriter) {
    html.open("meta", ["charset": "utf-8"])
    html.endLine()
    html.open(
      "meta",
      [
        "http-equiv": "Content-Security-Policy",
        "content": PageResource.policy(style: style, script: script),
      ])
    html.endLine()
    html.open("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
    html.endLine()
    html.line("title", text: table.title)
    html.element("style") { $0.raw(style.text) }
    html.endLine()
  }

  private func writeBody(to html: inout HTMLWriter) {
    html.block("header") { html in
      html.line("h1", text: table.title)
      html.element("p", ["class": "sides"]) { html in
        for side in table.sides { html.element("span", text: side) }
      }
      html.endLine()
    }
    html.block("main") { html in
      writeSummary(to: &html)
      writeTable(to: &html)
    }
    html.element("script") { $0.raw(script.text) }
    html.endLine()
  }

  // MARK: Summary

  private func writeSummary(to html: inout HTMLWriter) {
    html.block("section", ["aria-labelledby": "summary"]) { html in
      html.line("h2", ["id": "summary"], text: "摘要")
      if let remark = table.remark { html.line("p", ["class": "remark"], text: remark) }
      html.block("ul", ["class": "counts"]) { html in
        for count in table.counts { html.line("li", text: count) }
      }
      writeKeys(to: &html)
      writeList("需要核对的引用", table.references, to: &html)
      writeList("未逐条列出的改动", table.notes, to: &html)
    }
    writeChanges(to: &html)
  }

  private func writeKeys(to html: inout HTMLWriter) {
    let keyed = table.rows.enumerated().filter { !$0.element.keyNotes.isEmpty }
    guard !keyed.isEmpty else { return }
    html.line("h3", text: "义务、期限和金额的改动")
    html.block("table", ["class": "keys"]) { html in
      for (index, row) in keyed {
        html.element("tr") { html in
          html.element("td") { $0.element("a", ["href": "#\(Self.id(index))"], text: row.name) }
          html.element("td", text: row.keyNotes.joined(separator: "；"))
        }
        html.endLine()
      }
    }
  }

  private func writeList(_ heading: String, _ lines: [String], to html: inout HTMLWriter) {
    guard !lines.isEmpty else { return }
    html.line("h3", text: heading)
    html.block("ul") { html in
      for line in lines { html.line("li", text: line) }
    }
  }

  private func writeChanges(to html: inout HTMLWriter) {
    guard table.rows.count > 1 else { return }
    html.block("nav", ["class": "changes", "aria-labelledby": "changes"]) { html in
      html.line("h2", ["id": "changes"], text: "改动的条文")
      html.block("ol") { html in
        for (index, row) in table.rows.enumerated() {
          html.element("li") { html in
            html.element("a", ["href": "#\(Self.id(index))"], text: row.name)
            let words = row.change.aspects.map { ChangeWords.word(for: $0) }
            html.element("span", ["class": "labels"], text: " " + words.joined(separator: "、"))
          }
          html.endLine()
        }
      }
    }
  }

  // MARK: Table

  private func writeTable(to html: inout HTMLWriter) {
    guard !table.rows.isEmpty || !table.foldedRows.isEmpty else { return }
    html.block("section", ["aria-labelledby": "table"]) { html in
      html.line("h2", ["id": "table"], text: "修订前后对照表")
      writeTools(to: &html)
      if !table.rows.isEmpty { write(table.rows, from: 0, to: &html) }
      guard !table.foldedRows.isEmpty else { return }
      html.block("details") { html in
        html.line("summary", text: "只随其他改动而来的变动（\(table.foldedRows.count) 条）")
        write(table.foldedRows, from: table.rows.count, to: &html)
      }
    }
  }

  /// The tools, which the script shows.
  private func writeTools(to html: inout HTMLWriter) {
    let rows = table.rows + table.foldedRows
    html.block("div", ["class": "tools", "id": "tools"]) { html in
      html.line("button", ["id": "previous", "type": "button", "title": "上一处（p）"], text: "上一处")
      html.line("button", ["id": "next", "type": "button", "title": "下一处（n）"], text: "下一处")
      html.line("span", ["class": "place", "id": "place", "role": "status"], text: "")
      for aspect in ChangeAspect.allCases {
        let count = rows.count { $0.change.aspects.contains(aspect) }
        guard count > 0 else { continue }
        html.element("label") { html in
          html.open("input", ["type": "checkbox", "checked": "", "value": aspect.rawValue])
          html.text(" \(ChangeWords.word(for: aspect)) \(count)")
        }
        html.endLine()
      }
    }
  }

  private func write(
    _ rows: [ComparisonTable.Row], from start: Int, to html: inout HTMLWriter
  ) {
    html.block("table", ["class": "compare"]) { html in
      html.block("thead") { html in
        html.element("tr") { html in
          html.element("th", ["scope": "col", "class": "no"], text: "序号")
          html.element("th", ["scope": "col"], text: "修订前")
          html.element("th", ["scope": "col"], text: "修订后")
          html.element("th", ["scope": "col", "class": "note"], text: "修订说明")
        }
        html.endLine()
      }
      html.block("tbody") { html in
        for (index, row) in rows.enumerated() { write(row, at: start + index, to: &html) }
      }
    }
  }

  private func write(_ row: ComparisonTable.Row, at index: Int, to html: inout HTMLWriter) {
    let kinds = row.change.aspects.map(\.rawValue).joined(separator: " ")
    html.block("tr", ["id": Self.id(index), "data-kinds": kinds]) { html in
      html.line("td", ["class": "no"], text: "\(index + 1)")
      write(row.olds, "修订前", empty: "（新增）", to: &html)
      write(row.news, "修订后", empty: "（删除）", to: &html)
      html.line("td", ["class": "note", "data-name": "修订说明"], text: row.note)
    }
  }

  private static func id(_ index: Int) -> String { "change-\(index + 1)" }

  // MARK: Cells

  private func write(
    _ cells: [ComparisonTable.Cell], _ name: String, empty: String, to html: inout HTMLWriter
  ) {
    html.element("td", ["data-name": name]) { html in
      if cells.isEmpty { html.element("p", ["class": "first empty"], text: empty) }
      for cell in cells {
        html.element("div", ["class": "cell"]) { write(cell, to: &$0) }
      }
    }
    html.endLine()
  }

  private func write(_ cell: ComparisonTable.Cell, to html: inout HTMLWriter) {
    html.element("p", ["class": cell.label == nil ? nil : "first"]) { html in
      if let label = cell.label { html.element("span", ["class": "label"], text: label) }
      if !cell.heading.isEmpty {
        html.element("span", ["class": "heading"]) { write(cell.heading, to: &$0) }
      }
      if let first = cell.lines.first { write(first, to: &html) }
    }
    for line in cell.lines.dropFirst() {
      html.element("p") { write(line, to: &$0) }
    }
  }

  /// Edits, each with a word for those who do not see how it is set.
  private func write(_ edits: [Edit], to html: inout HTMLWriter) {
    for edit in edits {
      switch edit.kind {
      case .kept: html.text(edit.text)
      case .deleted: write(edit.text, "del", "删去：", to: &html)
      case .inserted: write(edit.text, "ins", "增加：", to: &html)
      }
    }
  }

  private func write(
    _ text: String, _ name: StaticString, _ word: String, to html: inout HTMLWriter
  ) {
    html.element(name) { html in
      html.element("span", ["class": "word"], text: word)
      html.text(text)
    }
  }
}
