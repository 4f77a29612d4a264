import Library
import NgramIndex

/// The files of a library as bytes, with checksums made to fit.
///
/// A change would otherwise end at the first checksum. The layout is that of
/// `SectionFormat.swift` and `ManifestFormat.swift`.
enum LibraryBytes {
  private static let pageByteCount = 4096

  private static func isCatalogue(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: "TWCATLOG".utf8)
  }

  private static func sectionCount(of bytes: [UInt8]) -> Int { isCatalogue(bytes) ? 7 : 6 }

  private static func headerFingerprint(of bytes: [UInt8]) -> Int {
    40 + 16 * sectionCount(of: bytes)
  }

  private static func bodyStart(of bytes: [UInt8]) -> Int { headerFingerprint(of: bytes) + 16 }

  /// A segment or a catalogue file with the page sums and the fingerprint that its
  /// bytes ask for.
  ///
  /// What is too short or has no sections where it says so stays as it is.
  static func sealed(sections bytes: [UInt8]) -> [UInt8] {
    let headerFingerprint = headerFingerprint(of: bytes)
    let bodyStart = bodyStart(of: bytes)
    guard bytes.count >= bodyStart + 8 else { return bytes }
    var bytes = bytes
    if !isCatalogue(bytes), let index = sections(of: bytes).last { seal(index: index, in: &bytes) }
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

  /// The fingerprint in the header of a segment or a catalogue file.
  static func fingerprint(ofSections bytes: [UInt8]) -> [UInt8] {
    Array(bytes.prefix(bodyStart(of: bytes)).suffix(16))
  }

  /// A manifest with the fingerprint of a changed file in the place of that of the
  /// file that it was made for.
  static func manifest(
    _ manifest: [UInt8], naming changed: [UInt8], insteadOf old: [UInt8]
  ) -> [UInt8] {
    var manifest = manifest
    if let place = manifest.firstRange(of: fingerprint(ofSections: old)) {
      manifest.replaceSubrange(place, with: fingerprint(ofSections: changed))
    }
    return sealed(manifest: manifest)
  }

  /// A manifest with the fingerprint that its bytes ask for.
  static func sealed(manifest bytes: [UInt8]) -> [UInt8] {
    guard bytes.count > 64 else { return bytes }
    let body = bytes[..<(bytes.count - 24)]
    return body + fingerprint(of: body) + bytes.suffix(8)
  }

  /// The places of a file's sections, as far as they lie in it.
  static func sections(of bytes: [UInt8]) -> [Range<Int>] {
    guard bytes.count >= bodyStart(of: bytes) else { return [] }
    return (0..<sectionCount(of: bytes)).compactMap { section in
      let start = number(in: bytes, at: 40 + 16 * section)
      let count = number(in: bytes, at: 48 + 16 * section)
      guard start <= bytes.count, count > 0, count <= bytes.count - start else { return nil }
      return start..<(start + count)
    }
  }

  private static func endOfSections(of bytes: [UInt8]) -> Int { number(in: bytes, at: 24) }

  private static func pageSums(of bytes: [UInt8], upTo end: Int) -> [UInt8] {
    let bodyStart = bodyStart(of: bytes)
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
