internal import ChineseText

/// The titles of a library, found by the names that people use for them.
///
/// A name is a title, its end, or characters of it in their order, as 劳合法 is of
/// 劳动合同法; and some statutes have names of their own.
package struct TitleDirectory: Sendable {
  /// How a name fits a title; the better first.
  package enum Fit: Int, Comparable, Sendable {
    /// The name is the title.
    case same
    /// It is the title but for the state's name or a note at the end.
    case whole
    /// It says the same in short, or is a common name of a statute.
    case short
    /// It is the end of the title.
    case end
    /// Its characters stand in the title from the first one on.
    case abbreviation
    /// Its characters stand in the title somewhere.
    case inner
    /// It says no kind and stands in the title.
    case part

    package static func < (left: Fit, right: Fit) -> Bool { left.rawValue < right.rawValue }
  }

  /// A title that a name may mean.
  package struct Match: Hashable, Sendable {
    /// The position of the title in the directory.
    package var index: Int
    /// How the name fits.
    package var fit: Fit
    /// How much of the title the name leaves out, and how awkwardly.
    package var cost: Int
    /// The year that the name gives beside the title, or `nil`.
    package var year: Int?
  }

  /// More titles than these are not looked at closely.
  private static let mostClose = 4
  private static let costOfBrokenWord = 2
  private static let costOfOtherKind = 3
  private static let costOfGap = 2
  private static let costOfOrdinal = 1

  private let titles: [[UInt16]]
  /// The titles one after the other, a zero between them.
  private let joined: [UInt16]

  /// A directory of titles.
  package init(_ titles: [String]) {
    self.titles = titles.map { FoldedText($0).units }
    joined = Array(self.titles.joined(separator: [0]))
  }

  /// The titles that a name may mean, the best first.
  ///
  /// - Parameter isExplicit: Whether it is certain that a regulation is named;
  ///   else a name must say its kind.
  package func matches(_ name: String, isExplicit: Bool) -> [Match] {
    let folded = FoldedText(name).units
    guard !folded.isEmpty else { return [] }
    let same = titles.indices.filter { titles[$0] == folded }
    if !same.isEmpty { return same.map { Match(index: $0, fit: .same, cost: 0) } }
    let name = TitleForm(folded)
    guard !name.whole.isEmpty, name.whole != name.kind, !Self.isOfItself(name) else { return [] }
    let words = String(decoding: name.whole, as: UTF16.self)
    var found = matches(of: name, isExplicit: isExplicit)
    if found.first.map({ $0.fit > .whole }) ?? true {
      if StatuteNicknames.isReplaced(words) { found = [] }
      let statutes = statutes(called: words, name.year)
      if !statutes.isEmpty { found = statutes }
    }
    guard found.isEmpty, let newest = Self.withoutNew(folded) else { return found }
    return matches(newest, isExplicit: isExplicit)
  }

  /// The statutes that are commonly called by a name.
  private func statutes(called nickname: String, _ year: Int?) -> [Match] {
    guard let title = StatuteNicknames.title(of: nickname) else { return [] }
    return matches(of: TitleForm(FoldedText(title).units), isExplicit: true)
      .filter { $0.fit <= .whole }
      .map { Match(index: $0.index, fit: .short, cost: 0, year: year) }
  }

  /// 公司法 of 新公司法: what is in force is meant.
  private static func withoutNew(_ name: [UInt16]) -> String? {
    guard name.first == UInt16(0x65B0), name.count > 2 else { return nil }
    return String(decoding: name.dropFirst(), as: UTF16.self)
  }

  /// Whether a name means the text in which it stands: 本办法.
  private static func isOfItself(_ name: TitleForm) -> Bool {
    name.body == Array("本".utf16) || name.body == Array("该".utf16)
  }

  private func matches(of name: TitleForm, isExplicit: Bool) -> [Match] {
    var found: [(match: Match, form: TitleForm)] = []
    let wanted = name.body + (name.kind.isInterpretation ? [] : name.kind)
    for index in titles.indices where Self.holds(titles[index], inOrder: wanted) {
      let form = TitleForm(titles[index])
      if let given = form.year, let year = name.year, given != year { continue }
      guard let fit = Self.fit(of: name, for: form, isExplicit) else { continue }
      var cost = fit <= .whole ? 0 : form.body.count
      if form.kind != name.kind { cost += Self.costOfOtherKind }
      if fit == .inner, form.body.firstRange(of: name.body) == nil { cost += Self.costOfGap }
      if form.ordinal != nil, name.ordinal == nil { cost += Self.costOfOrdinal }
      let year = form.year == nil ? name.year : nil
      found.append((Match(index: index, fit: fit, cost: cost, year: year), form))
    }
    found.sort { Self.precedes($0, $1) }
    // Words that are broken weigh only among the shortest.
    let close = found.indices.prefix(Self.mostClose)
    for index in close
    where found[index].match.fit == .abbreviation || found[index].match.fit == .inner {
      let form = found[index].form
      let words = TitleWords(form.body, before: form.kind.first) { count(of: $0, $1) }
      let isAtStart = found[index].match.fit == .abbreviation
      let broken = words.brokenWords(in: name.body, fromStart: isAtStart)
      found[index].match.cost += Self.costOfBrokenWord * broken
    }
    found[close].sort { Self.precedes($0, $1) }
    return found.map(\.match)
  }

  private static func precedes(
    _ left: (match: Match, form: TitleForm), _ right: (match: Match, form: TitleForm)
  ) -> Bool {
    let key = { (match: Match, form: TitleForm) in
      (match.fit.rawValue, match.cost, form.whole.count, form.ordinal ?? 0, match.index)
    }
    return key(left.match, left.form) < key(right.match, right.form)
  }

  /// How a name fits a title whose units hold those of its body in their order.
  private static func fit(
    of name: TitleForm, for title: TitleForm, _ isExplicit: Bool
  ) -> Fit? {
    if let ordinal = name.ordinal, ordinal != title.ordinal { return nil }
    if title.whole == name.whole { return .whole }
    if name.kind.isEmpty {
      guard isExplicit, name.whole.count > 1 else { return nil }
      if title.whole.ends(with: name.whole) { return .end }
      let isPart = name.whole.count > 2 && title.whole.firstRange(of: name.whole) != nil
      return isPart ? .part : nil
    }
    let isKind =
      title.kind == name.kind
      || title.isOfHighestCourt && title.kind.isCourtKind && name.kind.isInterpretation
    guard isKind, !name.body.isEmpty, name.body != name.kind, name.whole != name.kind else {
      return nil
    }
    if title.body == name.body { return .short }
    if title.kind == name.kind, title.whole.ends(with: name.whole) { return .end }
    if title.body.ends(with: name.body), name.body.count > 1 { return .end }
    for start in starts(of: title.body)
    where start < title.body.count && title.body[start] == name.body[0] {
      if holds(title.body[start...], inOrder: name.body) { return .abbreviation }
    }
    guard isExplicit, name.body.count > 1, holds(title.body, inOrder: name.body) else {
      return nil
    }
    return .inner
  }

  private static let places = Set("省市县区州盟旗局厅院部司社".utf16)

  /// Where what a title is about may start: at its start, or behind an issuer.
  private static func starts(of body: [UInt16]) -> [Int] {
    [0] + body.indices.dropFirst(3).filter { places.contains(body[$0 - 1]) }
  }

  private static func holds(
    _ units: some Sequence<UInt16>, inOrder wanted: [UInt16]
  ) -> Bool {
    var index = 0
    for unit in units where index < wanted.count && unit == wanted[index] { index += 1 }
    return index == wanted.count
  }

  /// How often two units stand beside each other in titles.
  private func count(of first: UInt16, _ second: UInt16) -> Int {
    joined.withUnsafeBufferPointer { units in
      units.indices.dropLast().count { units[$0] == first && units[$0 + 1] == second }
    }
  }
}

extension [UInt16] {
  fileprivate var isCourtKind: Bool { TitleForm.courtKinds.contains(self) }
  fileprivate var isInterpretation: Bool { ends(with: TitleForm.interpretation) }
}
