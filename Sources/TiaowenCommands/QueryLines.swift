import Glibc
import SystemPackage

/// The lines of a file or of standard input, one after another.
///
/// Only one line is in memory at a time, so that queries can come from a
/// program that never ends.
struct QueryLines: ~Copyable {
  /// The most bytes that a line may have; the rest of it is left out.
  private static let largestLine = 1 << 20

  private let path: FilePath
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false

  /// The lines of the file at `path`, or of standard input for `-`.
  init(_ path: FilePath) throws(Failure) {
    self.path = path
    guard path != "-" else {
      descriptor = STDIN_FILENO
      return
    }
    descriptor = path.withPlatformString { open($0, O_RDONLY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw .system(errno, at: path) }
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      close(descriptor)
      throw Failure(
        place: path.asText, message: Sentences.current.text(.isFolder),
        help: Sentences.current.text(.queriesHelp))
    }
  }

  deinit {
    if descriptor != STDIN_FILENO { close(descriptor) }
  }

  /// The next line without its end, or `nil` after the last.
  ///
  /// `beforeWaiting` runs before more is read from the file, which may take
  /// until somebody writes it.
  mutating func next(beforeWaiting: () -> Void) throws(Failure) -> String? {
    while true {
      if let end = buffer[start...].firstIndex(of: 0x0A) {
        defer { start = end + 1 }
        return Self.line(buffer[start..<end])
      }
      if isAtEnd {
        guard start < buffer.count else { return nil }
        defer { start = buffer.count }
        return Self.line(buffer[start...])
      }
      beforeWaiting()
      try fill()
    }
  }

  private static func line(_ bytes: ArraySlice<UInt8>) -> String {
    let line = bytes.last == 0x0D ? bytes.dropLast() : bytes
    return String(decoding: line.prefix(largestLine), as: UTF8.self)
  }

  private mutating func fill() throws(Failure) {
    buffer.removeSubrange(..<start)
    start = 0
    if buffer.count > 2 * Self.largestLine { buffer.removeSubrange((2 * Self.largestLine)...) }
    var error: Int32 = 0
    let piece = [UInt8](unsafeUninitializedCapacity: 1 << 16) { piece, count in
      repeat {
        count = Glibc.read(descriptor, piece.baseAddress, piece.count)
      } while count < 0 && errno == EINTR
      if count < 0 { error = errno }
      count = max(0, count)
    }
    guard error == 0 else { throw .system(error, at: path) }
    isAtEnd = piece.isEmpty
    buffer += piece
  }
}
