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
    let (tokens, starts, unpaired) = QueryLexer.reading(of: text)
    var parser = QueryParser(tokens: tokens, starts: starts)
    self = try parser.parse()
    if let unpaired { throw QueryError(.unbalanced, at: unpaired) }
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
      case .field(let name, _): terms.append(contentsOf: Query.term(name).map { [$0] } ?? [])
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
  /// The scalar at which each token begins.
  let starts: [Int]
  private var index = 0

  init(tokens: [QueryToken], starts: [Int]) {
    self.tokens = tokens
    self.starts = starts
  }

  /// What is wrong with a token; after the last one, with the end of the query.
  private func error(_ reason: QueryError.Reason, at token: Int) -> QueryError {
    QueryError(reason, at: token < starts.count ? starts[token] : starts.last)
  }

  private enum Sign {
    case or, close, end, other
  }

  /// What the next token does to a sequence.
  private var sign: Sign {
    guard index < tokens.count else { return .end }
    switch tokens[index] {
    case .or: return .or
    case .close: return .close
    default: return .other
    }
  }

  mutating func parse() throws(QueryError) -> Query {
    let query = try alternatives(in: .scope(.anywhere), depth: 0)
    guard sign == .end else { throw error(.unbalanced, at: index) }
    guard let query, query.isPositive else { throw error(.nothingAsked, at: 0) }
    return query
  }

  private mutating func alternatives(
    in field: QueryField, depth: Int
  ) throws(QueryError) -> Query? {
    guard depth < Self.deepest else { throw error(.tooDeep, at: index) }
    var part = try sequence(in: field, depth: depth)
    guard sign == .or else { return part }
    var parts: [Query] = []
    var last = index
    while true {
      guard let operand = part else { throw error(.missingOperand("OR"), at: last) }
      parts.append(operand)
      guard sign == .or else { return .any(parts) }
      last = index
      index += 1
      part = try sequence(in: field, depth: depth)
    }
  }

  private mutating func sequence(in field: QueryField, depth: Int) throws(QueryError) -> Query? {
    var first: Query?
    var rest: [Query] = []
    while sign == .other {
      guard let part = try single(in: field, depth: depth) else { continue }
      if first == nil { first = part } else { rest.append(part) }
    }
    guard let first, !rest.isEmpty else { return first }
    return .all([first] + rest)
  }

  private mutating func single(in field: QueryField, depth: Int) throws(QueryError) -> Query? {
    guard depth < Self.deepest else { throw error(.tooDeep, at: index) }
    guard index < tokens.count else { throw error(.missingOperand(""), at: index) }
    let start = index
    index += 1
    switch tokens[start] {
    case .word(let text), .phrase(let text): return try term(text, in: field)
    case .field(let name, let inner):
      guard let inner else { throw error(.unknownField(name), at: start) }
      return try operand(of: name + ":", in: inner, depth: depth)
    case .not:
      return .not(try operand(of: "NOT", in: field, depth: depth))
    case .open:
      let inner = try alternatives(in: field, depth: depth + 1)
      guard sign == .close else { throw error(.unbalanced, at: start) }
      index += 1
      return inner
    case .or, .close: throw error(.unbalanced, at: start)
    }
  }

  private mutating func operand(
    of name: @autoclosure () -> String, in field: QueryField, depth: Int
  ) throws(QueryError) -> Query {
    let start = index - 1
    guard sign == .other, let query = try single(in: field, depth: depth + 1)
    else { throw error(.missingOperand(name()), at: start) }
    return query
  }

  private func term(_ text: String, in field: QueryField) throws(QueryError) -> Query? {
    switch field {
    case .scope(let scope): return Query.term(text, in: scope)
    case .number:
      guard let number = Citation.number(text) else { throw error(.badNumber(text), at: index - 1) }
      return .number(number)
    }
  }
}
