public import Library
internal import ChineseText
import NgramIndex
internal import Regulations

/// Answers queries over an open library.
///
/// What the options decide, such as which revisions are in force, is worked out
/// once, so that many queries can follow.
public struct Searcher: Sendable {
  let library: LibraryReader
  let options: SearchOptions
  let scope: SearchScope
  let statistics: SearchStatistics
  let pages: PageStore
  let citableTitles: CitableTitlesStore
  /// Whether many queries follow, each of which should take little time.
  let isForMany: Bool

  /// A searcher of a library.
  ///
  /// - Parameters:
  ///   - library: The library.
  ///   - options: What is searched, and how much of it is answered.
  ///   - forMany: Whether all of a library that is not too large is read and what
  ///     queries repeat is made: for a few queries it costs more than it saves.
  public init(_ library: LibraryReader, _ options: SearchOptions, forMany: Bool = false) {
    self.library = library
    self.options = options
    if forMany { library.load() }
    scope = SearchScope(library, options, forMany: forMany)
    statistics = SearchStatistics(library.segments)
    pages = PageStore(library, scope)
    citableTitles = CitableTitlesStore(library)
    isForMany = forMany
    if forMany { HitPage(pages, context: options.context, marks: Marks()).prepare() }
  }

  /// What a query finds.
  ///
  /// With `SearchOptions.Match.auto` a text that is no query is searched as
  /// plain words, with a hint; only an unknown field is an error. Nothing that
  /// was read from damaged bytes is given as an answer.
  public func search(_ text: String) throws(SearchError) -> SearchResult {
    let start = ContinuousClock.now
    var result: SearchResult
    do throws(QueryError) {
      result = try answer(text)
    } catch {
      throw .query(error)
    }
    if let damage = library.damage { throw .library(damage) }
    let took = ContinuousClock.now - start
    result.microseconds =
      Int(took.components.seconds) * 1_000_000
      + Int(took.components.attoseconds / 1_000_000_000_000)
    return result
  }

  private func answer(_ text: String) throws(QueryError) -> SearchResult {
    var result = try found(text)
    if result.isEmpty, let day = notBegun {
      result.hint = SearchHint(.nothingInForce(on: options.day, first: day))
    }
    return result
  }

  private func found(_ text: String) throws(QueryError) -> SearchResult {
    if options.match == .any { return closest(text) }
    let citation = Citation(text)
    var title: CitedTitle?
    for citation in citation.map(spellings) ?? [] {
      guard let meant = meaning(of: citation) else { continue }
      if let result = cited(citation, meant, text) { return result }
      title = title ?? meant
    }
    var (query, hint) = try understood(text)
    if options.foldsVariants { query = spelled(query) }
    var result = exact(query, text, hint)
    guard result.isEmpty else { return result }
    if let citation, let missing = missing(citation, title, text) { return missing }
    guard options.match == .auto, options.limit > 0 else { return result }
    let nearest = closest(text, closestText(of: text))
    if nearest.total > 0 { result = nearest }
    result.hint = hint
    return result
  }

  private func understood(_ text: String) throws(QueryError) -> (Query, SearchHint?) {
    do throws(QueryError) {
      return (try Query(parsing: text), nil)
    } catch {
      if case .unknownField = error.reason { throw error }
      guard options.match == .auto else { throw error }
      guard let plain = Query(plain: text) else { throw error }
      return (plain, SearchHint(.plainWords(error.reason), at: error.offset))
    }
  }

  // MARK: Exact

  func exact(_ query: Query, _ text: String, _ hint: SearchHint? = nil) -> SearchResult {
    let found = found(exactly: query)
    let page = HitPage(pages, context: options.context, marks: Marks(query))
    return SearchResult(
      query: text, understood: .query(query), hint: hint, mode: .exact, total: found.total,
      microseconds: 0, regulations: found.regulations, hits: page.hits(found.units))
  }

