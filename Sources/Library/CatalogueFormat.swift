// The catalogue says which revisions of which regulations a library holds, and
// which files gave them. Its rows stand in two places: in a catalogue file, which
// is written once and never changed, and in the manifest, which holds what has
// changed since then and says which rows of the two make up the library, and in
// which order. So a change writes little however large the library is. Now and
// then everything goes into a new catalogue file (see CataloguePolicy); a small
// library has none.
//
// In both places there are the same tables, little-endian, of numbers of four bytes
// unless said otherwise.
//
//   sources      32 bytes each: number of the segment; document there; path's
//                offset and bytes; fingerprint of the file (16)
//   regulations  44 bytes each: ID; title's offset and bytes; issuer's offset and
//                bytes plus one, 0 for none; first revision; highest ordinal; day
//                on which it was repealed; ID of the regulation that repealed it,
//                0 for none; key of its title (8)
//   revisions    56 bytes each: number of the segment; number there; document
//                there; ordinal; edition; title's offset and bytes plus one, 0 for
//                that of its regulation; day of order; effective, promulgated,
//                amended, dated and adopted day (see RevisionDetails); kind
//   ids          8 bytes each, in the order of IDs: ID; row of the regulation
//   keys         12 bytes each, in the order of keys and rows: key of the title of
//                a regulation or of one of its revisions (8); row of the regulation,
//                once for each key
//   places       12 bytes each, in the order of segments and numbers: number of the
//                segment; number there; row of the revision
//   strings      titles, issuers and paths, UTF-8
//
// Sources stand in the order of their paths, regulations in the order of their
// titles and IDs, the revisions of each from the oldest to the newest; those of
// one regulation begin where those of the regulation before it end. A path that
// gave one text after another has a source for each whose revisions are kept, the
// newest last.
//
// The day of order is the day of the revision, or that of the text after which its
// file gave it, 0 when there is neither. The key of a title is the first half of
// the fingerprint of its stem (see RegulationTitle), so that texts of one title are
// found without folding all of them. Ordinals count the revisions of a regulation
// in the order of ingest, and none is given twice; editions count those of one day
// that are kept.
//
// The catalogue file is a file of sections (see SectionFormat) with the magic
// "TWCATLOG" and the end magic "TWCATEND"; its sections are these tables. Beside it
// stands a copy, for a repair when one of them is damaged.

/// The tables of a catalogue in the order of its file.
enum CatalogueSection: Int, FileSection {
  case sources
  case regulations
  case revisions
  case ids
  case keys
  case places
  case strings

  static let frame = FileFrame(
    magic: Array("TWCATLOG".utf8), endMagic: Array("TWCATEND".utf8), version: 1)
}

typealias CatalogueFile = SectionFile<CatalogueSection>

enum CatalogueFormat {
  static let sourceByteCount = 32
  static let regulationByteCount = 44
  static let revisionByteCount = 56
  static let idByteCount = 8
  static let keyByteCount = 12
  static let placeByteCount = 12
}
