import Foundation

/// Files that were made to break a reader, or that are simply broken.
enum HostileFiles {
  /// A Word file, whole but for its `word/document.xml`.
  static func word(document: Data, declaredByteCount: Int? = nil, method: UInt16 = 0) -> Data {
    let types = Data(
      """
      <?xml version="1.0" encoding="UTF-8"?><Types \
      xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default \
      Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" \
      ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>\
      </Types>
      """.utf8)
    var archive = ZipArchive()
    archive.add(types, named: "[Content_Types].xml")
    archive.add(
      document, named: "word/document.xml", method: method, inflatedByteCount: declaredByteCount)
    return archive.finished
  }

  /// A Word file of one paragraph.
  static func word(text: String) -> Data {
    word(
      document: Data(
        """
        <?xml version="1.0" encoding="UTF-8"?><w:document \
        xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>\
        <w:t>\(text)</w:t></w:r></w:p></w:body></w:document>
        """.utf8))
  }

  /// A Word file whose document inflates to 300 MB of one byte.
  ///
  /// The deflated block repeats the byte before it: 13 bits for every 258 bytes.
  static var zipBomb: Data {
    let repetitions = 300_000_000 / 258
    var bits = BitWriter()
    bits.append(0b011, count: 3)
    bits.appendReversed(0x30, count: 8)
    for _ in 0..<repetitions {
      bits.appendReversed(0b1100_0101, count: 8)
      bits.append(0, count: 5)
    }
    bits.append(0, count: 7)
    return word(
      document: bits.finished, declaredByteCount: repetitions * 258 + 1, method: 8)
  }

  /// A Word file whose document expands entities of entities.
  static var entityBomb: Data {
    var declarations = "<!ENTITY a0 \"哈\">"
    for level in 1..<12 {
      let reference = String(repeating: "&a\(level - 1);", count: 10)
      declarations += "<!ENTITY a\(level) \"\(reference)\">"
    }
    return wordWithDocumentType(declarations, text: "&a11;")
  }

  /// A Word file that asks for a file of the reader's machine.
  static var externalEntity: Data {
    wordWithDocumentType("<!ENTITY secret SYSTEM \"file:///etc/passwd\">", text: "&secret;")
  }

  private static func wordWithDocumentType(_ declarations: String, text: String) -> Data {
    word(
      document: Data(
        """
        <?xml version="1.0" encoding="UTF-8"?><!DOCTYPE w:document [\(declarations)]><w:document \
        xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>\
        <w:t>\(text)</w:t></w:r></w:p></w:body></w:document>
        """.utf8))
  }

  /// What Word makes of a document with a password: an OLE file with an
  /// EncryptedPackage.
  static var encryptedWord: Data {
    var bytes = [UInt8](repeating: 0, count: 2048)
    bytes.replaceSubrange(0..<8, with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
    // Version 3, little-endian, sectors of 512 bytes; one table sector, then
    // the directory.
    bytes.replaceSubrange(24..<34, with: [0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0])
    bytes[44] = 1
    bytes[48] = 1
    bytes.replaceSubrange(60..<64, with: [0xFE, 0xFF, 0xFF, 0xFF])
    bytes.replaceSubrange(68..<72, with: [0xFE, 0xFF, 0xFF, 0xFF])
    for index in 76..<1024 { bytes[index] = 0xFF }
    bytes.replaceSubrange(76..<80, with: [0, 0, 0, 0])
    bytes.replaceSubrange(512..<520, with: [0xFD, 0xFF, 0xFF, 0xFF, 0xFE, 0xFF, 0xFF, 0xFF])
    for (number, name) in ["Root Entry", "EncryptionInfo", "EncryptedPackage"].enumerated() {
      let start = 1024 + number * 128
      let units = Array(name.utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      bytes.replaceSubrange(start..<(start + units.count), with: units)
      bytes[start + 64] = UInt8(units.count + 2)
      bytes[start + 66] = number == 0 ? 5 : 2
    }
    return Data(bytes)
  }
}

/// Bits as deflate packs them: the lowest bit of a byte first.
private struct BitWriter {
  private var bytes: [UInt8] = []
  private var pending: UInt64 = 0
  private var pendingCount = 0

  mutating func append(_ value: UInt64, count: Int) {
    pending |= value << UInt64(pendingCount)
    pendingCount += count
    while pendingCount >= 8 {
      bytes.append(UInt8(pending & 0xFF))
      pending >>= 8
      pendingCount -= 8
    }
  }

  /// Huffman codes stand with their highest bit first.
  mutating func appendReversed(_ value: UInt64, count: Int) {
    for bit in (0..<count).reversed() { append(value >> UInt64(bit) & 1, count: 1) }
  }

  var finished: Data {
    pendingCount == 0 ? Data(bytes) : Data(bytes + [UInt8(pending & 0xFF)])
  }
}

/// A zip archive of parts that are stored or were deflated elsewhere.
private struct ZipArchive {
  private var bytes = Data()
  private var directory = Data()
  private var count: UInt16 = 0

  mutating func add(
    _ data: Data, named name: String, method: UInt16 = 0, inflatedByteCount: Int? = nil
  ) {
    let offset = UInt32(bytes.count)
    var header = Data()
    header.append(little: UInt16(20))
    header.append(little: UInt16(0))
    header.append(little: method)
    header.append(little: UInt32(0))
    header.append(little: method == 0 ? Self.checksum(of: data) : 0)
    header.append(little: UInt32(data.count))
    header.append(little: UInt32(inflatedByteCount ?? data.count))
    header.append(little: UInt16(name.utf8.count))
    header.append(little: UInt16(0))
    bytes.append(little: UInt32(0x0403_4B50))
    bytes += header + Data(name.utf8) + data
    directory.append(little: UInt32(0x0201_4B50))
    directory.append(little: UInt16(20))
    directory += header
    directory += Data(count: 10)
    directory.append(little: offset)
    directory += Data(name.utf8)
    count += 1
  }

  var finished: Data {
    var end = Data()
    end.append(little: UInt32(0x0605_4B50))
    end.append(little: UInt32(0))
    end.append(little: count)
    end.append(little: count)
    end.append(little: UInt32(directory.count))
    end.append(little: UInt32(bytes.count))
    end.append(little: UInt16(0))
    return bytes + directory + end
  }

  /// CRC-32 as zip uses it.
  private static func checksum(of data: Data) -> UInt32 {
    var checksum = UInt32.max
    for byte in data {
      checksum ^= UInt32(byte)
      for _ in 0..<8 { checksum = checksum >> 1 ^ (checksum & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
    return ~checksum
  }
}

extension Data {
  fileprivate mutating func append<Number: FixedWidthInteger>(little number: Number) {
    Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
  }
}
