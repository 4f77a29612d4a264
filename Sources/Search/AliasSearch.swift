internal import ChineseText

/// Finds the title for which a text introduces an alias: 《云岭市停车管理办法》（以下简称“停车办法”）.
struct AliasSearch {
  /// So many units that hold the alias are looked at.
  static let mostUnits = 100
  private static let introduction = "简称"
  private static let leastScalars = 2

  private let alias: [Unicode.Scalar]

  init(_ alias: String) {
    self.alias = alias.unicodeScalars.filter { !Blank.isBlank($0) }
  }

  /// The title, or `nil` when no text introduces the alias.
  ///
  /// - Parameters:
  ///   - find: The units in which a query holds.
  ///   - text: The text of a unit.
  func title(
    in find: (Query) -> [FoundUnit], text: (FoundUnit) -> String
  ) -> String? {
    guard alias.count >= Self.leastScalars, let query else { return nil }
    for unit in find(query) {
      if let title = title(in: text(unit).unicodeScalars.filter { !Blank.isBlank($0) }) {
        return title
      }
    }
    return nil
  }

  private var query: Query? {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: alias)
    let terms = [Self.introduction, String(view)].map { text in
      Term(text: text, units: FoldedText(text).units, scope: .text)
    }
    return terms.allSatisfy { !$0.units.isEmpty } ? .all(terms.map { .term($0) }) : nil
  }

  /// The title before 以下简称 and the alias in one text.
  func title(in text: [Unicode.Scalar]) -> String? {
    let introduction = Array(Self.introduction.unicodeScalars)
    for start in text.indices where text[start...].starts(with: introduction) {
      var rest = text[(start + introduction.count)...]
      if rest.first == "为" || rest.first == "称" { rest = rest.dropFirst() }
      while let first = rest.first, "“\"《「：:".unicodeScalars.contains(first) {
        rest = rest.dropFirst()
      }
      guard rest.starts(with: alias), let next = rest.dropFirst(alias.count).first,
        "”\"》」）),，。；;".unicodeScalars.contains(next)
      else { continue }
      if let title = Self.title(before: text[..<start]) { return title }
    }
    return nil
  }

  /// The title in 《》 that ends right before 以下简称.
  private static func title(before text: ArraySlice<Unicode.Scalar>) -> String? {
    var rest = text
    while let last = rest.last, "（(，,以下统".unicodeScalars.contains(last) { rest = rest.dropLast() }
    guard rest.last == "》" else { return nil }
    // A title may hold another one in marks.
    var depth = 0
    for index in rest.indices.reversed() {
      if rest[index] == "》" { depth += 1 }
      if rest[index] == "《" { depth -= 1 }
      guard depth == 0 else { continue }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: rest[(index + 1)...].dropLast())
      return String(view)
    }
    return nil
  }
}
