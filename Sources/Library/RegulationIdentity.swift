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
  static let relatedShare = 0.1

  /// The same for texts of different days, which are more likely revisions.
  static let relatedShareOnOtherDay = 0.05

  let title: [UInt16]
  let issuer: String?
  let day: CalendarDate?

  init(_ revision: Revision) {
    title = FoldedText(revision.title).units
    issuer = revision.metadata.issuer
    day = RevisionDates(revision.metadata).day
  }

  /// Whether two texts may have one issuer: neither names another.
  func agrees(withIssuer other: String?) -> Bool {
    issuer == nil || other == nil || issuer == other
  }

  /// How sure it is that the text belongs to a regulation of its title: 0 for no.
  ///
  /// - Parameter sketches: Those of the regulation's texts.
  func strength(
    of sketch: TextSketch, for regulation: Catalogue.RegulationRow, _ sketches: [TextSketch]
  ) -> Double {
    guard agrees(withIssuer: regulation.issuer) else { return 0 }
    let shared = sketches.map { sketch.resemblance(to: $0) }.max() ?? 0
    let isOfOtherDay =
      day != nil
      && regulation.revisions.allSatisfy { $0.dates.day != nil && $0.dates.day != day }
    if shared >= (isOfOtherDay ? Self.relatedShareOnOtherDay : Self.relatedShare) {
      return 1 + shared
    }
    return issuer != nil && regulation.issuer == issuer && isOfOtherDay ? 0.5 + shared : 0
  }

  /// An ID that depends on title and issuer and is not yet taken.
  func newID(_ title: String, taken: (UInt32) -> Bool) -> UInt32 {
    var attempt = 1
    while true {
      let name = attempt == 1 ? "" : "\u{0}\(attempt)"
      let hash = ContentHash(Array("\(title)\u{0}\(issuer ?? "")\(name)".utf8))
      let id = UInt32(truncatingIfNeeded: hash.high >> 32)
      if !taken(id) { return id }
      attempt += 1
    }
  }
}

extension RevisionDates {
  init(_ metadata: RegulationMetadata) {
    self.init(
      effective: metadata.effective, promulgated: metadata.promulgated, dated: metadata.dated,
      adopted: metadata.adopted)
  }
}
