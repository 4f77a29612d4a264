import Glibc
import SystemPackage

/// A file that `--output` names.
///
/// It appears whole or not at all: the bytes are written beside it under another name,
/// which is then given up for its own. A file that stood there before keeps who may
/// read it, and a link goes on pointing where it did.
struct OutputFile {
  private let path: FilePath
  /// The file that a link at `path` leads to, or `path`.
  private let target: FilePath

  /// The file at `path`, which must be none of the files that are read.
  init(_ path: FilePath, reading sources: [FilePath]) throws {
    self.path = path
    target = Self.resolved(path)
    var status = stat()
    guard target.withPlatformString({ stat($0, &status) }) == 0 else { return }
    let sentences = Sentences.current
    guard status.st_mode & S_IFMT == S_IFREG else {
      let isFolder = status.st_mode & S_IFMT == S_IFDIR
      throw Failure(
        place: path.asText, message: sentences.text(isFolder ? .isFolder : .noRegularFile),
        help: sentences.text(.noRegularOutputHelp))
    }
    for source in sources {
      var other = stat()
      guard source.withPlatformString({ stat($0, &other) }) == 0 else { continue }
      if (other.st_dev, other.st_ino) == (status.st_dev, status.st_ino) {
        throw Failure(
          place: path.asText, message: sentences.text(.outputIsSource),
          help: sentences.text(.outputIsSourceHelp))
      }
    }
    guard target.withPlatformString({ access($0, W_OK) }) == 0 else { throw fault() }
  }

  private static func resolved(_ path: FilePath) -> FilePath {
    guard let resolved = path.withPlatformString({ realpath($0, nil) }) else { return path }
    defer { free(resolved) }
    return FilePath(platformString: resolved)
  }

  /// What the system said last, as the tool says it.
  private func fault() -> Failure {
    let code = errno
    let isFolderMissing = code == ENOENT || code == ENOTDIR
    let sentences = Sentences.current
    return Failure(
      place: path.asText,
      message: isFolderMissing
        ? sentences.text(.outputFolderMissing) : SystemSentences.reason(code),
      help: sentences.text(isFolderMissing ? .outputFolderMissingHelp : .systemHelp))
  }

  // MARK: Writing

  /// Writes the file, in place of one that is there.
  func write(_ bytes: [UInt8]) throws {
    let (beside, descriptor) = try open()
    var isWritten = Self.write(bytes, to: descriptor) && fsync(descriptor) == 0
    let code = errno
    isWritten = close(descriptor) == 0 && isWritten
    if !isWritten { errno = code }
    guard isWritten, rename(beside) == 0 else {
      let failure = fault()
      _ = beside.withPlatformString { unlink($0) }
      throw failure
    }
  }

  private func rename(_ beside: FilePath) -> Int32 {
    beside.withPlatformString { old in target.withPlatformString { Glibc.rename(old, $0) } }
  }

  /// A new file in the folder of the target, with the rights of one that is replaced.
  ///
  /// Its name is short, since that of the target may be as long as names can be.
  private func open() throws -> (FilePath, Int32) {
    let beside = target.removingLastComponent().appending(".tiaowen-\(getpid())")
    // One of that name was left behind by a process that was ended.
    _ = beside.withPlatformString { unlink($0) }
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC
    let descriptor = beside.withPlatformString { Glibc.open($0, flags, 0o666) }
    guard descriptor >= 0 else { throw fault() }
    var status = stat()
    if target.withPlatformString({ stat($0, &status) }) == 0 {
      fchmod(descriptor, status.st_mode & 0o777)
    }
    return (beside, descriptor)
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let piece = UnsafeRawBufferPointer(rebasing: rest)
        let count = Glibc.write(descriptor, piece.baseAddress, piece.count)
        if count < 0, errno != EINTR { return false }
        rest = rest.dropFirst(max(0, count))
      }
      return true
    }
  }
}
