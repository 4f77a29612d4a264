import CLibZip

/// Packs files into a zip container in memory.
///
/// The same files give the same bytes: they stand in the order in which they were
/// added, all of them changed at the beginning of 1980, the first time a zip knows.
struct ZipContainer {
  private var names: [String] = []
  /// The bytes of all files, one after the other.
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  /// Adds a file of a name that was not added before.
  mutating func add(_ name: String, _ file: [UInt8]) {
    names.append(name)
    bytes += file
    ends.append(bytes.count)
  }

  /// The container.
  func packed() throws(PublishingError) -> [UInt8] {
    guard let library = Self.libzip else {
      throw PublishingError(.missingLibrary(name: "libzip", package: "libzip4"))
    }
    guard let target = library.zip_source_buffer_create(nil, 0, 0, nil) else {
      throw PublishingError(.notPacked)
    }
    defer { library.zip_source_free(target) }
    // The files are copied when the archive is closed.
    let isWritten = bytes.withUnsafeBytes { write($0, to: target, library) }
    guard isWritten, let container = Self.bytes(of: target, library) else {
      throw PublishingError(.notPacked)
    }
    return container
  }

  private static let libzip: tiaowen_libzip? = {
    var functions = tiaowen_libzip()
    return tiaowen_libzip_load(&functions) ? functions : nil
  }()

  // MARK: Writing

  private func write(
    _ bytes: UnsafeRawBufferPointer, to target: OpaquePointer, _ library: tiaowen_libzip
  ) -> Bool {
    // The archive gives up the target when it ends, and we read it after that.
    library.zip_source_keep(target)
    guard let archive = library.zip_open_from_source(target, ZIP_TRUNCATE, nil) else {
      library.zip_source_free(target)
      return false
    }
    var start = 0
    for (name, end) in zip(names, ends) {
      let file = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
      guard Self.add(name, file, to: archive, library) else {
        library.zip_discard(archive)
        return false
      }
      start = end
    }
    if library.zip_close(archive) == 0 { return true }
    library.zip_discard(archive)
    return false
  }

  private static func add(
    _ name: String, _ file: UnsafeRawBufferPointer, to archive: OpaquePointer,
    _ library: tiaowen_libzip
  ) -> Bool {
    let size = zip_uint64_t(file.count)
    guard let source = library.zip_source_buffer(archive, file.baseAddress, size, 0) else {
      return false
    }
    let index = library.zip_file_add(archive, name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
    guard index >= 0 else {
      library.zip_source_free(source)
      return false
    }
    return library.zip_file_set_dostime(archive, zip_uint64_t(index), 0, beginningOf1980, 0) == 0
  }

  /// 1980-01-01: years since 1980, months and days in 7, 4 and 5 bits.
  private static let beginningOf1980: zip_uint16_t = 0 << 9 | 1 << 5 | 1

  // MARK: Reading what was written

  private static func bytes(of source: OpaquePointer, _ library: tiaowen_libzip) -> [UInt8]? {
    var status = zip_stat_t()
    guard library.zip_source_stat(source, &status) == 0, library.zip_source_open(source) == 0
    else { return nil }
    defer { _ = library.zip_source_close(source) }
    let size = Int(status.size)
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      let got = library.zip_source_read(source, buffer.baseAddress, zip_uint64_t(size))
      count = max(0, Int(got))
    }
    return bytes.count == size ? bytes : nil
  }
}
