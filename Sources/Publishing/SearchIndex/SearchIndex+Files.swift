import Library
import NgramIndex
import Regulations

/// The files beside those of grams and texts.
extension SearchIndex {
  /// The lengths of units, of each so many files of texts in one.
  func lengthFiles() -> [(name: String, bits: [UInt8])] {
    var code = [Int](repeating: 0, count: 32)
    for unit in 0..<texts.unitCount { code[length(of: unit).bitLength] += 1 }
    let widths = PrefixCode(code)
    var files: [(name: String, bits: [UInt8])] = []
    var unit = 0
    for first in stride(from: 0, to: texts.files.count, by: Self.textFilesOfLengths) {
      var bits = PrintableBits()
      widths.writeWidths(to: &bits)
      let last = min(first + Self.textFilesOfLengths, texts.files.count)
      for _ in 0..<texts.files[first..<last].reduce(0, { $0 + $1.unitCount }) {
        let length = length(of: unit)
        let width = length.bitLength
        widths.write(width, to: &bits)
        bits.write(length, max(0, width - 1))
        bits.write(number: texts.lineFeeds[unit])
        unit += 1
      }
      files.append(("l\(files.count)", bits.finish()))
    }
    return files
  }

  /// The places of a unit, without the line feed behind it.
  private func length(of unit: Int) -> Int {
    let starts = texts.starts.elements
    let end = unit + 1 < starts.count ? Int(starts[unit + 1]) : texts.folded.count
    return end - Int(starts[unit]) - 1
  }

  /// Of each heading the units for which it holds, and its length.
  func headingBits() -> [UInt8] {
    var bits = PrintableBits()
    bits.write(number: texts.headings.count)
    var last = 0
    for heading in texts.headings {
      bits.write(number: heading.firstUnit - last)
      last = heading.firstUnit
      bits.write(number: heading.unitCount)
      bits.write(heading.isOfFirstUnit ? 1 : 0, 1)
      bits.write(number: heading.length)
    }
    return bits.finish()
  }

  /// The number of each unit: 0 for the article after the one before, else a one and what
  /// it is, with the number as text.
  func numberBits() -> [UInt8] {
    var bits = PrintableBits()
    var last = 0
    for row in texts.numbers {
      let simple = row.flatMap {
        $0.kind == .article && $0.number.isSimple && $0.number.insertions.isEmpty
          ? $0.number.last : nil
      }
      if let simple, simple == last + 1 {
        bits.write(0, 1)
      } else {
        bits.write(1, 1)
        bits.write(row.map { $0.kind.rawValue + 1 } ?? 0, 2)
        if let row {
          let digits = Array(row.number.description.utf8)
          bits.write(number: digits.count)
          for digit in digits { bits.write(Int(digit), 7) }
        }
      }
      if let simple { last = simple }
    }
    return bits.finish()
  }

  // MARK: The core

  /// The script of the core.
  func coreScript(_ core: borrowing CoreBits) -> [UInt8] {
    var bits = PrintableBits()
    alphabet.write(to: &bits)
    textCodes.steps.writeWidths(to: &bits)
    textCodes.distances.writeWidths(to: &bits)
    placeCode.write(to: &bits)
    frequencyCode.write(to: &bits)
    bits.write(number: texts.revisions.count)
    bits.write(numbers: texts.revisions.map(\.unitCount))
    for revision in texts.revisions {
      bits.write(revision.continuesRegulation ? 1 : 0, 1)
      bits.write(RevisionStatus.allCases.firstIndex(of: revision.status) ?? 0, 3)
    }
    bits.write(number: texts.files.count)
    bits.write(numbers: texts.files.map(\.unitCount))
    bits.write(numbers: texts.files.map(\.placeCount))
    core.write(to: &bits, alphabetCount: alphabet.units.count)
    let units = segments.reduce(0) { $0 + $1.index.unitCount(of: IndexField.text) }
    let length = segments.reduce(0) { $0 + $1.index.totalLength(of: IndexField.text) }
    let nodes = segments.reduce(0) { $0 + $1.nodeCount }
    let values: [(String, Int)] = [
      ("units", units), ("length", length), ("nodes", nodes), ("placeCount", texts.folded.count),
      ("rows", texts.starts.count),
      ("textsOfLengths", Self.textFilesOfLengths),
    ]
    let members = values.map { "\"\($0)\":\($1)" }.joined(separator: ",")
    let states = RevisionStatus.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ",")
    return Array("tiaowen.core({\(members),\"states\":[\(states)]},\"".utf8) + bits.finish()
      + Array("\");\n".utf8)
  }
}
