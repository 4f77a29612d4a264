internal import ChineseText
internal import Library
import NgramIndex

/// Ranks units by the grams they share with a query: BM25F over unigrams and
/// bigrams of text, headings and title, and what the rest of a regulation has.
///
/// A gram's frequencies in the fields are weighted, normalised by the length of
/// the text and added before they are saturated, so that a word of the title
/// that stands in the text too counts little more than once. A unit stands the
/// higher, the better the best units of its regulation match: what a question is
/// about is rarely said in one article.
///
/// Source: Robertson, Zaragoza and Taylor, Simple BM25 extension to multiple weighted
/// fields (2004); of the second part Callan, Passage-level evidence in document
/// retrieval (1994).
struct ClosestSearch {
  /// A gram of a query, with how much it counts.
  struct WeightedGram {
    var gram: Gram
    var weight: Double
  }

  /// How much of the score of a regulation's best units each of its units gets.
  private static let regulationShare: Float = 0.5
  /// So many units are its best; fewer count as if others had nothing.
  private static let bestUnitCount = 4

  let segment: Segment
  let scope: SegmentScope

  /// Offers every unit that shares more than chance gives.
  func run(_ grams: [WeightedGram], _ score: UnitScore, _ best: inout BestHits) {
    var scores = GramScores(segment, score)
    // A shared pair with a Han character is enough; so these come first.
    let (hanPairs, rest) = Self.parted(grams)
    for gram in hanPairs { scores.add(gram) }
    var isClose = scores.totals.map { $0 > 0 }
    if hanPairs.count < grams.count { markOthers(grams, &isClose) }
    for gram in rest { scores.add(gram) }
    offer(scores.totals, isClose, &best)
  }

  private static func parted(
    _ grams: [WeightedGram]
  ) -> (hanPairs: [WeightedGram], rest: [WeightedGram]) {
    let isHanPair = { (gram: WeightedGram) in gram.gram.second != nil && !gram.gram.isLatinPair }
    return (grams.filter(isHanPair), grams.filter { !isHanPair($0) })
  }

  /// Marks the units that share enough pairs of letters and digits, or enough single
  /// characters of a query without pairs.
  private func markOthers(_ grams: [WeightedGram], _ isClose: inout [Bool]) {
    let hasPairs = grams.contains { $0.gram.second != nil }
    let counted = grams.filter { hasPairs ? $0.gram.isLatinPair : true }
    guard !counted.isEmpty else { return }
    let least = UInt16(
      clamping: hasPairs ? (counted.count + 1) / 2 : min(2, counted.count))
    var counts = [UInt16](repeating: 0, count: segment.nodeCount)
    for gram in counted {
      for node in GramScores.nodes(of: gram.gram, in: segment) {
        counts[node] &+= 1
        if counts[node] >= least { isClose[node] = true }
      }
    }
  }

  private func offer(_ totals: [Float], _ isClose: [Bool], _ best: inout BestHits) {
    for revision in 0..<segment.revisionCount
    where revision < scope.isActive.count && scope.isActive[revision] {
      let nodes = segment.nodes(of: revision)
      let regulation = Self.regulationShare * meanOfBest(totals, isClose, nodes)
      for node in nodes where isClose[node] && totals[node] > 0 {
        let value = Double(totals[node] + regulation)
        guard value >= best.threshold, segment.nodes.isUnit(node) else { continue }
        best.offer(scope.unit(node, score: value))
      }
    }
  }

  /// The mean score of the best units of a regulation.
  private func meanOfBest(_ totals: [Float], _ isClose: [Bool], _ nodes: Range<Int>) -> Float {
    var best = [Float](repeating: 0, count: Self.bestUnitCount)
    for node in nodes where isClose[node] && totals[node] > best[0] && segment.nodes.isUnit(node) {
      best[0] = totals[node]
      var place = 0
      while place + 1 < best.count, best[place] > best[place + 1] {
        best.swapAt(place, place + 1)
        place += 1
      }
    }
    return best.reduce(0, +) / Float(Self.bestUnitCount)
  }
}

extension Gram {
  /// Whether it is a pair of letters or digits, most of which stand in other words too.
  var isLatinPair: Bool { first < 0x250 && second.map { $0 < 0x250 } ?? false }
}
