import ChineseText
import Comparison
import Library
import Regulations

/// The page of one revision of a regulation.
struct RegulationPage {
  let plan: SitePlan
  let texts: SiteTexts
  let options: SiteOptions
  let layout: PageLayout
  /// The place of the regulation in the plan.
  let index: Int
  let catalogued: CataloguedRevision
  let revision: Revision
  let metadata: RegulationMetadata
  /// The links of the text.
  let links: [SiteTexts.Link]
  /// The addresses of other revisions; none on the pages of those.
  var former = FormerAnchors()
  /// The name of the original beside the page, or `nil`.
  var original: String?
  /// What programs are told, as JSON.
  var data: String?

  private var regulation: PublishedRegulation { plan.regulations[index] }
  private var isShown: Bool { catalogued == regulation.shown }

  // MARK: Page

  /// The whole page.
  var bytes: [UInt8] {
    let frame = PageFrame(
      options: options, layout: layout,
      title: isShown ? revision.title : "\(revision.title)（\(catalogued.name) 文本）",
      steps: steps, previous: neighbour(-1), next: neighbour(1), data: data, kind: "regulation")
    return frame.page { write(to: &$0) }
  }

  private var steps: [(words: String, address: String?)] {
    var steps: [(words: String, address: String?)] = [
      (options.title, layout.file("index.html"))
    ]
    if !regulation.group.isEmpty {
      steps.append((regulation.group, layout.file("index.html") + "#" + plan.groupID(of: index)))
    }
    steps.append((revision.title, isShown ? nil : RegulationPages.index))
    if !isShown { steps.append(("\(catalogued.name) 文本", nil)) }
    return steps
  }

  private func neighbour(_ step: Int) -> (title: String, address: String)? {
    guard plan.regulations.indices.contains(index + step), isShown else { return nil }
    let other = plan.regulations[index + step]
    return (other.catalogued.title, layout.address(of: nil, in: other.slug))
  }

  /// The regulation without what a page has around it.
  func write(to html: inout HTMLWriter) {
    html.block("article", ["class": "text", "id": layout.id("", in: regulation.slug)]) { html in
      html.block("header", ["class": "head"]) { html in
        html.heading(1 + layout.headingShift, ["class": "title"]) { $0.text(revision.title) }
        writeFacts(to: &html)
        writeBanner(to: &html)
      }
      let text = self.text
      text.writeContents(to: &html)
      html.block("div", ["class": "body", "data-title": revision.title]) { text.write(to: &$0) }
      writeDeleted(to: &html)
      writeCiting(to: &html)
      writeRevisions(to: &html)
    }
  }

  private var text: RegulationText {
    var text = RegulationText(
      revision: revision, layout: layout, slug: regulation.slug, name: catalogued.name,
      text: LinkedText(
        revision, links: marks, terms: DefinedTerms(of: revision), address: { own($0) }))
    text.former = former.anchors
    text.isPermanent = isShown
    if isShown { text.citing = { citing($0) } }
    return text
  }

  /// The address of a place in this very page.
  private func own(_ id: ProvisionID) -> String {
    "#" + layout.id(id.description, in: regulation.slug)
  }

  private var marks: [Int: [LinkedText.Mark]] {
    var marks: [Int: [LinkedText.Mark]] = [:]
    for link in links {
      let isOwn = link.regulation == index
      let slug = plan.regulations[link.regulation].slug
      let address: String
      var words = ""
      if isOwn, let id = link.id {
        address = own(id)
        words =
          isShown ? texts.words(of: id, in: index) : SiteTexts.words(of: id, in: revision)
      } else {
        address = layout.address(of: link.id?.description, in: slug)
        words =
          link.id.map { texts.words(of: $0, in: link.regulation) }
          ?? Self.summary(of: plan.regulations[link.regulation])
      }
      marks[link.provision, default: []].append(
        LinkedText.Mark(range: link.range, address: address, words: words))
    }
    return marks
  }

  private static func summary(of regulation: PublishedRegulation) -> String {
    "《\(regulation.catalogued.title)》 \(regulation.shown.name) \(regulation.status.pageWords)"
  }

  private func citing(_ id: ProvisionID) -> [(words: String, address: String)] {
    (texts.citing[index][id] ?? []).map { place in
      let other = texts.revisions[place.regulation].provisions[place.provision]
      let name = other.label ?? other.heading ?? ""
      let title =
        place.regulation == index ? "" : "《\(plan.regulations[place.regulation].catalogued.title)》"
      let words = title + (name.isEmpty && title.isEmpty ? "序言" : name)
      return (
        words,
        layout.address(of: other.id.description, in: plan.regulations[place.regulation].slug)
      )
    }
  }

  // MARK: Facts

  private var facts: [(name: String, value: String)] {
    let dates = RevisionDates(metadata)
    let rows: [(String, String?)] = [
      ("文号", metadata.documentNumber), ("发布机关", metadata.issuer),
      ("主管部门", metadata.department), ("通过", dates.adopted.map(\.pageWords)),
      ("公布", dates.promulgated.map(\.pageWords)), ("修改", dates.amended.map(\.pageWords)),
      ("施行", dates.effective.map(\.pageWords)), ("日期", dates.dated.map(\.pageWords)),
      ("废止", regulation.catalogued.repeal.map(\.day.pageWords)),
      ("解释", metadata.interpreter),
    ]
    return rows.compactMap { name, value in value.map { (name, $0) } }
  }

