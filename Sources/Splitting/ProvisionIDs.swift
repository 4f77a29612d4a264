import Regulations

/// Gives the provisions of one revision their addresses.
struct ProvisionIDs {
  private var taken: [String: Int] = [:]
  private var unnumbered: [Slot: Int] = [:]

  private struct Slot: Hashable {
    var parent: Int
    var kind: ProvisionKind
  }

  /// Addresses for about so many provisions.
  init(capacity: Int) {
    taken.reserveCapacity(capacity)
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
    var own = ""
    if let parent, provision.kind != .article {
      own += parent.description
      own += "__"
    }
    own += provision.kind.abbreviation
    if let number = number(of: provision, in: slot) {
      own += "_"
      own += number
    }
    let count = Self.increment(&taken[own, default: 0])
    return ProvisionID(count == 1 ? own : "\(own)~\(count)")
  }

  /// What an address says after the kind, or `nil`.
  private mutating func number(of provision: Provision, in slot: Slot) -> String? {
    switch provision.kind {
    case .preamble, .closing: return nil
    case .paragraph:
      // The first 款 is the article's own text.
      return String(Self.increment(&unnumbered[slot, default: 1]))
    default:
      if let number = provision.number {
        return number.isSimple ? number.description : String(number.last)
      }
      let count = Self.increment(&unnumbered[slot, default: 0])
      return provision.kind == .annex && count == 1 ? nil : String(count)
    }
  }

  private static func increment(_ count: inout Int) -> Int {
    count += 1
    return count
  }
}
