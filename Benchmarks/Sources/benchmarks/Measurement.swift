#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A figure of a benchmark.
struct Measurement: CustomStringConvertible {
  var name: String
  var figure: Double
  var unit: String

  /// The figure in a row of a table.
  var description: String {
    let rounded = figure < 10 ? (figure * 1000).rounded() / 1000 : (figure * 10).rounded() / 10
    let padding = String(repeating: " ", count: max(1, 52 - name.unicodeScalars.count))
    return "\(name)\(padding)\(rounded) \(unit)"
  }

  /// The bytes that `body` gets through in a second of the processor's time, all
  /// cores together, in the best of some runs.
  static func speed(_ name: String, byteCount: Int, runs: Int = 5, _ body: () throws -> Void)
    rethrows -> Measurement
  {
    var best = Double.infinity
    for _ in 0..<runs {
      let start = processorSeconds()
      try body()
      best = min(best, processorSeconds() - start)
    }
    return Measurement(name: name, figure: Double(byteCount) / best / 1e6, unit: "MB/s")
  }

  /// The processor's time so far, of all threads.
  static func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// The shortest time that `body` takes in some runs.
  static func bestTime(runs: Int, _ body: () throws -> Void) rethrows -> Duration {
    let clock = ContinuousClock()
    var best = Duration.seconds(1_000_000)
    for _ in 0..<runs { best = min(best, try clock.measure(body)) }
    return best
  }

  /// The median and the 99th percentile of times.
  static func percentiles(_ name: String, _ times: [Duration]) -> [Measurement] {
    let sorted = times.sorted()
    guard !sorted.isEmpty else { return [] }
    return [(0.5, "p50"), (0.99, "p99")].map { share, label in
      let time = sorted[Int(Double(sorted.count - 1) * share)]
      return Measurement(name: "\(name) \(label)", figure: time / .microseconds(1), unit: "µs")
    }
  }
}
