import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file whose bytes are read where the system keeps them.
///
/// The file must not be changed in place while it is mapped; a library replaces
/// files by renaming.
public final class MappedFile: Sendable {
  /// The bytes of the file, valid as long as this object lives.
  public var bytes: UnsafeRawBufferPointer { region }

  nonisolated(unsafe) private let region: UnsafeRawBufferPointer
  private let isMapped: Bool

  /// The file at `path`, mapped for reading.
  public init(path: String) throws(IndexFileError) {
    do {
      let file = try FileDescriptor.open(path, .readOnly, options: [.closeOnExec, .nonBlocking])
      defer { try? file.close() }
      region = try Self.map(file, path)
      isMapped = true
    } catch let error as IndexFileError {
      throw error
    } catch {
      throw IndexFileError(reason: Self.reason(error as? Errno ?? .ioError), path: path)
    }
  }

  /// A copy of `bytes` in memory.
  init(copying bytes: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 16)
    copy.copyBytes(from: bytes)
    region = UnsafeRawBufferPointer(copy)
    isMapped = false
  }

  deinit {
    if !isMapped {
      region.deallocate()
    } else if let base = region.baseAddress {
      munmap(UnsafeMutableRawPointer(mutating: base), region.count)
    }
  }

  private static func map(_ file: FileDescriptor, _ path: String) throws -> UnsafeRawBufferPointer {
    var status = stat()
    guard fstat(file.rawValue, &status) == 0 else { throw Errno(rawValue: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw IndexFileError(reason: .notAFile, path: path)
    }
    let byteCount = Int(status.st_size)
    guard byteCount > 0 else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    let base = mmap(nil, byteCount, PROT_READ, MAP_SHARED, file.rawValue, 0)
    guard let base, base != MAP_FAILED else { throw Errno(rawValue: errno) }
    return UnsafeRawBufferPointer(start: base, count: byteCount)
  }

  private static func reason(_ error: Errno) -> IndexFileError.Reason {
    switch error {
    case .noSuchFileOrDirectory, .notDirectory: .missing
    case .permissionDenied, .notPermitted: .notPermitted
    case .isDirectory: .notAFile
    default: .system(number: error.rawValue)
    }
  }
}