  private func writeFacts(to html: inout HTMLWriter) {
    html.element("p", ["class": "facts"]) { html in
      html.element(
        "span", ["class": "state \(catalogued.status.rawValue)"], text: catalogued.status.pageWords)
      for (name, value) in facts {
        html.element("span", ["class": "fact"]) { html in
          html.element("span", ["class": "name"], text: name)
          html.text(" " + value)
        }
      }
      if regulation.catalogued.revisions.count > 1, layout.hasFurtherPages {
        html.element(
          "a", ["class": "fact", "href": "#" + layout.id("revisions", in: regulation.slug)],
          text: "历次文本 \(regulation.catalogued.revisions.count)")
      }
      if let original {
        html.element("a", ["class": "fact", "href": original, "download": ""], text: "下载原始文件")
      }
    }
    html.endLine()
  }

  /// What a reader must know who reads a text that does not hold.
  private func writeBanner(to html: inout HTMLWriter) {
    if !isShown {
      html.element("p", ["class": "banner"]) { html in
        html.text(
          catalogued.status == .notYetInForce
            ? "本文本尚未生效。" : "本文本是 \(catalogued.name) 的文本，已被后来的修订代替。")
        html.element("a", ["href": RegulationPages.index], text: "查看 \(regulation.shown.name) 文本")
      }
      html.endLine()
    } else if catalogued.status == .repealed {
      html.element("p", ["class": "banner"]) { html in
        html.text("本法规已废止，仅供查考。")
        if let by = regulation.catalogued.repeal?.by, let other = plan.places[by] {
          html.element(
            "a", ["href": layout.address(of: nil, in: by)],
            text: "代替它的是《\(plan.regulations[other].catalogued.title)》")
        }
      }
      html.endLine()
    }
    if isShown { writeLater(to: &html) }
  }

  /// The addresses of revisions that do not hold yet: their pages go when they do.
  private func writeLater(to html: inout HTMLWriter) {
    guard layout.hasFurtherPages else { return }
    for revision in regulation.later {
      html.element("p", ["class": "banner"]) { html in
        html.element(
          "a", ["href": RegulationPages.page(of: revision.name)],
          text: "另有自 \(revision.name) 起施行的文本，尚未生效")
      }
      html.endLine()
    }
    for anchor in former.later { anchor.write(layout, regulation.slug, to: &html) }
  }

  // MARK: After the text

  /// Writes what stands after the text under a heading of its own.
  private func writeSection(
    _ name: String, _ heading: String, to html: inout HTMLWriter,
    content: (inout HTMLWriter) -> Void
  ) {
    let id = layout.id(name, in: regulation.slug)
    html.block("section", ["class": "after", "aria-labelledby": id]) { html in
      html.heading(2 + layout.headingShift, ["id": id]) { $0.text(heading) }
      content(&html)
    }
  }

  private func writeDeleted(to html: inout HTMLWriter) {
    guard !former.deleted.isEmpty else { return }
    writeSection("deleted", "已删除条文", to: &html) { html in
      html.block("ul") { html in
        for row in former.deleted {
          html.element("li", ["id": layout.id(row.ids[0], in: regulation.slug)]) { html in
            for id in row.ids.dropFirst() {
              html.element(
                "a", ["class": "at", "id": layout.id(id, in: regulation.slug)], text: "")
            }
            if layout.hasFurtherPages {
              html.element("a", ["href": row.address], text: row.words)
            } else {
              html.text(row.words)
            }
            html.text("　" + row.text)
          }
          html.endLine()
        }
      }
    }
  }

  /// Who cites the regulation as a whole.
  private func writeCiting(to html: inout HTMLWriter) {
    guard isShown else { return }
    let rows = citing(ProvisionID(""))
    guard !rows.isEmpty else { return }
    writeSection("citing", "引用本法规的条文", to: &html) { html in
      html.writeCiting(rows, "\(rows.count) 处")
    }
  }

  private func writeRevisions(to html: inout HTMLWriter) {
    let revisions = regulation.catalogued.revisions
    guard revisions.count > 1, layout.hasFurtherPages else { return }
    writeSection("revisions", "历次文本", to: &html) { html in
      html.block("ul") { html in
        for (place, other) in revisions.enumerated().reversed() {
          html.element("li") { html in
            let page =
              other == regulation.shown
              ? RegulationPages.index : RegulationPages.page(of: other.name)
            if other == catalogued {
              html.element("span", ["aria-current": "page"], text: other.name)
            } else {
              html.element("a", ["href": page], text: other.name)
            }
            html.text("　\(other.status.pageWords)")
            if place > 0 {
              html.text("　")
              html.element(
                "a", ["href": RegulationPages.changesPage(of: other.name)],
                text: "与 \(revisions[place - 1].name) 文本对照")
            }
          }
          html.endLine()
        }
      }
    }
  }
}

extension CalendarDate {
  /// The day as a page writes it: 2024年3月1日.
  var pageWords: String { "\(year)年\(month)月\(day)日" }
}
