/// A phrase in the code of a segment's texts, which finds it without decoding.
///
/// The bytes of a phrase may also stand where no code begins; how a text divides
/// into codes is asked only where the bytes match.
package struct CodedPhrase: Sendable {
  private let bytes: [UInt8]
  private let unitCount: Int
  /// The first and the last byte of the code, each eight times.
  private let first: UInt64
  private let last: UInt64

  /// The code of a phrase in a segment, or `nil` for no phrase.
  package init?(_ units: [UInt16], in segment: Segment) {
    unitCount = units.count
    bytes = units.flatMap { segment.nodes.code.bytes(of: $0) }
    guard let first = bytes.first, let last = bytes.last else { return nil }
    self.first = UInt64(first) &* 0x0101_0101_0101_0101
    self.last = UInt64(last) &* 0x0101_0101_0101_0101
  }

  /// How often the phrase stands in what is searched of a node, overlaps not counted.
  package func count(in node: Int, of segment: Segment) -> Int {
    let (provisions, codes) = segment.nodes.parts(of: node)
    var count = 0
    var index = 0
    while let place = firstIndex(in: codes, from: index) {
      let isThere =
        segment.nodes.code.isBoundary(place, in: codes)
        && isSearched(place, in: codes, provisions, segment.nodes.code)
      if isThere { count += 1 }
      index = place + (isThere ? bytes.count : 1)
    }
    return count
  }

  /// Where the phrase stands in what is searched of a node, overlaps left out.
  package func places(in text: NodeText, of segment: Segment) -> [Range<Int>] {
    let code = segment.nodes.code
    var places: [Range<Int>] = []
    places.reserveCapacity(4)
    var unit = text.searchedStart
    var offset = code.offset(ofUnit: unit, in: text.codes)
    var index = offset
    while let place = firstIndex(in: text.codes, from: index) {
      unit &+= code.unitCount(from: &offset, to: place, in: text.codes)
      index = place + (offset == place ? bytes.count : 1)
      if offset == place { places.append(unit..<(unit + unitCount)) }
    }
    return places
  }

  /// Whether a code lies behind the label, heading and separator of its node.
  private func isSearched(
    _ place: Int, in codes: UnsafeRawBufferPointer, _ provisions: ByteCursor, _ code: TextCode
  ) -> Bool {
    var cursor = provisions
    let start = cursor.searchedStart()
    // No code is longer than three bytes.
    guard place < 3 * start else { return true }
    // A damaged start may be far away: what lies behind the place is not walked.
    var offset = 0
    var left = start
    while left > 0, offset <= place {
      offset += code.byteCount(at: offset, in: codes)
      left -= 1
    }
    return offset <= place
  }

  /// Where the bytes first stand at or after an index.
  ///
  /// Looks at eight places at a time: a lane is zero where the first and the last
  /// byte match, and then borrows into its high bit when 1 is subtracted. Lanes
  /// above it may borrow in vain, so that only the lowest is looked at.
  private func firstIndex(in codes: UnsafeRawBufferPointer, from start: Int) -> Int? {
    let reach = bytes.count - 1
    var index = start
    while index &+ reach &+ 8 <= codes.count {
      let left = codes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let right = codes.loadUnaligned(fromByteOffset: index &+ reach, as: UInt64.self)
      let lanes = (left.littleEndian ^ first) | (right.littleEndian ^ last)
      let zeros = (lanes &- 0x0101_0101_0101_0101) & ~lanes & 0x8080_8080_8080_8080
      guard zeros != 0 else {
        index &+= 8
        continue
      }
      index &+= zeros.trailingZeroBitCount >> 3
      if stands(at: index, in: codes) { return index }
      index &+= 1
    }
    while index &+ reach < codes.count {
      if stands(at: index, in: codes) { return index }
      index &+= 1
    }
    return nil
  }

  @inline(__always)
  private func stands(at start: Int, in codes: UnsafeRawBufferPointer) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      for offset in bytes.indices where codes[start &+ offset] != bytes[offset] { return false }
      return true
    }
  }
}

extension TextCode {
  /// Whether a code begins at a place.
  ///
  /// A byte below S ends a code, and the bytes from S on that follow it are first
  /// and second bytes in turn. Only where the alphabet is full may there be codes
  /// of three bytes, and then all codes up to the place are walked through.
  fileprivate func isBoundary(_ place: Int, in codes: UnsafeRawBufferPointer) -> Bool {
    guard unitCount < TextCoder.largestAlphabet else {
      var offset = 0
      while offset < place { offset += byteCount(at: offset, in: codes) }
      return offset == place
    }
    var start = place
    while start > 0, Int(codes[start &- 1]) >= singleCount { start &-= 1 }
    return (place &- start) & 1 == 0
  }

  /// The units of the codes from an offset to a place, which the offset passes only
  /// where no code begins there.
  ///
  /// Free of branches for most codes: how long they are cannot be foreseen.
  fileprivate func unitCount(
    from offset: inout Int, to place: Int, in codes: UnsafeRawBufferPointer
  ) -> Int {
    var count = 0
    while offset < place {
      let first = Int(codes[offset])
      offset &+= first < singleCount ? 1 : 2
      if first == Self.raw { offset &+= 1 }
      count &+= 1
    }
    return count
  }

  /// The code of a unit.
  fileprivate func bytes(of unit: UInt16) -> [UInt8] {
    guard let index = index(of: unit) else {
      return [UInt8(Self.raw), UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)]
    }
    guard index >= singleCount else { return [UInt8(index)] }
    let rest = index - singleCount
    return [UInt8(truncatingIfNeeded: singleCount + rest >> 8), UInt8(truncatingIfNeeded: rest)]
  }
}
