/// How like one another the provisions of two revisions are.
///
/// A provision is the bag of its bigrams, each weighted by how few provisions hold
/// it, so that the phrases of every regulation (为了…, …起施行) make no strangers
/// alike. Two bags are as like as twice what they share is to what both have, and
/// for a part as what they share is to the smaller: a provision that only grew is
/// the same one.
///
/// Source: the coefficients of Dice (1945) and of Szymkiewicz and Simpson (1934),
/// with the inverse document frequency of Spärck Jones (1972).
struct BigramSimilarity {
  typealias Bag = [(gram: Int32, count: Float)]

  private var weights: [Float] = []
  private let old: [Bag]
  private let new: [Bag]
  private let oldTotals: [Float]
  private let newTotals: [Float]
  /// The new provisions that hold each bigram, with its count.
  private var holders: [[(provision: Int32, count: Float)]]

  init(_ old: [[UInt16]], _ new: [[UInt16]]) {
    var numbers: [UInt32: Int32] = [:]
    self.old = old.map { Self.bag(of: $0, &numbers) }
    self.new = new.map { Self.bag(of: $0, &numbers) }
    var frequencies = [Float](repeating: 0, count: numbers.count)
    for bag in self.old + self.new {
      for entry in bag { frequencies[Int(entry.gram)] += 1 }
    }
    let count = Float(max(1, old.count + new.count))
    weights = frequencies.map { Self.weight(of: $0, among: count) }
    let weights = weights
    let total = { (bag: Bag) in bag.reduce(Float(0)) { $0 + weights[Int($1.gram)] * $1.count } }
    oldTotals = self.old.map(total)
    newTotals = self.new.map(total)
    holders = Array(repeating: [], count: numbers.count)
    for (index, bag) in self.new.enumerated() {
      for entry in bag { holders[Int(entry.gram)].append((Int32(index), entry.count)) }
    }
  }

  /// The likeness of an old provision to each new one of a range, from 0 to 1.
  func row(ofOld old: Int, in range: Range<Int>) -> [Float] {
    var shared = [Float](repeating: 0, count: range.count)
    for entry in self.old[old] {
      let weight = weights[Int(entry.gram)]
      for holder in holders[Int(entry.gram)] where range.contains(Int(holder.provision)) {
        shared[Int(holder.provision) - range.lowerBound] += weight * min(entry.count, holder.count)
      }
    }
    for index in shared.indices where shared[index] > 0 {
      shared[index] = Self.likeness(
        shared[index], oldTotals[old], newTotals[range.lowerBound + index])
    }
    return shared
  }

  /// How much of the likeness is that of the smaller to the larger.
  private static let shareOfSmaller: Float = 0.3

  private static func likeness(_ shared: Float, _ left: Float, _ right: Float) -> Float {
    guard shared > 0 else { return 0 }
    return (1 - shareOfSmaller) * 2 * shared / (left + right)
      + shareOfSmaller * shared / min(left, right)
  }

  /// The likeness of two provisions, from 0 to 1.
  func likeness(ofOld old: Int, toNew new: Int) -> Float {
    Self.likeness(shared(self.old[old], self.new[new]), oldTotals[old], newTotals[new])
  }

  /// What two provisions share of which the one has another partner.
  struct Part {
    /// How many bigrams they share.
    var count: Float = 0
    /// The share of the whole part that they are, from 0 to 1.
    var ofPart: Float = 0
    /// The share of what the other lost, from 0 to 1.
    var ofRest: Float = 0
  }

  /// What of a new provision an old one lost to it, when `partner` took the rest.
  func part(ofNew new: Int, fromOld old: Int, without partner: Int) -> Part {
    part(self.new[new], newTotals[new], of: self.old[old], without: self.new[partner])
  }

  /// What of an old provision a new one got from it, when it has the rest from
  /// `partner`.
  func part(ofOld old: Int, inNew new: Int, without partner: Int) -> Part {
    part(self.old[old], oldTotals[old], of: self.new[new], without: self.old[partner])
  }

  private func part(_ part: Bag, _ total: Float, of whole: Bag, without partner: Bag) -> Part {
    let rest = Self.rest(of: whole, without: partner)
    let restTotal = rest.reduce(Float(0)) { $0 + weights[Int($1.gram)] * $1.count }
    guard total > 0, restTotal > 0 else { return Part() }
    let sum = shared(part, rest)
    return Part(
      count: Self.count(part, rest), ofPart: sum / total, ofRest: sum / restTotal)
  }

  private static func count(_ left: Bag, _ right: Bag) -> Float {
    var sum: Float = 0
    var index = 0
    for entry in left {
      while index < right.count, right[index].gram < entry.gram { index += 1 }
      guard index < right.count else { break }
      if right[index].gram == entry.gram { sum += min(entry.count, right[index].count) }
    }
    return sum
  }

  private func shared(_ left: Bag, _ right: Bag) -> Float {
    var sum: Float = 0
    var index = 0
    for entry in left {
      while index < right.count, right[index].gram < entry.gram { index += 1 }
      guard index < right.count else { break }
      if right[index].gram == entry.gram {
        sum += weights[Int(entry.gram)] * min(entry.count, right[index].count)
      }
    }
    return sum
  }

  private static func rest(of whole: Bag, without part: Bag) -> Bag {
    var rest: Bag = []
    var index = 0
    for entry in whole {
      while index < part.count, part[index].gram < entry.gram { index += 1 }
      let taken = index < part.count && part[index].gram == entry.gram ? part[index].count : 0
      if entry.count > taken { rest.append((entry.gram, entry.count - taken)) }
    }
    return rest
  }

  private static func weight(of frequency: Float, among count: Float) -> Float {
    // Between 1 for what all have and some 10 for what stands once.
    1 + logarithm(count / max(1, frequency))
  }

  /// The logarithm to base 2, to within a tenth, of a number not below 1.
  private static func logarithm(_ value: Float) -> Float {
    Float(value.exponent) + (value.significand - 1)
  }

  /// The bigrams of a text in the order of their numbers.
  private static func bag(of units: [UInt16], _ numbers: inout [UInt32: Int32]) -> Bag {
    var counts: [Int32: Float] = [:]
    for (first, second) in zip(units, units.dropFirst()) {
      let key = UInt32(first) << 16 | UInt32(second)
      let number = numbers[key] ?? Int32(numbers.count)
      numbers[key] = number
      counts[number, default: 0] += 1
    }
    return counts.map { ($0.key, $0.value) }.sorted { $0.0 < $1.0 }
  }
}
