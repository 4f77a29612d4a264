/// The table of folding as its records, for those who fold elsewhere what they search with us.
package enum FoldingSource {
  /// The records of plane 0 (see `FoldingRecords`).
  package static var plane0: String { records(FoldingData.plane0) }

  /// The records of the other planes.
  package static var otherPlanes: String { records(FoldingData.otherPlanes) }

  private static func records(_ literal: StaticString) -> String {
    literal.withUTF8Buffer { bytes in
      String(decoding: bytes.filter { $0 >= 0x30 }, as: UTF8.self)
    }
  }
}
