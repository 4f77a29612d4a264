import ChineseText
import Library
import Regulations

/// A list of all regulations of a site: by group, or by day.
struct IndexPage {
  /// What the regulations are listed by.
  enum Order { case group, day }

  let plan: SitePlan
  let options: SiteOptions
  let layout: PageLayout
  let order: Order

  static let groups = "index.html"
  static let days = "dates.html"

  /// The whole page.
  var bytes: [UInt8] {
    let frame = PageFrame(
      options: options, layout: layout, title: options.title,
      steps: order == .group
        ? [(options.title, nil)] : [(options.title, Self.groups), ("按日期", nil)],
      kind: "index")
    return frame.page { write(to: &$0) }
  }

  /// The list without what a page has around it.
  func write(to html: inout HTMLWriter) {
    html.block("header", ["class": "head"]) { html in
      html.heading(1, ["class": "title"]) { $0.text(options.title) }
      html.element("p", ["class": "facts"]) { html in
        html.element("span", ["class": "fact"], text: "\(plan.regulations.count) 部法规")
        for (status, count) in counts {
          html.element("span", ["class": "fact"], text: "\(status.pageWords) \(count)")
        }
        if layout.hasFurtherPages {
          let other = order == .group ? (Self.days, "按日期排列") : (Self.groups, "按类别排列")
          html.element("a", ["class": "fact", "href": other.0], text: other.1)
          html.element("a", ["class": "fact", "href": "feed.xml"], text: "修订动态（Atom）")
        }
      }
      html.endLine()
      if layout.hasFurtherPages { html.writeSearchForm() }
    }
    writeGroups(to: &html)
  }

  private var counts: [(RevisionStatus, Int)] {
    RevisionStatus.allCases.compactMap { status in
      let count = plan.regulations.count { $0.status == status }
      return count > 0 ? (status, count) : nil
    }
  }

  /// The headings with the places of what is listed below each.
  private var groups: [(words: String, id: String, places: [Int])] {
    var groups: [(words: String, id: String, places: [Int])] = []
    switch order {
    case .group:
      for index in plan.regulations.indices {
        let id = plan.groupID(of: index)
        if groups.last?.id != id { groups.append((plan.regulations[index].group, id, [])) }
        groups[groups.count - 1].places.append(index)
      }
      if groups.count > 1, groups[groups.count - 1].words.isEmpty {
        groups[groups.count - 1].words = "其他"
      }
    case .day:
      let sorted = plan.regulations.indices.sorted { left, right in
        let (first, second) = (plan.regulations[left].day, plan.regulations[right].day)
        guard first != second else { return left < right }
        // The newest first, those without a day last.
        guard let first else { return false }
        return second.map { $0 < first } ?? true
      }
      for index in sorted {
        let words = plan.regulations[index].day.map { "\($0.year)年" } ?? "日期未知"
        if groups.last?.words != words { groups.append((words, "y-\(words)", [])) }
        groups[groups.count - 1].places.append(index)
      }
    }
    return groups
  }

  private func writeGroups(to html: inout HTMLWriter) {
    let groups = groups
    if groups.count > 1 { writeContents(groups.map { ($0.words, $0.id, $0.places.count) }, &html) }
    for group in groups {
      html.block("section", ["class": "group"]) { html in
        if !group.words.isEmpty { html.line("h2", ["id": group.id], text: group.words) }
        html.block("ul", ["class": "regulations"]) { html in
          for place in group.places { writeRow(place, to: &html) }
        }
      }
    }
  }

  private func writeContents(
    _ rows: [(words: String, id: String, count: Int)], _ html: inout HTMLWriter
  ) {
    html.block("nav", ["class": "contents", "aria-label": "目录"]) { html in
      html.block("details") { html in
        html.line("summary", text: "目录")
        html.block("ol") { html in
          for row in rows {
            html.element("li", ["class": "d0"]) { html in
              html.element("a", ["href": "#\(row.id)"], text: row.words)
              html.text(" \(row.count)")
            }
            html.endLine()
          }
        }
      }
    }
  }

  private func writeRow(_ place: Int, to html: inout HTMLWriter) {
    let regulation = plan.regulations[place]
    html.element("li", ["data-state": regulation.status.rawValue]) { html in
      html.element(
        "a", ["href": layout.address(of: nil, in: regulation.slug)],
        text: regulation.catalogued.title.isEmpty ? "（无标题）" : regulation.catalogued.title)
      html.element("span", ["class": "row"]) { html in
        html.element(
          "span", ["class": "state \(regulation.status.rawValue)"],
          text: regulation.status.pageWords)
        html.text(regulation.day.map(\.pageWords) ?? "")
      }
    }
    html.endLine()
  }
}
