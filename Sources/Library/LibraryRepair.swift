/// What was kept of a damaged library, and what was not.
public struct LibraryRepair: Hashable, Sendable {
  /// A revision whose text cannot be read any more.
  public struct LostRevision: Hashable, Sendable {
    /// Its title.
    public var title: String
    /// Its name.
    public var name: String
    /// The file that gave it.
    public var path: String
  }

  /// What was wrong, file by file; none for a library that is whole.
  public internal(set) var damage: [LibraryError] = []
  /// The revisions that are lost until their files are read again.
  public internal(set) var lost: [LostRevision] = []
  /// The number of revisions that are left.
  public internal(set) var keptCount = 0
}
