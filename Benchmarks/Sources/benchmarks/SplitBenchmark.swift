import DocumentReaders
import Splitting

enum SplitBenchmark {
  static func run(_ texts: [[UInt8]]) throws -> [Measurement] {
    let byteCount = texts.reduce(0) { $0 + $1.count }
    let reader = SourceReader()
    let documents = try texts.map { try reader.read($0, path: "text") }
    let splitter = Splitter()
    return [
      try .speed("reading", byteCount: byteCount, runs: 3) {
        for text in texts { _ = try reader.read(text, path: "text") }
      },
      .speed("splitting", byteCount: byteCount, runs: 3) {
        for document in documents { _ = splitter.split(document) }
      },
      try .speed("reading and splitting", byteCount: byteCount, runs: 3) {
        for text in texts { _ = splitter.split(try reader.read(text, path: "text")) }
      },
    ]
  }
}
