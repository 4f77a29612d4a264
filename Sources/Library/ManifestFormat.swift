// The manifest says which segments make up the library and what revisions of
// which regulations stand in them. It is written whole at every commit, beside
// the old one, and renamed over it: a reader sees the one or the other.
//
//     0   8  magic "TWMANIFT"
//     8   4  format
//    12   4  number of the next segment
//    16  16  number of segments, sources, regulations and revisions, 4 each
//    32      segments, 40 bytes each: number; revisions; bytes in the file (8);
//            fingerprint of its header (16); reserved (8)
//     …      sources, 8 bytes each: segment's place in the manifest; document
//     …      regulations, 24 bytes each: ID; title's offset and bytes; issuer's
//            offset and bytes plus one, 0 for none; first revision
//     …      revisions, 36 bytes each: segment's place in the manifest; number in
//            the segment; source; ordinal; effective, promulgated, dated and
//            adopted day (see RevisionDetails); kind
//     …      titles and issuers, UTF-8
//   -24  16  fingerprint of everything before it
//    -8   8  magic "TWMANEND"
//
// A path that gave one text after another has a source for each whose revisions
// are kept, the newest last.
//
// Sources stand in the order of their paths, regulations in the order of their
// titles and IDs, the revisions of each from the oldest to the newest.

enum ManifestFormat {
  static let version = 1
  static let magic = Array("TWMANIFT".utf8)
  static let endMagic = Array("TWMANEND".utf8)
  static let segmentsOffset = 32
  static let segmentByteCount = 40
  static let sourceByteCount = 8
  static let regulationByteCount = 24
  static let revisionByteCount = 36
  static let endByteCount = 24
}
