import ChineseText

enum FoldBenchmark {
  static func run(_ texts: [[UInt8]]) -> [Measurement] {
    let clock = ContinuousClock()
    let first = clock.measure { _ = FoldedText("条") }
    let byteCount = texts.reduce(0) { $0 + $1.count }
    return [
      Measurement(
        name: "first text of a process", figure: first / .microseconds(1), unit: "µs"),
      .speed("folding", byteCount: byteCount) {
        for text in texts { _ = FoldedText(text) }
      },
      .speed("folding, keeping offsets", byteCount: byteCount) {
        for text in texts { _ = FoldedText(text, keepingOffsets: true) }
      },
    ]
  }
}
