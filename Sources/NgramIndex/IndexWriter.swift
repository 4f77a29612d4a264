/// What is written of one field.
struct FieldSections: Sendable {
  var unitCount: Int
  var unitLimit: Int
  var totalLength: Int
  var lengthCodes: [UInt8]
  var writers: [GramWriter]

  /// The first units, then what is known of each, then the end of the groups.
  var firsts: [UInt8] {
    var bytes: [UInt8] = []
    for writer in writers {
      for first in writer.firsts { bytes.appendLittleEndian(Int(first.unit), width: 2) }
    }
    bytes.alignTo8()
    var listStart = 0
    var groupStart = 0
    for writer in writers {
      for first in writer.firsts {
        bytes.appendLittleEndian(first.count, width: 4)
        bytes.appendLittleEndian(first.listOffset + listStart, width: 4)
        bytes.appendLittleEndian(first.firstGroup + groupStart, width: 4)
      }
      listStart += writer.lists.count
      groupStart += writer.groupSeconds.count
    }
    bytes.appendLittleEndian(0, width: 4)
    bytes.appendLittleEndian(listStart, width: 4)
    bytes.appendLittleEndian(groupStart, width: 4)
    return bytes
  }

  /// What stands second in the first bigram of each group, then the groups' places.
  var groupTable: [UInt8] {
    var bytes: [UInt8] = []
    for writer in writers {
      for second in writer.groupSeconds { bytes.appendLittleEndian(Int(second), width: 2) }
    }
    bytes.alignTo8()
    var start = 0
    for writer in writers {
      for offset in writer.groupOffsets { bytes.appendLittleEndian(offset + start, width: 4) }
      start += writer.groups.count
    }
    return bytes
  }
}

enum IndexWriter {
  /// The bytes of an index of `fields`.
  static func bytes(of fields: [FieldSections]) -> [UInt8] {
    let sizes = fields.map { $0.writers.reduce(0) { $0 + $1.lists.count + $1.groups.count } }
    var body: [UInt8] = []
    body.reserveCapacity(sizes.reduce(0, +) * 17 / 16 + 4096)
    var bytes = IndexFormat.magic
    bytes.appendLittleEndian(IndexFormat.version, width: 4)
    bytes.appendLittleEndian(fields.count, width: 4)
    let start = IndexFormat.headerByteCount + fields.count * IndexFormat.fieldByteCount
    var table: [UInt8] = []
    for field in fields {
      table.appendLittleEndian(field.unitCount, width: 4)
      table.appendLittleEndian(field.unitLimit, width: 4)
      table.appendLittleEndian(field.totalLength, width: 8)
      appendSection(to: &body, &table, start) { $0 += field.firsts }
      appendSection(to: &body, &table, start) { $0 += field.groupTable }
      appendSection(to: &body, &table, start) {
        for writer in field.writers { $0 += writer.groups }
      }
      appendSection(to: &body, &table, start) { for writer in field.writers { $0 += writer.lists } }
      appendSection(to: &body, &table, start) { $0 += field.lengthCodes }
    }
    bytes.appendLittleEndian(start + body.count + IndexFormat.trailerByteCount, width: 8)
    bytes.appendLittleEndian(IndexFormat.fieldByteCount, width: 8)
    bytes += table
    bytes.reserveCapacity(start + body.count + IndexFormat.trailerByteCount)
    bytes += body
    appendTrailer(to: &bytes, headerByteCount: start)
    return bytes
  }

  private static func appendSection(
    to body: inout [UInt8], _ table: inout [UInt8], _ start: Int, _ write: (inout [UInt8]) -> Void
  ) {
    let offset = body.count
    write(&body)
    table.appendLittleEndian(start + offset, width: 8)
    table.appendLittleEndian(body.count - offset, width: 8)
    body.alignTo8()
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
