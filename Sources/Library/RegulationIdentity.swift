internal import ChineseText
internal import Regulations

/// What decides whether a text is a revision of a regulation that is known.
///
/// A title is no identifier: pages hold several regulations of one title. Equal
/// titles make two texts candidates; the same issuer with another day, or enough
/// common text, makes them revisions of one regulation.
struct RegulationIdentity {
  /// From this share of common runs on, two texts of one title are related.
  ///
  /// Revisions of one law share 0.2 to 0.99 of them, complete rewritings about
  /// 0.1, different regulations of one title less than 0.03.
  private static let relatedShare = 0.1

  /// The same for texts of different days, which are more likely revisions.
  private static let relatedShareOnOtherDay = 0.05

  /// The same for texts whose titles are only variants of one another.
  private static let relatedShareOfVariants = 0.3

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

  /// Judges by the shares that the text has in common with each revision.
  func judgement(_ shares: [Double]) -> Judgement {
    let best = shares.indices.max { shares[$0] < shares[$1] } ?? 0
    let share = shares.indices.contains(best) ? shares[best] : 0
    let id = RegulationID(regulation.id).text
    if let issuer = regulation.issuer, !text.agrees(withIssuer: issuer) {
      let reason = FiledRevision.Reason.otherIssuer(regulationID: id, issuer: issuer)
      return Judgement(share: share, reason: reason)
    }
    let isVariant = !regulation.revisions.contains { isTitledAlike($0.title) }
    let revision = regulation.revisions[best]
    if isVariant {
      guard share >= Self.relatedShareOfVariants else {
        return Judgement(share: 0, reason: .noOther)
      }
      return Judgement(
        strength: 0.8 + share, share: share,
        reason: .variantTitle(title: revision.title, share: share))
    }
    if share >= (isOfOtherDay ? Self.relatedShareOnOtherDay : Self.relatedShare) {
      return Judgement(
        strength: 1 + share, share: share,
        reason: .textInCommon(revision: revision.name, share: share))
    }
    if isOfOtherDay, text.issuer != nil, regulation.issuer == text.issuer {
      return Judgement(
        strength: 0.5 + share, share: share, reason: .sameIssuerOnOtherDay(share: share))
    }
    return Judgement(share: share, reason: .unlike(regulationID: id, share: share))
  }

  private func isTitledAlike(_ title: String) -> Bool {
    title == text.revision.title || RegulationTitle(title).whole == text.title.whole
  }

  /// Whether text and revisions have days, none of them the same.
  ///
  /// What one source gives together is no earlier text of itself.
  private var isOfOtherDay: Bool {
    text.day != nil
      && regulation.revisions.allSatisfy {
        $0.dates.day != nil && $0.dates.day != text.day
          && $0.place.documentKey != text.place.documentKey
      }
  }

  /// An ID that depends on title and issuer and is not yet taken.
  static func newID(of text: NewText, taken: (UInt32) -> Bool) -> UInt32 {
    var attempt = 1
    while true {
      let name = attempt == 1 ? "" : "\u{0}\(attempt)"
      let title = text.revision.title
      let hash = ContentHash(Array("\(title)\u{0}\(text.issuer ?? "")\(name)".utf8))
      let id = UInt32(truncatingIfNeeded: hash.high >> 32)
      if id != 0, !taken(id) { return id }
      attempt += 1
    }
  }
}
