#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A new empty folder that is removed with everything in it at the end.
public final class TemporaryFolder: Sendable {
  /// The path of the folder.
  public let path: String

  /// A folder in the system's place for temporary files.
  public init() throws {
    var template = Array("/tmp/tiaowen-test-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw TemporaryFolderError() }
    path = String(cString: made)
  }

  deinit {
    Self.remove(path)
  }

  /// The names of the files in a folder, sorted.
  public static func names(in path: String) -> [String] {
    guard let stream = opendir(path) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let row = readdir(stream) {
      let name = withUnsafeBytes(of: &row.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// The bytes of a file.
  public static func bytes(at path: String) throws -> [UInt8] {
    guard let file = fopen(path, "rb") else { throw TemporaryFolderError() }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return bytes }
      bytes += buffer.prefix(count)
    }
  }

  /// Makes a folder.
  public static func make(_ path: String) throws {
    guard mkdir(path, 0o777) == 0 else { throw TemporaryFolderError() }
  }

  /// Writes a file, in place of one that is there.
  public static func write(_ bytes: [UInt8], to path: String) throws {
    guard let file = fopen(path, "wb") else { throw TemporaryFolderError() }
    defer { fclose(file) }
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw TemporaryFolderError() }
  }

  private static func remove(_ path: String) {
    for name in names(in: path) { remove(path + "/" + name) }
    if unlink(path) != 0 { rmdir(path) }
  }
}

/// A temporary file that could not be read or written.
public struct TemporaryFolderError: Error {}
