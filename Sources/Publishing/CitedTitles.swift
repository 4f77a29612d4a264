import ChineseText
import Library
import Regulations

/// Finds the regulation of a site that a text names.
///
/// A wrong link is worse than none: a name must be a title, the end of one, or say the
/// same in short, and of several regulations that it may mean one alone may be in force.
struct CitedTitles {
  private let directory: TitleDirectory
  private let regulations: [PublishedRegulation]
  /// The places of regulations by their folded titles, with and without the state's name.
  private var exact: [[UInt16]: [Int]] = [:]
  private var found: [String: Int?] = [:]
  /// Finds titles that no 《》 marks.
  private(set) var bareNames = BareNames([])

  init(_ regulations: [PublishedRegulation]) {
    self.regulations = regulations
    let titles = regulations.map(\.catalogued.title)
    directory = TitleDirectory(titles)
    for (index, title) in titles.enumerated() {
      let folded = FoldedText(title).units
      exact[folded, default: []].append(index)
      let short = Array(StateName.dropped(from: folded))
      if short.count < folded.count { exact[short, default: []].append(index) }
    }
    bareNames = BareNames(
      titles.enumerated().flatMap { index, title in
        [title, String(decoding: StateName.dropped(from: Array(title.utf16)), as: UTF16.self)]
      }.compactMap { title in
        exact[FoldedText(title).units].flatMap { only($0) }.map { (title, $0) }
      })
  }

  /// The regulation that a name means, or `nil`.
  ///
  /// - Parameter isMarked: Whether the name stands in 《》; else words may stand before it.
  mutating func regulation(named name: String, isMarked: Bool) -> Int? {
    let key = isMarked ? "《" + name : name
    if let known = found[key] { return known }
    let index = isMarked ? marked(name) : unmarked(name)
    found[key] = .some(index)
    return index
  }

  private func marked(_ name: String) -> Int? {
    if let places = exact[FoldedText(name).units] { return only(places) }
    // The full name of a statute is no end of another one's.
    guard !name.hasPrefix(Self.state) else { return nil }
    let matches = directory.matches(name, isExplicit: true)
    guard let best = matches.first, best.fit <= .end else { return nil }
    let equal = matches.filter { $0.fit == best.fit && $0.cost == best.cost }
    // The end of a title that others end with too may be meant of none of them.
    if best.fit == .end, matches.count(where: { $0.fit == .end }) > 1 { return nil }
    return only(equal.map(\.index))
  }

  private func unmarked(_ name: String) -> Int? {
    let folded = FoldedText(name).units
    for start in folded.indices where folded.count - start >= Self.fewest {
      let end = Array(folded[start...])
      // 刑法, 宪法: of two signs only what is the whole name of a statute.
      guard end.count > Self.fewest || end.last == Self.statute, let places = exact[end] else {
        continue
      }
      let before = folded[..<start]
      return Self.earlier.contains { before.suffix($0.count).elementsEqual($0) }
        ? nil : only(places)
    }
    return folded.count > Self.fewest ? marked(name) : nil
  }

  /// A name without 《》 has so many signs at least.
  private static let fewest = 2
  private static let statute: UInt16 = 0x6CD5
  /// What says that an earlier text is meant: 修改前商标法.
  private static let earlier = ["修正前", "修改前", "修订前", "原", "旧"].map { Array($0.utf16) }
  private static let state = "中华人民共和国"

  private func only(_ places: [Int]) -> Int? {
    if places.count == 1 { return places[0] }
    let current = places.filter { regulations[$0].status.isCurrent }
    return current.count == 1 ? current[0] : nil
  }
}
