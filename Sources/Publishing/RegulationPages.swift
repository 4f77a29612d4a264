/// The names of the files in the folder of a regulation.
enum RegulationPages {
  /// The page of the revision that is shown.
  static let index = "index.html"

  /// The page of another revision.
  static func page(of name: String) -> String { "\(name).html" }

  /// The comparison of a revision with the one before it.
  static func changesPage(of name: String) -> String { "changes-\(name).html" }

  /// The file from which the shown revision was read.
  static func original(of path: String) -> String {
    let file = path.split(separator: "/").last ?? ""
    guard let dot = file.lastIndex(of: "."), dot > file.startIndex else { return "original.txt" }
    let end = file[file.index(after: dot)...].lowercased()
    let isPlain =
      !end.isEmpty && end.utf8.count <= 8
      && end.utf8.allSatisfy { 0x30...0x39 ~= $0 || 0x61...0x7A ~= $0 }
    return isPlain ? "original.\(end)" : "original.bin"
  }
}
