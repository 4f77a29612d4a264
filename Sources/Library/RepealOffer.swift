public import ChineseText
internal import Regulations

/// A regulation that a text says it repeals (同时废止), and that is not marked so.
public struct RepealOffer: Hashable, Sendable {
  /// The title of the regulation to be repealed.
  public var title: String
  /// Its ID.
  public var regulationID: String
  /// The title of the text that says so.
  public var byTitle: String
  /// The ID of that text's regulation.
  public var byID: String
  /// The day on which that text begins, or `nil` when it gives none.
  public var day: CalendarDate?
}

extension LibraryReader {
  /// What texts that were filed say they repeal, as far as the library has it.
  ///
  /// A regulation that has a text of the same day or a later one is left out.
  public func repealOffers(
    of filed: [FiledRevision]
  ) throws(LibraryError) -> [RepealOffer] {
    let said = try checked(repeals(saidBy: filed))
    guard !said.isEmpty else { return [] }
    var offers: [RepealOffer] = []
    for (filed, titles) in said {
      for title in titles {
        let title = RegulationTitle(RepealedTitle(title).title)
        for index in manifest.regulations(withKey: title.key) {
          guard RegulationTitle(manifest.title(of: index)).core == title.core,
            let offer = offer(of: index, filed), !offers.contains(offer)
          else { continue }
          offers.append(offer)
        }
      }
    }
    return offers
  }

  private func repeals(
    saidBy filed: [FiledRevision]
  ) -> [(filed: FiledRevision, titles: [String])] {
    let new = filed.filter { [.added, .newRevision, .replaced].contains($0.outcome) }
    return new.compactMap { filed in
      guard let id = RegulationID(filed.regulationID),
        let index = manifest.regulations(withID: id.number).first
      else { return nil }
      let numbers = manifest.revisions(of: index)
      guard let number = numbers.first(where: { name(of: $0, in: numbers) == filed.revision }),
        let place = place(of: number)
      else { return nil }
      let titles = segments[place.segment].details(of: place.index).metadata.repeals
      return titles.isEmpty ? nil : (filed, titles)
    }
  }

  private func offer(of index: Int, _ filed: FiledRevision) -> RepealOffer? {
    let day = filed.day.packed
    let newest = manifest.revisions(of: index).last.map { manifest.orderDay(of: $0) } ?? 0
    guard manifest.repealDay(of: index) == 0, regulationID(at: index) != filed.regulationID,
      day == 0 || newest < day
    else { return nil }
    return RepealOffer(
      title: manifest.title(of: index), regulationID: regulationID(at: index),
      byTitle: filed.title, byID: filed.regulationID, day: filed.day)
  }
}
