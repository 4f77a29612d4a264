import Regulations

/// Gives the provisions of one revision their addresses.
struct ProvisionIDs {
  private var taken: [String: Int] = [:]
  private var unnumbered: [Slot: Int] = [:]

  private struct Slot: Hashable {
    var parent: Int
    var kind: ProvisionKind
  }

  /// The address of the next provision in reading order.
  ///
  /// - Parameters:
  ///   - parent: its parent's address, or `nil`.
  ///   - parentIndex: the parent's index.
  mutating func next(
    for provision: Provision, below parent: ProvisionID?, parentIndex: Int?
  ) -> ProvisionID {
    let slot = Slot(parent: parentIndex ?? -1, kind: provision.kind)
    let name = provision.kind.abbreviation
    var own: String
    switch provision.kind {
    case .preamble, .closing: own = name
    case .paragraph:
      // The first 款 is the article's own text.
      let count = unnumbered[slot, default: 1] + 1
      unnumbered[slot] = count
      own = "\(name)_\(count)"
    default:
      if let number = provision.number {
        own = "\(name)_\(number.isSimple ? number.description : String(number.last))"
      } else {
        let count = unnumbered[slot, default: 0] + 1
        unnumbered[slot] = count
        own =
          provision.kind == .annex ? (count == 1 ? name : "\(name)_\(count)") : "\(name)_\(count)"
      }
    }
    if let parent, provision.kind != .article { own = parent.description + "__" + own }
    let count = taken[own, default: 0] + 1
    taken[own] = count
    return ProvisionID(count == 1 ? own : "\(own)~\(count)")
  }
}
