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
  var copy: String { Self.copy(of: manifest) }

  /// The copy of a file that is used when that is damaged.
  static func copy(of path: String) -> String { path + ".copy" }

  func segment(_ number: Int) -> String { directory + "/" + Self.name(number, ".segment") }

  func catalogue(_ number: Int) -> String { directory + "/" + Self.name(number, ".catalogue") }

  private static func name(_ number: Int, _ ending: String) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 6 - digits.utf8.count)) + digits + ending
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

  /// The highest number of a segment's file or a catalogue's, or 0.
  var lastNumber: Int {
    names().filter { Self.isOurs($0) }.compactMap { Int($0.prefix { $0 != "." }) }.max() ?? 0
  }

  /// The manifest; a file of its name that is none of ours is damaged only
  /// where segments stand beside it, and one that is missing lost.
  func readManifest() throws(LibraryError) -> ManifestFile {
    do throws(LibraryError) {
      return try ManifestFile(path: manifest)
    } catch {
      if error.reason == .fileMissing, !hasSegments { throw LibraryError(directory, .missing) }
      if error.reason == .damaged(.notOurs), !hasSegments {
        throw LibraryError(manifest, .foreign)
      }
      throw error
    }
  }

  /// The manifest, or its copy where it is damaged or lost.
  func readManifestOrCopy(_ damage: inout [LibraryError]) throws(LibraryError) -> ManifestFile {
    do throws(LibraryError) {
      return try readManifest()
    } catch {
      switch error.reason {
      case .damaged, .fileMissing, .foreign: damage.append(error)
      default: throw error
      }
    }
    guard let manifest = try? ManifestFile(path: copy) else {
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
        throw systemError(path, .makeDirectory)
      }
    }
    var status = stat()
    guard stat(directory, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else { return }
    throw LibraryError(
      directory, .system(SystemFault(action: .makeDirectory, code: ENOTDIR)))
  }

  /// Puts a manifest in the place of the one that is there.
  ///
  /// What it names must be on the disk before it, and nothing of what the old
  /// one names may go before the new one is there to stay. A crash at any point,
  /// and a power failure, leave the one or the other. Once this has returned,
  /// it is the new one.
  ///
  /// - Parameter named: The new files that it names.
  func replaceManifest(
    with bytes: [UInt8], after named: [WrittenFile] = []
  ) throws(LibraryError) {
    let new = try write([bytes], to: manifest + ".new")
    let newCopy = try? write([bytes], to: copy + ".new")
    for file in named + [new] { try file.synchronize() }
    let hasCopy = (try? newCopy?.synchronize()) != nil
    try synchronize(directory: directory)
    try rename(new.path, to: manifest)
    try synchronize(directory: directory)
    // For a repair only: if it is that of an earlier change, nothing else suffers.
    if hasCopy { try? rename(copy + ".new", to: copy) }
  }

  /// Makes up for a copy that a writer did not come to.
  func renewCopy(of file: ManifestFile) {
    guard (try? ManifestFile(path: copy))?.fingerprint != file.fingerprint,
      let new = try? write([file.bytes], to: copy + ".new"), (try? new.synchronize()) != nil
    else { return }
    try? rename(new.path, to: copy)
  }

  private func rename(_ path: String, to newPath: String) throws(LibraryError) {
    guard calls.rename(path, newPath) == 0 else {
      let error = systemError(newPath, .replace)
      _ = calls.remove(path)
      throw error
    }
  }

  /// Writes a catalogue file, which no manifest names yet, with its copy.
  func writeCatalogue(
    _ pieces: [[UInt8]], _ number: Int
  ) throws(LibraryError) -> [WrittenFile] {
    let path = catalogue(number)
    return [try write(pieces, to: path), try write(pieces, to: Self.copy(of: path))]
  }

  /// Writes a file that no manifest names yet; it lasts once it is synchronised.
  func write(_ pieces: [[UInt8]], to path: String) throws(LibraryError) -> WrittenFile {
    let descriptor = calls.create(path)
    guard descriptor >= 0 else { throw systemError(path, .write) }
    let file = WrittenFile(path, descriptor, calls)
    for piece in pieces { try file.write(piece) }
    file.beginSynchronizing()
    return file
  }

  /// Makes the names in a directory last through a power failure.
  private func synchronize(directory path: String) throws(LibraryError) {
    let descriptor = calls.openDirectory(path)
    guard descriptor >= 0 else { throw systemError(path, .open) }
    let isDone = calls.synchronize(descriptor) == 0
    let number = errno
    _ = calls.close(descriptor)
    // Some file systems know no such call; there the names are written at once.
    guard isDone || number == EINVAL || number == ENOTSUP else {
      errno = number
      throw systemError(path, .write)
    }
  }

  /// Removes files that the manifest does not name and files half written.
  func removeLeftovers(keeping segments: some Sequence<Int>, catalogue: Int?) {
    var kept = Set(segments.map { Self.name($0, ".segment") })
    if let catalogue {
      let name = Self.name(catalogue, ".catalogue")
      kept.formUnion([name, Self.copy(of: name)])
    }
    for name in names() where Self.isOurs(name) && !kept.contains(name) {
      _ = calls.remove(directory + "/" + name)
    }
  }

  /// Whether a file name is that of a segment or a catalogue, or of a file half
  /// written.
  private static func isOurs(_ name: String) -> Bool {
    if ["manifest.new", "manifest.copy.new"].contains(name) { return true }
    let digits = name.prefix { $0 != "." }
    return [".segment", ".catalogue", ".catalogue.copy"].contains(name.dropFirst(digits.count))
      && digits.utf8.count >= 6 && digits.utf8.allSatisfy { 48...57 ~= $0 }
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
