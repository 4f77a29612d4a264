#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The files of a library: their names, and how they appear and vanish.
struct LibraryFiles: Sendable {
  let directory: String

  var manifest: String { directory + "/manifest" }
  var lock: String { directory + "/lock" }

  func segment(_ number: Int) -> String { directory + "/" + Self.segmentName(number) }

  static func segmentName(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 6 - digits.utf8.count)) + digits + ".segment"
  }

  var hasManifest: Bool { access(manifest, F_OK) == 0 }

  /// Whether segments stand here that no manifest names: one was lost.
  ///
  /// A writer puts a manifest in place before its first segment, so segments
  /// without one are no leftovers of a crash.
  var hasLostManifest: Bool { !hasManifest && hasSegments }

  private var hasSegments: Bool {
    names().contains { $0.hasSuffix(".segment") && Self.isOurs($0) }
  }

  /// The manifest; a file of its name that is none of ours is damaged only
  /// where segments stand beside it.
  func readManifest() throws(LibraryError) -> Manifest {
    do throws(LibraryError) {
      return try Manifest(path: manifest)
    } catch {
      if error.reason == .damaged(detail: FileFrame.noMagic), !hasSegments {
        throw LibraryError(manifest, .foreign)
      }
      throw error
    }
  }

  /// Makes the directory and those above it.
  func makeDirectory() throws(LibraryError) {
    var path = ""
    for part in directory.split(separator: "/", omittingEmptySubsequences: false) {
      path += path.isEmpty && !part.isEmpty || path == "/" ? part : "/" + part
      guard !part.isEmpty, mkdir(path, 0o777) != 0, errno != EEXIST else { continue }
      throw LibraryError(path, .system(action: "make the directory", message: systemMessage()))
    }
  }

  /// Writes a file beside its place and renames it there.
  ///
  /// After a crash at any point the path holds the old bytes or the new ones.
  func write(_ pieces: [[UInt8]], to path: String) throws(LibraryError) {
    let temporary = path + ".new"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw systemError(temporary, "write") }
    do throws(LibraryError) {
      for piece in pieces { try write(piece, to: descriptor, temporary) }
      guard fsync(descriptor) == 0 else { throw systemError(temporary, "write") }
    } catch {
      close(descriptor)
      unlink(temporary)
      throw error
    }
    close(descriptor)
    guard rename(temporary, path) == 0 else { throw systemError(path, "replace") }
  }

  private func write(
    _ bytes: [UInt8], to descriptor: Int32, _ path: String
  ) throws(LibraryError) {
    var offset = 0
    while offset < bytes.count {
      let written = bytes.withUnsafeBytes { buffer in
        #if canImport(Glibc)
          Glibc.write(descriptor, buffer.baseAddress?.advanced(by: offset), bytes.count - offset)
        #elseif canImport(Musl)
          Musl.write(descriptor, buffer.baseAddress?.advanced(by: offset), bytes.count - offset)
        #else
          Darwin.write(descriptor, buffer.baseAddress?.advanced(by: offset), bytes.count - offset)
        #endif
      }
      if written < 0 {
        guard errno == EINTR else { throw systemError(path, "write") }
      } else {
        offset += written
      }
    }
  }

  /// Makes renames in the directory last through a power failure.
  func synchronizeDirectory() {
    let descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  /// Removes segments that the manifest does not name and files half written.
  func removeLeftovers(keeping numbers: Set<Int>) {
    let kept = Set(numbers.map { Self.segmentName($0) })
    for name in names() where Self.isOurs(name) && !kept.contains(name) {
      unlink(directory + "/" + name)
    }
  }

  /// Whether a file name is a segment's, or that of a file half written.
  private static func isOurs(_ name: String) -> Bool {
    if name == "manifest.new" { return true }
    let stem = name.hasSuffix(".new") ? name.dropLast(4) : Substring(name)
    guard stem.hasSuffix(".segment") else { return false }
    let digits = stem.dropLast(8)
    return digits.utf8.count >= 6 && digits.utf8.allSatisfy { 48...57 ~= $0 }
  }

  private func names() -> [String] {
    guard let stream = opendir(directory) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let row = readdir(stream) {
      let name = withUnsafeBytes(of: &row.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      names.append(name)
    }
    return names.sorted()
  }
}

/// The right to write to a library, held until the value goes away.
final class WriterLock: Sendable {
  private let descriptor: Int32

  init(_ files: LibraryFiles) throws(LibraryError) {
    descriptor = open(files.lock, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw systemError(files.lock, "open") }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let isHeld = errno == EWOULDBLOCK
      let message = systemMessage()
      let holder = Self.holder(descriptor)
      close(descriptor)
      guard isHeld else {
        throw LibraryError(files.lock, .system(action: "lock", message: message))
      }
      throw LibraryError(files.directory, .locked(holder: holder))
    }
    let text = Array(String(getpid()).utf8)
    ftruncate(descriptor, 0)
    _ = text.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
  }

  deinit {
    ftruncate(descriptor, 0)
    close(descriptor)
  }

  private static func holder(_ descriptor: Int32) -> String? {
    var bytes = [UInt8](repeating: 0, count: 20)
    let count = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
    let digits = bytes.prefix(max(0, count))
    guard !digits.isEmpty, digits.allSatisfy({ 48...57 ~= $0 }) else { return nil }
    return String(decoding: digits, as: UTF8.self)
  }
}

private func systemMessage() -> String {
  let message = strerror(errno).map { String(cString: $0) } ?? "error \(errno)"
  return message.lowercased()
}

private func systemError(_ path: String, _ action: String) -> LibraryError {
  LibraryError(path, .system(action: action, message: systemMessage()))
}
