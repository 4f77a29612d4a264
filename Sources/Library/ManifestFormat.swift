// The manifest says which segments make up the library, what revisions of which
// regulations stand in them, and what people decided about them. It is written
// whole at every commit, beside the old one, and renamed over it: a reader sees
// the one or the other.
//
//     0   8  magic "TWMANIFT"
//     8   4  format
//    12   4  number of the next segment
//    16  16  number of segments, sources, regulations and revisions, 4 each
//    32   4  bytes of the decisions
//    36   4  reserved
//    40      segments, 40 bytes each: number; revisions; bytes in the file (8);
//            fingerprint of its header (16); reserved (8)
//     …      sources, 32 bytes each: segment's place in the manifest; document;
//            path's offset and bytes; fingerprint of the file (16)
//     …      regulations, 44 bytes each: ID; title's offset and bytes; issuer's
//            offset and bytes plus one, 0 for none; first revision; highest
//            ordinal; day on which it was repealed; ID of the regulation that
//            repealed it, 0 for none; key of its title (8)
//     …      revisions, 56 bytes each: segment's place in the manifest; number in
//            the segment; source; ordinal; edition; title's offset and bytes plus
//            one, 0 for that of its regulation; day of order; effective,
//            promulgated, amended, dated and adopted day (see RevisionDetails);
//            kind
//     …      decisions, see below
//     …      titles, issuers and paths, UTF-8
//   -24  16  fingerprint of everything before it
//    -8   8  magic "TWMANEND"
//
// A path that gave one text after another has a source for each whose revisions
// are kept, the newest last.
//
// Sources stand in the order of their paths, regulations in the order of their
// titles and IDs, the revisions of each from the oldest to the newest. The day
// of order is the day of the revision, or that of the text after which its file
// gave it, 0 when there is neither. The key of a title is the first half of the
// fingerprint of its stem (see RegulationTitle), so that texts of one title are
// found without folding all of them. Ordinals count the revisions of a
// regulation in the order of ingest, editions those of one day; neither is given
// twice.
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
//   copies       path; varint count of the revisions that it gives too but that
//                were read from another path; of each the ID of its regulation
//                (4) and its ordinal
//
// Supplements and assignments stand in the order of paths and titles, removals
// in that in which they were made, repeals in that of their IDs, copies in that
// of their paths. When the other path is removed, its copies take its place.

enum ManifestFormat {
  static let version = 1
  static let magic = Array("TWMANIFT".utf8)
  static let endMagic = Array("TWMANEND".utf8)
  static let segmentsOffset = 40
  static let segmentByteCount = 40
  static let sourceByteCount = 32
  static let regulationByteCount = 44
  static let revisionByteCount = 56
  static let endByteCount = 24
}
