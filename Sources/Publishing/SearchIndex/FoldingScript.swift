import ChineseText

/// The script that gives `search-text.js` the table of folding.
enum FoldingScript {
  /// The bytes of the script.
  static var bytes: [UInt8] {
    let tables = [FoldingSource.plane0, FoldingSource.otherPlanes].map { records in
      "\"" + records.map { $0 == "\\" ? "\\\\" : String($0) }.joined() + "\""
    }
    return Array("tiaowen.text.setTable(\(tables.joined(separator: ",")));\n".utf8)
  }
}
