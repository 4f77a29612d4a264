internal import ChineseText
internal import Library
internal import Regulations

/// What the title of a citation means in a library.
struct CitedTitle {
  /// The revisions that are meant.
  var places: [CitableTitles.Place]
  /// The titles that the name could mean as well.
  var others: [String] = []
  /// The year that was asked for and that no revision is of, or `nil`.
  var missingYear: Int?
}

/// Finds what the titles of citations mean.
struct CitedTitleSearch {
  /// The most titles that are named beside the one that is taken.
  private static let mostOthers = 3

  let library: LibraryReader
  let scope: SearchScope
  let titles: CitableTitles
  /// Finds the title that texts introduce an alias for.
  let alias: (String) -> String?

  /// What a name means, or `nil` when no text that is searched is meant.
  func find(_ name: String, isExplicit: Bool) -> CitedTitle? {
    let matches = titles.directory.matches(name, isExplicit: isExplicit)
    let searched = matches.filter { hasText($0) }
    let best = searched.first
    // What is called so is not in force; something like it is not meant.
    if let first = matches.first, first.fit <= .whole, best.map({ $0.fit > .whole }) ?? true {
      return nil
    }
    if best.map({ $0.fit >= .inner }) ?? isExplicit, let aliased = aliased(name) { return aliased }
    guard let best else { return nil }
    let same = best.fit == .same ? searched.filter { $0.fit == .same } : [best]
    var cited = cited(same.map(\.index), year: best.year)
    if best.fit > .whole {
      cited.others = searched.dropFirst()
        .prefix { $0.fit == best.fit && ($0.fit == .end || $0.cost == best.cost) }
        .prefix(Self.mostOthers).map { titles.titles[$0.index] }
    }
    return cited
  }

  /// The revisions of some titles that are searched, or those of a year.
  private func cited(_ indices: [Int], year: Int?) -> CitedTitle {
    let all = indices.flatMap { titles.places[$0] }
    let searched = all.filter { isSearched($0) }
    guard let year else { return CitedTitle(places: searched) }
    let ofYear = all.filter { self.years(of: $0).contains(year) }
    guard let last = ofYear.last else { return CitedTitle(places: searched, missingYear: year) }
    return CitedTitle(places: [last])
  }

  private func aliased(_ name: String) -> CitedTitle? {
    guard let title = alias(name) else { return nil }
    let matches = titles.directory.matches(title, isExplicit: true)
    guard let best = matches.first(where: { hasText($0) }), best.fit <= .end else { return nil }
    return cited([best.index], year: nil)
  }

  private func hasText(_ match: TitleDirectory.Match) -> Bool {
    titles.places[match.index].contains { place in
      isSearched(place) || match.year.map { years(of: place).contains($0) } ?? false
    }
  }

  private func isSearched(_ place: CitableTitles.Place) -> Bool {
    scope.segments[place.segment].isActive[place.revision]
  }

  /// The years of the days that a revision has.
  private func years(of place: CitableTitles.Place) -> [Int] {
    guard let number = library.number(ofRevision: place.revision, inSegment: place.segment) else {
      return []
    }
    let dates = library.dates(ofRevision: number)
    return [dates.effective, dates.promulgated, dates.amended, dates.dated, dates.adopted]
      .compactMap { $0?.year }
  }
}
