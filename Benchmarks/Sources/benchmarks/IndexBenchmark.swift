import ChineseText
import NgramIndex

enum IndexBenchmark {
  private static let frequentPhrases = ["的", "应当", "规定", "有关部门"]

  static func run(_ texts: [[UInt8]]) throws -> [Measurement] {
    let units = texts.flatMap(units)
    let byteCount = texts.reduce(0) { $0 + $1.count }
    var index = build(units)
    var measurements: [Measurement] = [
      .speed("building", byteCount: byteCount) { index = build(units) },
      Measurement(
        name: "index / text", figure: Double(index.count) / Double(byteCount), unit: ""),
    ]
    let reader = try IndexReader(index)
    let verifying = try Measurement.bestTime(runs: 1) { try reader.verify() }
    measurements.append(
      Measurement(name: "verifying", figure: verifying / .milliseconds(1), unit: "ms"))
    measurements += queries(reader, units)
    for phrase in frequentPhrases { measurements.append(time(phrase, reader)) }
    for phrase in frequentPhrases {
      if let measurement = timeOfBest(phrase, reader) { measurements.append(measurement) }
    }
    return measurements
  }

  /// Texts cut before each line that begins with 第, folded.
  private static func units(of text: [UInt8]) -> [FoldedText] {
    let label = Array("第".utf8)
    var starts = [0]
    for index in text.indices.dropFirst()
    where text[index - 1] == 0x0A && text[index...].starts(with: label) { starts.append(index) }
    starts.append(text.count)
    return zip(starts, starts.dropFirst()).map { FoldedText(text[$0..<$1]) }
  }

  private static func build(_ units: [FoldedText]) -> [UInt8] {
    var builder = IndexBuilder(fieldCount: 1)
    for (number, unit) in units.enumerated() { builder.add(unit, to: 0, of: number) }
    return builder.finish()
  }

  /// Times pieces of the texts as queries, by their length.
  private static func queries(_ reader: IndexReader, _ units: [FoldedText]) -> [Measurement] {
    var random = SeededNumbers(seed: 5)
    return [1, 2, 3, 4, 8].flatMap { count in
      var times: [Duration] = []
      while times.count < 500 {
        let unit = units[random.next(below: units.count)].units
        guard unit.count > count else { continue }
        let start = random.next(below: unit.count - count)
        times.append(time(Array(unit[start..<(start + count)]), reader))
      }
      return Measurement.percentiles("candidates of \(count) units,", times)
    }
  }

  private static func time(_ phrase: [UInt16], _ reader: IndexReader) -> Duration {
    Measurement.bestTime(runs: 3) {
      var cursor = reader.candidates(of: phrase, in: 0)
      while cursor.next() != nil {}
    }
  }

  /// Times the way to the ten highest impacts of a phrase.
  private static func timeOfBest(_ phrase: String, _ reader: IndexReader) -> Measurement? {
    let units = FoldedText(phrase).units
    guard let blocks = reader.impacts(of: units, in: 0) else { return nil }
    var readBlocks = 0
    let time = Measurement.bestTime(runs: 3) { readBlocks = readBest(units, reader) }
    return Measurement(
      name: "ten best of \(phrase), \(readBlocks) of \(blocks.blockCount) blocks",
      figure: time / .microseconds(1), unit: "µs")
  }

  /// Reads blocks until the ten best units are known; returns how many were read.
  private static func readBest(_ phrase: [UInt16], _ reader: IndexReader) -> Int {
    guard let blocks = reader.impacts(of: phrase, in: 0) else { return 0 }
    let lengths = reader.lengths(in: 0)
    let average = Float(reader.totalLength(of: 0)) / Float(max(1, reader.unitCount(of: 0)))
    var best = [Float](repeating: 0, count: 10)
    var readBlocks = 0
    blocks.forEachBlock(while: { $0 > best[9] }) { units, repeats in
      readBlocks += 1
      for index in units.indices {
        let length = UnitLengths.length(ofCode: lengths[Int(units[index])])
        let impact = Float(repeats[index] + 1) / (0.25 + 0.75 * Float(length) / average)
        guard impact > best[9] else { continue }
        let place = best.firstIndex { $0 < impact } ?? 9
        best.insert(impact, at: place)
        best.removeLast()
      }
    }
    return readBlocks
  }

  private static func time(_ phrase: String, _ reader: IndexReader) -> Measurement {
    let units = FoldedText(phrase).units
    let count = reader.candidates(of: units, in: 0).upperBound
    return Measurement(
      name: "all candidates of \(phrase), at most \(count)",
      figure: time(units, reader) / .microseconds(1), unit: "µs")
  }
}
