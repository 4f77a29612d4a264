import Regulations

/// The names by which other texts cite a regulation.
///
/// 《考勤与休假管理办法》 names the regulation of that title, and one whose title ends
/// with it, unless another one does too.
public struct CitedNames: Sendable {
  /// A part of a title has so many signs at least.
  private static let leastPart = 4

  private let titles: [[UInt16]]
  private let others: [[UInt16]]

  /// The names of a regulation.
  ///
  /// - Parameters:
  ///   - titles: Its titles, which revisions may change.
  ///   - others: The titles of the other regulations that a name may mean.
  public init(titles: [String], others: [String]) {
    self.titles = titles.map { NormalForm.units(of: $0) }.filter { !$0.isEmpty }
    self.others = others.map { NormalForm.units(of: $0) }
  }

  /// Words of which one stands in every text that cites the regulation: the ends of
  /// its titles.
  public var ends: [String] {
    titles.map { title in
      let end = StateName.dropped(from: title).suffix(Self.leastPart)
      return String(decoding: end, as: UTF16.self)
    }
  }

  /// Whether a name in 《》 means the regulation.
  func isMeant(by name: ArraySlice<UInt16>) -> Bool {
    if titles.contains(where: { $0[...] == name }) { return true }
    guard name.count >= Self.leastPart || isWithoutState(name),
      titles.contains(where: { $0.suffix(name.count) == name })
    else { return false }
    return !others.contains { $0.suffix(name.count) == name }
  }

  /// Whether words that no 《》 mark end with the whole name of the regulation.
  func isMeant(atEndOf words: ArraySlice<UInt16>) -> Bool {
    titles.contains { title in
      let name = StateName.dropped(from: title)
      return words.suffix(name.count) == name
        && !others.contains { other in
          let other = StateName.dropped(from: other)
          return other.count > name.count && words.suffix(other.count) == other
        }
    }
  }

  private func isWithoutState(_ name: ArraySlice<UInt16>) -> Bool {
    titles.contains { StateName.dropped(from: $0) == name }
  }
}
