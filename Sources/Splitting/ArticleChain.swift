import Regulations

/// Decides over a whole text which 第N条 are the labels of articles.
///
/// The best chain of candidates is found by dynamic programming: a candidate
/// earns by what stands before it and loses by the words of a cross-reference;
/// a step to the next number earns, a gap, a repetition and a step back cost.
/// So 第三条 after 第二条 is an article, 第三条 after 第九条 a reference, and a text
/// that really skips or repeats numbers keeps its labels. All scores are in
/// half points.
struct ArticleChain {
  private enum Cost {
    static let consecutive = 8
    static let repetition = -6
    static let restart = -6
    static let restartBelowDivision = -1
    static let jump = -16
    static let lateStart = -3
    static let widestGap = 10
    /// More than any step or word costs, so that the chain takes it in.
    static let stated = 1000
    static func gap(_ width: Int) -> Int { -2 - width }
  }

  /// The indices of the candidates that are labels, in order.
  let members: [Int]

  /// The best chain of the candidates that are articles.
  init(_ candidates: [OrdinalCandidate]) {
    let articles = candidates.indices.filter {
      candidates[$0].label.kind == .article && !candidates[$0].isQuoted
    }
    guard !articles.isEmpty else {
      members = []
      return
    }
    var search = ChainSearch(candidates)
    for index in articles { search.extend(by: index) }
    members = Self.withMisprints(search.bestChain(), candidates)
  }

  /// The chain with the labels whose numbers are misprinted: where numbers are
  /// missing between two members and exactly as many labels at boundaries
  /// stand between them, those are the missing ones.
  private static func withMisprints(_ chain: [Int], _ candidates: [OrdinalCandidate]) -> [Int] {
    var result: [Int] = []
    for (position, index) in chain.enumerated() {
      if position > 0 {
        let previous = chain[position - 1]
        let missing = candidates[index].label.main - candidates[previous].label.main - 1
        if (1...3).contains(missing), index > previous + 1 {
          let between = ((previous + 1)..<index).filter { isMisprint(candidates[$0]) }
          if between.count == missing { result += between }
        }
      }
      result.append(index)
    }
    return result
  }

  private static func isMisprint(_ candidate: OrdinalCandidate) -> Bool {
    candidate.label.kind == .article && !candidate.isQuoted && candidate.referencePenalty == 0
      && (candidate.boundary == .lineStart || candidate.boundary == .statementEnd)
  }

  /// The search for the best chain.
  private struct ChainSearch {
    private let candidates: [OrdinalCandidate]
    private var totals: [Int]
    private var previous: [Int]
    private var bestOfNumber: [Int]
    /// Of each number the best of those without an insertion.
    private var bestOfPlain: [Int]
    private var bestOfInsertion: [Int: Int] = [:]
    private var best = -1

    init(_ candidates: [OrdinalCandidate]) {
      self.candidates = candidates
      totals = [Int](repeating: .min, count: candidates.count)
      previous = [Int](repeating: -1, count: candidates.count)
      let greatest = candidates.reduce(0) { max($0, $1.label.main) }
      bestOfNumber = [Int](repeating: -1, count: greatest + 1)
      bestOfPlain = bestOfNumber
    }

    mutating func extend(by index: Int) {
      let candidate = candidates[index]
      let number = candidate.label.main
      let insertion = candidate.label.insertion
      var total = number == 1 && insertion == 0 ? 0 : Cost.lateStart
      var from = -1
      func consider(_ predecessor: Int, _ step: Int) {
        guard predecessor >= 0, totals[predecessor] + step > total else { return }
        total = totals[predecessor] + step
        from = predecessor
      }
      if insertion == 0 {
        if number > 0 { consider(bestOfNumber[number - 1], Cost.consecutive) }
        for width in 2...Cost.widestGap where number >= width {
          consider(bestOfNumber[number - width], Cost.gap(width))
        }
        consider(bestOfNumber[number], Cost.repetition)
        consider(best, number == 1 ? restartCost(index) : Cost.jump)
      } else {
        consider(bestOfInsertion(number, insertion - 1), Cost.consecutive)
        consider(bestOfNumber[number], Cost.gap(1))
        if number > 0 { consider(bestOfNumber[number - 1], Cost.gap(2)) }
        consider(best, Cost.jump)
      }
      total += Self.worth(candidate)
      totals[index] = total
      if from >= 0 { previous[index] = from }
      if isBetter(total, than: bestOfInsertion(number, insertion)) {
        if insertion == 0 {
          bestOfPlain[number] = index
        } else {
          bestOfInsertion[number * 100 + insertion] = index
        }
      }
      if isBetter(total, than: bestOfNumber[number]) { bestOfNumber[number] = index }
      if isBetter(total, than: best) { best = index }
    }

    private func bestOfInsertion(_ number: Int, _ insertion: Int) -> Int {
      insertion == 0 ? bestOfPlain[number] : bestOfInsertion[number * 100 + insertion] ?? -1
    }

    /// Articles that begin anew below a division cost less: some company texts
    /// number them by chapter.
    private func restartCost(_ index: Int) -> Int {
      guard index > 0, candidates[index - 1].label.kind.isDivision,
        candidates[index].boundary != .inside,
        candidates[index].position - candidates[index - 1].label.end <= 60
      else { return Cost.restart }
      return Cost.restartBelowDivision
    }

    private func isBetter(_ total: Int, than index: Int) -> Bool {
      index < 0 || total >= totals[index]
    }

    private static func worth(_ candidate: OrdinalCandidate) -> Int {
      let standing =
        switch candidate.boundary {
        case .lineStart: 7
        case .statementEnd, .afterHeading: 5
        case .weak: 0
        case .inside: -9
        }
      return standing + (candidate.isFollowedByBlank ? 1 : 0) - candidate.referencePenalty
        + (candidate.isStated ? Cost.stated : 0)
    }

    func bestChain() -> [Int] {
      guard best >= 0, totals[best] > 0 else { return [] }
      var chain: [Int] = []
      var index = best
      while index >= 0 {
        chain.append(index)
        index = previous[index]
      }
      return chain.reversed()
    }
  }
}
