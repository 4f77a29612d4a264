public import Regulations

extension Revision {
  /// A revision written line by line, for tests.
  ///
  /// A line is the kind, the label, the heading and the text, parted by bars, -
  /// for none; two blanks before it put it below the line above:
  ///
  ///     chapter|第一章|总则
  ///       article|第一条|-|本制度适用于全体员工。
  ///         item|（一）|-|正式员工；
  public init(title: String, notation: String) {
    self.init(title: title)
    var path: [(depth: Int, index: Int)] = []
    for line in notation.split(separator: "\n") {
      let depth = line.prefix { $0 == " " }.count / 2
      let parts = line.drop { $0 == " " }.split(separator: "|", omittingEmptySubsequences: false)
      while let last = path.last, last.depth >= depth { path.removeLast() }
      func part(_ index: Int) -> String? {
        index < parts.count && parts[index] != "-" ? String(parts[index]) : nil
      }
      let kind = ProvisionKind(rawValue: String(parts[0])) ?? .article
      let number = part(1).flatMap { Self.number(in: $0) }
      let parent = path.last?.index
      let siblings = provisions.count { $0.kind == kind && $0.parent == parent }
      // The first 款 is the article's own text.
      let suffix = number?.description ?? String(siblings + (kind == .paragraph ? 2 : 1))
      let prefix = kind == .article || parent == nil ? "" : "\(provisions[parent ?? 0].id)__"
      provisions.append(
        Provision(
          id: ProvisionID("\(prefix)\(kind.abbreviation)_\(suffix)"), kind: kind, label: part(1),
          number: number, heading: part(2), separator: part(2) != nil && part(3) != nil ? "：" : nil,
          text: part(3)?.replacing("\\n", with: "\n") ?? "", parent: parent))
      path.append((depth, provisions.count - 1))
    }
  }

  private static func number(in label: String) -> ProvisionNumber? {
    if let number = Citation.number(label) { return number }
    let signs = "第条章节款项（）、.编".unicodeScalars
    let digits = String(
      String.UnicodeScalarView(label.unicodeScalars.filter { !signs.contains($0) }))
    return Citation.number(digits)
  }
}
