public import Regulations

/// A query as it was understood.
public enum Query: Hashable, Sendable {
  /// A text that must stand somewhere.
  case term(Term)
  /// A provision of this number.
  case number(ProvisionNumber)
  /// All of them must hold.
  case all([Query])
  /// One of them must hold.
  case any([Query])
  /// It must not hold.
  indirect case not(Query)

  /// Whether a hit can come of it: a query must ask for something.
  var isPositive: Bool {
    switch self {
    case .term, .number: true
    case .all(let parts): parts.contains { $0.isPositive }
    case .any(let parts): !parts.isEmpty && parts.allSatisfy { $0.isPositive }
    case .not: false
    }
  }

  /// The terms that may stand in a hit.
  var positiveTerms: [Term] {
    switch self {
    case .term(let term): [term]
    case .number, .not: []
    case .all(let parts), .any(let parts): parts.flatMap { $0.positiveTerms }
    }
  }
}

/// A text that a query looks for.
public struct Term: Hashable, Sendable {
  /// Where a term is looked for.
  public enum Scope: Hashable, Sendable {
    /// In the text, the headings and the title.
    case anywhere
    /// In the text of the unit.
    case text
    /// In its headings and those above it.
    case heading
    /// In the title of the regulation.
    case title
  }

  /// The text as it was written.
  public var text: String
  /// Its folded UTF-16 units; never empty.
  public var units: [UInt16]
  /// Where it is looked for.
  public var scope: Scope
}

/// A query that cannot be understood.
public struct QueryError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong with a query.
  public enum Reason: Hashable, Sendable {
    /// A field of this name does not exist.
    case unknownField(String)
    /// What follows `no:` is no number.
    case badNumber(String)
    /// A parenthesis or a quotation mark has no partner.
    case unbalanced
    /// An operator has nothing to work on.
    case missingOperand(String)
    /// The query asks for nothing, or only for what must not stand.
    case nothingAsked
    /// Parentheses or exclusions stand too deep in one another.
    case tooDeep
  }

  /// What is wrong.
  public var reason: Reason
  /// The Unicode scalars before what is wrong, or `nil` when that is all of it.
  public var offset: Int?

  init(_ reason: Reason, at offset: Int? = nil) {
    self.reason = reason
    self.offset = offset
  }

  /// The error in one line, without a full stop.
  public var description: String {
    switch reason {
    case .unknownField(let name): "unknown field '\(name):'"
    case .badNumber(let text): "'\(text)' is no number of a provision"
    case .unbalanced: "a parenthesis or a quotation mark has no partner"
    case .missingOperand(let name): "'\(name)' has nothing to work on"
    case .nothingAsked: "the query asks for no text"
    case .tooDeep: "parentheses stand too deep in one another"
    }
  }

  /// One line about what to do.
  public var help: String {
    switch reason {
    case .unknownField: "fields are text:, heading:, title: and no:; put the text in quotes"
    case .badNumber: "write no:39, no:82-1 or no:第三十九条"
    case .nothingAsked: "give at least one term that must stand in the text"
    case .unbalanced, .missingOperand, .tooDeep: "put signs that are meant as text in quotes"
    }
  }
}
