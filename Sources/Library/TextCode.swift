// The text section begins with its alphabet:
//
//     0   2  S, the number of units that have a code of one byte; at most 255
//     2   2  n, the number of units in the alphabet
//     4  2n  the alphabet: UTF-16 units, the most frequent first, those of one
//            frequency in ascending order
//
// A text is a run of codes, of which the first byte b says what follows:
//
//     b < S         the unit alphabet[b]
//     S <= b < 255  one byte c: the unit alphabet[S + (b - S) * 256 + c]
//     255           two bytes: the unit itself; only units outside the alphabet
//
// S is the largest that leaves room for the rest of the alphabet, which holds as
// many units as there are codes. With S = 2 and the alphabet 的, 条, 第, 目 the
// text 第目的 is 02 00 02 01 00.

/// The units that a segment's texts are made of, as they lie in the file.
///
/// A plain value, so that loops cost no reference counting. No codes make it
/// trap: what stands for no unit is U+FFFD. The segment must outlive it.
package struct TextCode: @unchecked Sendable {
  static let raw = 255
  /// The number of units that have a code of one byte.
  @usableFromInline let singleCount: Int
  /// The number of units in the alphabet.
  @usableFromInline let unitCount: Int
  /// Where the first node's text may begin.
  let headerByteCount: Int
  @usableFromInline let alphabet: UnsafeRawBufferPointer

  init(_ section: ByteView) {
    let count = Int(section.number(at: 2, as: UInt16.self))
    alphabet = section.part(at: 4, byteCount: 2 * count).compared
    unitCount = alphabet.count / 2
    singleCount = min(Int(section.number(at: 0, as: UInt16.self)), Self.raw, unitCount)
    headerByteCount = min(4 + 2 * count, section.count)
  }

  /// The unit of a number in the alphabet.
  @inlinable
  func unit(_ index: Int) -> UInt16 { index < unitCount ? known(index) : 0xFFFD }

  @inlinable @inline(__always)
  func known(_ index: Int) -> UInt16 {
    UInt16(littleEndian: alphabet.loadUnaligned(fromByteOffset: 2 &* index, as: UInt16.self))
  }

  /// The unit of the code at an offset, which moves to the next one.
  @inlinable @inline(__always)
  func next(in codes: UnsafeRawBufferPointer, at offset: inout Int) -> UInt16 {
    let first = Int(codes[offset])
    offset &+= 1
    if first < singleCount { return known(first) }
    guard offset < codes.count else { return 0xFFFD }
    let second = Int(codes[offset])
    offset &+= 1
    if first < 255 { return unit(singleCount &+ (first &- singleCount) &* 256 &+ second) }
    guard offset < codes.count else { return 0xFFFD }
    defer { offset &+= 1 }
    return UInt16(second) | UInt16(codes[offset]) << 8
  }

  /// Decodes codes into room for as many units, and returns how many they give.
  func decode(
    _ codes: UnsafeRawBufferPointer, into units: UnsafeMutableBufferPointer<UInt16>
  ) -> Int {
    var offset = 0
    var count = 0
    while offset < codes.count, count < units.count {
      units[count] = next(in: codes, at: &offset)
      count &+= 1
    }
    return count
  }

  /// Where the code of a unit begins, counted from the first; the end if there is none.
  func offset(ofUnit index: Int, in codes: UnsafeRawBufferPointer) -> Int {
    var offset = 0
    var index = index
    while index > 0, offset < codes.count {
      offset &+= byteCount(at: offset, in: codes)
      index &-= 1
    }
    return min(offset, codes.count)
  }

  /// The bytes of the code at a place.
  @inline(__always)
  func byteCount(at place: Int, in codes: UnsafeRawBufferPointer) -> Int {
    let first = Int(codes[place])
    return first < singleCount ? 1 : first < Self.raw ? 2 : 3
  }
}

/// Gives units their codes, by how often they stand in the texts of a segment.
struct TextCoder {
  /// The most units that have a code of one or two bytes.
  static let largestAlphabet = 255 * 256
  private let alphabet: [UInt16]
  private let singleCount: Int
  /// Of each unit the bytes of its code, the first lowest, and above them their number.
  private let codes: [UInt32]
  /// The bytes that the counted texts take, alphabet included.
  let byteCount: Int

  /// The codes for texts in which each unit stands so many times.
  init(counts: [Int]) {
    let present = counts.indices.filter { counts[$0] > 0 }
    let ordered = present.sorted { counts[$0] == counts[$1] ? $0 < $1 : counts[$0] > counts[$1] }
    alphabet = ordered.prefix(Self.largestAlphabet).map { UInt16($0) }
    singleCount = min(TextCode.raw, (Self.largestAlphabet - alphabet.count) / 255)
    var codes = (0...0xFFFF).map { 3 << 24 | UInt32($0) << 8 | UInt32(TextCode.raw) }
    for (index, unit) in alphabet.enumerated() {
      let rest = UInt32(max(0, index - singleCount))
      codes[Int(unit)] =
        index < singleCount
        ? 1 << 24 | UInt32(index)
        : 2 << 24 | (rest & 255) << 8 | UInt32(singleCount) + rest >> 8
    }
    self.codes = codes
    byteCount = present.reduce(4 + 2 * alphabet.count) { $0 + counts[$1] * Int(codes[$1] >> 24) }
  }

  /// The head of the text section.
  var header: [UInt8] {
    var writer = ByteWriter()
    writer.append(UInt16(singleCount))
    writer.append(UInt16(alphabet.count))
    for unit in alphabet { writer.append(unit) }
    return writer.bytes
  }

  /// Writes the codes of a text from an offset on, which moves behind them.
  ///
  /// There must be room for three bytes more: how many a code has cannot be
  /// foreseen, so that always four are written.
  func write(
    _ text: UnsafeBufferPointer<UInt16>, to bytes: UnsafeMutableBufferPointer<UInt8>,
    at offset: inout Int
  ) {
    codes.withUnsafeBufferPointer { codes in
      let raw = UnsafeMutableRawBufferPointer(bytes)
      for unit in text {
        let code = codes[Int(unit)]
        raw.storeBytes(of: code.littleEndian, toByteOffset: offset, as: UInt32.self)
        offset &+= Int(code >> 24)
      }
    }
  }
}
