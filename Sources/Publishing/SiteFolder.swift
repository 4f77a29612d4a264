#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The folder of a site.
///
/// What is not as it was is written into a folder beside the pages, and moved to its
/// place when all of it is there, the index last: a reader never meets a page that was
/// written by half, nor a link to one that is still to come. What stands there as it
/// should is not touched. A list of the files that are the site's own says what is to
/// be removed; whatever else lies in the folder is nobody's business.
public struct SiteFolder: ~Copyable {
  /// A file that could not be read or written.
  public struct Fault: Error, Hashable, Sendable {
    /// What is wrong.
    public enum Reason: Hashable, Sendable {
      /// The system says so, with this `errno`.
      case system(Int32)
      /// Another file stands where one of the site would.
      case foreign
      /// Another process is writing the site.
      case busy
    }

    /// The path of the file.
    public var path: String
    /// What is wrong.
    public var reason: Reason
  }

  /// What became of the files.
  public struct Report: Hashable, Sendable {
    /// Files that are new or not as they were.
    public var written = 0
    /// Files that stood there as they should.
    public var kept = 0
    /// Files that are no longer part of the site.
    public var removed = 0
  }

  /// The list of the files of a form; each form knows its own.
  private let listName: String
  private static let stageName = ".tiaowen-new"

  private let path: String
  private let lock: Int32
  private let before: Set<String>
  private var files: [String] = []
  private var staged: [String] = []
  private var folders: Set<String> = []
  private var report = Report()

  /// The folder at a path, made if there is none.
  ///
  /// - Parameters:
  ///   - path: The path of the folder.
  ///   - form: What the files are; those of other forms are others' files.
  public init(_ path: String, form: String = "site") throws(Fault) {
    lock = try Self.locked(path)
    self.path = path
    listName = ".tiaowen-\(form)"
    let list = Self.contents(of: path + "/" + listName) ?? []
    before = Set(
      list.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
        .filter { Self.isOwnName($0) })
    Self.removeTree(path + "/" + Self.stageName)
  }

