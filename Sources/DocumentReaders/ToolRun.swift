import Glibc

/// Runs another program on bytes and takes what it prints.
struct ToolRun {
  /// Why a program gave nothing.
  enum Problem: Error, Hashable {
    case missing
    case system(String)
    case tooLarge
    case tooSlow
    case failed(code: Int32, words: String)
  }

  let name: String
  let arguments: [String]
  let maximumSeconds: Int
  let maximumByteCount: Int

  /// What the program prints when it is given `input`.
  ///
  /// Input and output are files without a name, so that neither side waits
  /// for the other.
  func output(of input: [UInt8]) throws(Problem) -> [UInt8] {
    let files = [try NamelessFile(), try NamelessFile(), try NamelessFile()]
    try files[0].write(input)
    let process = try spawn(files)
    let code = try wait(for: process, output: files[1])
    guard code == 0 else {
      throw .failed(code: code, words: firstLine(try files[2].contents(limit: 4096)))
    }
    return try files[1].contents(limit: maximumByteCount)
  }

  private func spawn(_ files: [NamelessFile]) throws(Problem) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, file) in files.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, file.descriptor, Int32(number))
    }
    var words: [UnsafeMutablePointer<CChar>?] = ([name] + arguments).map { strdup($0) }
    defer { for word in words { free(word) } }
    words.append(nil)
    var process: pid_t = 0
    let problem = posix_spawnp(&process, name, &actions, nil, words, environ)
    if problem == ENOENT { throw .missing }
    if problem != 0 { throw .system(String(cString: strerror(problem))) }
    return process
  }

  private func wait(for process: pid_t, output: NamelessFile) throws(Problem) -> Int32 {
    var status: Int32 = 0
    var pauses = 0
    while waitpid(process, &status, WNOHANG) == 0 {
      if output.byteCount > maximumByteCount {
        end(process)
        throw .tooLarge
      }
      if pauses >= maximumSeconds * 500 {
        end(process)
        throw .tooSlow
      }
      pauses += 1
      usleep(2000)
    }
    // Low seven bits: the signal that ended it; next byte: its exit code.
    return status & 0x7F != 0 ? status & 0x7F : status >> 8 & 0xFF
  }

  private func end(_ process: pid_t) {
    kill(process, SIGKILL)
    var status: Int32 = 0
    waitpid(process, &status, 0)
  }

  private func firstLine(_ words: [UInt8]) -> String {
    String(decoding: BlankScan.trimmed(words.prefix { $0 != 0x0A }), as: UTF8.self)
  }
}

/// A file that has no name and ends with its last user.
private final class NamelessFile {
  let descriptor: Int32

  init() throws(ToolRun.Problem) {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var name = Array((folder + "/tiaowen-XXXXXX").utf8CString)
    descriptor = mkstemp(&name)
    guard descriptor >= 0 else { throw .system(String(cString: strerror(errno))) }
    unlink(name)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
  }

  deinit { close(descriptor) }

  var byteCount: Int {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
  }

  func write(_ bytes: [UInt8]) throws(ToolRun.Problem) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        pwrite(descriptor, $0.baseAddress.map { $0 + written }, $0.count - written, off_t(written))
      }
      guard count > 0 else { throw .system(String(cString: strerror(errno))) }
      written += count
    }
  }

  func contents(limit: Int) throws(ToolRun.Problem) -> [UInt8] {
    let size = min(byteCount, limit)
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = pread(
          descriptor, buffer.baseAddress.map { $0 + count }, size - count, off_t(count))
        if got <= 0 { break }
        count += got
      }
    }
  }
}
