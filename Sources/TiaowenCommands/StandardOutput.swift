import Glibc

/// Standard output: data for the caller, gathered into large writes.
///
/// A reader that goes away (`tiaowen … | head`) has what it wanted: the process
/// then ends with success. The process must ignore SIGPIPE for that.
struct StandardOutput: ~Copyable {
  private static let bufferByteCount = 1 << 16
  private var buffer: [UInt8] = []

  /// Writes text.
  mutating func write(_ text: String) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= Self.bufferByteCount { flush() }
  }

  /// Writes bytes.
  mutating func write(_ bytes: [UInt8]) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.bufferByteCount { flush() }
  }

  /// Hands everything over to the system.
  mutating func flush() {
    Self.writeAll(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  private static func writeAll(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while let base = UnsafeRawBufferPointer(rebasing: rest).baseAddress, !rest.isEmpty {
        let count = Glibc.write(STDOUT_FILENO, base, rest.count)
        if count >= 0 {
          rest = rest.dropFirst(count)
        } else if errno == EPIPE {
          exit(0)
        } else if errno != EINTR {
          let place = Sentences.current.text(.standardOutput)
          let failure = Failure(place: place, message: SystemSentences.reason(errno))
          StandardError.write(failure.lines)
          exit(2)
        }
      }
    }
  }

  deinit {
    Self.writeAll(buffer)
  }
}

/// Standard error: messages and progress.
enum StandardError {
  /// Says what a subcommand has to say that is no failure, in one line or more.
  static func tell(_ command: StaticString, _ text: String) {
    write("tiaowen \(command): \(text)\n")
  }

  /// Writes text at once.
  static func write(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      _ = Glibc.write(STDERR_FILENO, bytes.baseAddress, bytes.count)
    }
  }
}
