public import Library
internal import Regulations

/// What a query found.
///
/// The property names of this type and those in it are the keys of the tool's
/// JSON output.
public struct SearchResult: Hashable, Sendable, Encodable {
  /// How a query was answered.
  public enum Mode: String, Hashable, Sendable, Encodable {
    /// Every term holds in every hit.
    case exact
    /// The hits are the closest texts.
    case closest
    /// The query names the hit.
    case citation
  }

  /// What a query was taken for.
  enum Understood: Hashable, Sendable {
    case query(Query)
    case citation(Citation)
    /// Words that a text should be close to.
    case words
  }

  /// The query as it was given.
  public var query: String
  /// What it was taken for.
  var understood: Understood
  /// How it was understood, in words.
  public var reading: String {
    switch understood {
    case .query(let query): query.reading
    case .citation(let citation): citation.description
    case .words: "texts close to “\(query)”"
    }
  }
  /// Why it was not understood as it seems to be meant, or `nil`.
  public var hint: SearchHint?
  /// How it was answered.
  public var mode: Mode
  /// How many units hold the query; in mode `closest` those shown.
  public var total: Int
  /// The time from the query's text to the finished page of hits.
  public var microseconds: Int
  /// The regulations whose title alone holds the query.
  public var regulations: [TitleHit]
  /// The first hits, best first.
  public var hits: [Hit]

  /// Whether nothing was found; a page of no hits may still count some.
  public var isEmpty: Bool { total == 0 && regulations.isEmpty }
}

extension SearchResult {
  private enum CodingKeys: CodingKey {
    case query, reading, hint, mode, total, microseconds, regulations, hits
  }

  /// Writes the properties under their names.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(query, forKey: .query)
    try container.encode(reading, forKey: .reading)
    try container.encodeIfPresent(hint, forKey: .hint)
    try container.encode(mode, forKey: .mode)
    try container.encode(total, forKey: .total)
    try container.encode(microseconds, forKey: .microseconds)
    try container.encode(regulations, forKey: .regulations)
    try container.encode(hits, forKey: .hits)
  }
}

/// A regulation whose title holds a query.
public struct TitleHit: Hashable, Sendable, Encodable {
  /// The title.
  public var regulation: String
  /// The address of the regulation in the library.
  public var regulationID: String
}

/// A unit that a query found.
public struct Hit: Hashable, Sendable, Encodable {
  /// The title of the regulation.
  public var regulation = ""
  /// The address of the regulation in the library.
  public var regulationID = ""
  /// The name of the revision.
  public var revision = ""
  /// Whether the revision holds on the day of the search.
  public var status = RevisionStatus.inForce
  /// The address of the unit in its revision.
  public var id = ""
  /// The label of the unit, such as 第三十九条.
  public var label: String?
  /// The heading of the unit itself.
  public var heading: String?
  /// Where in the unit the first match stands, such as 第三十九条第（二）项.
  public var pinpoint: String?
  /// The provisions above the unit, outermost first.
  public var path: [PathStep] = []
  /// The text of the unit without its own label and heading, line by line.
  public var text = ""
  /// What matches, field by field and from the start on.
  public var matches: [Match] = []
  /// How well it matches; higher is better.
  public var score = 0.0
  /// The path of the file that the text was read from, as it was given.
  public var source = ""
  /// The units before this one, nearest last.
  public var before: [Neighbour] = []
  /// The units after this one, nearest first.
  public var after: [Neighbour] = []
}

/// A provision above a unit.
public struct PathStep: Hashable, Sendable, Encodable {
  /// The address of the provision.
  public var id: String
  /// Its label, such as 第四章.
  public var label: String?
  /// Its heading.
  public var heading: String?
}

/// A unit beside a hit.
public struct Neighbour: Hashable, Sendable, Encodable {
  /// The address of the unit.
  public var id: String
  /// Its label.
  public var label: String?
  /// Its text.
  public var text: String
}

/// A place where a term stands.
public struct Match: Hashable, Sendable, Encodable {
  /// The fields a match can lie in.
  public enum Field: String, Hashable, Sendable, Encodable {
    /// The text of the hit.
    case text
    /// The heading of the hit or of a step of its path.
    case heading
    /// The title of the regulation.
    case title
  }

  /// The field.
  public var field: Field
  /// In `heading`, whose heading it is.
  public var id: String?
  /// The Unicode scalars of the field's text before the match.
  public var start: Int
  /// The Unicode scalars up to its end.
  public var end: Int
}
