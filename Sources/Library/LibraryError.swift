internal import NgramIndex

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Why a library cannot be read or written.
public struct LibraryError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong.
  public enum Reason: Hashable, Sendable {
    /// There is no library in the directory.
    case missing
    /// A file was written by a newer tool, in the given format.
    case tooNew(format: Int, newest: Int)
    /// A file was written by an older tool, in the given format.
    case tooOld(format: Int, oldest: Int)
    /// The bytes of a file are not what was written.
    case damaged(LibraryDamage)
    /// A file of this name is none of ours: the directory holds something else.
    case foreign
    /// A file that the library is made of is not there.
    case fileMissing
    /// The manifest is damaged, and so is its copy.
    case beyondRepair
    /// Another process is writing; its ID, if it says one.
    case locked(holder: String?)
    /// The system refused to read or write.
    case system(SystemFault)
    /// The library takes no more: a text, a file or the whole is too large.
    case tooLarge
    /// The library has no regulation with an ID; some that are like it.
    case noSuchRegulation(id: String, near: [String])
    /// A regulation has no revision of a name; the names that it has.
    case noSuchRevision(name: String, names: [String])
    /// A source gives several regulations where one was expected.
    case severalRegulations(count: Int)
  }

  /// The file or directory in question.
  public var path: String
  /// What is wrong.
  public var reason: Reason

  init(_ path: String, _ reason: Reason) {
    self.path = path
    self.reason = reason
  }

  /// Why a file of a library cannot be mapped.
  init(_ error: IndexFileError) {
    path = error.path
    reason =
      switch error.reason {
      case .missing: .fileMissing
      case .notPermitted: .system(SystemFault(action: .read, code: EACCES))
      case .notAFile: .damaged(.notAFile)
      case .system(let number): .system(SystemFault(action: .read, code: number))
      }
  }

  /// Whether a file is whole, but of a format that this tool does not read.
  var isAboutFormat: Bool {
    switch reason {
    case .tooNew, .tooOld: true
    default: false
    }
  }

  /// The error in one line, without a full stop.
  public var description: String {
    switch reason {
    case .missing:
      path.isEmpty
        ? "the path of the library is empty" : "\(path): there is no library here"
    case .tooNew(let format, let newest):
      "\(path): written by a newer tiaowen (format \(format), this one reads \(newest))"
    case .tooOld(let format, let oldest):
      "\(path): written by an older tiaowen (format \(format), this one reads \(oldest))"
    case .damaged(let damage): "\(path): damaged: \(damage)"
    case .foreign: "\(path): this is no file of a library"
    case .fileMissing: "\(path): damaged: the file is missing"
    case .beyondRepair: "\(path): damaged, and so is its copy: the library cannot be repaired"
    case .locked(let holder):
      "\(path): \(holder.map { "process \($0)" } ?? "another process") is writing to the library"
    case .system(let fault): "\(path): \(fault)"
    case .tooLarge: "\(path): the library is full"
    case .noSuchRegulation(let id, _): "\(path): there is no regulation '\(id)'"
    case .noSuchRevision(let name, _): "\(path): there is no revision '\(name)'"
    case .severalRegulations(let count): "\(path): the file holds \(count) regulations"
    }
  }

  /// One line about what to do, or `nil`.
  public var help: String? {
    switch reason {
    case .missing:
      path.isEmpty
        ? "name a directory with --index" : "run 'tiaowen ingest PATH' to make one"
    case .tooNew:
      "install the newer tool, or ingest the sources into another directory with --index"
    case .tooOld:
      "move the directory away and ingest the sources again; what was removed, repealed or "
        + "supplied by hand must be said again"
    case .foreign: "name another directory with --index"
    case .beyondRepair: "remove the directory and ingest the sources again"
    case .damaged, .fileMissing:
      "run 'tiaowen ingest --repair PATH' with the sources; it keeps what is whole"
    case .locked: "wait until it has finished"
    case .system: nil
    case .tooLarge: "ingest a part of the sources into another directory"
    case .noSuchRegulation(_, let near):
      near.isEmpty
        ? "'tiaowen list' shows the IDs" : "did you mean \(near.joined(separator: ", "))?"
    case .noSuchRevision(_, let names): "there are \(names.joined(separator: ", "))"
    case .severalRegulations: "put the one that is meant into a file of its own"
    }
  }
}
