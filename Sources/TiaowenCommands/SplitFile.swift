import DocumentReaders
import Glibc
import Splitting
import SystemPackage

/// A file that was read and split.
struct SplitFile: Sendable {
  /// The file's path as it was given.
  let path: String
  /// What was read.
  let document: SourceDocument
  /// What the splitter made of it.
  let split: SplitDocument

  /// Reads and splits the file at `path` with the corrections beside it, or
  /// standard input for `-`.
  static func reading(_ path: FilePath) -> Result<SplitFile, Failure> {
    guard !path.isSidecar else { return .failure(.namedSidecar(path)) }
    return FileContents.reading(path).flatMap { bytes in
      Sidecar.reading(beside: path).flatMap {
        splitting(bytes, $0.corrections, path: path.asText)
      }
    }
  }

  private static func splitting(
    _ bytes: [UInt8], _ corrections: Corrections, path: String
  ) -> Result<SplitFile, Failure> {
    do throws(ReadError) {
      let document = try SourceReader().read(bytes, path: path)
      let split = Splitter().split(document, corrections)
      return .success(SplitFile(path: path, document: document, split: split))
    } catch {
      return .failure(Failure(error))
    }
  }
}

/// The bytes of files.
enum FileContents {
  private static let limit = 1 << 30

  /// Whether there is something at `path`.
  static func exists(_ path: FilePath) -> Bool {
    path.withPlatformString { access($0, F_OK) == 0 }
  }

  /// All bytes of the file at `path`, or of standard input for `-`.
  static func reading(_ path: FilePath) -> Result<[UInt8], Failure> {
    if path == "-" { return reading(descriptor: STDIN_FILENO, path) }
    let descriptor = path.withPlatformString { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    guard descriptor >= 0 else { return .failure(.system(errno, at: path)) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return .failure(.system(errno, at: path)) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: return .failure(.system(EISDIR, at: path))
    default: return .failure(.noRegularFile(path))
    }
    return reading(descriptor: descriptor, path)
  }

  private static func reading(
    descriptor: Int32, _ path: FilePath
  ) -> Result<[UInt8], Failure> {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return .failure(.system(errno, at: path)) }
    guard Int(status.st_size) <= limit else { return .failure(.tooLarge(path)) }
    var bytes: [UInt8] = []
    var chunk = max(1 << 16, Int(status.st_size) + 1)
    while true {
      let filled = bytes.count
      var count = 0
      bytes.reserveCapacity(filled + chunk)
      bytes.append(
        contentsOf: [UInt8](unsafeUninitializedCapacity: chunk) { buffer, initialized in
          count = Glibc.read(descriptor, buffer.baseAddress, chunk)
          initialized = max(0, count)
        })
      if count == 0 { return .success(bytes) }
      if count < 0, errno != EINTR { return .failure(.system(errno, at: path)) }
      if bytes.count > limit { return .failure(.tooLarge(path)) }
      chunk = 1 << 16
    }
  }
}

extension Failure {
  /// What a path names is a device, a pipe or a socket, which may never end.
  static func noRegularFile(_ path: FilePath) -> Failure {
    let sentences = Sentences.current
    return Failure(
      place: path.asText, message: sentences.text(.noRegularFile),
      help: sentences.text(.noRegularFileHelp))
  }

  fileprivate static func tooLarge(_ path: FilePath) -> Failure {
    let sentences = Sentences.current
    return Failure(
      place: path.asText, message: sentences.text(.tooLarge), help: sentences.text(.tooLargeHelp))
  }
}
