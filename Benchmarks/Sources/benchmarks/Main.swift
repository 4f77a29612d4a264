/// Times the parts of tiaowen that have to be fast, and prints a table.
///
///     swift run -c release benchmarks [split|fold|index|compare]… [--texts FOLDER]
///     swift run -c release benchmarks growth [--megabytes 24,72,240]
@main struct Main {
  private static let benchmarks:
    [(name: String, run: @Sendable ([[UInt8]]) throws -> [Measurement])] = [
      ("split", SplitBenchmark.run), ("fold", FoldBenchmark.run), ("index", IndexBenchmark.run),
      ("compare", CompareBenchmark.run),
    ]

  static func main() throws {
    var names: Set<String> = []
    var folder: String?
    var sizes = [24, 72, 240]
    var arguments = CommandLine.arguments.dropFirst()
    if try GrowthBenchmark.runsPart(Array(arguments)) { return }
    while let argument = arguments.popFirst() {
      if argument == "--texts" {
        folder = arguments.popFirst()
      } else if argument == "--megabytes" {
        sizes = (arguments.popFirst() ?? "").split(separator: ",").compactMap { Int($0) }
      } else {
        names.insert(argument)
      }
    }
    if names.remove("growth") != nil {
      print("growth")
      try GrowthBenchmark.run(sizes.map { $0 * 1_000_000 })
      if names.isEmpty { return }
    }
    let texts = try folder.map(TextFolder.texts) ?? RegulationWriter.texts(byteCount: 12_000_000)
    let byteCount = texts.reduce(0) { $0 + $1.count }
    print("\(texts.count) texts, \(byteCount / 1000) kB")
    for benchmark in benchmarks where names.isEmpty || names.contains(benchmark.name) {
      print(benchmark.name)
      for measurement in try benchmark.run(texts) { print("  \(measurement)") }
    }
  }
}
