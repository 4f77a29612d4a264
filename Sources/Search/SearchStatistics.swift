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
  /// The divisors of frequencies in BM25, by the code of a unit's length.
  let norms: [Double]
  /// One by each of them.
  let inverseNorms: [Float]

  init(_ segments: [Segment]) {
    var units = 0
    var length = 0
    for segment in segments {
      units += segment.index.unitCount(of: IndexField.text)
      length += segment.index.totalLength(of: IndexField.text)
    }
    unitCount = Double(max(1, units))
    let average = max(1, Double(length) / Double(max(1, units)))
    averageLength = average
    norms = (0...UInt8.max).map { code in
      let length = Double(UnitLengths.length(ofCode: code))
      return 1 - Impact.lengthShare + Impact.lengthShare * length / average
    }
    inverseNorms = norms.map { Float(1 / $0) }
  }

  /// The weight of a term that so many units hold.
  func weight(documentFrequency: Int) -> Double {
    let frequency = Double(documentFrequency)
    return log(1 + (max(0, unitCount - frequency) + 0.5) / (frequency + 0.5))
  }
}
