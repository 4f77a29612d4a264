extension Query {
  /// The query in words.
  public var reading: String { reading(inside: false) }

  private func reading(inside: Bool) -> String {
    switch self {
    case .term(let term): "“\(term.text)”\(term.scope.place)"
    case .number(let number): "number \(number)"
    case .not(let query): "not \(query.reading(inside: true))"
    case .all(let parts): Self.join(parts, " and ", inside)
    case .any(let parts): Self.join(parts, " or ", inside)
    }
  }

  private static func join(_ parts: [Query], _ word: String, _ inside: Bool) -> String {
    let joined = parts.map { $0.reading(inside: true) }.joined(separator: word)
    return inside ? "(\(joined))" : joined
  }
}

extension Term.Scope {
  fileprivate var place: String {
    switch self {
    case .anywhere: ""
    case .text: " in the text"
    case .heading: " in a heading"
    case .title: " in the title"
    }
  }
}
