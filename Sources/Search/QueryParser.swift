internal import ChineseText
internal import Regulations

extension Query {
  /// The query that a text spells.
  ///
  /// Terms that are parted by blanks must all hold. `"…"` is one term, whatever
  /// stands in it; `OR`, `-term`, `NOT` and parentheses join terms; `text:`,
  /// `heading:`, `title:` and `no:` say where a term must stand. All signs have
  /// full-width forms, all fields Chinese names.
  public init(parsing text: String) throws(QueryError) {
    let (tokens, isBalanced) = QueryLexer.reading(of: text)
    var parser = QueryParser(tokens: tokens)
    self = try parser.parse()
    guard isBalanced else { throw QueryError(.unbalanced) }
  }

  /// The query in which every word of a text is a term, whatever it means.
  ///
  /// `nil` when the text has no word.
  public init?(plain text: String) {
    var terms: [Query] = []
    for token in QueryLexer.tokens(of: text) {
      switch token {
      case .word(let word), .phrase(let word):
        terms.append(contentsOf: Query.term(word).map { [$0] } ?? [])
      case .field(let name): terms.append(contentsOf: Query.term(name).map { [$0] } ?? [])
      case .or, .not, .open, .close: break
      }
    }
    // Signs alone are searched as they stand.
    if terms.isEmpty, let literal = Query.term(text) { terms = [literal] }
    guard let first = terms.first else { return nil }
    self = terms.count == 1 ? first : .all(terms)
  }

  static func term(_ text: String, in scope: Term.Scope = .anywhere) -> Query? {
    let units = FoldedText(text).units
    return units.isEmpty ? nil : .term(Term(text: text, units: units, scope: scope))
  }
}

/// Reads tokens by descent: alternatives of sequences of single queries.
private struct QueryParser {
  private static let deepest = 64
  let tokens: [QueryToken]
  private var index = 0

  init(tokens: [QueryToken]) {
    self.tokens = tokens
  }

  private var next: QueryToken? { index < tokens.count ? tokens[index] : nil }

  mutating func parse() throws(QueryError) -> Query {
    let query = try alternatives(in: .scope(.anywhere), depth: 0)
    guard next == nil else { throw QueryError(.unbalanced) }
    guard let query, query.isPositive else { throw QueryError(.nothingAsked) }
    return query
  }

  private mutating func alternatives(
    in field: QueryField, depth: Int
  ) throws(QueryError) -> Query? {
    guard depth < Self.deepest else { throw QueryError(.tooDeep) }
    var parts: [Query] = []
    while true {
      let part = try sequence(in: field, depth: depth)
      let more = next == .or
      if let part { parts.append(part) }
      guard part != nil || !more && parts.isEmpty else { throw QueryError(.missingOperand("OR")) }
      guard more else { break }
      index += 1
    }
    return parts.count > 1 ? .any(parts) : parts.first
  }

  private mutating func sequence(in field: QueryField, depth: Int) throws(QueryError) -> Query? {
    var parts: [Query] = []
    while let token = next, token != .or, token != .close {
      if let part = try single(in: field, depth: depth) { parts.append(part) }
    }
    return parts.count > 1 ? .all(parts) : parts.first
  }

  private mutating func single(in field: QueryField, depth: Int) throws(QueryError) -> Query? {
    guard depth < Self.deepest else { throw QueryError(.tooDeep) }
    guard let token = next else { throw QueryError(.missingOperand("")) }
    index += 1
    switch token {
    case .word(let text), .phrase(let text): return try term(text, in: field)
    case .field(let name):
      guard let inner = QueryField(name) else { throw QueryError(.unknownField(name)) }
      return try operand(of: name + ":", in: inner, depth: depth)
    case .not:
      return .not(try operand(of: "NOT", in: field, depth: depth))
    case .open:
      let inner = try alternatives(in: field, depth: depth + 1)
      guard next == .close else { throw QueryError(.unbalanced) }
      index += 1
      return inner
    case .or, .close: throw QueryError(.unbalanced)
    }
  }

  private mutating func operand(
    of name: String, in field: QueryField, depth: Int
  ) throws(QueryError) -> Query {
    guard let token = next, token != .or, token != .close,
      let query = try single(in: field, depth: depth + 1)
    else { throw QueryError(.missingOperand(name)) }
    return query
  }

  private func term(_ text: String, in field: QueryField) throws(QueryError) -> Query? {
    switch field {
    case .scope(let scope): return Query.term(text, in: scope)
    case .number:
      guard let number = Citation.number(text) else { throw QueryError(.badNumber(text)) }
      return .number(number)
    }
  }
}
