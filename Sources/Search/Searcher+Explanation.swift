internal import ChineseText
internal import Library
import NgramIndex

extension Searcher {
  /// What the scores of a query's hits are made of, in the order of the hits.
  ///
  /// A citation names its hits, which have no score; for one there is none. The query
  /// is answered once more.
  public func explanations(of text: String) throws(SearchError) -> [ScoreExplanation] {
    switch try search(text).mode {
    case .citation: return []
    case .closest: return explanationsOfClosest(text)
    case .exact:
      do throws(QueryError) {
        return explanations(of: try query(understood: text))
      } catch {
        throw .query(error)
      }
    }
  }

  // MARK: Exact

  private func explanations(of query: Query) -> [ScoreExplanation] {
    var weights = TermWeights(segmentCount: library.segments.count)
    let searches = library.segments.enumerated().map { number, segment in
      ExactSearch(query, in: segment, number, scope.segments[number], statistics)
    }
    for search in searches { search.matchers.forEach { weights.add($0) } }
    weights.weigh(statistics)
    return found(exactly: query).units.map { unit in
      // Matchers move forward only, so each unit has its own.
      let search = ExactSearch(
        query, in: library.segments[unit.segment], unit.segment, scope.segments[unit.segment],
        statistics)
      return search.explanation(of: unit.node, weights)
    }
  }

  // MARK: Closest

  private func explanationsOfClosest(_ text: String) -> [ScoreExplanation] {
    let grams = weightedGrams(of: closestText(of: text))
    return closestUnits(grams).map { unit in
      let segment = library.segments[unit.segment]
      let score = UnitScore(segment, statistics)
      var parts = grams.map { gram in
        var scores = GramScores(segment, score)
        scores.add(gram)
        return ScoreExplanation.Part(
          reason: .text, term: gram.gram.text, value: Double(scores.totals[unit.node]))
      }
      let sum = parts.reduce(0) { $0 + $1.value }
      parts.append(
        ScoreExplanation.Part(reason: .regulation, term: "", value: unit.score - sum))
      return ScoreExplanation(parts)
    }
  }
}

extension Gram {
  /// The characters.
  fileprivate var text: String {
    String(decoding: [first] + (second.map { [$0] } ?? []), as: UTF16.self)
  }
}

extension ExactSearch {
  /// What the score of a unit is made of.
  func explanation(of node: Int, _ weights: TermWeights) -> ScoreExplanation {
    let isAlone = if case .term = plan { true } else { false }
    let revision = scope.revision(of: node)
    let parts = matchers.flatMap { matcher in
      score.parts(
        of: node, in: revision, matcher, weight: weights[matcher.term],
        unitCount: weights.frequency(of: matcher.term), isAlone: isAlone)
    }
    return ScoreExplanation(parts)
  }
}

extension UnitScore {
  /// What a unit gets for a term, part by part.
  fileprivate func parts(
    of node: Int, in revision: Int, _ matcher: TermMatcher, weight: Double, unitCount: Int,
    isAlone: Bool
  ) -> [ScoreExplanation.Part] {
    func part(_ reason: ScoreExplanation.Reason, _ value: Double) -> ScoreExplanation.Part {
      ScoreExplanation.Part(reason: reason, term: matcher.term.text, value: value)
    }
    let count = matcher.textCount(in: node)
    var text = part(.text, count > 0 ? weight * share(count: count, in: node) : 0)
    text.count = count
    text.unitCount = unitCount
    var parts = [text]
    let strength = matcher.definitions.strength(in: node)
    if let strength { parts.append(part(.definition, definitionBonus(strength))) }
    let isOwn = matcher.headingNodes.containsSorted(node)
    let heading = headingBonus(of: node, matcher)
    parts.append(part(isOwn ? .heading : .headingAbove, heading))
    let isTitled = matcher.titleRevisions.containsSorted(revision)
    guard isTitled else { return parts }
    if isAlone {
      if heading > 0 || strength != nil { parts.append(part(.title, titleTieBreak(weight))) }
    } else {
      let isName = matcher.namedRevisions.containsSorted(revision)
      parts.append(part(isName ? .name : .title, titleBonus(of: revision, matcher, weight)))
    }
    return parts
  }
}
