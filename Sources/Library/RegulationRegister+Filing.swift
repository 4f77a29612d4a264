internal import ChineseText
internal import Regulations

extension RegulationRegister {
  /// Files a text under its regulation, an old one or a new one.
  mutating func file(
    _ new: NewText, _ told: Told, in catalogue: inout Catalogue, _ pending: borrowing SegmentBuilder
  ) -> Filed {
    let same = sameText(as: new, told, in: catalogue, pending)
    if let same, !replaces(new, catalogue[same]) {
      return Filed(revision: filed(new, catalogue, same, .known, .sameText), isStored: false)
    }
    let earlier = same ?? corrected(by: new, told, in: catalogue, pending)
    let (index, reason) = regulation(for: new, told, earlier, in: &catalogue, pending)
    guard let earlier else {
      let outcome: FiledRevision.Outcome =
        catalogue.regulations[index].revisions.isEmpty ? .added : .newRevision
      let row = append(new, to: index, after: nil, in: &catalogue)
      return Filed(revision: filed(new, catalogue, row, outcome, reason), isStored: true)
    }
    let isUnchanged = isUnchanged(earlier, by: new, in: index, catalogue, pending)
    let before = catalogue.regulations[earlier.regulation].revisions.remove(at: earlier.row)
    let isMoved = earlier.regulation != index
    let row = append(new, to: index, after: isMoved ? nil : before, in: &catalogue)
    return Filed(
      revision: filed(
        new, catalogue, row, isUnchanged ? .known : .replaced, isUnchanged ? .sameText : reason),
      isStored: true, replaced: before.place)
  }

  private func filed(
    _ new: NewText, _ catalogue: Catalogue, _ index: RowIndex, _ outcome: FiledRevision.Outcome,
    _ reason: FiledRevision.Reason
  ) -> FiledRevision {
    FiledRevision(
      title: new.revision.title,
      regulationID: RegulationID(catalogue.regulations[index.regulation].id).text,
      revision: catalogue[index].name, day: new.day, outcome: outcome, reason: reason)
  }

  /// Whether the text takes the place of one that is the same: what its own file
  /// gave before, or one that lacks a day.
  private func replaces(_ new: NewText, _ row: Catalogue.RevisionRow) -> Bool {
    new.gave(row.place) || row.dates.day == nil && new.day != nil
  }

  /// Whether a file gives again what it gave, in every respect.
  private mutating func isUnchanged(
    _ earlier: RowIndex, by new: NewText, in index: Int, _ catalogue: Catalogue,
    _ pending: borrowing SegmentBuilder
  ) -> Bool {
    let row = catalogue[earlier]
    guard earlier.regulation == index, new.gave(row.place), row.title == new.revision.title,
      row.kind == new.revision.kind, row.dates == new.dates,
      texts.content(of: row.place, pending) == new.content
    else { return false }
    return texts.metadata(of: row.place, pending) == new.revision.metadata
  }

  private mutating func append(
    _ new: NewText, to index: Int, after before: Catalogue.RevisionRow?,
    in catalogue: inout Catalogue
  ) -> RowIndex {
    let decisions = catalogue.decisions
    let day = new.day
    let earlier = catalogue.regulations[index].revisions.filter {
      new.earlier.contains($0.place.documentKey)
    }
    let keepsEdition = before != nil && before?.dates.day == day
    let row = Catalogue.RevisionRow(
      place: new.place, title: new.revision.title,
      ordinal: before?.ordinal ?? catalogue.regulations[index].newOrdinal(decisions),
      edition: keepsEdition
        ? before?.edition ?? 1 : catalogue.regulations[index].newEdition(on: day, decisions),
      dates: new.dates,
      follows: day != nil
        ? nil : before?.follows ?? earlier.compactMap { $0.dates.day ?? $0.follows }.max(),
      kind: new.revision.kind)
    catalogue.regulations[index].revisions.append(row)
    if catalogue.regulations[index].issuer == nil {
      catalogue.regulations[index].issuer = new.issuer
    }
    note(new, in: index)
    return RowIndex(
      regulation: index, row: catalogue.regulations[index].revisions.count - 1)
  }
}

extension Catalogue {
  subscript(index: RegulationRegister.RowIndex) -> RevisionRow {
    regulations[index.regulation].revisions[index.row]
  }
}
