public import ChineseText

/// Why a query was not answered as it seems to be meant.
///
/// A hint carries values rather than a finished sentence, so that a tool can
/// word it in the reader's language; `description` is the English one.
public struct SearchHint: Hashable, Sendable, Encodable, CustomStringConvertible {
  /// What there is to know.
  public enum Reason: Hashable, Sendable {
    /// The text is no query, and was searched as plain words.
    case plainWords(QueryError.Reason)
    /// A regulation lacks the cited article; `last` is its last one, if any.
    case noArticle(title: String, article: String, last: String?)
    /// A regulation lacks the cited article between two that it has.
    case noArticleBetween(title: String, article: String, before: String, after: String)
    /// The cited article of an earlier revision has other numbers now, or none.
    case renumbered(article: String, revision: String, now: [String])
    /// The name of a citation could mean these titles as well.
    case otherTitles([String])
    /// A regulation has no revision of the cited year; it has those of these names.
    case noYear(title: String, year: Int, revisions: [String])
    /// No regulation has the cited title; these titles are like it.
    case noTitle(String, near: [String])
    /// No text is in force on a day; the first one begins later.
    case nothingInForce(on: CalendarDate, first: CalendarDate)
  }

  /// What there is to know.
  public var reason: Reason
  /// What else there is to know.
  public var further: [Reason] = []
  /// The Unicode scalars of the query before what the hint is about, or `nil`.
  public var offset: Int?

  init(_ reason: Reason, at offset: Int? = nil) {
    self.reason = reason
    self.offset = offset
  }

  /// A hint of all that there is to know, or `nil` when that is nothing.
  init?(_ reasons: [Reason]) {
    guard let first = reasons.first else { return nil }
    reason = first
    further = Array(reasons.dropFirst())
  }

  /// The hint in one line, without a full stop.
  public var description: String {
    ([reason] + further).map(\.description).joined(separator: "; ")
  }
}

extension SearchHint.Reason {
  /// The sentence for the reason, without a full stop.
  fileprivate var description: String {
    switch self {
    case .plainWords(let reason): "\(QueryError(reason)); searched as plain words"
    case .noArticle(let title, let article, .some(let last)):
      "《\(title)》 has no \(article); its articles end with \(last)"
    case .noArticle(let title, let article, .none):
      "《\(title)》 has no \(article) and no other article"
    case .noArticleBetween(let title, let article, let before, let after):
      "《\(title)》 has no \(article); beside it stand \(before) and \(after)"
    case .renumbered(let article, let revision, let now) where now.isEmpty:
      "\(article) of \(revision) has no like in the text in force"
    case .renumbered(let article, let revision, let now):
      "\(article) of \(revision) is now \(now.joined(separator: ", "))"
    case .otherTitles(let titles):
      "also: " + titles.map { "《\($0)》" }.joined(separator: ", ")
    case .noYear(let title, let year, let revisions):
      "《\(title)》 has no revision of \(year); there is \(revisions.joined(separator: ", "))"
    case .noTitle(let title, let near) where near.isEmpty:
      "no regulation is called 《\(title)》"
    case .noTitle(let title, let near):
      "no regulation is called 《\(title)》; there is "
        + near.map { "《\($0)》" }.joined(separator: ", ")
    case .nothingInForce(let day, let first):
      "nothing is in force on \(day); the first text is of \(first)"
    }
  }
}

extension SearchHint {
  private enum CodingKeys: CodingKey {
    case message, offset
  }

  /// Writes the English sentence and the place.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(description, forKey: .message)
    try container.encodeIfPresent(offset, forKey: .offset)
  }
}
