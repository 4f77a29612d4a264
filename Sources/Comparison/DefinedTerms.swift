public import Regulations

/// The terms whose meaning a revision tells: 本办法所称印章，是指…, and the short names
/// that it gives (以下简称…).
///
/// What is not surely a definition is none. A term that is defined again means what
/// it did first.
public struct DefinedTerms: Sendable {
  /// A term.
  public struct Term: Hashable, Sendable {
    /// The term as it stands in the text, without quotation marks.
    public var name: String
    /// The index of the provision in whose own text it is defined.
    public var provision: Int
    /// The sentence that defines it; of a long one a part, with … where it is cut.
    public var definition: String
    /// Where it means that.
    public var reach = Reach.regulation
  }

  /// Where a term means what its definition says.
  public enum Reach: Hashable, Sendable {
    /// In the whole regulation.
    case regulation
    /// In the division of a kind in which it is defined: 本章所称.
    case division(ProvisionKind)
    /// In the article in which it is defined: 前款所称.
    case article
  }

  /// The terms in the order of their definitions.
  public let terms: [Term]
  private let lookup: TermLookup

  /// The terms of a revision.
  public init(of revision: Revision) {
    var terms: [Term] = []
    var names = Set<String>()
    for (index, provision) in revision.provisions.enumerated() {
      for definition in DefinitionScan.definitions(in: provision.text)
      where names.insert(definition.name).inserted {
        terms.append(
          Term(
            name: definition.name, provision: index, definition: definition.sentence,
            reach: definition.reach))
      }
    }
    self.terms = terms
    lookup = TermLookup(terms.map(\.name))
  }

  /// Where terms stand in a text: their bytes, and their indices in `terms`.
  ///
  /// Of terms that begin at one place the longest counts, and none within another.
  public func uses(in text: String) -> [(range: Range<Int>, term: Int)] { lookup.uses(in: text) }
}
