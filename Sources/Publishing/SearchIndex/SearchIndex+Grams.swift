import NgramIndex
import Library

/// The files of grams.
extension SearchIndex {
  /// The files of all grams, and in the core which gram is the first of each.
  func gramFiles(
    _ grams: borrowing GramPlaces, _ core: inout CoreBits
  ) -> [(name: String, bits: [UInt8])] {
    // What heads each list comes on top, about a tenth, and long lists end a file early.
    var most = max(Self.leastGramBits, placeCode.bitCount * 6 / 5 / Self.mostGramFiles)
    while true {
      let files = gramFiles(grams, most, &core)
      if files.count <= Self.mostGramFiles { return files }
      most += most / 4
    }
  }

  /// The same, a file ended when it has so many bits.
  private func gramFiles(
    _ grams: borrowing GramPlaces, _ most: Int, _ core: inout CoreBits
  ) -> [(name: String, bits: [UInt8])] {
    var files: [(name: String, bits: [UInt8])] = []
    var starts: [(first: Int, second: Int)] = []
    var bits = PrintableBits()
    var last = (first: 0, second: 0)
    func end() {
      bits.write(1, 1)
      files.append(("g\(files.count)", bits.finish()))
      bits = PrintableBits()
    }
    grams.forEach { first, second, places in
      let key = (first: first, second: second.map { $0 + 1 } ?? 0)
      // A long list is loaded by none who does not ask for it.
      if bits.count > most || bits.count > 0 && places.count * Self.bitsOfPlace > most { end() }
      if bits.count == 0 {
        starts.append(key)
        last = (first, 0)
        bits.write(number: first)
      }
      // A one would be the end.
      bits.write(0, 1)
      bits.write(number: first - last.first)
      bits.write(number: key.second - (first == last.first ? last.second : 0))
      last = key
      bits.write(number: documentFrequency(first, second))
      if second == nil {
        write(singles: places, to: &bits)
      } else {
        write(pairs: places, to: &bits)
      }
    }
    if bits.count > 0 { end() }
    core.gramStarts = starts
    return files
  }

  /// The number of units of the library that hold a gram.
  private func documentFrequency(_ first: Int, _ second: Int?) -> Int {
    let gram = Gram(alphabet.units[first], second.map { alphabet.units[$0] })
    return segments.reduce(0) { $0 + $1.index.documentFrequency(of: gram, in: IndexField.text) }
  }

  private func write(singles places: Span<UInt32>, to bits: inout PrintableBits) {
    let (units, frequencies) = units(of: places)
    bits.write(number: units.count - 1)
    bits.write(number: places.count - units.count)
    let code = frequencyCode
    let sum = places.count
    placeCode.write(units.span, of: texts.starts.count, to: &bits) { index, bits in
      code.write(frequencies[index], sum: sum, of: units.count, to: &bits)
    }
  }

  private func write(pairs places: Span<UInt32>, to bits: inout PrintableBits) {
    bits.write(number: places.count - 1)
    placeCode.write(places, of: texts.folded.count, to: &bits)
    definitions.write(of: places, to: &bits)
  }
}
