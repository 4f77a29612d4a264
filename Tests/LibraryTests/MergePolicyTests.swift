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

  @Test func mergesWhenThereAreTooManySegments() {
    let segments = Self.segments([20_000_000] + Array(repeating: 900_000, count: 20))
    #expect(MergePolicy.segmentsToMerge(segments, added: 20_000) == Array(2...21))
  }

  @Test func writesAnewWhatIsMostlyRemoved() {
    var segments = Self.segments([100_000, 300_000])
    segments[1].liveByteCount = 100_000
    #expect(MergePolicy.segmentsToMerge(segments, added: 0) == [2])
    segments[1].byteCount = 200_000_000
    segments[1].liveByteCount = 50_000_000
    #expect(MergePolicy.segmentsToMerge(segments, added: 0).isEmpty)
    #expect(MergePolicy.segmentsToMerge(segments, added: 30_000_000) == [2])
  }

  @Test(arguments: [3_000, 20_000, 100_000])
  func keepsSegmentsFewAndUpdatesCheap(_ size: Int) {
    var segments: [MergePolicy.Segment] = []
    var number = 0
    var written = 0
    var expensive = 0
    for _ in 0..<5000 {
      let merged = MergePolicy.segmentsToMerge(segments, added: size)
      let cost = segments.filter { merged.contains($0.number) }.reduce(size) {
        $0 + $1.liveByteCount
      }
      segments.removeAll { merged.contains($0.number) }
      number += 1
      segments.append(.init(number: number, byteCount: cost, liveByteCount: cost))
      written += cost
      if cost > 1 << 20 + size { expensive += 1 }
      #expect(segments.count <= 32)
    }
    #expect(expensive <= 5000 * size / (1 << 21))
    #expect(written <= 12 * 5000 * size)
  }
}
