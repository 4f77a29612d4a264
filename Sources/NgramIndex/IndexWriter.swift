/// What is written of one field.
struct FieldSections: Sendable {
  /// The numbers of the field's row before its sections.
  let numbers: [Int]
  /// The number of folded units in all texts.
  let totalLength: Int
  private let alphabet: [UInt16]
  private let lengthCodes: [UInt8]
  private let units: [GramPart]
  private let pairs: [GramPart]
  private let offsetWidth: Int

  /// - Parameters:
  ///   - units: The units that occur, with the pairs that begin with each.
  ///   - pairs: Frequent pairs, with the trigrams that begin with each.
  init(
    _ texts: borrowing RankedTexts, _ ranking: FieldRanking?, pairThreshold: Int, units: [GramPart],
    pairs: [GramPart]
  ) {
    totalLength = texts.totalLength
    alphabet = texts.alphabet
    self.units = units
    self.pairs = pairs
    lengthCodes = ranking?.lengthCodes ?? []
    let largest = (units + pairs).reduce((lists: 0, groups: 0)) {
      ($0.lists + $1.lists.count, $0.groups + $1.groups.count)
    }
    offsetWidth = IndexFormat.width(of: max(largest.lists, largest.groups))
    let shape = texts.shape
    numbers = [
      texts.units.count, shape.unitLimit, shape.rankCount,
      pairs.reduce(0) { $0 + $1.firsts.count }, pairThreshold, offsetWidth,
    ]
  }

  /// The bytes of the groups and lists.
  var postingsByteCount: Int { parts.reduce(0) { $0 + $1.lists.count + $1.groups.count } }

  private var parts: [GramPart] { units + pairs }

  /// Appends each section in the order of the format.
  func forEachSection(_ body: ((inout [UInt8]) -> Void) -> Void) {
    body(appendFirsts)
    body(appendGroupTable)
    body { bytes in for part in parts { bytes += part.groups } }
    body { bytes in for part in parts { bytes += part.lists } }
    body { bytes in bytes += lengthCodes }
  }

  /// The units, the pairs, then what is known of each, then the end of the groups.
  private func appendFirsts(to bytes: inout [UInt8]) {
    for unit in alphabet { bytes.appendLittleEndian(Int(unit), width: 2) }
    bytes.alignTo8()
    for part in pairs {
      for first in part.firsts { bytes.appendLittleEndian(Int(first.key), width: 4) }
    }
    bytes.alignTo8()
    var listStart = 0
    var groupStart = 0
    for part in parts {
      for first in part.firsts {
        bytes.appendLittleEndian(first.count, width: 4)
        bytes.appendLittleEndian(first.firstGroup + groupStart, width: 4)
        bytes.appendLittleEndian(first.listOffset + listStart, width: offsetWidth)
      }
      listStart += part.lists.count
      groupStart += part.groupRanks.count
    }
    bytes.appendLittleEndian(0, width: 4)
    bytes.appendLittleEndian(groupStart, width: 4)
    bytes.appendLittleEndian(listStart, width: offsetWidth)
  }

  /// What stands last in the first gram of each group, then the groups' places.
  private func appendGroupTable(to bytes: inout [UInt8]) {
    for part in parts {
      for rank in part.groupRanks { bytes.appendLittleEndian(Int(rank), width: 2) }
    }
    bytes.alignTo8()
    var start = 0
    for part in parts {
      for offset in part.groupOffsets {
        bytes.appendLittleEndian(offset + start, width: offsetWidth)
      }
      start += part.groups.count
    }
  }
}

enum IndexWriter {
  /// The bytes of an index of `fields`.
  static func bytes(of fields: [FieldSections]) -> [UInt8] {
    let start = IndexFormat.headerByteCount + fields.count * IndexFormat.fieldByteCount
    var bytes = [UInt8](repeating: 0, count: start)
    bytes.reserveCapacity(fields.reduce(0) { $0 + $1.postingsByteCount } * 17 / 16 + 4096)
    var table: [UInt8] = []
    for field in fields {
      table.appendLittleEndian(field.totalLength, width: 8)
      for number in field.numbers { table.appendLittleEndian(number, width: 4) }
      field.forEachSection { appendSection(to: &bytes, &table, $0) }
    }
    var header = IndexFormat.magic
    header.appendLittleEndian(IndexFormat.version, width: 4)
    header.appendLittleEndian(fields.count, width: 4)
    header.appendLittleEndian(bytes.count + IndexFormat.trailerByteCount, width: 8)
    header.appendLittleEndian(IndexFormat.fieldByteCount, width: 8)
    bytes.withUnsafeMutableBytes { $0.copyBytes(from: header + table) }
    appendTrailer(to: &bytes, headerByteCount: start)
    return bytes
  }

  private static func appendSection(
    to bytes: inout [UInt8], _ table: inout [UInt8], _ write: (inout [UInt8]) -> Void
  ) {
    let offset = bytes.count
    write(&bytes)
    table.appendLittleEndian(offset, width: 8)
    table.appendLittleEndian(bytes.count - offset, width: 8)
    bytes.alignTo8()
  }

  private static func appendTrailer(to bytes: inout [UInt8], headerByteCount: Int) {
    let header = bytes.withUnsafeBytes {
      Checksum.of(UnsafeRawBufferPointer(rebasing: $0[..<headerByteCount]))
    }
    bytes.appendLittleEndian(Int(truncatingIfNeeded: header), width: 8)
    let whole = bytes.withUnsafeBytes { Checksum.of($0) }
    bytes.appendLittleEndian(Int(truncatingIfNeeded: whole), width: 8)
    bytes += IndexFormat.endMagic
  }
}
