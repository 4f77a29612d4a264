public import ChineseText

/// How to search.
public struct SearchOptions: Hashable, Sendable {
  /// How much of a query must hold.
  public enum Match: String, CaseIterable, Hashable, Sendable {
    /// Every term must hold.
    case exact
    /// The closest texts, by the grams they share with the query.
    case any
    /// Exact, and the closest when nothing holds every term.
    case auto
  }

  /// The day whose texts in force are searched.
  public var day: CalendarDate
  /// How many hits to return at most.
  public var limit: Int
  /// How many neighbouring units to return on each side of a hit.
  public var context: Int
  /// Whether to search revisions that are not in force, too.
  public var allRevisions: Bool
  /// Searches only regulations whose title holds this text.
  public var title: String?
  /// How much of a query must hold.
  public var match: Match
  /// Whether simplified and traditional characters count as the same.
  public var foldsVariants: Bool

  /// Options of the given values.
  public init(
    on day: CalendarDate, limit: Int = 10, context: Int = 0, allRevisions: Bool = false,
    inTitle title: String? = nil, match: Match = .auto, foldingVariants foldsVariants: Bool = false
  ) {
    self.day = day
    self.limit = limit
    self.context = context
    self.allRevisions = allRevisions
    self.title = title
    self.match = match
    self.foldsVariants = foldsVariants
  }
}
