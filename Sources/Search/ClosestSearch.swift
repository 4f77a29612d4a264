internal import ChineseText
internal import Library
import NgramIndex

/// Ranks units by the grams they share with a query: BM25F over unigrams and
/// bigrams of text, headings and title.
///
/// A gram's frequencies in the fields are weighted, normalised by the length of
/// the text and added before they are saturated, so that a word of the title
/// that stands in the text too counts little more than once.
struct ClosestSearch {
  /// A gram of a query, with how much it counts.
  struct WeightedGram {
    var gram: Gram
    var weight: Double
  }

  private static let headingWeight = 0.8
  private static let titleWeight = 0.5

  let segment: Segment
  let scope: SegmentScope

  /// Offers every unit that holds one of the grams.
  func run(_ grams: [WeightedGram], _ score: UnitScore, _ best: inout BestHits) {
    var sums = [Float](repeating: 0, count: segment.nodeCount)
    var frequencies = [Float](repeating: 0, count: segment.nodeCount)
    var touched: [Int] = []
    var shared = SharedGrams(nodeCount: segment.nodeCount, grams.map { $0.gram })
    let saturation = Float(UnitScore.saturation)
    for gram in grams {
      touched.removeAll(keepingCapacity: true)
      collect(gram.gram, score, &frequencies, &touched)
      let weight = Float(gram.weight)
      for node in touched {
        let value = frequencies[node]
        sums[node] += weight * value * (saturation + 1) / (value + saturation)
        frequencies[node] = 0
      }
      shared.count(gram.gram, in: touched)
    }
    offer(sums, shared, &best)
  }

  private func offer(_ sums: [Float], _ shared: SharedGrams, _ best: inout BestHits) {
    for node in sums.indices where sums[node] > 0 {
      let value = Double(sums[node])
      guard value >= best.threshold, segment.nodes.isUnit(node), shared.isEnough(in: node),
        scope.holds(node)
      else { continue }
      best.offer(scope.unit(node, score: value))
    }
  }

  /// Adds up a gram's weighted frequencies in the fields of each node.
  private func collect(
    _ gram: Gram, _ score: UnitScore, _ frequencies: inout [Float], _ touched: inout [Int]
  ) {
    var list = segment.index.postings(of: gram, in: IndexField.text)
    list.forEachBlock { nodes, repeats in
      for (node, more) in zip(nodes, repeats) where Int(node) < frequencies.count {
        frequencies[Int(node)] = Float(Double(more + 1) / score.norm(of: Int(node)))
        touched.append(Int(node))
      }
    }
    func add(_ weight: Double, _ range: Range<Int>) {
      for node in range where node < frequencies.count {
        if frequencies[node] == 0 { touched.append(node) }
        frequencies[node] += Float(weight)
      }
    }
    var headings = segment.index.postings(of: gram, in: IndexField.heading)
    while let node = headings.next(), node < segment.nodeCount {
      add(Self.headingWeight, node..<segment.nodes.end(of: node))
    }
    var titles = segment.index.postings(of: gram, in: IndexField.title)
    while let revision = titles.next(), revision < segment.revisionCount {
      add(Self.titleWeight, segment.nodes(of: revision))
    }
  }

  /// The unigrams and bigrams of a folded text, each with its frequency, without
  /// those of signs and blanks.
  static func grams(of query: [UInt16]) -> [(Gram, Int)] {
    var counts: [Gram: Int] = [:]
    var order: [Gram] = []
    func add(_ gram: Gram) {
      if counts[gram] == nil { order.append(gram) }
      counts[gram, default: 0] += 1
    }
    for (index, unit) in query.enumerated() where isWordUnit(unit) {
      add(Gram(unit))
      if index + 1 < query.count, isWordUnit(query[index + 1]) { add(Gram(unit, query[index + 1])) }
    }
    return order.map { ($0, counts[$0] ?? 1) }
  }

  private static func isWordUnit(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x30...0x39, 0x61...0x7A: true
    case 0...0xBF, 0x2000...0x2BFF, 0x3000...0x3004, 0x3008...0x3020, 0xFF00...0xFFEF: false
    default: true
    }
  }
}
