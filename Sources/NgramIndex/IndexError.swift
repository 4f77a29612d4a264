/// An index that cannot be read.
public struct IndexError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong with an index.
  public enum Reason: Hashable, Sendable {
    /// The bytes do not begin as an index does.
    case notAnIndex
    /// A newer version of this package wrote the index.
    case newerFormat(version: Int)
    /// The bytes end too early or were altered.
    case damaged
  }

  /// What is wrong.
  public let reason: Reason

  /// Where it is wrong: the byte's offset from the start of the index.
  public let byteOffset: Int

  init(_ reason: Reason, at byteOffset: Int) {
    self.reason = reason
    self.byteOffset = byteOffset
  }

  /// One line: the place, then what is wrong.
  public var description: String {
    switch reason {
    case .notAnIndex: "byte \(byteOffset): no n-gram index"
    case .newerFormat(let version):
      "byte \(byteOffset): index format \(version), this one reads \(IndexFormat.version)"
    case .damaged: "byte \(byteOffset): the index is damaged"
    }
  }

  /// What can be done about it.
  public var help: String {
    switch reason {
    case .newerFormat: "install the newer tool, or build the index anew with this one"
    case .notAnIndex, .damaged: "build the index anew from the texts"
    }
  }
}

/// A file that cannot be mapped into memory.
public struct IndexFileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What went wrong.
  public enum Reason: Hashable, Sendable {
    /// There is no such file.
    case missing
    /// The file may not be read.
    case notPermitted
    /// The path names a folder or a device.
    case notAFile
    /// The system gave another error of this number.
    case system(number: Int32)
  }

  /// What went wrong.
  public let reason: Reason

  /// The path as it was given.
  public let path: String

  /// One line: the path, then what is wrong.
  public var description: String {
    switch reason {
    case .missing: "\(path): there is no such file"
    case .notPermitted: "\(path): the file may not be read"
    case .notAFile: "\(path): this is no ordinary file"
    case .system(let number): "\(path): the system's error \(number) on opening"
    }
  }
}
