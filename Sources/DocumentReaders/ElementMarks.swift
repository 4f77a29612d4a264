/// What the attributes of an element say about the text in it.
struct ElementMarks {
  private var alignment: String?
  private var style = ""
  private var names = ""
  private var isHidden = false
  private var role = ""
  private var href: String?

  init(_ node: XMLNode) {
    alignment = node.attribute("align")?.lowercased()
    style = node.attribute("style")?.lowercased().filter { $0 != " " } ?? ""
    let parts = [node.attribute("class"), node.attribute("id")].compactMap { $0 }
    names = parts.joined(separator: " ")
    isHidden = node.attribute("hidden") != nil || !style.isEmpty && style.contains("display:none")
    role = node.attribute("role")?.lowercased() ?? ""
    href = node.attribute("href")
  }

  /// Whether the element links to another page or runs a script.
  var isOutwardLink: Bool {
    guard let href else { return false }
    return !href.isEmpty && (!href.hasPrefix("#") || href == "#")
  }

  /// Whether line feeds count in the text.
  var isPreformatted: Bool {
    !style.isEmpty
      && (style.contains("white-space:pre;") || style.hasSuffix("white-space:pre")
        || style.contains("white-space:pre-wrap") || style.contains("white-space:pre-line"))
  }

  func apply(isCentered: inout Bool) {
    if let alignment { isCentered = alignment == "center" || alignment == "middle" }
    guard !style.isEmpty, let range = style.range(of: "text-align:") else { return }
    isCentered = style[range.upperBound...].hasPrefix("center")
  }

  func apply(isBold: inout Bool) {
    guard !style.isEmpty, let range = style.range(of: "font-weight:") else { return }
    let value = style[range.upperBound...].prefix { $0 != ";" }
    isBold = value.hasPrefix("bold") || (Int(value) ?? 0) >= 600
  }

  /// What the element is besides the text itself, by its name and marks.
  func hint(for element: String, _ kind: HTMLElement) -> FurnitureHint? {
    if kind == .control { return FurnitureHint(.interface, isStrong: true) }
    if isHidden { return FurnitureHint(.interface, isStrong: true) }
    return FurnitureHint(element: element, role: role) ?? FurnitureHint(names: names)
  }
}

extension String {
  /// Where `other` first stands, or `nil`.
  fileprivate func range(of other: String) -> Range<Index>? {
    var rest = self[...]
    while let first = other.first, let start = rest.firstIndex(of: first) {
      if rest[start...].hasPrefix(other) {
        return start..<index(start, offsetBy: other.count)
      }
      rest = rest[index(after: start)...]
    }
    return nil
  }
}
