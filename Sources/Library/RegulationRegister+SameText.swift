internal import Regulations

extension RegulationRegister {
  /// From this share of common runs on, a text of the same day is a correction.
  private static let correctedShare = 0.8

  /// The row of the same text, under the same title or from the same file.
  mutating func sameText(
    as new: NewText, _ told: Told, in catalogue: Catalogue, _ pending: borrowing SegmentBuilder
  ) -> RowIndex? {
    if let own = ownText(as: new, in: catalogue, pending) { return own }
    let candidates: [Int]
    switch told {
    case .none: return nil
    case .regulation(let index): candidates = [index]
    case .nothing: candidates = regulations(withKey: new.title.key)
    }
    var found: RowIndex?
    for index in candidates {
      for (row, revision) in catalogue.regulations[index].revisions.enumerated()
      where new.mayBe(of: revision.dates.day) {
        guard texts.content(of: revision.place, pending) == new.content,
          isOfOneBody(new, revision, pending)
        else { continue }
        let place = RowIndex(regulation: index, row: row)
        if revision.dates.day == new.day { return place }
        found = found ?? place
      }
    }
    return found
  }

  /// Whether a text and an equal one may be of one body.
  ///
  /// Copies of one text of one day may name its issuer differently, but what two
  /// companies took over from one model is a text of each.
  private func isOfOneBody(
    _ new: NewText, _ row: Catalogue.RevisionRow, _ pending: borrowing SegmentBuilder
  ) -> Bool {
    let metadata = texts.metadata(of: row.place, pending)
    switch new.body.relation(to: IssuingBody(metadata)) {
    case .same, .open, .otherDepartment: return true
    case .other: return new.day != nil && new.day == row.dates.day
    case .sisters: return false
    }
  }

  /// The row of the same text that the file gave, whatever title and day it had.
  private mutating func ownText(
    as new: NewText, in catalogue: Catalogue, _ pending: borrowing SegmentBuilder
  ) -> RowIndex? {
    let same = rows(givenBefore: new, in: catalogue).filter {
      texts.content(of: catalogue[$0].place, pending) == new.content
    }
    let titled = same.filter { catalogue[$0].title == new.revision.title }
    if let best = titled.first(where: { catalogue[$0].dates.day == new.day }) ?? titled.first {
      return best
    }
    return new.revision.provisions.isEmpty ? nil : same.first
  }

  /// The row of what the file gave before that the text only corrects.
  mutating func corrected(
    by new: NewText, _ told: Told, in catalogue: Catalogue, _ pending: borrowing SegmentBuilder
  ) -> RowIndex? {
    var best: (index: RowIndex, share: Double)?
    for index in rows(givenBefore: new, in: catalogue) {
      let row = catalogue[index]
      guard row.dates.day == new.day else { continue }
      let share = texts.sketch(of: row.place, pending).resemblance(to: new.sketch)
      if share >= Self.correctedShare, share > best?.share ?? 0 { best = (index, share) }
    }
    return best?.index
  }

  /// The row that has the most in common with a text of the same title, if that
  /// is nearly all.
  mutating func rowOfAlmostTheSame(
    as new: NewText, in catalogue: Catalogue, _ pending: borrowing SegmentBuilder
  ) -> RowIndex? {
    guard !new.title.whole.isEmpty else { return nil }
    var best: (index: RowIndex, share: Double)?
    for index in regulations(withKey: new.title.key) {
      for (row, revision) in catalogue.regulations[index].revisions.enumerated() {
        let share = texts.sketch(of: revision.place, pending).resemblance(to: new.sketch)
        guard share >= Self.correctedShare, share > best?.share ?? 0 else { continue }
        best = (RowIndex(regulation: index, row: row), share)
      }
    }
    return best?.index
  }
}
