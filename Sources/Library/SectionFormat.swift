// A file of sections, which is written once and never changed: a segment, or the
// catalogue. Numbers are little-endian.
//
//     0   8  magic
//     8   4  format
//    12   4  number of sections, n
//    16   8  bytes in the file
//    24   8  where the sections end, a multiple of 8, and the page sums begin
//    32   8  sum of the page sums and the zeros after them
//    40 16n  of each section: offset, bytes
//     …  16  fingerprint of all of the above
//     …      the sections, each at a multiple of 8 with zeros before it
//     …  4p  page sums: of each page of 4096 bytes that begins before the end of
//            the sections, the sum of what of it stands between the header and
//            that end
//     …      zeros up to a multiple of 8
//     -8  8  end magic
//
// Every later format keeps this header, so that another format can be told from
// damage; another form of a section, or of the index, is another format.
//
// So every byte is in some sum. Opening checks the header and the page sums; a
// page is compared when it is first used.

/// Where things stand in a file of sections.
struct SectionFormat {
  static let tableOffset = 40
  static let tableRow = 16
  let sectionCount: Int

  var fingerprintOffset: Int { Self.tableOffset + Self.tableRow * sectionCount }
  var headerByteCount: Int { fingerprintOffset + 16 }
  /// Where the sections begin.
  var bodyOffset: Int { Self.padded(headerByteCount) }

  static func padded(_ byteCount: Int) -> Int { (byteCount + 7) & ~7 }
}
