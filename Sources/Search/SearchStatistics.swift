internal import Library
import NgramIndex

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What ranking has to know of the whole library.
struct SearchStatistics: Sendable {
  let unitCount: Double
  let averageLength: Double

  init(_ segments: [Segment]) {
    var units = 0
    var length = 0
    for segment in segments {
      units += segment.index.unitCount(of: IndexField.text)
      length += segment.index.totalLength(of: IndexField.text)
    }
    unitCount = Double(max(1, units))
    averageLength = max(1, Double(length) / Double(max(1, units)))
  }

  /// The weight of a term that so many units hold.
  func weight(documentFrequency: Int) -> Double {
    let frequency = Double(documentFrequency)
    return log(1 + (max(0, unitCount - frequency) + 0.5) / (frequency + 0.5))
  }
}
