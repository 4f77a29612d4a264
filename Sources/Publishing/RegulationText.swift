import Regulations

/// Writes the text of a revision: divisions as headings, articles with their 款 and 项.
///
/// Every provision bears its address as ID. Beside it stand the permanent address and
/// those that it had in earlier revisions, as elements of their own: they are found
/// without a script.
struct RegulationText {
  /// A revision as a page shows it.
  let revision: Revision
  let layout: PageLayout
  /// The folder of the regulation.
  let slug: String
  /// The name of the revision.
  let name: String
  let text: LinkedText
  /// The addresses that lead here from elsewhere, by the addresses of now.
  var former: [ProvisionID: [FormerAnchor]] = [:]
  /// Whether the permanent addresses of this revision are here.
  var isPermanent = true
  /// Who cites a provision, as words and address.
  var citing: (ProvisionID) -> [(words: String, address: String)] = { _ in [] }

  /// An address of another revision that leads to a provision.
  struct FormerAnchor: Hashable {
    /// The permanent address, such as `art_12@2019-01-01`.
    var id: String
    /// What a reader is told who comes from there; empty where nothing changed.
    var notice: String
    /// Where more is told.
    var address: String?
    /// What is told there.
    var addressWords = "查看修订对照"
  }

  private var provisions: [Provision] { revision.provisions }

  // MARK: Contents

  /// The divisions with their depth; the topmost clauses with headings where there are none.
  private var contents: [(index: Int, depth: Int)] {
    let divisions = provisions.indices.filter {
      provisions[$0].kind.isDivision || provisions[$0].kind == .annex
    }
    let rows =
      divisions.count > 1
      ? divisions
      : provisions.indices.filter {
        provisions[$0].parent == nil && provisions[$0].heading != nil
          || provisions[$0].kind == .annex
      }
    return rows.count > 1 ? rows.map { ($0, depth(of: $0)) } : []
  }

  private func depth(of index: Int) -> Int {
    var depth = 0
    var next = provisions[index].parent
    while let parent = next {
      depth += 1
      next = provisions[parent].parent
    }
    return depth
  }

  /// Writes the contents list; nothing where there is little to list.
  func writeContents(to html: inout HTMLWriter) {
    let rows = contents
    guard !rows.isEmpty else { return }
    html.block("nav", ["class": "contents", "aria-label": "目录"]) { html in
      html.block("details") { html in
        html.line("summary", text: "目录")
        html.block("ol") { html in
          for (index, depth) in rows {
            html.element("li", ["class": "d\(min(depth, 3))"]) { html in
              let words = Self.words([provisions[index].label, provisions[index].heading])
              html.element("a", ["href": "#" + id(of: index)], text: words)
            }
            html.endLine()
          }
        }
      }
    }
  }