  /// Opens the folder, which nobody else writes as long as it is open.
  private static func locked(_ path: String) throws(Fault) -> Int32 {
    try makeFolders(path)
    let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw Fault(path: path, reason: .system(errno)) }
    guard flock(folder, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      close(folder)
      throw Fault(path: path, reason: code == EWOULDBLOCK ? .busy : .system(code))
    }
    return folder
  }

  deinit {
    Self.removeTree(path + "/" + Self.stageName)
    close(lock)
  }

  /// Whether a line of the list names a file below the folder.
  private static func isOwnName(_ name: String) -> Bool {
    !name.isEmpty && !name.hasPrefix("/")
      && !name.split(separator: "/", omittingEmptySubsequences: false).contains {
        $0.isEmpty || $0 == ".."
      }
  }

  // MARK: Files

  /// Takes a file of the site.
  ///
  /// - Parameters:
  ///   - name: The path below the folder.
  ///   - bytes: The bytes of the file.
  public mutating func add(_ name: String, _ bytes: [UInt8]) throws(Fault) {
    files.append(name)
    let place = path + "/" + name
    if Self.contents(of: place) == bytes {
      report.kept += 1
      return
    }
    // A link, a folder or a file that may not be read is nobody's of ours either.
    var status = stat()
    guard before.contains(name) || lstat(place, &status) != 0 else {
      throw Fault(path: place, reason: .foreign)
    }
    let stage = path + "/" + Self.stageName + "/" + name
    try makeFolder(of: stage)
    try Self.write(bytes, to: stage)
    staged.append(name)
  }

  private mutating func makeFolder(of file: String) throws(Fault) {
    let folder = String(file.prefix(through: file.lastIndex(of: "/") ?? file.startIndex))
    guard folders.insert(folder).inserted else { return }
    try Self.makeFolders(folder)
  }

  /// Moves all files to their places and removes those that are no longer there.
  public mutating func finish() throws(Fault) -> Report {
    let own = Set(files)
    // Until all is done, the list names what was there and what is coming.
    try writeList(before.union(own))
    for name in staged.sorted(by: { Self.rank($0) < Self.rank($1) }) {
      let place = path + "/" + name
      try makeFolder(of: place)
      let stage = path + "/" + Self.stageName + "/" + name
      guard rename(stage, place) == 0 else { throw Fault(path: place, reason: .system(errno)) }
      report.written += 1
    }
    for name in before.subtracting(own).sorted() {
      let place = path + "/" + name
      if unlink(place) == 0 {
        report.removed += 1
      } else if errno != ENOENT {
        throw Fault(path: place, reason: .system(errno))
      }
      // A folder goes with its last file; one with others in it stays.
      if let slash = name.lastIndex(of: "/") { rmdir(path + "/" + name[..<slash]) }
    }
    try writeList(own)
    return report
  }

  /// What others link to comes before what links to it.
  private static func rank(_ name: String) -> (Int, String) {
    let isIndex = !name.contains("/") && name != "feed.xml" || name.hasSuffix("/core.js")
    return (name.hasPrefix("assets/") ? 0 : isIndex ? 2 : 1, name)
  }

  private func writeList(_ names: Set<String>) throws(Fault) {
    let lines = names.sorted().map { $0 + "\n" }.joined()
    let place = path + "/" + listName
    let bytes = Array(lines.utf8)
    guard Self.contents(of: place) != bytes else { return }
    let new = place + ".new"
    try Self.write(bytes, to: new)
    guard rename(new, place) == 0 else { throw Fault(path: place, reason: .system(errno)) }
  }

  // MARK: The system

  private static func makeFolders(_ path: String) throws(Fault) {
    var folder = path
    while folder.hasSuffix("/"), folder.utf8.count > 1 { folder.removeLast() }
    if mkdir(folder, 0o777) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, let slash = folder.lastIndex(of: "/"), slash > folder.startIndex else {
      throw Fault(path: path, reason: .system(errno))
    }
    try makeFolders(String(folder[..<slash]))
    guard mkdir(folder, 0o777) == 0 || errno == EEXIST else {
      throw Fault(path: path, reason: .system(errno))
    }
  }

  /// The bytes of a file, or `nil` where there is none that can be read.
  static func contents(of path: String) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    let count = Int(status.st_size)
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, read in
      while let base = buffer.baseAddress, read < count {
        let got = readBytes(file, base + read, count - read)
        if got < 0, errno == EINTR { continue }
        guard got > 0 else { break }
        read += got
      }
    }
    return bytes.count == count ? bytes : nil
  }

  private static func write(_ bytes: [UInt8], to path: String) throws(Fault) {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw Fault(path: path, reason: .system(errno)) }
    let code = bytes.withUnsafeBytes { bytes -> Int32 in
      var rest = bytes[...]
      while !rest.isEmpty {
        let piece = UnsafeRawBufferPointer(rebasing: rest)
        let count = writeBytes(file, piece.baseAddress, piece.count)
        if count < 0, errno != EINTR { return errno }
        rest = rest.dropFirst(max(0, count))
      }
      return 0
    }
    let closed = close(file) == 0 ? 0 : errno
    guard code == 0, closed == 0 else {
      throw Fault(path: path, reason: .system(code == 0 ? closed : code))
    }
  }

  /// Removes what a process that is being ended has written beside the pages.
  public static func discardUnfinished(in path: String) {
    removeTree(path + "/" + stageName)
  }

  private static func removeTree(_ path: String) {
    guard let stream = opendir(path) else {
      unlink(path)
      return
    }
    var names: [String] = []
    while let row = readdir(stream) {
      let name = withUnsafeBytes(of: &row.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    closedir(stream)
    for name in names { removeTree(path + "/" + name) }
    rmdir(path)
  }
}

// Inside of the type the names of its members hide those of the system.

private func readBytes(_ file: Int32, _ bytes: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
  read(file, bytes, count)
}

private func writeBytes(_ file: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(file, bytes, count)
}
