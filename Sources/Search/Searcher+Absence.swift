internal import ChineseText
public import Library

extension Searcher {
  /// The most terms that are counted or have something near them.
  private static let mostTerms = 16
  /// The most sources that are named.
  private static let mostSources = 10

  /// Why nothing holds the query of a result.
  ///
  /// How many units hold each term, and how many of texts that are not in force
  /// hold all, costs no more than a search. With `lookingFurther` texts like the
  /// terms are looked for, too, and everything that the library keeps of rejected
  /// text is looked through; not for a question to which there are closest texts,
  /// since it stands nowhere word for word.
  public func absence(
    of result: SearchResult, lookingFurther: Bool = true
  ) throws(LibraryError) -> Absence {
    var absence = Absence()
    guard let query = lookedFor(by: result) else { return absence }
    let terms = query.distinctTerms.prefix(Self.mostTerms)
    let counts = terms.map { count(of: $0) }
    if terms.count > 1 { absence.terms = counts }
    absence.notInForce = notInForce(query)
    let isQuestion = !result.isEmpty && terms.allSatisfy { $0.units.count > NearTerms.mostAltered }
    if lookingFurther, !isQuestion {
      for (term, count) in zip(terms, counts) where count.total == 0 && !count.isInTitlesOnly {
        absence.near += near(term, takingApart: result.isEmpty)
      }
      absence.rejected = try rejected(holding: query)
    }
    if let damage = library.damage { throw damage }
    return absence
  }

  /// The query that holds nowhere; none where a citation was looked for.
  private func lookedFor(by result: SearchResult) -> Query? {
    switch result.understood {
    case .query(let query): query
    case .citation: nil
    case .words: (try? Query(parsing: result.query)) ?? Query(plain: result.query)
    }
  }

  private func count(of term: Term) -> Absence.TermCount {
    let found = found(exactly: .term(term), limit: 1)
    return Absence.TermCount(
      term: term.text, total: found.total,
      isInTitlesOnly: found.total == 0 && !found.regulations.isEmpty)
  }

  private func notInForce(_ query: Query) -> Int {
    guard !options.allRevisions else { return 0 }
    var all = options
    all.allRevisions = true
    return Searcher(library, all).found(exactly: query, limit: 0).total
  }

  /// What is like a term; the closest texts show its pieces already.
  private func near(_ term: Term, takingApart: Bool) -> [Absence.NearTerm] {
    NearTerms(
      term, in: library.segments.map { $0.index }, takingApart: takingApart
    ) { units in
      self.found(
        exactly: .term(Term(text: "", units: units, scope: term.scope)), limit: 0
      ).total
    }.found.map {
      Absence.NearTerm(
        term: term.text, near: String(decoding: $0.units, as: UTF16.self), total: $0.total)
    }
  }

  private func rejected(holding query: Query) throws(LibraryError) -> [Absence.RejectedPlace] {
    var places: [Absence.RejectedPlace] = []
    for index in 0..<library.sourceCount where places.count < Self.mostSources {
      let rejected = try library.remainder(ofSourceAt: index)?.rejected ?? []
      let holding = rejected.first { query.holds(in: FoldedText($0.text).units) }
      let path = library.path(ofSourceAt: index)
      if let holding, places.last?.path != path {
        places.append(Absence.RejectedPlace(path: path, reason: holding.reasonName))
      }
    }
    return places
  }
}

extension Query {
  /// The terms that may stand in a hit, each once.
  fileprivate var distinctTerms: [Term] {
    var seen: Set<Term> = []
    return positiveTerms.filter { seen.insert($0).inserted }
  }

  /// Whether the query holds in a text that is in no regulation.
  fileprivate func holds(in text: [UInt16]) -> Bool {
    switch self {
    case .term(let term):
      (term.scope == .anywhere || term.scope == .text) && text.firstRange(of: term.units) != nil
    case .number: false
    case .all(let parts): parts.allSatisfy { $0.holds(in: text) }
    case .any(let parts): parts.contains { $0.holds(in: text) }
    case .not(let query): !query.holds(in: text)
    }
  }
}
