/// Which segments of a library become one when it is changed.
///
/// As soon as there are six small ones of which none outweighs the others, they
/// become one. A small change pays for some hundred kilobytes of that, and a large
/// one for twice what it writes, as far as one segment may hold it. What has grown
/// beyond that stays, until there are so many segments that searching feels it:
/// then the two become one that cost least. Large ones are left alone.
struct MergePolicy {
  /// A segment with what a merge would cost and gain.
  struct Segment: Hashable {
    var number: Int
    var byteCount: Int
    /// The bytes of what is not removed, which a merge has to write.
    var liveByteCount: Int
  }

  private static let fewestToMerge = 6
  private static let mostSegments = 40
  private static let freeByteCount = 3 << 17
  private static let largeByteCount = 1 << 23

  /// The bytes of a segment that is written at once, roughly.
  static let largestByteCount = LibraryWriter.largestSegment * LibraryWriter.bytesOfAUnit

  /// The numbers of the segments to be merged with what is added, in their order.
  ///
  /// - Parameter added: The bytes that the change writes in any case, as a segment
  ///   of its own if nothing is merged; 0 for a change that only removes.
  static func segmentsToMerge(_ segments: [Segment], added: Int) -> [Int] {
    let budget = max(freeByteCount, min(2 * added, largestByteCount - added))
    var merged = small(segments, added, budget)
    let pairable = segments.filter { $0.liveByteCount < largeByteCount }
    if merged.isEmpty, pairable.count + (added > 0 ? 1 : 0) > mostSegments {
      merged = pair(pairable)
    }
    var rest = budget - merged.reduce(0) { $0 + $1.liveByteCount }
    let emptied = segments.filter { segment in
      guard 2 * segment.liveByteCount < segment.byteCount, !merged.contains(segment),
        segment.liveByteCount <= rest
      else { return false }
      rest -= segment.liveByteCount
      return true
    }
    return (merged + emptied).map { $0.number }.sorted()
  }

  /// The smallest segments, as many as can be paid for, but for those that are as
  /// large as the rest of them: these would be written again and again.
  private static func small(_ segments: [Segment], _ added: Int, _ budget: Int) -> [Segment] {
    var group: [Segment] = []
    var sum = 0
    for segment in inOrderOfSize(segments) {
      guard sum + segment.liveByteCount <= budget else { break }
      sum += segment.liveByteCount
      group.append(segment)
    }
    while let largest = group.last, 2 * largest.liveByteCount > sum + added {
      sum -= largest.liveByteCount
      group.removeLast()
    }
    return group.count + (added > 0 ? 1 : 0) >= fewestToMerge ? group : []
  }

  /// The two neighbours in the order of sizes that cost least, and of which one is
  /// not much larger than the other; the small ones are about to be merged anyway.
  private static func pair(_ segments: [Segment]) -> [Segment] {
    let sorted = inOrderOfSize(segments)
    let first = sorted.indices.dropLast().first { index in
      let size = sorted[index].liveByteCount
      return 4 * size >= freeByteCount && 2 * size >= sorted[index + 1].liveByteCount
    }
    return Array(sorted[(first ?? 0)...].prefix(2))
  }

  private static func inOrderOfSize(_ segments: [Segment]) -> [Segment] {
    segments.sorted { ($0.liveByteCount, $0.number) < ($1.liveByteCount, $1.number) }
  }
}
