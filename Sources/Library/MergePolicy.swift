/// Which segments of a library become one when it is changed.
///
/// Segments fall into classes, each eight times as large as the one below. As
/// soon as a class holds six, they and all smaller ones are due. A small change
/// pays for at most about a megabyte; what is more waits for a change that is
/// large anyway, or until there are too many segments.
struct MergePolicy {
  /// A segment with what a merge would cost and gain.
  struct Segment: Hashable {
    var number: Int
    var byteCount: Int
    /// The bytes of what is not removed, which a merge has to write.
    var liveByteCount: Int

    /// The class: 0 below 64 KiB, each next one eight times as large.
    fileprivate var tier: Int {
      var tier = 0
      while tier < 6, liveByteCount >= MergePolicy.smallest << (3 * tier) { tier += 1 }
      return tier
    }
  }

  private static let smallest = 1 << 16
  private static let fewestToMerge = 6
  private static let mostSegments = 20
  private static let freeByteCount = 1 << 20
  private static let largestByteCount = 1 << 27

  /// The numbers of the segments to be merged with what is added, in their order.
  ///
  /// - Parameter added: The bytes that the change writes in any case, as a segment
  ///   of its own if nothing is merged; 0 for a change that only removes.
  static func segmentsToMerge(_ segments: [Segment], added: Int) -> [Int] {
    let isFull = segments.count + (added > 0 ? 1 : 0) > mostSegments
    let budget = isFull ? largestByteCount : max(freeByteCount, 2 * added)
    let due = due(segments, added, budget)
    var rest = budget - due.reduce(0) { $0 + $1.liveByteCount }
    let emptied = segments.filter { segment in
      guard 2 * segment.liveByteCount < segment.byteCount, !due.contains(segment),
        segment.liveByteCount <= rest
      else { return false }
      rest -= segment.liveByteCount
      return true
    }
    return (due + emptied).map { $0.number }.sorted()
  }

  /// The segments of the largest full class that can be paid for, and all smaller ones.
  private static func due(_ segments: [Segment], _ added: Int, _ budget: Int) -> [Segment] {
    let new = Segment(number: .max, byteCount: added, liveByteCount: added)
    let all = added > 0 ? segments + [new] : segments
    for tier in (0...6).reversed() where all.count(where: { $0.tier == tier }) >= fewestToMerge {
      let group = segments.filter { $0.tier <= tier }
      if group.reduce(0, { $0 + $1.liveByteCount }) <= budget { return group }
    }
    return []
  }
}
