import Testing

@testable import Library

@Suite struct MergePolicyTests {
  private static func segments(_ sizes: [Int]) -> [MergePolicy.Segment] {
    sizes.enumerated().map {
      .init(number: $0.offset + 1, byteCount: $0.element, liveByteCount: $0.element)
    }
  }

  @Test func leavesAFewSegmentsAlone() {
    let segments = Self.segments([20_000_000, 20_000, 20_000, 20_000])
    #expect(MergePolicy.segmentsToMerge(segments, added: 20_000).isEmpty)
  }

  @Test func mergesSmallSegmentsAndNoLargeOne() {
    let segments = Self.segments([20_000_000, 20_000, 20_000, 20_000, 20_000, 20_000])
    #expect(MergePolicy.segmentsToMerge(segments, added: 20_000) == [2, 3, 4, 5, 6])
  }

  @Test func waitsWithALargeMergeForALargeChange() {
    let segments = Self.segments([900_000, 900_000, 900_000, 900_000, 900_000, 900_000, 10_000])
    #expect(MergePolicy.segmentsToMerge(segments, added: 20_000).isEmpty)
    #expect(MergePolicy.segmentsToMerge(segments, added: 4_000_000) == [1, 2, 3, 4, 5, 6, 7])
  }

  @Test func writesNoLargeSegmentAgainForAFewSmallOnes() {
    let segments = Self.segments([200_000, 20_000, 20_000, 20_000, 20_000, 20_000])
    #expect(MergePolicy.segmentsToMerge(segments, added: 20_000) == [2, 3, 4, 5, 6])
  }

  @Test func mergesTheTwoThatCostLeastWhenThereAreTooManySegments() {
    var sizes = [20_000_000, 20_000, 20_000] + Array(repeating: 900_000, count: 38)
    #expect(MergePolicy.segmentsToMerge(Self.segments(sizes), added: 20_000) == [4, 5])
    sizes.removeLast()
    #expect(MergePolicy.segmentsToMerge(Self.segments(sizes), added: 20_000).isEmpty)
  }

  @Test func writesAnewWhatIsMostlyRemoved() {
    var segments = Self.segments([100_000, 300_000])
    segments[1].liveByteCount = 100_000
    #expect(MergePolicy.segmentsToMerge(segments, added: 0) == [2])
    segments[1].byteCount = 60_000_000
    segments[1].liveByteCount = 20_000_000
    #expect(MergePolicy.segmentsToMerge(segments, added: 0).isEmpty)
    #expect(MergePolicy.segmentsToMerge(segments, added: 15_000_000) == [2])
  }

  /// What updates of one size cost, one after the other.
  private static func costs(
    of count: Int, _ size: Int
  ) -> (costs: [Int], mostSegments: Int) {
    var segments: [MergePolicy.Segment] = []
    var costs: [Int] = []
    var most = 0
    for number in 0..<count {
      let merged = MergePolicy.segmentsToMerge(segments, added: size)
      let cost = segments.filter { merged.contains($0.number) }.reduce(size) {
        $0 + $1.liveByteCount
      }
      segments.removeAll { merged.contains($0.number) }
      segments.append(.init(number: number, byteCount: cost, liveByteCount: cost))
      costs.append(cost)
      most = max(most, segments.count)
    }
    return (costs, most)
  }

  @Test(arguments: [3_000, 20_000, 100_000])
  func keepsSegmentsFewAndUpdatesCheap(_ size: Int) {
    let (costs, mostSegments) = Self.costs(of: 5000, size)
    // Those of more than eight megabytes are not counted.
    #expect(mostSegments <= 40 + 5000 * size / (1 << 23))
    #expect(costs.reduce(0, +) <= 10 * 5000 * size)
    #expect(costs.sorted()[2500] <= 2 * size)
  }

  @Test(arguments: [3_000, 12_000, 20_000])
  func boundsWhatEachOfAThousandUpdatesCosts(_ size: Int) {
    let (costs, _) = Self.costs(of: 1000, size)
    #expect(costs.allSatisfy { $0 <= 900_000 })
  }
}
