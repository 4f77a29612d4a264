internal import Library
internal import Regulations

extension Searcher {
  /// What the title of a citation means, or `nil` for no text that is searched.
  func meaning(of citation: Citation) -> CitedTitle? {
    let titles = citableTitles.titles
    guard let name = citation.title else {
      guard options.title != nil else { return nil }
      return CitedTitle(
        places: titles.places.joined().filter { place in
          scope.segments[place.segment].isActive[place.revision]
        })
    }
    let search = CitedTitleSearch(library: library, scope: scope, titles: titles) { alias in
      AliasSearch(alias).title {
        self.found(exactly: $0, limit: AliasSearch.mostUnits).units
      } text: {
        self.library.segments[$0.segment].text(of: $0.node).searchedText
      }
    }
    return search.find(name, isExplicit: citation.isExplicit)
  }

  /// The provisions that a citation names, or `nil` when there are none.
  func cited(_ citation: Citation, _ title: CitedTitle, _ text: String) -> SearchResult? {
    let search = CitationSearch(library: library, scope: scope)
    let found = search.find(citation, in: title.places)
    guard !found.isEmpty else { return nil }
    let page = HitPage(pages, context: options.context, marks: Marks())
    let shown = found.prefix(options.limit)
    let hits = page.hits(shown.map { $0.unit }, citing: shown.map { $0.places })
    var result = SearchResult(
      query: text, understood: .citation(citation), mode: .citation, total: found.count,
      microseconds: 0, regulations: [], hits: hits)
    result.hint = SearchHint(reasons(beside: citation, title))
    return result
  }

  /// All units that a citation names.
  func citedUnits(_ citation: Citation) -> [FoundUnit] {
    guard let title = meaning(of: citation) else { return [] }
    return CitationSearch(library: library, scope: scope).find(citation, in: title.places)
      .map { $0.unit }
  }

  /// An answer that says what of a citation does not exist and what does, or
  /// `nil` when the text may be no citation at all.
  func missing(_ citation: Citation, _ title: CitedTitle?, _ text: String) -> SearchResult? {
    let search = CitationSearch(library: library, scope: scope)
    var result = SearchResult(
      query: text, understood: .citation(citation), mode: .citation, total: 0, microseconds: 0,
      regulations: [], hits: [])
    if let title, let place = title.places.first {
      let whole = library.segments[place.segment].title(of: place.revision)
      let article = CitedArticles.name(of: citation.article)
      var reasons: [SearchHint.Reason] = []
      switch search.articles(around: citation.article, in: place) {
      case (let before?, let after?):
        reasons.append(
          .noArticleBetween(title: whole, article: article, before: before, after: after))
      case (let before, nil):
        reasons.append(.noArticle(title: whole, article: article, last: before))
      case (nil, let after?):
        reasons.append(.noArticle(title: whole, article: article, last: after))
      }
      result.hint = SearchHint(reasons + self.reasons(beside: citation, title))
    } else if let name = citation.title, citation.isExplicit {
      let near = search.regulations(near: name).map { library.title(ofRegulation: $0) }
      result.hint = SearchHint(.noTitle(name, near: near))
    } else {
      return nil
    }
    return result
  }

  /// What there is to know beside the provisions that a citation names.
  private func reasons(beside citation: Citation, _ title: CitedTitle) -> [SearchHint.Reason] {
    var reasons: [SearchHint.Reason] = []
    if let year = title.missingYear, let place = title.places.first,
      let number = library.number(ofRevision: place.revision, inSegment: place.segment)
    {
      let all = library.revisions(ofRegulation: library.regulation(ofRevision: number))
      reasons.append(
        .noYear(
          title: library.segments[place.segment].title(of: place.revision), year: year,
          revisions: all.map { library.name(of: $0, in: all) }))
    }
    if !isForMany, citation.isSingle, title.places.count == 1,
      let renumbered = RenumberedArticle(
        citation.article, in: title.places[0], of: library, on: options.day)
    {
      reasons.append(
        .renumbered(
          article: renumbered.old, revision: renumbered.revision, now: renumbered.new))
    }
    if !title.others.isEmpty { reasons.append(.otherTitles(title.others)) }
    return reasons
  }
}
