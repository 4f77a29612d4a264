import ChineseText
import DocumentReaders

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Texts in a folder.
enum TextFolder {
  /// The texts of the files of a folder, in the order of their names.
  static func texts(_ folder: String) throws -> [[UInt8]] {
    guard let listing = opendir(folder) else { return [] }
    defer { closedir(listing) }
    var names: [String] = []
    while let item = readdir(listing) {
      let name = withUnsafeBytes(of: item.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return try names.sorted().map { try SourceReader().read(file: folder + "/" + $0).text.utf8 }
  }
}
