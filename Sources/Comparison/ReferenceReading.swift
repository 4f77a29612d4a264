import Regulations

/// How the references of a revision are read: what its texts call themselves, and
/// the order of its levels.
struct ReferenceReading: Sendable {
  /// The order of the levels below 条.
  let order: LevelOrder
  /// What its own name ends with, such as 办法; empty if that is none of the usual
  /// words.
  private let kind: [UInt16]

  /// How references are read in a revision.
  init(title: String, _ provisions: [ComparedProvision]) {
    self.init(title: title, LevelOrder(of: provisions))
  }

  /// How references are read in a revision.
  init(of revision: Revision) {
    self.init(title: revision.title, LevelOrder(of: revision))
  }

  private init(title: String, _ order: LevelOrder) {
    self.order = order
    var units = NormalForm.units(of: title)
    // 办法(试行).
    if units.last == 0x29, let bracket = units.lastIndex(of: 0x28) {
      units.removeSubrange(bracket...)
    }
    kind = Self.kinds.first { units.suffix($0.count) == $0[...] } ?? []
  }

  /// Whether 本 with some words names the revision itself: 本办法 does in a 办法, and
  /// 本法 in a 实施细则 is the law to which that belongs.
  func isItself(_ words: ArraySlice<UInt16>) -> Bool {
    kind.isEmpty || words == kind[...] || words.suffix(kind.count) == kind[...]
  }

  /// Longer words come before those in which they end.
  private static let kinds: [[UInt16]] = [
    "条例", "條例", "办法", "辦法", "规定", "規定", "细则", "細則", "规则", "規則", "准则", "準則", "通则",
    "通則", "守则", "规程", "規程", "章程", "制度", "程序", "标准", "標準", "规范", "規範", "法",
  ].map { Array($0.utf16) }
}
