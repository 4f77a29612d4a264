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
    var bytes: [UInt8] = []
    bytes.reserveCapacity(3 * units.count)
    segment.nodes.table._withUnsafeGuaranteedRef { table in
      for unit in units { segment.nodes.code.append(table.number(of: unit), of: unit, to: &bytes) }
    }
    self.bytes = bytes
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

  /// Calls `body` with each place of phrases from where a decoder stands, which
  /// goes on up to the last of them.
  ///
  /// Places are ascending by their starts, in UTF-16 units of the node's text.
  /// Those of one phrase do not overlap.
  static func forEachPlace(
    of phrases: [CodedPhrase], in decoder: inout CodeDecoder, _ body: (Range<Int>) -> Void
  ) {
    if phrases.count == 1, let phrase = phrases.first {
      var place = phrase.place(in: decoder.codes, decoder.code, from: decoder.offset)
      while place < .max { phrase.pass(&place, &decoder, body) }
      return
    }
    withUnsafeTemporaryAllocation(of: Int.self, capacity: phrases.count) { next in
      for (index, phrase) in phrases.enumerated() {
        next[index] = phrase.place(in: decoder.codes, decoder.code, from: decoder.offset)
      }
      while let index = next.indices.min(by: { next[$0] < next[$1] }), next[index] < .max {
        phrases[index].pass(&next[index], &decoder, body)
      }
    }
  }

  /// Has a decoder go up to a place, and finds the next one.
  @inline(__always)
  private func pass(
    _ place: inout Int, _ decoder: inout CodeDecoder, _ body: (Range<Int>) -> Void
  ) {
    decoder.decode(upToOffset: place)
    if decoder.offset == place { body(decoder.unitCount..<(decoder.unitCount &+ unitCount)) }
    place = self.place(in: decoder.codes, decoder.code, from: place &+ bytes.count)
  }

  /// Where the phrase first stands at or after an offset, or `.max`.
  private func place(
    in codes: UnsafeRawBufferPointer, _ code: TextCode, from start: Int
  ) -> Int {
    var index = start
    while let place = firstIndex(in: codes, from: index) {
      if code.isBoundary(place, in: codes) { return place }
      index = place + 1
    }
    return .max
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
  /// Looks at sixteen places at a time for the first and the last byte; the last
  /// sixteen places of a text begin where they end with it.
  private func firstIndex(in codes: UnsafeRawBufferPointer, from start: Int) -> Int? {
    let lastStretch = codes.count &- bytes.count &- 15
    guard lastStretch >= 0 else { return firstIndexInFew(codes, from: start) }
    var index = start
    while index < lastStretch {
      let lanes = lanes(at: index, in: codes)
      guard lanes != .zero else {
        index &+= 16
        continue
      }
      index &+= Self.firstLane(lanes)
      if stands(at: index, in: codes) { return index }
      index &+= 1
    }
    while index < lastStretch &+ 16 {
      let lanes = Self.without(index &- lastStretch, lanes(at: lastStretch, in: codes))
      guard lanes != .zero else { return nil }
      index = lastStretch &+ Self.firstLane(lanes)
      if stands(at: index, in: codes) { return index }
      index &+= 1
    }
    return nil
  }

  /// The same for a text of few places.
  private func firstIndexInFew(_ codes: UnsafeRawBufferPointer, from start: Int) -> Int? {
    var index = start
    while index &+ bytes.count <= codes.count {
      if stands(at: index, in: codes) { return index }
      index &+= 1
    }
    return nil
  }

  /// A byte of ones for each of sixteen places that have the first and the last byte.
  @inline(__always)
  private func lanes(at index: Int, in codes: UnsafeRawBufferPointer) -> SIMD2<UInt64> {
    let left = codes.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
    let right = codes.loadUnaligned(
      fromByteOffset: index &+ bytes.count &- 1, as: SIMD16<UInt8>.self)
    let firsts = unsafeBitCast(SIMD2(first, first), to: SIMD16<UInt8>.self)
    let lasts = unsafeBitCast(SIMD2(last, last), to: SIMD16<UInt8>.self)
    let areBoth = (left .== firsts) .& (right .== lasts)
    let lanes = SIMD16<UInt8>.zero.replacing(with: 0xFF, where: areBoth)
    return unsafeBitCast(lanes, to: SIMD2<UInt64>.self)
  }

  @inline(__always)
  private static func firstLane(_ lanes: SIMD2<UInt64>) -> Int {
    let low = lanes.x.littleEndian
    let bit =
      low != 0 ? low.trailingZeroBitCount : 64 &+ lanes.y.littleEndian.trailingZeroBitCount
    return bit >> 3
  }

  /// The lanes from `count` on.
  @inline(__always)
  private static func without(_ count: Int, _ lanes: SIMD2<UInt64>) -> SIMD2<UInt64> {
    var rest = lanes
    rest.x &= count < 8 ? (UInt64.max << UInt64(8 * count)).littleEndian : 0
    rest.y &= count <= 8 ? .max : (UInt64.max << UInt64(8 * (count - 8))).littleEndian
    return rest
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

  /// Appends the code of a unit that has a number in the alphabet, or none.
  @inline(__always)
  fileprivate func append(_ number: Int?, of unit: UInt16, to bytes: inout [UInt8]) {
    guard let number else {
      bytes.append(UInt8(Self.raw))
      bytes.append(UInt8(truncatingIfNeeded: unit))
      bytes.append(UInt8(unit >> 8))
      return
    }
    guard number >= singleCount else { return bytes.append(UInt8(number)) }
    let rest = number - singleCount
    bytes.append(UInt8(truncatingIfNeeded: singleCount + rest >> 8))
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }
}
