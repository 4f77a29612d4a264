/// Finds text that repeats a few words over and over to be found by search
/// engines.
///
/// Measured: the most frequent 8-gram takes more than a third of spam and at
/// most a tenth of real text. Single lines are too short to tell, so lines
/// join their neighbours.
struct SpamFinder {
  private let page: PageText
  private let scalars: UnsafeBufferPointer<Unicode.Scalar>
  private static let shortestLine = 60
  private static let spamShare = 0.25
  private static let gramCount = 8
  private static let fewest = 9

  init(_ page: PageText, _ scalars: UnsafeBufferPointer<Unicode.Scalar>) {
    self.page = page
    self.scalars = scalars
  }

  /// The runs of lines that are spam.
  func runs() -> [Range<Int>] {
    let seeds = page.lines.indices.filter { isSpam(page.lines[$0].range) }
    guard !seeds.isEmpty else { return [] }
    var runs: [Range<Int>] = []
    for seed in seeds {
      if let last = runs.last, seed < last.upperBound { continue }
      var start = seed
      while start > (runs.last?.upperBound ?? 0), belongs(start - 1, beside: seed) { start -= 1 }
      var end = seed + 1
      while end < page.lines.count, isSpam(page.lines[end].range) || belongs(end, beside: seed) {
        end += 1
      }
      // A line that only stands beside spam belongs to it when spam follows.
      while end > seed + 1, !isSpamLike(end - 1, seed: seed) { end -= 1 }
      while start < seed, !isSpamLike(start, seed: seed) { start += 1 }
      if repeats(start..<end, gramOf: seed), !isAmongArticles(start..<end) {
        runs.append(start..<end)
      }
    }
    return runs
  }

  private func isSpam(_ line: Range<Int>) -> Bool {
    guard line.count >= Self.shortestLine, line.count <= 20_000, !beginsWithLabel(line) else {
      return false
    }
    return mayRepeat(line) && share(line).share >= Self.spamShare
  }

  /// A quick test that real text fails: whether any 8-gram may come often enough.
  ///
  /// Grams of one bucket count together, so it never fails spam.
  private func mayRepeat(_ line: Range<Int>) -> Bool {
    let last = line.upperBound - Self.gramCount
    return withUnsafeTemporaryAllocation(of: UInt16.self, capacity: 4096) { counts in
      counts.initialize(repeating: 0)
      var most: UInt16 = 0
      for start in line.lowerBound...last {
        var bucket = scalars[start].value &* 0x9E37_79B1
        bucket ^= scalars[start + 3].value &* 0x85EB_CA77
        bucket ^= scalars[start + 7].value &* 0xC2B2_AE3D
        let index = Int(bucket >> 20)
        counts[index] &+= 1
        if counts[index] > most { most = counts[index] }
      }
      return Double(most) * Double(Self.gramCount) >= Self.spamShare * Double(line.count)
    }
  }

  /// Whether a line holds the phrase that the seed repeats.
  private func isSpamLike(_ line: Int, seed: Int) -> Bool {
    let range = page.lines[line].range
    if isSpam(range) { return true }
    if beginsWithLabel(range) { return false }
    let gram = share(page.lines[seed].range).gram
    let halves = [Array(gram.prefix(4)), Array(gram.suffix(4))]
    return halves.contains { contains($0, in: range) }
  }

  /// Whether articles stand closely before and after a run: an article may
  /// say one name in every sentence.
  private func isAmongArticles(_ run: Range<Int>) -> Bool {
    let before = max(0, run.lowerBound - 6)..<run.lowerBound
    let after = run.upperBound..<min(page.lines.count, run.upperBound + 6)
    return before.contains { beginsWithLabel(page.lines[$0].range) }
      && after.contains { beginsWithLabel(page.lines[$0].range) }
  }

  /// Whether a run as a whole repeats the phrase of its seed: a clause may
  /// name an office three times, spam names its words again and again.
  private func repeats(_ run: Range<Int>, gramOf seed: Int) -> Bool {
    let gram = share(page.lines[seed].range).gram
    var count = 0
    var total = 0
    for line in run {
      count += occurrences(of: gram, in: page.lines[line].range)
      total += page.lines[line].range.count
    }
    return count >= Self.fewest
      && Double(count * Self.gramCount) >= Self.spamShare * Double(total)
  }

  private func occurrences(of gram: [Unicode.Scalar], in range: Range<Int>) -> Int {
    guard range.count >= gram.count, !gram.isEmpty else { return 0 }
    return (range.lowerBound...(range.upperBound - gram.count)).count { start in
      scalars[start] == gram[0] && scalars[start..<(start + gram.count)].elementsEqual(gram)
    }
  }

  private func belongs(_ line: Int, beside seed: Int) -> Bool {
    let range = page.lines[line].range
    if isSpamLike(line, seed: seed) { return true }
    return range.count <= 30 && !beginsWithLabel(range)
      && !scalars[range.upperBound - 1].structure.endsStatement
  }

  private func beginsWithLabel(_ range: Range<Int>) -> Bool {
    LabelScanner(scalars: scalars).ordinalLabel(at: range.lowerBound, limit: range.upperBound)
      != nil
  }

  private func contains(_ gram: [Unicode.Scalar], in range: Range<Int>) -> Bool {
    guard range.count >= gram.count, !gram.isEmpty else { return false }
    for start in range.lowerBound...(range.upperBound - gram.count)
    where scalars[start] == gram[0]
      && scalars[start..<(start + gram.count)].elementsEqual(gram)
    {
      return true
    }
    return false
  }

  /// The most frequent 8-gram of a line and the share of the line it takes.
  private func share(_ line: Range<Int>) -> (gram: [Unicode.Scalar], share: Double) {
    var counts: [UInt64: (count: Int, start: Int)] = [:]
    var best: (count: Int, start: Int) = (0, line.lowerBound)
    guard line.count > Self.gramCount else { return ([], 0) }
    for start in line.lowerBound...(line.upperBound - Self.gramCount) {
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      for scalar in scalars[start..<(start + Self.gramCount)] {
        hash = (hash ^ UInt64(scalar.value)) &* 0x100_0000_01B3
      }
      let count = (counts[hash]?.count ?? 0) + 1
      counts[hash] = (count, counts[hash]?.start ?? start)
      if count > best.count { best = (count, counts[hash]?.start ?? start) }
    }
    let gram = Array(scalars[best.start..<(best.start + Self.gramCount)])
    guard best.count >= 6 else { return (gram, 0) }
    return (gram, Double(best.count * Self.gramCount) / Double(line.count))
  }
}
