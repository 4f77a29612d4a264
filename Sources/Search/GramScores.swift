internal import Library
import NgramIndex

/// Adds up what each node of a segment gets for the grams of a query.
///
/// What a heading or a title gives holds for a run of nodes. It is added at the start
/// of the run and taken off at its end, and only where the text has the gram too is
/// a node looked at.
struct GramScores {
  private static let headingWeight: Float = 0.8
  private static let titleWeight: Float = 0.2
  private static let saturation = Float(UnitScore.saturation)

  private let segment: Segment
  private let lengths: UnitLengths
  /// What a frequency is multiplied by, by the code of a unit's length.
  private let inverseNorms: [Float]
  /// What each node gets beside that of the runs.
  private var sums: [Float]
  /// What begins at each node, less what ends there.
  ///
  /// So precise that it does not matter in which order steps are added.
  private var steps: [Double]

  /// Scores in which every node has nothing.
  init(_ segment: Segment, _ score: UnitScore) {
    self.segment = segment
    lengths = segment.index.lengths(in: IndexField.text)
    inverseNorms = score.inverseNorms
    sums = [Float](repeating: 0, count: segment.nodeCount)
    steps = [Double](repeating: 0, count: segment.nodeCount + 1)
  }

  /// What each node has.
  var totals: [Float] {
    var run = 0.0
    return sums.indices.map { node in
      run += steps[node]
      // What was taken off leaves the error of rounding.
      let total = Float(Double(sums[node]) + run)
      return total > Self.leastScore ? total : 0
    }
  }

  private static let leastScore: Float = 0.001

  /// Adds what a gram gives.
  mutating func add(_ gram: ClosestSearch.WeightedGram) {
    let runs = Self.runs(of: gram.gram, in: segment)
    let weight = Float(gram.weight)
    for run in runs {
      let value = Double(weight * Self.saturated(run.frequency))
      steps[run.nodes.lowerBound] += value
      steps[run.nodes.upperBound] -= value
    }
    var list = segment.index.postings(of: gram.gram, in: IndexField.text)
    var index = 0
    sums.withUnsafeMutableBufferPointer { sums in
      inverseNorms.withUnsafeBufferPointer { inverseNorms in
        list.forEachBlock { nodes, repeats in
          for place in nodes.indices {
            let node = Int(nodes[place])
            guard node < sums.count else { return }
            while index < runs.count, runs[index].nodes.upperBound <= node { index += 1 }
            let isInRun = index < runs.count && runs[index].nodes.lowerBound <= node
            let there = isInRun ? runs[index].frequency : 0
            let frequency = Float(repeats[place] + 1) * inverseNorms[Int(lengths[node])]
            let value = Self.saturated(frequency + there) - Self.saturated(there)
            sums[node] += weight * value
          }
        }
      }
    }
  }

  @inline(__always)
  private static func saturated(_ frequency: Float) -> Float {
    frequency * (saturation + 1) / (frequency + saturation)
  }

  // MARK: Runs

  /// Nodes whose headings or title have a gram, with its frequency there.
  private struct Run {
    var nodes: Range<Int>
    var frequency: Float
  }

  /// The runs of a gram, disjoint and ascending.
  private static func runs(of gram: Gram, in segment: Segment) -> [Run] {
    let headings = headings(with: gram, in: segment)
    let titles = titles(with: gram, in: segment)
    if headings.isEmpty { return titles.map { Run(nodes: $0, frequency: titleWeight) } }
    if titles.isEmpty { return headings.map { Run(nodes: $0, frequency: headingWeight) } }
    let bounds = Set((headings + titles).flatMap { [$0.lowerBound, $0.upperBound] }).sorted()
    var runs: [Run] = []
    var (heading, title) = (0, 0)
    for (start, end) in zip(bounds, bounds.dropFirst()) {
      while heading < headings.count, headings[heading].upperBound <= start { heading += 1 }
      while title < titles.count, titles[title].upperBound <= start { title += 1 }
      let isBelowHeading = heading < headings.count && headings[heading].lowerBound <= start
      let isBelowTitle = title < titles.count && titles[title].lowerBound <= start
      let frequency = (isBelowHeading ? headingWeight : 0) + (isBelowTitle ? titleWeight : 0)
      if frequency > 0 { runs.append(Run(nodes: start..<end, frequency: frequency)) }
    }
    return runs
  }

  private static func headings(with gram: Gram, in segment: Segment) -> [Range<Int>] {
    var list = segment.index.postings(of: gram, in: IndexField.heading)
    var ranges: [Range<Int>] = []
    while let node = list.next(), node < segment.nodeCount {
      // What stands below a heading with the gram has it already.
      if let last = ranges.last, node < last.upperBound { continue }
      ranges.append(node..<min(segment.nodes.end(of: node), segment.nodeCount))
    }
    return ranges
  }

  private static func titles(with gram: Gram, in segment: Segment) -> [Range<Int>] {
    var list = segment.index.postings(of: gram, in: IndexField.title)
    var ranges: [Range<Int>] = []
    while let revision = list.next(), revision < segment.revisionCount {
      let nodes = segment.nodes(of: revision)
      if !nodes.isEmpty { ranges.append(nodes) }
    }
    return ranges
  }

  /// All nodes that have a gram in text, headings or title, each once.
  static func nodes(of gram: Gram, in segment: Segment) -> [Int] {
    var nodes: Set<Int> = []
    for run in runs(of: gram, in: segment) { nodes.formUnion(run.nodes) }
    var list = segment.index.postings(of: gram, in: IndexField.text)
    while let node = list.next(), node < segment.nodeCount { nodes.insert(node) }
    return nodes.sorted()
  }
}
