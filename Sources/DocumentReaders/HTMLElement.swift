/// What an element of a page does to the text in it.
enum HTMLElement: Hashable {
  /// Its text is not shown.
  case dropped
  /// It stands in a line of text.
  case inline
  /// It ends the line and begins one.
  case block
  /// It is a control of a form.
  case control
  /// It ends the line.
  case lineBreak
  /// A heading of a level.
  case heading(Int)
  /// A list, numbered or not.
  case list(isOrdered: Bool)
  /// An item of a list.
  case item
  /// A table.
  case table
  /// A row of a table.
  case row
  /// A cell of a row.
  case cell
  /// Text whose line feeds count.
  case preformatted
  /// A link.
  case link
  /// Text in bold.
  case bold
  /// The name of the page.
  case title
  /// A value about the page.
  case meta

  /// What the element of a name does.
  init(named name: String) {
    self = Self.byName[name] ?? .inline
  }

  /// Whether the element ends the line before it and the one in it.
  var isBlock: Bool {
    switch self {
    case .block, .control, .heading, .list, .item, .table, .row, .cell, .preformatted: true
    default: false
    }
  }

  private static let byName: [String: HTMLElement] = {
    var table: [String: HTMLElement] = [
      "br": .lineBreak, "ol": .list(isOrdered: true), "ul": .list(isOrdered: false),
      "dir": .list(isOrdered: false), "menu": .list(isOrdered: false), "li": .item,
      "table": .table, "tr": .row, "td": .cell, "th": .cell, "pre": .preformatted,
      "listing": .preformatted, "xmp": .preformatted, "plaintext": .preformatted, "a": .link,
      "b": .bold, "strong": .bold, "title": .title, "meta": .meta,
    ]
    for level in 1...6 { table["h\(level)"] = .heading(level) }
    for name in droppedNames { table[name] = .dropped }
    for name in blockNames { table[name] = .block }
    for name in controlNames { table[name] = .control }
    return table
  }()

  private static let droppedNames = [
    "script", "style", "template", "noscript", "iframe", "frame", "svg", "xml", "rt", "rp",
    "audio", "video", "canvas", "link", "base", "datalist", "applet", "embed", "noframes",
  ]
  private static let blockNames = [
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "head",
    "header", "hgroup", "hr", "html", "legend", "main", "nav", "p", "section", "summary", "tbody",
    "tfoot", "thead", "marquee", "optgroup", "search",
  ]
  private static let controlNames = ["button", "select", "option", "textarea", "input"]
}
