/// A term that one revision replaced by another throughout, such as 股东大会 by 股东会.
public struct Substitution: Hashable, Sendable {
  /// The term before.
  public var old: String
  /// The term after.
  public var new: String
  /// How often it was replaced.
  public var count: Int
  /// The provisions of the new revision that still have the old term, by their
  /// places among the changes.
  public var exceptions: [Int]
}

/// Finds the terms that are replaced throughout a text.
struct SubstitutionFinder {
  /// A term is replaced at least so often.
  private static let leastCount = 3
  /// It is replaced in so many provisions.
  private static let leastProvisions = 2
  /// It is replaced at so great a share of its places.
  private static let leastShare = 0.8
  /// So much of what stands around an edit may belong to the term.
  private static let longestContext = 6

  /// What was put in the place of what, with what stood around it everywhere.
  private struct Spot {
    var count = 0
    var provisions = Set<Int>()
    var before: [Unicode.Scalar]?
    var after: [Unicode.Scalar]?
  }

  private struct Key: Hashable {
    var old: [Unicode.Scalar]
    var new: [Unicode.Scalar]
  }

  private var spots: [Key: Spot] = [:]

  /// Takes the edits of a provision.
  mutating func add(_ edits: [Edit], of provision: Int) {
    for spot in ReplacedSpot.all(in: edits) {
      add(spot.old, spot.new, spot.before, spot.after, of: provision)
    }
  }

  /// Takes an edit without what both sides begin and end with.
  private mutating func add(
    _ old: [Unicode.Scalar], _ new: [Unicode.Scalar], _ before: [Unicode.Scalar],
    _ after: [Unicode.Scalar], of provision: Int
  ) {
    let head = zip(old, new).prefix { $0 == $1 }.count
    let tail = zip(old[head...].reversed(), new[head...].reversed()).prefix { $0 == $1 }.count
    let key = Key(old: Array(old[head...].dropLast(tail)), new: Array(new[head...].dropLast(tail)))
    guard key.old.count <= 12, key.new.count <= 12 else { return }
    let left = Array((before + old[..<head]).suffix(Self.longestContext))
    let right = Array((old.suffix(tail) + after).prefix(Self.longestContext))
    var spot = spots[key] ?? Spot()
    spot.count += 1
    spot.provisions.insert(provision)
    spot.before = spot.before.map { Self.commonEnd($0, left) } ?? left
    spot.after = spot.after.map { Self.commonStart($0, right) } ?? right
    spots[key] = spot
  }

  /// The terms that are replaced throughout, the most frequent first.
  ///
  /// - Parameter olds: The texts of the old provisions that have partners.
  func found(in olds: [String]) -> [Substitution] {
    var found: [Substitution] = []
    for (key, spot) in spots
    where spot.count >= Self.leastCount && spot.provisions.count >= Self.leastProvisions {
      let before = Self.termEnd(of: spot.before ?? [])
      let after = Self.termStart(of: spot.after ?? [])
      let old = before + key.old + after
      let new = before + key.new + after
      guard Self.isTerm(old), Self.isTerm(new) else { continue }
      let term = String(scalars: old)
      let places = olds.reduce(0) { $0 + $1.places(of: term) }
      guard Double(spot.count) >= Self.leastShare * Double(places) else { continue }
      let replacement = String(scalars: new)
      found.append(
        Substitution(old: term, new: replacement, count: spot.count, exceptions: []))
    }
    return found.sorted { ($1.count, $0.old) < ($0.count, $1.old) }
  }

  // MARK: Terms

  /// Whether a text may be a term: two to twelve letters, no number, no word of duty.
  private static func isTerm(_ scalars: [Unicode.Scalar]) -> Bool {
    (2...12).contains(scalars.count)
      && scalars.allSatisfy { $0.properties.isAlphabetic && !numerals.contains($0) }
      && !duties.contains { String(scalars: scalars).contains($0) }
  }

  private static let numerals = Set("〇零一二两三四五六七八九十百千万亿".unicodeScalars)
  private static let duties = ["应当", "必须", "可以", "不得", "禁止", "應當", "必須", "不得"]

  /// The end of a context that may belong to a term: letters up to a sign.
  private static func termEnd(of context: [Unicode.Scalar]) -> [Unicode.Scalar] {
    Array(context.reversed().prefix { isPart($0) }.reversed())
  }

  private static func termStart(of context: [Unicode.Scalar]) -> [Unicode.Scalar] {
    Array(context.prefix { isPart($0) })
  }

  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic && !functionWords.contains(scalar)
  }

  private static let functionWords = Set("的和或及与由对向报在为按将应可不".unicodeScalars)

  private static func commonEnd(
    _ left: [Unicode.Scalar], _ right: [Unicode.Scalar]
  ) -> [Unicode.Scalar] {
    let count = zip(left.reversed(), right.reversed()).prefix { $0 == $1 }.count
    return Array(left.suffix(count))
  }

  private static func commonStart(
    _ left: [Unicode.Scalar], _ right: [Unicode.Scalar]
  ) -> [Unicode.Scalar] {
    Array(left.prefix(zip(left, right).prefix { $0 == $1 }.count))
  }
}

extension String {
  /// How often a term stands in it, overlaps not counted.
  func places(of term: String) -> Int {
    var count = 0
    var rest = utf8[...]
    while let place = rest.firstRange(of: term.utf8) {
      count += 1
      rest = rest[place.upperBound...]
    }
    return count
  }

  /// The text with a term in the place of another.
  func replacing(_ term: String, with other: String) -> String {
    guard places(of: term) > 0 else { return self }
    var replaced: [UInt8] = []
    var rest = utf8[...]
    while let place = rest.firstRange(of: term.utf8) {
      replaced += rest[..<place.lowerBound]
      replaced += other.utf8
      rest = rest[place.upperBound...]
    }
    replaced += rest
    return String(decoding: replaced, as: UTF8.self)
  }
}

extension Substring.UTF8View {
  fileprivate func firstRange(of term: String.UTF8View) -> Range<Index>? {
    guard let first = term.first else { return nil }
    var rest = self
    while let start = rest.firstIndex(of: first) {
      rest = rest[start...]
      if rest.starts(with: term) { return start..<rest.index(start, offsetBy: term.count) }
      rest = rest.dropFirst()
    }
    return nil
  }
}
