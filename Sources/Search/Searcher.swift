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
  private let statistics: SearchStatistics
  private let pages: PageStore

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
    for citation in citation.map(spellings) ?? [] {
      if let result = cited(citation, text) { return result }
    }
    var (query, hint) = try understood(text)
    if options.foldsVariants { query = spelled(query) }
    var result = exact(query, text, hint)
    guard result.isEmpty else { return result }
    if let citation, let missing = missing(citation, text) { return missing }
    guard options.match == .auto, options.limit > 0 else { return result }
    let nearest = closest(text)
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
    var weights = TermWeights()
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

  private func closest(_ text: String) -> SearchResult {
    let folded = comparedText(of: text)
    let page = HitPage(pages, context: options.context, marks: Marks(gramsOf: folded))
    let hits = page.hits(closestUnits(folded))
    return SearchResult(
      query: text, understood: .words, mode: .closest, total: hits.count,
      microseconds: 0, regulations: [], hits: hits)
  }

  /// The units closest to a query.
  func closestUnits(_ text: String) -> [FoundUnit] { closestUnits(comparedText(of: text)) }

  /// What of a query texts are compared with.
  private func comparedText(of text: String) -> [UInt16] {
    var compared = FoldedText(text).units
    if options.match != .any {
      let terms = Query(plain: text)?.positiveTerms ?? []
      compared = Array(terms.map { $0.units }.joined(separator: [0x0A]))
    }
    guard options.foldsVariants else { return compared }
    return compared + VariantSpellings(library).pairs(of: compared)
  }

  private func closestUnits(_ folded: [UInt16]) -> [FoundUnit] {
    let grams = ClosestSearch.grams(of: folded).map { gram, count in
      let frequency = library.segments.reduce(0) {
        $0 + $1.index.documentFrequency(of: gram, in: IndexField.text)
      }
      let weight = statistics.weight(documentFrequency: frequency)
      return ClosestSearch.WeightedGram(gram: gram, weight: weight * Double(count))
    }
    var best = BestHits(limit: options.limit)
    for (number, segment) in library.segments.enumerated() {
      ClosestSearch(segment: segment, scope: scope.segments[number])
        .run(grams, UnitScore(segment, statistics), &best)
    }
    return best.takeSorted()
  }

  // MARK: Citations

  private func cited(_ citation: Citation, _ text: String) -> SearchResult? {
    let search = CitationSearch(library: library, scope: scope)
    let found = search.find(citation, isTitled: options.title != nil)
    guard !found.isEmpty else { return nil }
    let page = HitPage(pages, context: options.context, marks: Marks())
    let shown = found.prefix(options.limit)
    let hits = page.hits(shown.map { $0.unit }, citing: shown.map { $0.place })
    return SearchResult(
      query: text, understood: .citation(citation), mode: .citation, total: found.count,
      microseconds: 0, regulations: [], hits: hits)
  }

  /// All units that a citation names.
  func citedUnits(_ citation: Citation) -> [FoundUnit] {
    CitationSearch(library: library, scope: scope)
      .find(citation, isTitled: options.title != nil).map { $0.unit }
  }
}

// MARK: - What is not there

extension Searcher {
  /// An answer that says what of a citation does not exist and what does, or
  /// `nil` when the text may be no citation at all.
  private func missing(_ citation: Citation, _ text: String) -> SearchResult? {
    let search = CitationSearch(library: library, scope: scope)
    var result = SearchResult(
      query: text, understood: .citation(citation), mode: .citation, total: 0, microseconds: 0,
      regulations: [], hits: [])
    let cited = search.regulations(of: citation, isTitled: options.title != nil)
    if !cited.isEmpty {
      let last = search.lastArticle(of: citation, isTitled: options.title != nil)
      result.hint = SearchHint(
        .noArticle(
          title: library.title(ofRegulation: cited[0]), article: citation.articleDescription,
          last: last))
    } else if let title = citation.title, citation.isExplicit {
      let near = search.regulations(near: title).map { library.title(ofRegulation: $0) }
      result.hint = SearchHint(.noTitle(title, near: near))
    } else {
      return nil
    }
    return result
  }

  /// The first day on which a text is in force when none is on the day of the
  /// search, or `nil`.
  private var notBegun: CalendarDate? {
    guard scope.segments.allSatisfy({ !$0.isActive.contains(true) }) else { return nil }
    return scope.firstDay.flatMap { $0 > options.day ? $0 : nil }
  }
}
