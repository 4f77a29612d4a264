import Glibc
import SystemPackage

/// Reads whole files.
enum FileBytes {
  /// The bytes of the file at `file`, which errors name `path`.
  static func read(
    _ file: FilePath, path: String, limit: Int
  ) throws(ReadError) -> [UInt8] {
    let descriptor = file.withPlatformString { Glibc.open($0, O_RDONLY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw ReadError(path: path, reason: reason(errno)) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw ReadError(path: path, reason: reason(errno))
    }
    if status.st_mode & S_IFMT == S_IFDIR { throw ReadError(path: path, reason: .isDirectory) }
    if status.st_size > limit { throw ReadError(path: path, reason: .tooLarge(limit: limit)) }
    return try contents(of: descriptor, size: Int(status.st_size), path: path, limit: limit)
  }

  /// Reads to the end; the size is only a hint, pipes do not know theirs.
  private static func contents(
    of descriptor: Int32, size: Int, path: String, limit: Int
  ) throws(ReadError) -> [UInt8] {
    var bytes: [UInt8] = []
    var problem: Int32 = 0
    var room = size + 1
    while true {
      let count = bytes.append(upTo: room) { buffer in
        let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        if count < 0 { problem = errno }
        return max(0, count)
      }
      if problem == EINTR {
        problem = 0
        continue
      }
      if problem != 0 { throw ReadError(path: path, reason: reason(problem)) }
      if count == 0 { return bytes }
      if bytes.count > limit { throw ReadError(path: path, reason: .tooLarge(limit: limit)) }
      room = max(room - count, 1 << 16)
    }
  }

  private static func reason(_ code: Int32) -> ReadError.Reason {
    code == ENOENT || code == ENOTDIR ? .notFound : .unreadable(Errno(rawValue: code).description)
  }
}

extension [UInt8] {
  /// Appends what `fill` writes into a buffer, and returns how many bytes.
  fileprivate mutating func append(
    upTo room: Int, _ fill: (UnsafeMutableRawBufferPointer) -> Int
  ) -> Int {
    if isEmpty {
      self = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        count = fill(UnsafeMutableRawBufferPointer(buffer))
      }
      return count
    }
    let piece = [UInt8](unsafeUninitializedCapacity: Swift.min(room, 1 << 20)) { buffer, count in
      count = fill(UnsafeMutableRawBufferPointer(buffer))
    }
    self += piece
    return piece.count
  }
}
