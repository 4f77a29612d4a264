import Regulations

/// What all pages of a site have around their text.
struct PageFrame {
  let options: SiteOptions
  let layout: PageLayout
  /// The title of the page.
  let title: String
  /// The steps from the index to the page: words and addresses, the last without one.
  var steps: [(words: String, address: String?)] = []
  /// The pages before and after it in the order of the index.
  var previous: (title: String, address: String)?
  var next: (title: String, address: String)?
  /// What programs are told of the page, as JSON, or `nil`.
  var data: String?
  /// The class of the body.
  var kind = ""
  /// The style sheets and scripts of the page beside those of the site, in order.
  var styles: [String] = []
  var scripts: [String] = []

  /// The policy of a page that loads what stands beside it and nothing else.
  static let policy =
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
    + "base-uri 'none'; form-action 'none'"

  /// The page with its text.
  func page(_ content: (inout HTMLWriter) -> Void) -> [UInt8] {
    var html = HTMLWriter()
    html.raw("<!DOCTYPE html>\n")
    html.block("html", ["lang": "zh-CN"]) { html in
      html.block("head") { writeHead(to: &$0) }
      html.block("body", ["class": kind.isEmpty ? nil : kind]) { html in
        html.element("a", ["class": "skip", "href": "#main"], text: "跳到正文")
        html.endLine()
        writeHeader(to: &html)
        html.block("main", ["id": "main"]) { content(&$0) }
        writeFooter(to: &html)
        if case .file = layout.form {
          html.element("script") { $0.raw(PageResource.siteScript.text) }
          html.endLine()
        } else {
          for path in ["assets/site.js"] + scripts {
            html.line("script", ["src": layout.file(path)], text: "")
          }
        }
      }
    }
    return html.bytes
  }

  private func writeHead(to html: inout HTMLWriter) {
    let isFile = if case .file = layout.form { true } else { false }
    html.void("meta", ["charset": "utf-8"])
    let policy =
      isFile
      ? PageResource.policy(style: .siteStyle, script: .siteScript) : Self.policy
    html.void("meta", ["http-equiv": "Content-Security-Policy", "content": policy])
    html.void("meta", ["http-equiv": "X-UA-Compatible", "content": "IE=edge"])
    html.void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
    html.line("title", text: title == options.title ? title : "\(title) – \(options.title)")
    if isFile {
      html.element("style") { $0.raw(PageResource.siteStyle.text) }
      html.endLine()
    } else {
      for path in ["assets/site.css"] + styles {
        html.void("link", ["rel": "stylesheet", "href": layout.file(path)])
      }
      html.void(
        "link",
        [
          "rel": "alternate", "type": "application/atom+xml", "title": "修订动态",
          "href": layout.file("feed.xml"),
        ])
      if let previous { html.void("link", ["rel": "prev", "href": previous.address]) }
      if let next { html.void("link", ["rel": "next", "href": next.address]) }
    }
    if let data {
      html.element("script", ["type": "application/ld+json"]) { $0.raw(data) }
      html.endLine()
    }
  }

  private func writeHeader(to html: inout HTMLWriter) {
    html.block("header", ["class": "site"]) { html in
      html.element("nav", ["class": "path", "aria-label": "位置"]) { html in
        for (index, step) in steps.enumerated() {
          if index > 0 {
            html.element("span", ["class": "sign", "aria-hidden": "true"], text: " › ")
          }
          if let address = step.address {
            html.element("a", ["href": address], text: step.words)
          } else {
            html.element("span", ["aria-current": "page"], text: step.words)
          }
        }
      }
      html.endLine()
      if layout.hasFurtherPages, kind != SearchPage.kind {
        html.element(
          "a", ["class": "search", "href": layout.file(SearchPage.name), "title": "按 / 键搜索"],
          text: "搜索")
        html.endLine()
      }
    }
  }

  private func writeFooter(to html: inout HTMLWriter) {
    html.block("footer", ["class": "site"]) { html in
      if previous != nil || next != nil {
        html.block("nav", ["class": "neighbours", "aria-label": "前后法规"]) { html in
          if let previous {
            html.element("a", ["class": "previous", "href": previous.address]) { html in
              html.element("span", text: "上一部")
              html.text(previous.title)
            }
          }
          if let next {
            html.element("a", ["class": "next", "href": next.address]) { html in
              html.element("span", text: "下一部")
              html.text(next.title)
            }
          }
          html.endLine()
        }
      }
      let words = [options.organisation, options.footer].compactMap(\.self).filter { !$0.isEmpty }
      for line in words { html.line("p", text: line) }
      if let contact = options.contact, !contact.isEmpty {
        html.line("p", text: "联系：\(contact)")
      }
    }
  }
}

extension HTMLWriter {
  /// Writes an element without content on a line of its own.
  mutating func void(_ name: StaticString, _ attributes: Attributes) {
    open(name, attributes)
    endLine()
  }
}
