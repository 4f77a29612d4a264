internal import NgramIndex

extension String {
  /// The text of UTF-16 units; lone surrogates become U+FFFD.
  ///
  /// Several times faster than the standard library's decoding, which goes
  /// through one scalar parser for all encodings.
  init(utf16 units: UnsafeBufferPointer<UInt16>) {
    // A unit of three bytes is written with four.
    self.init(unsafeUninitializedCapacity: units.count * 3 + 1) { bytes in
      var count = 0
      var index = 0
      while index < units.count {
        let unit = UInt32(units[index])
        if unit >= 0x800, unit & 0xF800 != 0xD800 {
          Self.writeThree(unit, to: bytes, at: count)
          count &+= 3
          index &+= 1
        } else {
          count &+= Self.write(Self.scalar(in: units, at: &index), to: bytes, at: count)
        }
      }
      return count
    }
  }

  @inline(__always)
  private static func scalar(
    in units: UnsafeBufferPointer<UInt16>, at index: inout Int
  ) -> UInt32 {
    let unit = UInt32(units[index])
    index += 1
    guard unit & 0xF800 == 0xD800 else { return unit }
    guard unit < 0xDC00, index < units.count, units[index] & 0xFC00 == 0xDC00 else {
      return 0xFFFD
    }
    let low = UInt32(units[index])
    index += 1
    return 0x10000 + (unit & 0x3FF) << 10 + low & 0x3FF
  }

  /// Writes a scalar of three bytes of UTF-8, and a byte after it.
  @inline(__always)
  static func writeThree(
    _ scalar: UInt32, to bytes: UnsafeMutableBufferPointer<UInt8>, at start: Int
  ) {
    UnsafeMutableRawPointer(bytes.baseAddress)?.storeBytes(
      of: threeBytes(scalar), toByteOffset: start, as: UInt32.self)
  }

  /// A scalar of three bytes of UTF-8 as it lies in memory, and a zero.
  @inline(__always)
  static func threeBytes(_ scalar: UInt32) -> UInt32 {
    let trails = (0x80 | scalar >> 6 & 0x3F) << 8 | (0x80 | scalar & 0x3F) << 16
    return (0xE0 | scalar >> 12 | trails).littleEndian
  }

  /// Writes a scalar as UTF-8 and returns how many bytes it takes.
  @inline(__always)
  static func write(
    _ scalar: UInt32, to bytes: UnsafeMutableBufferPointer<UInt8>, at start: Int
  ) -> Int {
    func trail(_ shift: UInt32) -> UInt8 {
      0x80 | UInt8(truncatingIfNeeded: scalar >> shift) & 0x3F
    }
    if scalar < 0x80 {
      bytes[start] = UInt8(truncatingIfNeeded: scalar)
      return 1
    }
    if scalar < 0x800 {
      bytes[start] = 0xC0 | UInt8(truncatingIfNeeded: scalar >> 6)
      bytes[start + 1] = trail(0)
      return 2
    }
    if scalar < 0x10000 {
      bytes[start] = 0xE0 | UInt8(truncatingIfNeeded: scalar >> 12)
      bytes[start + 1] = trail(6)
      bytes[start + 2] = trail(0)
      return 3
    }
    bytes[start] = 0xF0 | UInt8(truncatingIfNeeded: scalar >> 18)
    bytes[start + 1] = trail(12)
    bytes[start + 2] = trail(6)
    bytes[start + 3] = trail(0)
    return 4
  }
}

extension [UInt16] {
  /// Appends the UTF-16 units of a text.
  ///
  /// Several times faster than going through `String.utf16`.
  package mutating func append(utf16Of text: String) {
    // No text has more units than bytes.
    self += [UInt16](unsafeUninitializedCapacity: text.utf8.count) { units, count in
      count = text.write(utf16: units)
    }
  }
}

extension GrowingArray<UInt16> {
  /// Appends the UTF-16 units of a text and returns how many they are.
  mutating func append(utf16Of text: String) -> Int {
    let start = count
    append(upTo: text.utf8.count) { text.write(utf16: $0) }
    return count - start
  }
}

extension String {
  /// Writes the UTF-16 units and returns how many they are.
  ///
  /// - Parameter units: Room for as many as there are bytes of UTF-8.
  fileprivate func write(utf16 units: UnsafeMutableBufferPointer<UInt16>) -> Int {
    var text = self
    return text.withUTF8 { Self.write($0, as: units) }
  }

  private static func write(
    _ bytes: UnsafeBufferPointer<UInt8>, as units: UnsafeMutableBufferPointer<UInt16>
  ) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var index = 0
    var count = 0
    while index < bytes.count {
      if index &+ 4 <= bytes.count {
        let word = UInt32(
          littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt32.self))
        if word & 0xF0 == 0xE0 {
          let high = (word & 0x0F) << 12 | (word & 0x3F00) >> 2
          units[count] = UInt16(truncatingIfNeeded: high | word >> 16 & 0x3F)
          count &+= 1
          index &+= 3
          continue
        }
      }
      let scalar = scalar(in: bytes, at: &index)
      if scalar < 0x10000 {
        units[count] = UInt16(truncatingIfNeeded: scalar)
      } else {
        units[count] = UInt16(truncatingIfNeeded: 0xD7C0 + scalar >> 10)
        count &+= 1
        units[count] = UInt16(truncatingIfNeeded: 0xDC00 | scalar & 0x3FF)
      }
      count &+= 1
    }
    return count
  }

  /// The scalar that begins at an index of well-formed UTF-8, as that of every
  /// string is.
  @inline(__always)
  private static func scalar(
    in bytes: UnsafeBufferPointer<UInt8>, at index: inout Int
  ) -> UInt32 {
    let first = UInt32(bytes[index])
    index += 1
    guard first >= 0x80 else { return first }
    let trailCount = first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3
    var scalar = first & (0x3F >> UInt32(trailCount))
    for _ in 0..<trailCount {
      scalar = scalar << 6 | UInt32(bytes[index]) & 0x3F
      index += 1
    }
    return scalar
  }
}