  private static func words(_ parts: [String?]) -> String {
    parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: "　")
  }

  // MARK: Text

  private func id(of index: Int) -> String {
    layout.id(provisions[index].id.description, in: slug)
  }

  /// Writes all provisions.
  func write(to html: inout HTMLWriter) {
    var open: [Int] = []
    for index in provisions.indices {
      let provision = provisions[index]
      while let last = open.last, !isBelow(index, last) {
        close(last, &html)
        open.removeLast()
      }
      if provision.kind.isDivision {
        writeDivision(index, to: &html)
      } else if open.isEmpty || provision.kind == .article {
        writeHead(of: index, to: &html)
        open.append(index)
      } else {
        writePart(index, to: &html)
      }
    }
    for last in open.reversed() { close(last, &html) }
  }

  private func isBelow(_ index: Int, _ other: Int) -> Bool {
    var next = provisions[index].parent
    while let parent = next, parent >= other {
      if parent == other { return true }
      next = provisions[parent].parent
    }
    return false
  }

  private func writeDivision(_ index: Int, to html: inout HTMLWriter) {
    let provision = provisions[index]
    let words = Self.words([provision.label, provision.heading])
    let depth = depth(of: index)
    html.heading(
      2 + depth + layout.headingShift, ["id": id(of: index), "class": "v\(min(depth, 3))"]
    ) { html in
      writeAnchors(of: provision.id, to: &html)
      html.text(words)
    }
    guard !provision.text.isEmpty else { return }
    writeLines(of: index, to: &html) { _ in }
  }

  /// Begins an article, or what stands for one.
  private func writeHead(of index: Int, to html: inout HTMLWriter) {
    let provision = provisions[index]
    let kind = provision.kind == .article ? "unit article" : "unit \(provision.kind.rawValue)"
    html.open("div", ["class": kind, "id": id(of: index), "data-name": unitName(of: index)])
    html.endLine()
    writeAnchors(of: provision.id, withPermanent: provision.label == nil, to: &html)
    let isTitled = provision.kind == .annex
    if isTitled {
      html.heading(2 + layout.headingShift, ["class": "v0 annex"]) { html in
        writeLabel(of: index, to: &html)
        html.text(provision.heading ?? (provision.label == nil ? "附件" : ""))
      }
    }
    writeLines(of: index, first: firstParagraph(of: index), to: &html) { html in
      guard !isTitled else { return }
      writeLabel(of: index, to: &html)
      writeHeading(of: index, to: &html)
    }
  }

  /// What the provision is called in a citation, where it bears a number.
  private func unitName(of index: Int) -> String? {
    provisions[index].kind == .article ? provisions[index].label : nil
  }

  /// The address of the first 款 of an article that has several.
  private func firstParagraph(of index: Int) -> ProvisionID? {
    let provision = provisions[index]
    guard provision.kind == .article, !provision.text.isEmpty else { return nil }
    var next = index + 1
    while next < provisions.count, isBelow(next, index) {
      if provisions[next].kind == .paragraph, provisions[next].parent == index {
        return ProvisionID("\(provision.id)__para_1")
      }
      next += 1
    }
    return nil
  }

  private func close(_ index: Int, _ html: inout HTMLWriter) {
    let citing = citing(provisions[index].id)
    if !citing.isEmpty { html.writeCiting(citing, "被引用 \(citing.count) 处") }
    html.close("div")
    html.endLine()
  }

  /// Writes a 款, 项, 目 or lower clause.
  private func writePart(_ index: Int, to html: inout HTMLWriter) {
    let provision = provisions[index]
    let level = min(4, partDepth(of: index))
    let isDeep = provision.kind == .paragraph
    html.element(
      "div", ["class": isDeep ? "part para" : "part l\(level)", "id": id(of: index)]
    ) { html in
      writeAnchors(of: provision.id, withPermanent: provision.label == nil, to: &html)
      writeLines(of: index, to: &html) { html in
        writeLabel(of: index, to: &html)
        writeHeading(of: index, to: &html)
      }
    }
    html.endLine()
  }

  /// How many 项, 目 and clauses a part lies in, itself included.
  private func partDepth(of index: Int) -> Int {
    var depth = 0
    var next: Int? = index
    while let place = next, !provisions[place].kind.isDivision, provisions[place].kind != .article {
      if provisions[place].kind != .paragraph { depth += 1 }
      next = provisions[place].parent
    }
    let isUnderArticle = next.map { provisions[$0].kind == .article } ?? false
    return max(1, isUnderArticle ? depth : depth - 1)
  }

  private func writeLabel(of index: Int, to html: inout HTMLWriter) {
    let provision = provisions[index]
    guard let label = provision.label else { return }
    let permanent = "\(provision.id)@\(name)"
    let address = layout.address(of: isPermanent ? nil : permanent, in: slug)
    let own = layout.id(permanent, in: slug)
    html.element(
      "a",
      [
        "class": "label", "id": isPermanent ? own : nil,
        "href": isPermanent ? "#" + own : address,
      ], text: label)
    let isOpen = label.unicodeScalars.last.map { "）)、】].．".unicodeScalars.contains($0) } ?? false
    if !isOpen { html.text("　") }
  }

  private func writeHeading(of index: Int, to html: inout HTMLWriter) {
    let provision = provisions[index]
    guard let heading = provision.heading, !heading.isEmpty else { return }
    html.element("span", ["class": "heading"], text: heading)
    html.text(provision.separator ?? (provision.text.isEmpty ? "" : "　"))
  }

  /// Writes the lines of the own text: rows of cells as tables, others as paragraphs.
  private func writeLines(
    of index: Int, first: ProvisionID? = nil, to html: inout HTMLWriter,
    head: (inout HTMLWriter) -> Void
  ) {
    let provision = provisions[index]
    let lines = provision.text.isEmpty ? [0..<0] : LinkedText.lines(of: provision.text)
    let utf8 = Array(provision.text.utf8)
    let isRow = lines.map { utf8[$0].contains(0x09) }
    var place = 0
    // In the paragraph they would take its indentation.
    if let first { writeAnchors(of: first, to: &html) }
    html.element(
      "p", ["class": "first", "id": first.map { layout.id($0.description, in: slug) }]
    ) { html in
      head(&html)
      // A table does not begin on the line of the label.
      guard !isRow[0] else { return }
      text.write(lines[0], of: provision.text, at: index, to: &html)
      place = 1
    }
    html.endLine()
    while place < lines.count {
      let end = lines.indices[place...].first { isRow[$0] != isRow[place] } ?? lines.count
      if isRow[place] {
        writeTable(lines[place..<end], utf8, of: index, to: &html)
      } else {
        for line in lines[place..<end] where !line.isEmpty {
          html.element("p") { text.write(line, of: provision.text, at: index, to: &$0) }
          html.endLine()
        }
      }
      place = end
    }
  }

  private func writeTable(
    _ lines: ArraySlice<Range<Int>>, _ utf8: [UInt8], of index: Int, to html: inout HTMLWriter
  ) {
    html.block("div", ["class": "table", "tabindex": "0", "role": "group", "aria-label": "表格"]) {
      html in
      html.block("table") { html in
        for line in lines {
          html.element("tr") { html in
            var start = line.lowerBound
            for place in line.lowerBound...line.upperBound
            where place == line.upperBound || utf8[place] == 0x09 {
              html.element("td") { html in
                text.write(start..<place, of: provisions[index].text, at: index, to: &html)
              }
              start = place + 1
            }
          }
          html.endLine()
        }
      }
    }
  }

  // MARK: Addresses

  /// Writes the addresses by which a provision is found beside its own.
  ///
  /// - Parameter withPermanent: Whether no label bears the permanent one.
  private func writeAnchors(
    of id: ProvisionID, withPermanent: Bool = true, to html: inout HTMLWriter
  ) {
    if isPermanent, withPermanent {
      html.element("a", ["class": "at", "id": layout.id("\(id)@\(name)", in: slug)], text: "")
    }
    for anchor in former[id] ?? [] { anchor.write(layout, slug, to: &html) }
  }
}

extension RegulationText.FormerAnchor {
  /// Writes the address and what is told there.
  func write(_ layout: PageLayout, _ slug: String, to html: inout HTMLWriter) {
    let own = layout.id(id, in: slug)
    guard !notice.isEmpty else {
      html.element("a", ["class": "at", "id": own], text: "")
      return
    }
    html.element("span", ["class": "was", "id": own]) { html in
      html.text(notice)
      if let address, layout.hasFurtherPages {
        html.text("　")
        html.element("a", ["href": address], text: addressWords)
      }
    }
  }
}

extension HTMLWriter {
  /// Writes who cites something, folded behind some words.
  mutating func writeCiting(_ rows: [(words: String, address: String)], _ summary: String) {
    block("details", ["class": "citing"]) { html in
      html.line("summary", text: summary)
      html.block("ul") { html in
        for (words, address) in rows {
          html.element("li") { $0.element("a", ["href": address], text: words) }
          html.endLine()
        }
      }
    }
  }
}
