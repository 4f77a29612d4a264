/// In what way a file of a library is not what was written.
public enum LibraryDamage: Hashable, Sendable, CustomStringConvertible {
  /// It does not begin as our files do.
  case notOurs
  /// The path names a folder or a device.
  case notAFile
  /// It is shorter or longer than it was written.
  case cut
  /// The number of its format was altered.
  case formatNumber
  /// Its header was altered.
  case header
  /// Its page sums were altered.
  case pageSums
  /// The manifest was altered.
  case manifest
  /// Some bytes of it were altered, in sections of these names.
  case bytes(Range<Int>, sections: [String])
  /// It is whole, but not the file that the manifest names.
  case otherFile
  /// It is whole, but what it says cannot be; in words for whoever looks for
  /// the reason.
  case contradiction(String)

  /// What is wrong, in words.
  public var description: String {
    switch self {
    case .notOurs: "this is no file of a library"
    case .notAFile: "this is no ordinary file"
    case .cut: "the file is cut or longer than written"
    case .formatNumber: "the format number is not what was written"
    case .header: "the header is not what was written"
    case .pageSums: "the page sums are not what was written"
    case .manifest: "the manifest is not what was written"
    case .bytes(let bytes, let sections):
      "bytes \(bytes.lowerBound) to \(bytes.upperBound - 1) (\(sections.joined(separator: ", "))) "
        + "are not what was written"
    case .otherFile: "this is not the file that the manifest names"
    case .contradiction(let words): words
    }
  }
}
