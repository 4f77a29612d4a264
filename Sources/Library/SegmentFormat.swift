// A segment is one file of the library that is written once and never changed.
// Numbers are little-endian, v is a varint (see ByteWriter).
//
// It is a file of sections (see SectionFormat) with the magic "TWSEGMNT" and the
// end magic "TWSEGEND".
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
enum SegmentSection: Int, FileSection {
  case text
  case nodes
  case revisions
  case documents
  case details
  case index

  static let frame = FileFrame(
    magic: Array("TWSEGMNT".utf8), endMagic: Array("TWSEGEND".utf8), version: 1)
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
  static let nodeByteCount = 8
  static let revisionByteCount = 20
  static let documentByteCount = 16
  @usableFromInline static let unitMark: UInt32 = 0x8000_0000
  @usableFromInline static let plainMark: UInt32 = 0x4000_0000
  @usableFromInline static let divisionMark: UInt32 = 0x2000_0000
  @usableFromInline static let noParent: UInt32 = 0x1FFF_FFFF
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
