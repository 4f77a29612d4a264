#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How long a writer waits for another one.
public struct WriterPatience: Sendable {
  /// The longest it waits.
  public var longest: Duration
  /// Called once when it begins to wait, with the ID of the other process, if
  /// it says one.
  public var whenWaiting: @Sendable (_ holder: String?) -> Void

  /// Waits no longer than so.
  public init(
    longest: Duration, whenWaiting: @escaping @Sendable (_ holder: String?) -> Void = { _ in }
  ) {
    self.longest = longest
    self.whenWaiting = whenWaiting
  }

  /// Does not wait.
  public static let none = WriterPatience(longest: .zero)
}

/// The right to write to a library, held until the value goes away.
///
/// The system takes it from a process that ends in any way, so that none has to
/// be cleared away by hand. The file stays, and tells who holds it.
final class WriterLock: Sendable {
  private let descriptor: Int32

  init(_ files: LibraryFiles, _ patience: WriterPatience = .none) throws(LibraryError) {
    let start = ContinuousClock.now
    var isWaiting = false
    while true {
      let descriptor = try Self.open(files.lock)
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 {
        // Another may have removed the file since it was opened, and a third
        // holds the one that took its place.
        if Self.isFile(descriptor, at: files.lock) {
          self.descriptor = descriptor
          break
        }
        close(descriptor)
        continue
      }
      let isHeld = errno == EWOULDBLOCK
      let error = systemError(files.lock, .lock)
      let holder = Self.holder(descriptor)
      close(descriptor)
      guard isHeld else { throw error }
      guard ContinuousClock.now - start < patience.longest else {
        throw LibraryError(files.directory, .locked(holder: holder))
      }
      if !isWaiting { patience.whenWaiting(holder) }
      isWaiting = true
      usleep(20_000)
    }
    writeHolder()
  }

  deinit {
    ftruncate(descriptor, 0)
    close(descriptor)
  }

  /// Who may not change the file of another user may hold it all the same.
  private static func open(_ path: String) throws(LibraryError) -> Int32 {
    var descriptor = openFile(path, O_RDWR | O_CREAT | O_CLOEXEC)
    if descriptor < 0, errno == EACCES {
      descriptor = openFile(path, O_RDONLY | O_CLOEXEC)
      // Where there is none, it is the first answer that tells why.
      if descriptor < 0, errno == ENOENT { errno = EACCES }
    }
    guard descriptor >= 0 else { throw systemError(path, .open) }
    return descriptor
  }

  private static func isFile(_ descriptor: Int32, at path: String) -> Bool {
    var held = stat()
    var named = stat()
    return fstat(descriptor, &held) == 0 && stat(path, &named) == 0
      && held.st_dev == named.st_dev && held.st_ino == named.st_ino
  }

  private func writeHolder() {
    let text = Array(String(getpid()).utf8)
    ftruncate(descriptor, 0)
    _ = text.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
  }

  private static func holder(_ descriptor: Int32) -> String? {
    var bytes = [UInt8](repeating: 0, count: 20)
    let count = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
    let digits = bytes.prefix(max(0, count))
    guard !digits.isEmpty, digits.allSatisfy({ 48...57 ~= $0 }) else { return nil }
    return String(decoding: digits, as: UTF8.self)
  }
}

private func openFile(_ path: String, _ flags: Int32) -> Int32 { open(path, flags, 0o666) }
