// The manifest says which segments make up the library, which revisions of which
// regulations stand in them, and what people decided about them. It is written
// whole at every commit, beside the old one, and renamed over it: a reader sees
// the one or the other.
//
//     0   8  magic "TWMANIFT"
//     8   4  format
//    12   4  number of the next file
//    16   4  number of the catalogue file, 0 for none
//    20   4  number of segments
//    24  16  fingerprint of the header of the catalogue file
//    40   8  runs of sources and of regulations, 4 each
//    48  16  sources, regulations, revisions and keys that stand here, 4 each
//    64   4  bytes of the decisions
//    68   4  reserved
//    72      segments in the order of their numbers, 40 bytes each: number; revisions;
//            bytes in the file (8); fingerprint of its header (16); revisions and
//            documents of it that the library still has
//     …      runs of sources, runs of regulations, 8 bytes each: first row, with bit
//            31 set where the rows stand here; number of rows
//     …      sources, regulations, revisions, ids, keys, places (see CatalogueFormat)
//     …      decisions, see below
//     …      strings (see CatalogueFormat)
//   -24  16  fingerprint of everything before it
//    -8   8  magic "TWMANEND"
//
// Every later format keeps the magics, the place of the format and the fingerprint
// before the end, so that another format can be told from damage.
//
// The runs, one after the other, are the library's sources in the order of paths, and
// its regulations in the order of titles. A row in no run is one that was removed or
// replaced; such rows stand in the catalogue file only. Revisions are numbered through
// the regulations in this order.
//
// Segments and catalogue files are numbered together, and no number is given twice.
//
// The decisions and copies are five tables, each a varint count and its rows. Texts are a
// varint count of UTF-8 bytes and the bytes; texts that may be missing have
// their count plus one, 0 for none; days are varints (see RevisionDetails).
//
//   supplements  path; title in the text; then, each possibly missing: title,
//                issuer, department; promulgated and effective day
//   assignments  path; title in the text; ID of the regulation (4)
//   removals     path; fingerprint of the text (16); ID of its regulation (4);
//                title; ordinal; edition; day
//   repeals      ID (4); day; ID of the regulation that repealed it (4), 0 for none
//   copies       path; varint count of the revisions that it gives but that were
//                read from another path or an earlier source of its own; of each
//                the ID of its regulation (4) and its ordinal
//
// Supplements and assignments stand in the order of paths and titles, removals
// in that in which they were made, repeals in that of their IDs, copies in that
// of their paths. When the other path is removed, its copies take its place.

enum ManifestFormat {
  static let version = 1
  static let magic = Array("TWMANIFT".utf8)
  static let endMagic = Array("TWMANEND".utf8)
  static let segmentsOffset = 72
  static let segmentByteCount = 40
  static let runByteCount = 8
  static let endByteCount = 24
  /// The bit of a run whose rows stand in the manifest.
  static let hereMark: UInt32 = 0x8000_0000
}
