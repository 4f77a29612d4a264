/// Times the parts of tiaowen that have to be fast, and prints a table.
///
///     swift run -c release benchmarks [split|fold|index]… [--texts FOLDER]
@main struct Main {
  private static let benchmarks:
    [(name: String, run: @Sendable ([[UInt8]]) throws -> [Measurement])] = [
      ("split", SplitBenchmark.run), ("fold", FoldBenchmark.run), ("index", IndexBenchmark.run),
    ]

  static func main() throws {
    var names: Set<String> = []
    var folder: String?
    var arguments = CommandLine.arguments.dropFirst()
    while let argument = arguments.popFirst() {
      if argument == "--texts" {
        folder = arguments.popFirst()
      } else {
        names.insert(argument)
      }
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