  /// The best units in which a query holds, their number, and the regulations
  /// whose title alone holds it; as many as a page has, or as `limit` says.
  func found(
    exactly query: Query, limit: Int? = nil
  ) -> (total: Int, units: [FoundUnit], regulations: [TitleHit]) {
    var searches: [ExactSearch] = []
    searches.reserveCapacity(library.segments.count)
    var weights = TermWeights(segmentCount: library.segments.count)
    for (number, segment) in library.segments.enumerated() {
      let search = ExactSearch(query, in: segment, number, scope.segments[number], statistics)
      for matcher in search.matchers { weights.add(matcher) }
      searches.append(search)
    }
    weights.weigh(statistics)
    let limit = limit ?? options.limit
    var best = BestHits(limit: limit)
    var total = 0
    for search in searches { total += search.run(weights, &best) }
    return (total, best.takeSorted(), titleHits(searches, limit: limit))
  }

  /// The regulations whose title alone holds the query, the shortest titles first.
  private func titleHits(_ searches: [ExactSearch], limit: Int) -> [TitleHit] {
    guard searches.contains(where: { $0.holdsInTitles }) else { return [] }
    var regulations = Set<Int>()
    for search in searches {
      for revision in search.titleRevisions() {
        if let number = library.number(ofRevision: revision, inSegment: search.number) {
          regulations.insert(library.regulation(ofRevision: number))
        }
      }
    }
    let titled = regulations.map { ($0, library.title(ofRegulation: $0)) }
      .sorted { ($0.1.utf8.count, $0.0) < ($1.1.utf8.count, $1.0) }
    return titled.prefix(limit).map { index, title in
      TitleHit(regulation: title, regulationID: library.regulationID(at: index))
    }
  }

  // MARK: Closest

  private func closest(_ text: String) -> SearchResult { closest(text, closestText(of: text)) }

  /// What of a query is compared with texts: all of it, or the words of one in which
  /// signs have a meaning.
  func closestText(of text: String) -> [UInt16] {
    var compared = FoldedText(text).units
    if options.match != .any {
      let terms = Query(plain: text)?.positiveTerms ?? []
      compared = Array(terms.map { $0.units }.joined(separator: [0x0A]))
    }
    guard options.foldsVariants else { return compared }
    return compared + VariantSpellings(library).pairs(of: compared)
  }

  /// The units closest to a query.
  func closestUnits(_ text: String) -> [FoundUnit] {
    closestUnits(weightedGrams(of: closestText(of: text)))
  }

  /// The query that a text is understood as.
  func query(understood text: String) throws(QueryError) -> Query {
    let query = try understood(text).0
    return options.foldsVariants ? spelled(query) : query
  }

  private func closest(_ text: String, _ folded: [UInt16]) -> SearchResult {
    let units = closestUnits(weightedGrams(of: folded))
    let page = HitPage(pages, context: options.context, marks: Marks(gramsOf: folded))
    let hits = page.hits(units)
    return SearchResult(
      query: text, understood: .words, mode: .closest, total: hits.count,
      microseconds: 0, regulations: [], hits: hits)
  }

  /// The grams of a folded text, weighted by how few units hold each.
  func weightedGrams(of folded: [UInt16]) -> [ClosestSearch.WeightedGram] {
    QuestionGrams.parts(of: folded).map { gram, share in
      let frequency = library.segments.reduce(0) {
        $0 + $1.index.documentFrequency(of: gram, in: IndexField.text)
      }
      let weight = statistics.weight(documentFrequency: frequency)
      return ClosestSearch.WeightedGram(gram: gram, weight: weight * share)
    }
  }

  /// The units closest to some grams, best first.
  func closestUnits(_ grams: [ClosestSearch.WeightedGram]) -> [FoundUnit] {
    var best = BestHits(limit: options.limit)
    for (number, segment) in library.segments.enumerated() {
      ClosestSearch(segment: segment, scope: scope.segments[number])
        .run(grams, UnitScore(segment, statistics), &best)
    }
    return best.takeSorted()
  }

  /// The first day on which a text is in force when none is on the day of the
  /// search, or `nil`.
  private var notBegun: CalendarDate? {
    guard scope.segments.allSatisfy({ !$0.isActive.contains(true) }) else { return nil }
    return scope.firstDay.flatMap { $0 > options.day ? $0 : nil }
  }
}
