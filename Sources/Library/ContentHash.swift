/// A fingerprint of bytes: 128 bits that differ when the bytes do.
///
/// It tells changed files from unchanged ones and damaged sections from whole
/// ones. It does not withstand someone who looks for a collision.
public struct ContentHash: Hashable, Sendable, CustomStringConvertible {
  let high: UInt64
  let low: UInt64

  /// The fingerprint of a file of which nothing is known.
  static let unknown = ContentHash(high: 0, low: 0)

  /// The fingerprint of `bytes`.
  public init(_ bytes: [UInt8]) {
    self = bytes.withUnsafeBytes { ContentHash($0) }
  }

  /// The fingerprint of a file's bytes and those of its sidecar.
  ///
  /// An empty sidecar is none.
  public init(_ bytes: [UInt8], sidecar: [UInt8]) {
    let file = ContentHash(bytes)
    guard !sidecar.isEmpty else {
      self = file
      return
    }
    let beside = ContentHash(sidecar)
    self = ContentHash(Array("\(file) \(beside)".utf8))
  }

  /// The fingerprint of a buffer.
  public init(_ bytes: UnsafeRawBufferPointer) {
    var high: UInt64 = 0x9E37_79B9_7F4A_7C15
    var low: UInt64 = 0xC2B2_AE3D_27D4_EB4F ^ UInt64(bytes.count)
    var offset = 0
    while offset <= bytes.count - 16 {
      let first = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
      let second = bytes.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self).littleEndian
      Self.mix(first, second, into: &high, &low)
      offset += 16
    }
    var last: (UInt64, UInt64) = (0, 0)
    withUnsafeMutableBytes(of: &last) { rest in
      for index in offset..<bytes.count { rest[index - offset] = bytes[index] }
    }
    Self.mix(last.0.littleEndian, last.1.littleEndian, into: &high, &low)
    Self.mix(0, 0, into: &high, &low)
    self.init(high: high, low: low)
  }

  /// The fingerprint of a text without its blanks, however it is laid out.
  init(textOf units: some Sequence<UInt16>) {
    let letters = units.filter { $0 > 0x20 && $0 != 0xA0 && $0 != 0x3000 }
    self = letters.withUnsafeBytes { ContentHash($0) }
  }

  init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// The fingerprint as 32 hexadecimal digits.
  public var description: String { Self.hexadecimal(high) + Self.hexadecimal(low) }

  /// Every step can be undone, so that no change of one word is lost in it.
  @inline(__always)
  private static func mix(
    _ first: UInt64, _ second: UInt64, into high: inout UInt64, _ low: inout UInt64
  ) {
    high = (high ^ first) &* 0x9FB2_1C65_1E98_DF25
    low = (low ^ second) &* 0xD6E8_FEB8_6659_FD93
    high ^= high >> 32
    low ^= low >> 29
    high = high &+ low
    low = (low << 23 | low >> 41) ^ high
  }

  private static func hexadecimal(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
