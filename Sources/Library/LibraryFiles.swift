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
  var calls = FileCalls.system

  var manifest: String { directory + "/manifest" }
  var lock: String { directory + "/lock" }
  /// A copy of the manifest that is used when that is damaged.
  var copy: String { directory + "/manifest.copy" }

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

  /// The highest number of a segment's file, or 0.
  var lastSegment: Int {
    names().filter { $0.hasSuffix(".segment") && Self.isOurs($0) }
      .compactMap { Int($0.dropLast(8)) }.max() ?? 0
  }

  /// The manifest; a file of its name that is none of ours is damaged only
  /// where segments stand beside it, and one that is missing lost.
  func readManifest() throws(LibraryError) -> Manifest {
    do throws(LibraryError) {
      return try Manifest(path: manifest)
    } catch {
      if error.reason == .fileMissing, !hasSegments { throw LibraryError(directory, .missing) }
      if error.reason == .damaged(detail: FileFrame.noMagic), !hasSegments {
        throw LibraryError(manifest, .foreign)
      }
      throw error
    }
  }

  /// The manifest, or its copy where it is damaged or lost.
  func readManifestOrCopy(_ damage: inout [LibraryError]) throws(LibraryError) -> Manifest {
    do throws(LibraryError) {
      return try readManifest()
    } catch {
      switch error.reason {
      case .damaged, .fileMissing, .foreign: damage.append(error)
      default: throw error
      }
    }
    guard let manifest = try? Manifest(path: copy) else {
      throw LibraryError(manifest, .beyondRepair)
    }
    return manifest
  }

  /// Makes the directory and those above it.
  func makeDirectory() throws(LibraryError) {
    var path = ""
    for part in directory.split(separator: "/", omittingEmptySubsequences: false) {
      let above = path.isEmpty ? "." : path
      path += path.isEmpty && !part.isEmpty || path == "/" ? part : "/" + part
      guard !part.isEmpty else { continue }
      if calls.makeDirectory(path) == 0 {
        try synchronize(directory: above)
      } else if errno != EEXIST {
        throw systemError(path, "make the directory")
      }
    }
  }

  /// Puts a manifest in the place of the one that is there.
  ///
  /// What it names must be on the disk before it, and nothing of what the old
  /// one names may go before the new one is there to stay. A crash at any point,
  /// and a power failure, leave the one or the other. Once this has returned,
  /// it is the new one.
  func replaceManifest(with bytes: [UInt8]) throws(LibraryError) {
    let new = manifest + ".new"
    try synchronize(directory: directory)
    try write([bytes], to: new)
    guard calls.rename(new, manifest) == 0 else {
      let error = systemError(manifest, "replace")
      _ = calls.remove(new)
      throw error
    }
    try synchronize(directory: directory)
    // For a repair only: if it is not there or not whole, nothing else suffers.
    try? write([bytes], to: copy, lastingly: false)
  }

  /// Writes a file that no manifest names yet; its bytes last through a power failure.
  ///
  /// A file that could not be synchronised is given up: the system may have
  /// dropped what it could not write, and says so only once.
  func write(
    _ pieces: [[UInt8]], to path: String, lastingly: Bool = true
  ) throws(LibraryError) {
    let descriptor = calls.create(path)
    guard descriptor >= 0 else { throw systemError(path, "write") }
    do throws(LibraryError) {
      for piece in pieces { try write(piece, to: descriptor, path) }
      guard !lastingly || calls.synchronize(descriptor) == 0 else {
        throw systemError(path, "write")
      }
    } catch {
      _ = calls.close(descriptor)
      _ = calls.remove(path)
      throw error
    }
    guard calls.close(descriptor) == 0 || errno == EINTR else {
      let error = systemError(path, "write")
      _ = calls.remove(path)
      throw error
    }
  }

  private func write(
    _ bytes: [UInt8], to descriptor: Int32, _ path: String
  ) throws(LibraryError) {
    var offset = 0
    while offset < bytes.count {
      let written = bytes.withUnsafeBytes { bytes in
        errno = EIO
        return calls.write(descriptor, UnsafeRawBufferPointer(rebasing: bytes[offset...]))
      }
      if written > 0 {
        offset += written
      } else if written == 0 || errno != EINTR {
        throw systemError(path, "write")
      }
    }
  }

  /// Makes the names in a directory last through a power failure.
  private func synchronize(directory path: String) throws(LibraryError) {
    let descriptor = calls.openDirectory(path)
    guard descriptor >= 0 else { throw systemError(path, "open") }
    let isDone = calls.synchronize(descriptor) == 0
    let number = errno
    _ = calls.close(descriptor)
    // Some file systems know no such call; there the names are written at once.
    guard isDone || number == EINVAL || number == ENOTSUP else {
      errno = number
      throw systemError(path, "write")
    }
  }

  /// Removes segments that the manifest does not name and files half written.
  func removeLeftovers(keeping numbers: Set<Int>) {
    let kept = Set(numbers.map { Self.segmentName($0) })
    for name in names() where Self.isOurs(name) && !kept.contains(name) {
      _ = calls.remove(directory + "/" + name)
    }
  }

  /// Whether a file name is a segment's, or that of a file half written.
  private static func isOurs(_ name: String) -> Bool {
    if name == "manifest.new" { return true }
    guard name.hasSuffix(".segment") else { return false }
    let digits = name.dropLast(8)
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

func systemMessage() -> String {
  let message = strerror(errno).map { String(cString: $0) } ?? "error \(errno)"
  return message.lowercased()
}

func systemError(_ path: String, _ action: String) -> LibraryError {
  LibraryError(path, .system(action: action, message: systemMessage()))
}
