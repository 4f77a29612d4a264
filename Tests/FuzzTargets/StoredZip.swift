/// Makes zip containers whose parts are stored as they are.
enum StoredZip {
  /// The container of parts with their names.
  static func archive(_ parts: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for (name, bytes) in parts {
      let offset = archive.count
      let header =
        little(20, 2) + [UInt8](repeating: 0, count: 8) + little(Int(checksum(of: bytes)), 4)
        + little(bytes.count, 4) + little(bytes.count, 4) + little(name.utf8.count, 2)
        + little(0, 2)
      archive += little(0x0403_4B50, 4) + header + name.utf8 + bytes
      directory += little(0x0201_4B50, 4) + little(20, 2) + header
      directory += [UInt8](repeating: 0, count: 10) + little(offset, 4) + name.utf8
    }
    let count = little(parts.count, 2)
    return archive + directory + little(0x0605_4B50, 4) + little(0, 4) + count + count
      + little(directory.count, 4) + little(archive.count, 4) + little(0, 2)
  }

  private static func little(_ number: Int, _ byteCount: Int) -> [UInt8] {
    (0..<byteCount).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }

  /// CRC-32 as zip uses it.
  private static func checksum(of bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(UInt32.max) { checksum, byte in
      checksum >> 8 ^ table[Int((checksum ^ UInt32(byte)) & 0xFF)]
    }
  }

  private static let table: [UInt32] = (0..<256).map { start in
    (0..<8).reduce(UInt32(start)) { value, _ in
      value >> 1 ^ (value & 1 == 1 ? 0xEDB8_8320 : 0)
    }
  }
}
