/// Turns UTF-8 offsets of one text into scalar offsets and line numbers.
///
/// Built in one pass; a look-up costs at most 256 bytes of counting. JSON
/// output counts in Unicode scalars, everything inside in UTF-8 bytes.
public struct TextPositions: Sendable {
  private static let stride = 256
  private let utf8: [UInt8]
  private let scalarsBefore: [UInt32]
  private let linesBefore: [UInt32]

  /// The positions of `text`.
  public init(_ text: SourceText) {
    utf8 = text.utf8
    var scalars: UInt32 = 0
    var lines: UInt32 = 0
    var scalarsBefore: [UInt32] = []
    var linesBefore: [UInt32] = []
    scalarsBefore.reserveCapacity(utf8.count / Self.stride + 1)
    linesBefore.reserveCapacity(utf8.count / Self.stride + 1)
    for (offset, byte) in utf8.enumerated() {
      if offset % Self.stride == 0 {
        scalarsBefore.append(scalars)
        linesBefore.append(lines)
      }
      if byte & 0xC0 != 0x80 { scalars += 1 }
      if byte == 0x0A { lines += 1 }
    }
    if utf8.count % Self.stride == 0 {
      scalarsBefore.append(scalars)
      linesBefore.append(lines)
    }
    self.scalarsBefore = scalarsBefore
    self.linesBefore = linesBefore
    scalarCount = Int(scalars)
    lineCount = Int(lines) + 1
  }

  /// The number of Unicode scalars in the text.
  public let scalarCount: Int

  /// The number of lines; a final line feed begins an empty line.
  public let lineCount: Int

  /// The number of scalars before a byte.
  ///
  /// - Precondition: `byteOffset` is at most the number of bytes.
  public func scalarOffset(of byteOffset: Int) -> Int {
    let block = byteOffset / Self.stride
    var count = Int(scalarsBefore[block])
    for index in (block * Self.stride)..<byteOffset where utf8[index] & 0xC0 != 0x80 {
      count += 1
    }
    return count
  }

  /// The line, counted from 1, in which a byte stands.
  ///
  /// - Precondition: `byteOffset` is at most the number of bytes.
  public func line(of byteOffset: Int) -> Int {
    let block = byteOffset / Self.stride
    var count = Int(linesBefore[block])
    for index in (block * Self.stride)..<byteOffset where utf8[index] == 0x0A {
      count += 1
    }
    return count + 1
  }
}
