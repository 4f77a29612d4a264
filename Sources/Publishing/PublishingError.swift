/// Why a comparison cannot be given in the form asked for.
public struct PublishingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong.
  public enum Reason: Hashable, Sendable {
    /// A library that the form needs is not installed.
    case missingLibrary(name: String, package: String)
    /// The parts of a file could not be packed into it.
    case notPacked
  }

  /// What is wrong.
  public let reason: Reason

  /// An error for a reason.
  public init(_ reason: Reason) { self.reason = reason }

  /// What is wrong.
  public var description: String {
    switch reason {
    case .missingLibrary(let name, _): "this form needs the library \(name), which is not installed"
    case .notPacked: "the parts of the file could not be packed"
    }
  }

  /// What to do.
  public var help: String {
    switch reason {
    case .missingLibrary(_, let package): "install it with 'apt-get install \(package)'"
    case .notPacked: "free some memory, or choose another form"
    }
  }
}
