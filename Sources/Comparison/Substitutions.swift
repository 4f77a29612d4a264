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
  /// At so many places its edit stands alone, not joined with one beside it.
  private static let leastSpots = 2
  /// It is replaced in so many provisions.
  private static let leastProvisions = 2
  /// It is replaced at so great a share of the places that were replaced or left.
  private static let leastShare = 0.8
  /// It is replaced at so great a share of all its places, of which some may have
  /// been taken out with what stands around them.
  private static let leastShareOfAll = 0.4
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
  /// - Parameter texts: The old and the new text of each pair of provisions.
  func found(in texts: [(old: String, new: String)]) -> [Substitution] {
    var found: [Substitution] = []
    let frequent = spots.filter {
      $0.value.count >= Self.leastSpots && $0.value.provisions.count >= Self.leastProvisions
    }
    // A dictionary has no order of its own.
    let ordered = frequent.sorted {
      ($1.value.count, String(scalars: $0.key.old), String(scalars: $0.key.new))
        < ($0.value.count, String(scalars: $1.key.old), String(scalars: $1.key.new))
    }
    for (key, spot) in ordered {
      let before = Self.termEnd(of: spot.before ?? [])
      let after = Self.termStart(of: spot.after ?? [])
      // What is short is part of a term, of which the rest always stands around it.
      let isWhole = min(key.old.count, key.new.count) >= 3
      let forms = (isWhole ? [([], [])] : []) + [(before, after), (before, []), ([], after)]
      let best = forms.lazy.compactMap { before, after in
        Self.substitution(before + key.old + after, before + key.new + after, in: texts)
      }.first
      if let best, !found.contains(where: { $0.old == best.old }) { found.append(best) }
    }
    return found.sorted { ($1.count, $0.old) < ($0.count, $1.old) }
  }

  private static func substitution(
    _ old: [Unicode.Scalar], _ new: [Unicode.Scalar], in texts: [(old: String, new: String)]
  ) -> Substitution? {
    guard isTerm(old), isTerm(new) else { return nil }
    let (term, replacement) = (String(scalars: old), String(scalars: new))
    let (count, left, places) = count(of: term, replacement, in: texts)
    guard count >= leastCount, Double(count) >= leastShare * Double(count + left),
      Double(count) >= leastShareOfAll * Double(places)
    else { return nil }
    return Substitution(old: term, new: replacement, count: count, exceptions: [])
  }

  /// How often a term gave way to another, how often it was left where it stood, and
  /// how often it stood in the old texts.
  private static func count(
    of term: String, _ replacement: String, in texts: [(old: String, new: String)]
  ) -> (replaced: Int, left: Int, places: Int) {
    var (replaced, remaining, places) = (0, 0, 0)
    for text in texts {
      let before = text.old.places(of: term)
      guard before > 0 else { continue }
      places += before
      let left = text.new.replacing(replacement, with: "\n").places(of: term)
      let more = text.new.places(of: replacement) - text.old.places(of: replacement)
      replaced += max(0, min(before - left, more))
      remaining += min(before, left)
    }
    return (replaced, remaining, places)
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
