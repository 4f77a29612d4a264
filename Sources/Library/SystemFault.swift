#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Something that the system was asked to do and did not.
public struct SystemFault: Hashable, Sendable, CustomStringConvertible {
  /// What it was asked to do.
  ///
  /// The raw value follows "cannot".
  public enum Action: String, CaseIterable, Hashable, Sendable {
    case open
    case read
    case write
    case replace
    case lock
    case makeDirectory = "make the directory"
  }

  /// What it was asked to do.
  public var action: Action
  /// The number of its reason, as in `errno`.
  public var code: Int32

  /// The action and the system's reason.
  public var description: String {
    let reason = strerror(code).map { String(cString: $0).lowercased() } ?? "error \(code)"
    return "cannot \(action.rawValue): \(reason)"
  }
}

/// What the system said last about a path.
func systemError(_ path: String, _ action: SystemFault.Action) -> LibraryError {
  LibraryError(path, .system(SystemFault(action: action, code: errno)))
}
