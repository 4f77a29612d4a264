import Library
import NgramIndex

/// The files of a library as bytes, with checksums made to fit.
///
/// A change would otherwise end at the first checksum. The layout is that of
/// `SegmentFormat.swift` and `ManifestFormat.swift`.
enum LibraryBytes {
  private static let sectionCount = 6
  private static let headerFingerprint = 40 + 16 * sectionCount
  private static let bodyStart = headerFingerprint + 16
  private static let pageByteCount = 4096

  /// A segment with the page sums and the fingerprint that its bytes ask for.
  ///
  /// What is too short or has no sections where it says so stays as it is.
  static func sealed(segment bytes: [UInt8]) -> [UInt8] {
    guard bytes.count >= bodyStart + 8 else { return bytes }
    var bytes = bytes
    if let index = sections(of: bytes).last { seal(index: index, in: &bytes) }
    let end = endOfSections(of: bytes)
    let sums = pageSums(of: bytes, upTo: end)
    guard !sums.isEmpty, end + sums.count + 8 == bytes.count else { return bytes }
    bytes.replaceSubrange(end..<(end + sums.count), with: sums)
    bytes.replaceSubrange(16..<24, with: little(UInt64(bytes.count)))
    bytes.replaceSubrange(32..<40, with: little(sums.withUnsafeBytes { PageSum.of($0) }))
    let fingerprint = Self.fingerprint(of: bytes[..<headerFingerprint])
    bytes.replaceSubrange(headerFingerprint..<bodyStart, with: fingerprint)
    return bytes
  }

  /// Gives an index the checksums of its header and of the whole; its layout is
  /// that of `IndexFormat.swift`.
  private static func seal(index: Range<Int>, in bytes: inout [UInt8]) {
    guard index.count >= 32 + 24 else { return }
    let fieldCount = number(in: bytes, at: index.lowerBound + 12) & 0xFFFF_FFFF
    let fieldByteCount = number(in: bytes, at: index.lowerBound + 24) & 0xFFFF_FFFF
    let (product, overflow) = fieldCount.multipliedReportingOverflow(by: fieldByteCount)
    guard !overflow, product <= index.count - 32 - 24 else { return }
    let end = index.upperBound
    let header = index.lowerBound..<(index.lowerBound + 32 + product)
    put(bytes[header].withUnsafeBytes { Checksum.of($0) }, into: &bytes, at: end - 24)
    let whole = index.lowerBound..<(end - 16)
    put(bytes[whole].withUnsafeBytes { Checksum.of($0) }, into: &bytes, at: end - 16)
  }

  private static func put(_ number: UInt64, into bytes: inout [UInt8], at place: Int) {
    bytes.replaceSubrange(place..<(place + 8), with: little(number))
  }

  /// The fingerprint in the header of a segment.
  static func fingerprint(ofSegment bytes: [UInt8]) -> [UInt8] {
    Array(bytes.prefix(bodyStart).suffix(16))
  }

  /// A manifest with the fingerprint that its bytes ask for.
  static func sealed(manifest bytes: [UInt8]) -> [UInt8] {
    guard bytes.count > 64 else { return bytes }
    let body = bytes[..<(bytes.count - 24)]
    return body + fingerprint(of: body) + bytes.suffix(8)
  }

  /// The places of a segment's sections, as far as they lie in it.
  static func sections(of bytes: [UInt8]) -> [Range<Int>] {
    guard bytes.count >= bodyStart else { return [] }
    return (0..<sectionCount).compactMap { section in
      let start = number(in: bytes, at: 40 + 16 * section)
      let count = number(in: bytes, at: 48 + 16 * section)
      guard start <= bytes.count, count > 0, count <= bytes.count - start else { return nil }
      return start..<(start + count)
    }
  }

  private static func endOfSections(of bytes: [UInt8]) -> Int { number(in: bytes, at: 24) }

  private static func pageSums(of bytes: [UInt8], upTo end: Int) -> [UInt8] {
    guard end >= bodyStart, end <= bytes.count else { return [] }
    var sums: [UInt8] = []
    for page in stride(from: 0, to: end, by: pageByteCount) {
      let range = (page..<(page + pageByteCount)).clamped(to: bodyStart..<end)
      let sum = bytes[range].withUnsafeBytes { PageSum.of(page: $0) }
      sums += little(UInt64(sum)).prefix(4)
    }
    return sums + [UInt8](repeating: 0, count: -sums.count & 7)
  }

  private static func fingerprint(of bytes: ArraySlice<UInt8>) -> [UInt8] {
    let digits = Array(ContentHash(Array(bytes)).description)
    func half(_ range: Range<Int>) -> [UInt8] {
      little(UInt64(String(digits[range]), radix: 16) ?? 0)
    }
    return half(0..<16) + half(16..<32)
  }

  private static func number(in bytes: [UInt8], at offset: Int) -> Int {
    let value = bytes[offset..<(offset + 8)].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return Int(clamping: value)
  }

  private static func little(_ number: UInt64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }
}
