internal import ChineseText
internal import Regulations

// Measured on 56 pairs of real revisions with one title, 97 pairs of local
// ordinances on one subject by different bodies, and all pairs of 1,331 national
// texts. Of all runs of five characters
//
//   revisions have in common 0.03 to 1.00: 2 of 56 less than 0.05, 5 less than
//   0.1, 14 less than 0.3, half of them more than 0.7;
//   ordinances of other bodies 0.02 to 0.50: half of them more than 0.07, 24
//   of 97 more than 0.1, 5 more than 0.3;
//   texts on different subjects more than 0.05 in one pair of 1,000.
//
// So text tells one subject from another, but a thorough revision from the text
// of another body only together with who issued it; and only where nearly all
// is the same does it tell more than the names of bodies do. No two of the 1,331
// texts have one title. The only two whose titles are variants, the rules of
// procedure of 2012 (试行) and of 2019, are one history: 0.46 in common, and the
// later one says that it repeals the earlier, which itself repealed one
// without 试行.

/// What decides whether a text is a revision of a regulation that is known.
///
/// A title is no identifier: pages hold several regulations of one title. Equal
/// titles make two texts candidates; what they have in common, who issued them,
/// their numbers and what they say they repeal make them one regulation.
struct RegulationIdentity {
  /// From this share of common runs on, two texts of one title are related.
  private static let relatedShare = 0.1

  /// The same for texts of different days, which are more likely revisions.
  private static let relatedShareOnOtherDay = 0.05

  /// The same for texts whose titles are only variants of one another, or for
  /// which other departments answer.
  private static let relatedShareOfVariants = 0.3

  /// The same for texts that different bodies issued.
  private static let relatedShareOfOtherBodies = 0.8

  /// What speaks for a regulation, or against it.
  struct Judgement {
    /// How sure it is that the text belongs to it: 0 for no.
    var strength = 0.0
    /// The largest share that the text has in common with one of its revisions.
    var share: Double
    var reason: FiledRevision.Reason
  }

  let text: NewText
  let regulation: Catalogue.RegulationRow
  /// Its revisions, in their order.
  let earlier: [EarlierText]
  /// Whether no other regulation has a revision of the text's number.
  let isOnlyOfNumber: Bool

  /// What is to be said of the text and the regulation.
  var judgement: Judgement {
    let best = earlier.indices.max { earlier[$0].share < earlier[$1].share } ?? 0
    guard earlier.indices.contains(best) else { return Judgement(share: 0, reason: .noOther) }
    let share = earlier[best].share
    let name = regulation.revisions[best].name
    let body = body
    let judgement =
      switch body {
      case .other, .sisters: judgementOfOtherBody(body, name, share)
      case .same, .open, .otherDepartment:
        isVariant
          ? judgementOfVariant(body, regulation.revisions[best].title, share)
          : judgementOfTitle(body, name, share)
      }
    guard let said = said(body, share) else { return judgement }
    // That the text is much the same is what people can see.
    if case .textInCommon = judgement.reason {
      return Judgement(strength: 1.5 + share, share: share, reason: judgement.reason)
    }
    return Judgement(strength: 1.5 + share, share: share, reason: said)
  }

  private var id: String { RegulationID(regulation.id).text }

  /// What the text and the revisions say of who issued them.
  private var body: IssuingBody.Relation {
    let relations = earlier.map { text.body.relation(to: $0.body) }
    return [.same, .sisters, .other, .otherDepartment].first { relations.contains($0) } ?? .open
  }

  private func judgementOfOtherBody(
    _ body: IssuingBody.Relation, _ name: String, _ share: Double
  ) -> Judgement {
    let issuer = earlier.lazy.compactMap { $0.metadata.issuer }.last ?? regulation.issuer ?? ""
    guard body == .other, !isVariant, !isOfOneSource, share >= Self.relatedShareOfOtherBodies
    else {
      return Judgement(
        share: share, reason: .otherIssuer(regulationID: id, issuer: issuer, share: share))
    }
    return Judgement(
      strength: share, share: share,
      reason: .textOfOtherIssuer(revision: name, issuer: issuer, share: share))
  }

  private func judgementOfVariant(
    _ body: IssuingBody.Relation, _ title: String, _ share: Double
  ) -> Judgement {
    let isKnown = body == .same && isOfOtherDay
    guard share >= (isKnown ? Self.relatedShare : Self.relatedShareOfVariants) else {
      return Judgement(share: 0, reason: .noOther)
    }
    return Judgement(
      strength: 0.8 + share, share: share, reason: .variantTitle(title: title, share: share))
  }

