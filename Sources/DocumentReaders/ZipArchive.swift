import CLibZip

/// The library libzip, loaded when the first container is read.
enum ZipLibrary {
  private static let loaded: tiaowen_libzip? = {
    var functions = tiaowen_libzip()
    return tiaowen_libzip_load(&functions) ? functions : nil
  }()

  static func functions(for path: String) throws(ReadError) -> tiaowen_libzip {
    if let loaded { return loaded }
    throw ReadError(path: path, reason: .missingLibrary(name: "libzip", package: "libzip4"))
  }
}

/// A zip container in memory.
package final class ZipArchive {
  private let functions: tiaowen_libzip
  private let memory: UnsafeMutableRawBufferPointer
  private let archive: OpaquePointer
  private let path: String
  private let options: ReadOptions

  /// Opens the container in `bytes`.
  package init(_ bytes: [UInt8], path: String, options: ReadOptions) throws(ReadError) {
    functions = try ZipLibrary.functions(for: path)
    memory = .allocate(byteCount: bytes.count, alignment: 16)
    memory.copyBytes(from: bytes)
    guard let archive = Self.open(memory, functions) else {
      memory.deallocate()
      throw ReadError(path: path, reason: Self.reasonOfDamage(bytes))
    }
    self.archive = archive
    self.path = path
    self.options = options
  }

  deinit {
    functions.zip_discard(archive)
    memory.deallocate()
  }

  private static func open(
    _ memory: UnsafeMutableRawBufferPointer, _ functions: tiaowen_libzip
  ) -> OpaquePointer? {
    let size = zip_uint64_t(memory.count)
    guard let source = functions.zip_source_buffer_create(memory.baseAddress, size, 0, nil) else {
      return nil
    }
    if let archive = functions.zip_open_from_source(source, ZIP_RDONLY, nil) { return archive }
    functions.zip_source_free(source)
    return nil
  }

  /// What a container is whose table of contents is missing.
  private static func reasonOfDamage(_ bytes: [UInt8]) -> ReadError.Reason {
    let names = ["[Content_Types].xml", "word/document.xml", "word/"]
    return names.contains { bytes.firstRange(of: Array($0.utf8)) != nil }
      ? .damagedWord("the container is cut off or has no table of contents")
      : .otherFormat("a damaged zip archive")
  }

  /// Whether the container has a part of that name.
  func holds(_ name: String) -> Bool { index(of: name) != nil }

  private func index(of name: String) -> zip_uint64_t? {
    let found = functions.zip_name_locate(archive, name, zip_flags_t(ZIP_FL_NOCASE))
    return found < 0 ? nil : zip_uint64_t(found)
  }

  /// The bytes of a part, or `nil` when there is none.
  package func part(_ name: String) throws(ReadError) -> [UInt8]? {
    guard let index = index(of: name) else { return nil }
    var status = zip_stat_t()
    guard functions.zip_stat_index(archive, index, 0, &status) == 0 else {
      throw ReadError(path: path, reason: .damagedWord("'\(name)' cannot be read"))
    }
    if status.encryption_method != UInt16(ZIP_EM_NONE) {
      throw ReadError(path: path, reason: .encryptedWord)
    }
    guard isReasonable(status) else { throw ReadError(path: path, reason: .zipBomb(part: name)) }
    return try inflate(index, Int(status.size), name)
  }

  private func isReasonable(_ status: zip_stat_t) -> Bool {
    guard status.size <= zip_uint64_t(options.maximumPartByteCount) else { return false }
    let isSmall = status.size <= 16 << 20
    return isSmall || status.size / max(status.comp_size, 1) <= options.maximumInflation
  }

  private func inflate(_ index: zip_uint64_t, _ size: Int, _ name: String) throws(ReadError)
    -> [UInt8]
  {
    guard let file = functions.zip_fopen_index(archive, index, 0) else {
      throw ReadError(path: path, reason: .damagedWord("'\(name)' cannot be inflated"))
    }
    defer { _ = functions.zip_fclose(file) }
    var isDamaged = false
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size, !isDamaged {
        let room = zip_uint64_t(size - count)
        let got = functions.zip_fread(file, buffer.baseAddress.map { $0 + count }, room)
        if got <= 0 { isDamaged = true } else { count += Int(got) }
      }
    }
    // The checksum is compared when the end is met.
    var extra: UInt8 = 0
    let isOver = functions.zip_fread(file, &extra, 1)
    if isOver > 0 { throw ReadError(path: path, reason: .zipBomb(part: name)) }
    if isDamaged || isOver < 0 {
      throw ReadError(path: path, reason: .damagedWord("'\(name)' is cut off or changed"))
    }
    return bytes
  }
}
