import Glibc
import SystemPackage

/// The sources of a library whose files are gone from a folder.
///
/// Nothing is taken for gone that only cannot be reached: an unmounted disk, a
/// link whose target is away or a folder without permission must not empty a
/// library.
struct VanishedSources {
  /// The folder as it was named.
  let folder: FilePath
  /// How many sources of the library stand below it.
  private(set) var sourceCount = 0
  /// Those whose file is gone, in their order, each with the folder in which it
  /// is missed.
  private var missed: [(source: String, folder: FilePath)] = []
  /// Those whose file cannot be looked at.
  private(set) var unreachable: [String] = []

  /// Those whose file is gone, in their order.
  var gone: [String] { missed.map(\.source) }

  /// Folders that held sources and hold nothing at all now.
  var emptied: [String] {
    var folders: [FilePath] = []
    for folder in missed.map(\.folder) where !folders.contains(folder) { folders.append(folder) }
    return folders.filter { Self.isEmpty($0) }.map(\.asText)
  }

  /// Whether so much is gone that it may be a disk that is not mounted, or the
  /// wrong folder.
  var isDoubtful: Bool { !gone.isEmpty && (gone.count == sourceCount || !emptied.isEmpty) }

  /// Looks for the files of those sources that stand below a folder.
  init(of sources: [String], in folder: FilePath) {
    self.folder = folder
    let base = folder.lexicallyNormalized()
    for source in sources {
      let path = FilePath(source).lexicallyNormalized()
      guard let below = Self.components(of: path, below: base) else { continue }
      sourceCount += 1
      look(for: source, below)
    }
  }

  /// Counts all but some sources as there: they were found under other paths.
  mutating func keep(_ gone: Set<String>) { missed.removeAll { !gone.contains($0.source) } }

  /// What leads from a folder to a path, or `nil` when it does not stand below.
  private static func components(
    of path: FilePath, below base: FilePath
  ) -> [FilePath.Component]? {
    if base.isEmpty || base == "." {
      guard path.isRelative, path.components.first?.kind != .parentDirectory else { return nil }
      return Array(path.components)
    }
    guard path.starts(with: base), path != base else { return nil }
    return Array(path.components.dropFirst(base.components.count))
  }

  private mutating func look(for source: String, _ below: [FilePath.Component]) {
    guard !Self.exists(source) else { return }
    var path = folder
    for component in below {
      let inner =
        path == "." ? FilePath(root: nil, components: component) : path.appending(component)
      switch Self.state(of: inner) {
      case .present: path = inner
      case .absent:
        missed.append((source, path))
        return
      case .unreachable:
        unreachable.append(source)
        return
      }
    }
  }

  private enum State { case present, absent, unreachable }

  private static func state(of path: FilePath) -> State {
    var status = stat()
    if path.withPlatformString({ stat($0, &status) }) == 0 { return .present }
    guard errno == ENOENT || errno == ENOTDIR else { return .unreachable }
    // A link that leads nowhere: its target may come back.
    return path.withPlatformString { lstat($0, &status) } == 0 ? .unreachable : .absent
  }

  /// Whether a file stands at a path, whose bytes need not be UTF-8.
  private static func exists(_ source: String) -> Bool {
    [FilePath(source), FilePath(escaped: source)].contains { state(of: $0) == .present }
  }

  private static func isEmpty(_ folder: FilePath) -> Bool {
    guard let stream = folder.withPlatformString({ opendir($0) }) else { return false }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name != [0x2E], name != [0x2E, 0x2E] { return false }
    }
    return true
  }
}
