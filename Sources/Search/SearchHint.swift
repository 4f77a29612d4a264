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
    /// No regulation has the cited title; these titles are like it.
    case noTitle(String, near: [String])
    /// No text is in force on a day; the first one begins later.
    case nothingInForce(on: CalendarDate, first: CalendarDate)
  }

  /// What there is to know.
  public var reason: Reason
  /// The Unicode scalars of the query before what the hint is about, or `nil`.
  public var offset: Int?

  init(_ reason: Reason, at offset: Int? = nil) {
    self.reason = reason
    self.offset = offset
  }

  /// The hint in one line, without a full stop.
  public var description: String {
    switch reason {
    case .plainWords(let reason): "\(QueryError(reason)); searched as plain words"
    case .noArticle(let title, let article, .some(let last)):
      "《\(title)》 has no \(article); its articles end with \(last)"
    case .noArticle(let title, let article, .none):
      "《\(title)》 has no \(article) and no other article"
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
