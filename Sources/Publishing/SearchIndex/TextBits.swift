/// Writes the texts of a site as bits: units, counts of runs and distances have codes
/// that all texts share.
struct TextBits {
  /// Symbols behind those of units: a run of 2 to 17 units, and longer ones by the
  /// width of what is beyond.
  private static let shortRunCount = 16
  private static let runSymbolCount = 32
  private static let distanceSymbolCount = 20

  private var texts: [[RepeatedText.Step]] = []
  private var unitCounts = [Int](repeating: 0, count: 0x10000)
  private var runCounts = [Int](repeating: 0, count: runSymbolCount)
  private var distanceCounts = [Int](repeating: 0, count: distanceSymbolCount)

  /// The codes that all texts share.
  struct Codes {
    /// Of units, by their places in an alphabet, and of runs behind them.
    let steps: PrefixCode
    /// Of the widths of distances.
    let distances: PrefixCode
    fileprivate let alphabet: Alphabet
  }

  /// Takes the next text.
  mutating func add(_ text: [UInt16]) {
    let steps = RepeatedText.steps(of: text)
    for step in steps {
      if step.distance == 0 {
        unitCounts[Int(step.value)] += 1
      } else {
        runCounts[Self.symbol(ofRun: Int(step.value)).symbol] += 1
        distanceCounts[Int(step.distance).bitLength] += 1
      }
    }
    texts.append(steps)
  }

  /// Whether a unit stands for itself in a text.
  func holds(_ unit: UInt16) -> Bool { unitCounts[Int(unit)] > 0 }

  /// The symbol of a run, and the number and its width that follow it.
  private static func symbol(ofRun count: Int) -> (symbol: Int, rest: Int, width: Int) {
    let beyond = count - 2
    if beyond < shortRunCount { return (beyond, 0, 0) }
    let width = min((beyond - shortRunCount + 1).bitLength - 1, runSymbolCount - shortRunCount - 1)
    return (shortRunCount + width, beyond - shortRunCount + 1 - 1 << width, width)
  }

  /// The codes for what was taken.
  func codes(_ alphabet: Alphabet) -> Codes {
    Codes(
      steps: PrefixCode(alphabet.units.map { unitCounts[Int($0)] } + runCounts),
      distances: PrefixCode(distanceCounts), alphabet: alphabet)
  }

  /// The number of texts.
  var count: Int { texts.count }

  /// The bits of a text: the number of its units, and its steps.
  func bits(ofText index: Int, _ codes: Codes) -> [UInt8] {
    var bits = PrintableBits()
    let count = texts[index].reduce(0) { $0 + ($1.distance == 0 ? 1 : Int($1.value)) }
    bits.write(number: count)
    for step in texts[index] {
      guard step.distance > 0 else {
        codes.steps.write(codes.alphabet.rank(of: UInt16(step.value)), to: &bits)
        continue
      }
      let (symbol, rest, width) = Self.symbol(ofRun: Int(step.value))
      codes.steps.write(codes.alphabet.units.count + symbol, to: &bits)
      bits.write(rest, width)
      let distanceWidth = Int(step.distance).bitLength
      codes.distances.write(distanceWidth, to: &bits)
      bits.write(Int(step.distance), distanceWidth - 1)
    }
    return bits.finish()
  }
}