  private func judgementOfTitle(
    _ body: IssuingBody.Relation, _ name: String, _ share: Double
  ) -> Judgement {
    let enough =
      body == .otherDepartment
      ? Self.relatedShareOfVariants
      : isOfOtherDay ? Self.relatedShareOnOtherDay : Self.relatedShare
    if share >= enough {
      return Judgement(
        strength: 1 + share, share: share, reason: .textInCommon(revision: name, share: share))
    }
    if isOfOtherDay, body == .same, text.title.namesSubject {
      return Judgement(
        strength: 0.5 + share, share: share, reason: .sameIssuerOnOtherDay(share: share))
    }
    return Judgement(share: share, reason: .unlike(regulationID: id, share: share))
  }
}

// MARK: - Evidence

/// A revision of the library, as far as a new text is compared with it.
struct EarlierText {
  let metadata: RegulationMetadata
  let body: IssuingBody
  /// The share that the new text has in common with it.
  let share: Double

  init(_ metadata: RegulationMetadata, share: Double) {
    self.metadata = metadata
    self.share = share
    body = IssuingBody(metadata)
  }

  var number: DocumentNumber? { metadata.documentNumber.flatMap { DocumentNumber($0) } }
}

extension RegulationIdentity {
  /// What the number or a repeal says, if anything.
  private func said(_ body: IssuingBody.Relation, _ share: Double) -> FiledRevision.Reason? {
    if let index = numbered(body) {
      return .sameNumber(
        number: text.revision.metadata.documentNumber ?? "",
        revision: regulation.revisions[index].name, share: share)
    }
    return replaced(body).map { index in
      let row = regulation.revisions[index]
      return .replaces(title: row.title, revision: row.name, share: share)
    }
  }

  /// The revision of the text's number, if that tells.
  ///
  /// The number of a page stands over all that it holds.
  private func numbered(_ body: IssuingBody.Relation) -> Int? {
    guard body == .same || body == .open, let number = text.number, isOnlyOfNumber,
      text.isOnlyOfTitle, !isOfOneSource
    else { return nil }
    return earlier.lastIndex { $0.number == number }
  }

  /// The revision that the text says it repeals, or that says so of the text.
  ///
  /// 《X办法（试行）》同时废止 under 《X办法》 names what it takes the place of. Another
  /// body's must be named with its number.
  private func replaced(_ body: IssuingBody.Relation) -> Int? {
    guard text.isOnlyOfTitle, !isOfOneSource else { return nil }
    let needsNumber = body == .other || body == .sisters
    return earlier.indices.reversed().first { index in
      let row = regulation.revisions[index]
      let day = row.dates.day
      let isEarlier = text.day == nil || day == nil || day.packed < text.day.packed
      let isLater = text.day != nil && day != nil && text.day.packed < day.packed
      return isEarlier
        && text.revision.metadata.repeals(
          row.title, earlier[index].number, needsNumber: needsNumber)
        || isLater
          && earlier[index].metadata.repeals(
            text.revision.title, text.number, needsNumber: needsNumber)
    }
  }

  private var isVariant: Bool {
    !regulation.revisions.contains { isTitledAlike($0.title) }
  }

  private func isTitledAlike(_ title: String) -> Bool {
    title == text.revision.title || RegulationTitle(title).whole == text.title.whole
  }

  /// Whether the text's source gave one of the revisions with it.
  ///
  /// What one source gives together is no earlier text of itself.
  private var isOfOneSource: Bool {
    regulation.revisions.contains { $0.place.documentKey == text.place.documentKey }
  }

  /// Whether text and revisions have days, none of them the same.
  private var isOfOtherDay: Bool {
    text.day != nil && !isOfOneSource
      && regulation.revisions.allSatisfy { $0.dates.day != nil && $0.dates.day != text.day }
  }
}

extension RegulationMetadata {
  /// Whether a text says that it repeals another of this title and number.
  ///
  /// It may name it without a number, or both with one.
  fileprivate func repeals(
    _ title: String, _ number: DocumentNumber?, needsNumber: Bool
  ) -> Bool {
    repeals.contains { repealed in
      let named = RepealedTitle(repealed)
      guard RegulationTitle(named.title).key == RegulationTitle(title).key else { return false }
      guard let said = named.number, let number else { return !needsNumber }
      return said == number
    }
  }
}
