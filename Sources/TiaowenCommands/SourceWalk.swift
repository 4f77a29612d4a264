import Glibc
import SystemPackage

/// The files that paths name: files themselves, and those in folders.
///
/// Folders are walked in the order of their names' bytes, so that the same
/// folder always gives the same files in the same order. Hidden files and any
/// library are left out; a folder that links lead back to is walked once.
struct SourceWalk {
  /// A file to read.
  struct File: Sendable {
    /// Where it is.
    var path: FilePath
    /// Whether the command line named it, rather than a folder it is in.
    var isNamed: Bool
  }

  /// The files found, in order.
  private(set) var files: [File] = []
  /// The folders that were named, as they were named.
  private(set) var folders: [FilePath] = []
  /// Paths that could not be looked at, with the reason.
  private(set) var failures: [Failure] = []
  /// What in folders is passed over: links that lead nowhere, devices and pipes.
  private(set) var passedOver: [Failure] = []

  private let isLibrary: (FilePath) -> Bool
  private var walked: Set<FolderIdentity> = []

  private struct FolderIdentity: Hashable {
    let device: UInt64
    let node: UInt64
  }

  /// A walk that leaves out folders for which `isLibrary` holds.
  init(isLibrary: @escaping (FilePath) -> Bool) {
    self.isLibrary = isLibrary
  }

  /// Adds the files that a path of the command line names.
  mutating func add(_ path: FilePath) {
    if path == "-" { return failures.append(.standardInput) }
    guard let status = status(of: path) else { return }
    if path.isSidecar, status.st_mode & S_IFMT == S_IFREG {
      return failures.append(.namedSidecar(path))
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR:
      folders.append(path)
      walk(path, status)
    default: files.append(File(path: path, isNamed: true))
    }
  }

  private mutating func walk(_ folder: FilePath, _ status: stat) {
    let identity = FolderIdentity(device: UInt64(status.st_dev), node: UInt64(status.st_ino))
    guard walked.insert(identity).inserted, !isLibrary(folder), let names = names(in: folder)
    else { return }
    for name in names {
      let path = folder == "." ? FilePath(root: nil, components: name) : folder.appending(name)
      guard let status = self.status(of: path, isNamed: false) else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: walk(path, status)
      case S_IFREG where path.isSidecar:
        if !names.contains(where: { $0.isCorrected(by: name) }) {
          passedOver.append(.lonelySidecar(path))
        }
      case S_IFREG: files.append(File(path: path, isNamed: false))
      default: passedOver.append(.noRegularFile(path))
      }
    }
  }

  private mutating func status(of path: FilePath, isNamed: Bool = true) -> stat? {
    var status = stat()
    guard path.withPlatformString({ stat($0, &status) }) == 0 else {
      let failure = Failure.system(errno, at: path)
      if errno == ENOENT, !isNamed {
        passedOver.append(.deadLink(path))
      } else {
        failures.append(failure)
      }
      return nil
    }
    return status
  }

  /// The names in a folder that are not hidden, by their bytes.
  private mutating func names(in folder: FilePath) -> [FilePath.Component]? {
    guard let stream = folder.withPlatformString({ opendir($0) }) else {
      failures.append(.system(errno, at: folder))
      return nil
    }
    defer { closedir(stream) }
    var names: [[UInt8]] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name.first != UInt8(ascii: ".") { names.append(name) }
    }
    names.sort { $0.lexicographicallyPrecedes($1) }
    return names.compactMap { name in
      (name.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { pointer in
        pointer.baseAddress.flatMap { FilePath.Component(platformString: $0) }
      }
    }
  }
}

extension FilePath.Component {
  /// Whether `other` is the name of the sidecar of this one.
  fileprivate func isCorrected(by other: FilePath.Component) -> Bool {
    FilePath(root: nil, components: self).appendingToName(Sidecar.suffix)
      == FilePath(root: nil, components: other)
  }
}

extension Failure {
  fileprivate static func deadLink(_ path: FilePath) -> Failure {
    Failure(place: path.asText, message: Sentences.current.text(.deadLink))
  }

  /// Standard input, which gives a text only once.
  fileprivate static var standardInput: Failure {
    let sentences = Sentences.current
    return Failure(
      place: "-", message: sentences.text(.standardInputIsKept),
      help: sentences.text(.standardInputHelp))
  }

  /// What the system says about a path.
  static func system(_ code: Int32, at path: FilePath) -> Failure {
    let sentences = Sentences.current
    switch code {
    case ENOENT:
      return Failure(
        place: path.asText, message: sentences.text(.notFound),
        help: sentences.text(.notFoundHelp))
    case EACCES:
      return Failure(
        place: path.asText, message: sentences.text(.noPermission),
        help: sentences.text(.noPermissionHelp))
    case EISDIR:
      return Failure(
        place: path.asText, message: sentences.text(.isFolder),
        help: sentences.text(.isFolderHelp))
    default:
      return Failure(
        place: path.asText, message: SystemSentences.reason(code),
        help: sentences.text(.systemHelp))
    }
  }
}
