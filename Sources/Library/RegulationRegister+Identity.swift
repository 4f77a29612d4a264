extension RegulationRegister {
  /// The regulation that a text belongs to, an old one or a new one, and why.
  ///
  /// - Parameter earlier: The row of the same text, or of the one it corrects.
  mutating func regulation(
    for new: NewText, _ told: Told, _ earlier: RowIndex?, in catalogue: inout Catalogue,
    _ pending: borrowing SegmentBuilder
  ) -> (index: Int, reason: FiledRevision.Reason) {
    switch told {
    case .regulation(let index):
      let isMoved = earlier.map { $0.regulation != index } ?? true
      return (index, isMoved ? .told : correction(of: earlier, by: new, catalogue, pending))
    case .none:
      if let earlier, catalogue.regulations[earlier.regulation].revisions.count == 1 {
        return (earlier.regulation, correction(of: earlier, by: new, catalogue, pending))
      }
      return (addRegulation(new, to: &catalogue), .told)
    case .nothing: break
    }
    if let earlier, isTitled(new, catalogue.regulations[earlier.regulation]) {
      return (earlier.regulation, correction(of: earlier, by: new, catalogue, pending))
    }
    let related = related(to: new, in: catalogue, pending)
    if let index = related.index { return (index, related.reason) }
    if let share = related.share, let index = rewritten(by: new, in: catalogue) {
      return (index, .sameFile(share: share))
    }
    // A file that only corrects a title goes on with its regulation.
    if let earlier, catalogue.regulations[earlier.regulation].revisions.count == 1 {
      return (earlier.regulation, correction(of: earlier, by: new, catalogue, pending))
    }
    return (addRegulation(new, to: &catalogue), related.reason)
  }

  private mutating func correction(
    of earlier: RowIndex?, by new: NewText, _ catalogue: Catalogue,
    _ pending: borrowing SegmentBuilder
  ) -> FiledRevision.Reason {
    guard let earlier else { return .told }
    let place = catalogue[earlier].place
    if texts.content(of: place, pending) == new.content { return .newMetadata }
    return .correction(share: texts.sketch(of: place, pending).resemblance(to: new.sketch))
  }

  private func isTitled(_ new: NewText, _ regulation: Catalogue.RegulationRow) -> Bool {
    RegulationTitle(regulation.title).whole == new.title.whole
      && new.mayBe(ofIssuer: regulation.issuer)
  }

  private mutating func related(
    to new: NewText, in catalogue: Catalogue, _ pending: borrowing SegmentBuilder
  ) -> (index: Int?, share: Double?, reason: FiledRevision.Reason) {
    var titled = regulations(withKey: new.title.key)
    // Texts without a title have nothing in common but that; a source's own may
    // be its old ones.
    if new.title.whole.isEmpty { titled = titled.filter { holdsOld($0, new, catalogue) } }
    titled = titled.filter { !catalogue.regulations[$0].revisions.isEmpty }
    let earlier = titled.map { index in
      catalogue.regulations[index].revisions.map { earlierText($0, than: new, pending) }
    }
    let numberedCount = earlier.count { texts in
      new.number != nil && texts.contains { $0.number == new.number }
    }
    var best: (index: Int?, judgement: RegulationIdentity.Judgement)?
    for (index, earlier) in zip(titled, earlier) {
      let judgement = RegulationIdentity(
        text: new, regulation: catalogue.regulations[index], earlier: earlier,
        isOnlyOfNumber: numberedCount == 1
      ).judgement
      let isBetter =
        best.map {
          (judgement.strength, judgement.share) > ($0.judgement.strength, $0.judgement.share)
        } ?? true
      if isBetter { best = (judgement.strength > 0 ? index : nil, judgement) }
    }
    return (best?.index, best?.judgement.share, best?.judgement.reason ?? .noOther)
  }

  private mutating func earlierText(
    _ row: Catalogue.RevisionRow, than new: NewText, _ pending: borrowing SegmentBuilder
  ) -> EarlierText {
    EarlierText(
      texts.metadata(of: row.place, pending),
      share: texts.sketch(of: row.place, pending).resemblance(to: new.sketch))
  }

  /// The regulation of the same title all of whose texts the file gave before,
  /// however different they are.
  private mutating func rewritten(by new: NewText, in catalogue: Catalogue) -> Int? {
    guard !new.title.whole.isEmpty, new.isOnlyOfTitle, new.old != nil else { return nil }
    let found = regulations(withKey: new.title.key).filter { index in
      let regulation = catalogue.regulations[index]
      return isTitled(new, regulation) && !regulation.revisions.isEmpty
        && regulation.revisions.allSatisfy { new.earlier.contains($0.place.documentKey) }
    }
    return found.count == 1 ? found.first : nil
  }

  private func holdsOld(_ index: Int, _ new: NewText, _ catalogue: Catalogue) -> Bool {
    catalogue.regulations[index].revisions.contains { new.gave($0.place) }
  }
}
