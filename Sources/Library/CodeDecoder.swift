/// Decodes the codes of a text into UTF-8, from the first on.
///
/// What the room holds is UTF-8, whatever the codes are: lone surrogates and
/// codes of no unit become U+FFFD.
struct CodeDecoder {
  /// The bytes that a unit may take; one of three bytes is written with four.
  static let bytesOfAUnit = 3
  let code: TextCode
  let codes: UnsafeRawBufferPointer
  private let words: UnsafePointer<UInt32>
  private let utf8: UnsafeMutableBufferPointer<UInt8>
  /// Where the next code begins.
  private(set) var offset = 0
  /// The units that were decoded.
  private(set) var unitCount = 0
  /// The bytes of UTF-8 that they take.
  private(set) var byteCount = 0

  /// Calls `body` with a decoder that stands before the first code.
  static func withDecoder<Result>(
    of codes: UnsafeRawBufferPointer, _ code: TextCode, _ words: UnsafePointer<UInt32>,
    _ body: (inout CodeDecoder) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytesOfAUnit * codes.count + 1) {
      var decoder = CodeDecoder(code: code, codes: codes, words: words, utf8: $0)
      return body(&decoder)
    }
  }

  private init(
    code: TextCode, codes: UnsafeRawBufferPointer, words: UnsafePointer<UInt32>,
    utf8: UnsafeMutableBufferPointer<UInt8>
  ) {
    self.words = words
    self.code = code
    self.codes = codes
    self.utf8 = utf8
  }

  /// Passes over units up to a position without decoding them.
  mutating func skip(toUnit position: Int) {
    while unitCount < position, offset < codes.count {
      offset &+= code.byteCount(at: offset, in: codes)
      unitCount &+= 1
    }
    offset = min(offset, codes.count)
  }

  /// Decodes the units before a position, as far as there are.
  mutating func decode(upToUnit position: Int) {
    decode(most: position &- unitCount, upTo: codes.count)
  }

  /// Decodes all codes that begin before an offset.
  mutating func decode(upToOffset end: Int) {
    decode(most: .max, upTo: min(end, codes.count))
  }

  /// The text that was decoded after so many bytes of UTF-8.
  func string(from start: Int) -> String {
    let bytes = UnsafeBufferPointer(rebasing: utf8[start..<byteCount])
    // What was written is UTF-8, whatever the codes are.
    return unsafe String(copying: UTF8Span(unchecked: bytes.span))
  }

  private mutating func decode(most: Int, upTo end: Int) {
    var left = most
    while left > 0, offset < end {
      decodeWords(&left, upTo: end)
      guard left > 0, offset < end else { break }
      decodeScalar(&left)
    }
  }

  /// Decodes a unit, or two that are one scalar.
  private mutating func decodeScalar(_ left: inout Int) {
    let unit = UInt32(code.next(in: codes, at: &offset))
    left &-= 1
    unitCount &+= 1
    var scalar = unit & 0xF800 == 0xD800 ? 0xFFFD : unit
    if unit & 0xFC00 == 0xD800, left > 0, offset < codes.count {
      var after = offset
      let low = UInt32(code.next(in: codes, at: &after))
      if low & 0xFC00 == 0xDC00 {
        scalar = 0x10000 + (unit & 0x3FF) << 10 + low & 0x3FF
        offset = after
        left &-= 1
        unitCount &+= 1
      }
    }
    byteCount &+= String.write(scalar, to: utf8, at: byteCount)
  }

  /// Decodes codes up to the first that has no word.
  ///
  /// Whether a code has one byte or two cannot be foreseen, so that a branch would
  /// cost more than the rest; both are worked out, and one is taken. Eight bytes
  /// hold four codes whatever they are; the first byte is the highest.
  @inline(__always)
  private mutating func decodeWords(_ left: inout Int, upTo end: Int) {
    guard let codes = codes.baseAddress, let utf8 = UnsafeMutableRawPointer(utf8.baseAddress)
    else { return }
    let words = words
    // The least eight bytes that begin with a code of two.
    let leastPair = UInt64(code.singleCount) &<< 56
    var (offset, byteCount, done) = (offset, byteCount, 0)
    /// Takes the first code off `bytes`; fails where it has no word.
    @inline(__always)
    func take(_ bytes: inout UInt64) -> Bool {
      let isPair: UInt64 = bytes >= leastPair ? 1 : 0
      let bitCount = 8 &+ 8 &* isPair
      let word = words[Int(truncatingIfNeeded: bytes &>> (64 &- bitCount))]
      guard word != 0 else { return false }
      utf8.storeBytes(of: word.littleEndian, toByteOffset: byteCount, as: UInt32.self)
      byteCount &+= Int(word &>> 24)
      bytes = bytes &<< bitCount
      offset &+= Int(truncatingIfNeeded: bitCount &>> 3)
      return true
    }
    let most = left
    while offset &+ 8 <= end, done &+ 4 <= most {
      var bytes = codes.loadUnaligned(fromByteOffset: offset, as: UInt64.self).bigEndian
      guard take(&bytes) else { break }
      done &+= 1
      guard take(&bytes) else { break }
      done &+= 1
      guard take(&bytes) else { break }
      done &+= 1
      guard take(&bytes) else { break }
      done &+= 1
    }
    // The last byte may be the first of two, of which the second is missing.
    let last = min(end, self.codes.count &- 1)
    while offset < last, done < most {
      var bytes =
        UInt64(codes.loadUnaligned(fromByteOffset: offset, as: UInt16.self).bigEndian) &<< 48
      guard take(&bytes) else { break }
      done &+= 1
    }
    left = most &- done
    unitCount &+= done
    self.offset = offset
    self.byteCount = byteCount
  }
}
