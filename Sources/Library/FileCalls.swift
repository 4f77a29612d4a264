internal import CFileCalls

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The calls of the system by which the files of a library are made.
///
/// Each gives what the system gives: less than 0 for a failure, and the reason
/// in `errno`. Tests let any one of them fail.
struct FileCalls: Sendable {
  var makeDirectory: @Sendable (_ path: String) -> Int32
  /// Opens a file for writing, new or emptied.
  var create: @Sendable (_ path: String) -> Int32
  var openDirectory: @Sendable (_ path: String) -> Int32
  /// May write less than it is given.
  var write: @Sendable (_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int
  /// Returns when the bytes, or the names in a directory, last through a power failure.
  var synchronize: @Sendable (_ descriptor: Int32) -> Int32
  var close: @Sendable (_ descriptor: Int32) -> Int32
  var rename: @Sendable (_ path: String, _ newPath: String) -> Int32
  var remove: @Sendable (_ path: String) -> Int32
  /// Begins what `synchronize` waits for; nothing depends on it but time.
  var beginSynchronizing: @Sendable (_ descriptor: Int32) -> Void = { beginFlush($0) }

  /// What the system does.
  static let system = FileCalls(
    makeDirectory: { mkdir($0, 0o777) },
    create: { open($0, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666) },
    openDirectory: { open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) },
    write: { writeBytes($0, $1) },
    synchronize: { flush($0) },
    close: { closeFile($0) },
    rename: { renameFile($0, $1) },
    remove: { unlink($0) })
}

// Inside of the type the names of its members hide those of the system.

private func writeBytes(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(descriptor, bytes.baseAddress, bytes.count)
}

private func closeFile(_ descriptor: Int32) -> Int32 { close(descriptor) }

private func renameFile(_ path: String, _ newPath: String) -> Int32 { rename(path, newPath) }

private func beginFlush(_ descriptor: Int32) {
  #if os(Linux)
    tiaowen_begin_flush(descriptor)
  #endif
}

/// On Apple systems only `F_FULLFSYNC` reaches the disk itself.
private func flush(_ descriptor: Int32) -> Int32 {
  #if canImport(Darwin)
    if fcntl(descriptor, F_FULLFSYNC) == 0 { return 0 }
  #endif
  return fsync(descriptor)
}
