#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that is being written, and does not last through a power failure yet.
///
/// The files of a change are synchronised together, when all of them are written:
/// a file system with a journal then writes this once for all of them. A file that
/// could not be written or synchronised is given up: the system may have dropped
/// what it could not write, and says so only once.
final class WrittenFile {
  let path: String
  private let descriptor: Int32
  private let calls: FileCalls
  private var isOpen = true

  init(_ path: String, _ descriptor: Int32, _ calls: FileCalls) {
    self.path = path
    self.descriptor = descriptor
    self.calls = calls
  }

  deinit {
    if isOpen { _ = calls.close(descriptor) }
  }

  /// Appends bytes.
  func write(_ bytes: [UInt8]) throws(LibraryError) {
    var offset = 0
    while offset < bytes.count {
      let written = bytes.withUnsafeBytes { bytes in
        errno = EIO
        return calls.write(descriptor, UnsafeRawBufferPointer(rebasing: bytes[offset...]))
      }
      if written > 0 {
        offset += written
      } else if written == 0 || errno != EINTR {
        throw givenUp()
      }
    }
  }

  /// Tells the system that the bytes are to go to the disk, without waiting for it.
  func beginSynchronizing() { calls.beginSynchronizing(descriptor) }

  /// Waits until the bytes last, and closes the file.
  func synchronize() throws(LibraryError) {
    guard calls.synchronize(descriptor) == 0 else { throw givenUp() }
    isOpen = false
    guard calls.close(descriptor) == 0 || errno == EINTR else { throw givenUp() }
  }

  private func givenUp() -> LibraryError {
    let error = systemError(path, .write)
    if isOpen { _ = calls.close(descriptor) }
    isOpen = false
    _ = calls.remove(path)
    return error
  }
}
