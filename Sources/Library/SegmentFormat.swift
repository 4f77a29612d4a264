// A segment is one file of the library that is written once and never changed.
// Numbers are little-endian, v is a varint (see ByteWriter).
//
//     0   8  magic "TWSEGMNT"
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
//     -8  8  magic "TWSEGEND"
//
// So every byte is in some sum. Opening checks the header and the page sums; a
// page is compared when it is first used.
//
// The sections, in this order:
//
//   text        the alphabet of the texts (see TextCode), and of each node: the
//               number of nodes below it (v, only in one with bit 29); the bytes
//               of its provisions (v); the provision; each part with the
//               distance to its parent (see ProvisionCoding); the codes of its
//               text: label, heading, separator and own text of the provision,
//               and those of each part after a line feed.
//   nodes       8 bytes each: offset in the section `text`; the node above (29
//               bits, all ones for none) with bit 31 set in a searched unit, bit
//               30 in one whose text is plain: each UTF-16 unit folds to one in
//               its place, either itself or, of full-width ASCII and capital
//               letters, its plain form; and bit 29 in one with nodes below it.
//   revisions   20 bytes each: first node; index after the last one; document;
//               offset in `details`; number of provisions.
//   documents   16 bytes each: offset in `details` of the file; of the
//               remainder; first revision; index after the last one.
//   details     streams (see RevisionDetails).
//   index       the n-grams: field 0, the text of units, numbered as nodes;
//               field 1, headings, numbered as nodes; field 2, titles, numbered
//               as revisions; field 3, of each unit keys of what stands beside the
//               signs of a definition (see DefinitionSigns), numbered as nodes.
//
// A node's number orders units: a heading holds for the nodes from its own up to
// the index after the last one below, a title for the nodes of its revision.

/// The sections of a segment in the order of the file.
enum SegmentSection: Int, CaseIterable {
  case text
  case nodes
  case revisions
  case documents
  case details
  case index
}

/// The fields of a segment's index.
package enum IndexField {
  /// The text of units, numbered as nodes.
  package static let text = 0
  /// The headings of provisions, numbered as nodes.
  package static let heading = 1
  /// The titles of revisions, numbered as revisions.
  package static let title = 2
  /// Keys of what stands beside the signs of a definition, numbered as nodes.
  package static let definition = 3
  static let count = 4
}

enum SegmentFormat {
  static let version = 1
  static let magic = Array("TWSEGMNT".utf8)
  static let endMagic = Array("TWSEGEND".utf8)
  static let tableOffset = 40
  static let tableRow = 16
  static let fingerprintOffset = tableOffset + tableRow * SegmentSection.allCases.count
  static let headerByteCount = fingerprintOffset + 16
  /// Where the sections begin.
  static let bodyOffset = padded(headerByteCount)

  static let nodeByteCount = 8
  static let revisionByteCount = 20
  static let documentByteCount = 16
  @usableFromInline static let unitMark: UInt32 = 0x8000_0000
  @usableFromInline static let plainMark: UInt32 = 0x4000_0000
  @usableFromInline static let divisionMark: UInt32 = 0x2000_0000
  @usableFromInline static let noParent: UInt32 = 0x1FFF_FFFF

  static func padded(_ byteCount: Int) -> Int { (byteCount + 7) & ~7 }
}

extension ByteWriter {
  mutating func append(_ hash: ContentHash) {
    append(hash.high)
    append(hash.low)
  }
}

extension ByteCursor {
  mutating func hash() -> ContentHash {
    let high = number(as: UInt64.self)
    return ContentHash(high: high, low: number(as: UInt64.self))
  }
}
