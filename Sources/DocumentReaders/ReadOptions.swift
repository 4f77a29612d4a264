/// Limits that keep a hostile file from filling the machine.
public struct ReadOptions: Hashable, Sendable {
  /// The most bytes a file may have.
  public var maximumFileByteCount: Int
  /// The most bytes that a part of a Word file may have when inflated.
  public var maximumPartByteCount: Int
  /// The most that a part of a Word file may grow when inflated; parts below
  /// 16 MiB are exempt.
  public var maximumInflation: Int
  /// The most seconds that `pdftotext` may take.
  public var maximumToolSeconds: Int

  /// Limits that only hostile or mistaken files exceed.
  public init(
    maximumFileByteCount: Int = 1 << 30, maximumPartByteCount: Int = 256 << 20,
    maximumInflation: Int = 400, maximumToolSeconds: Int = 120
  ) {
    self.maximumFileByteCount = maximumFileByteCount
    self.maximumPartByteCount = maximumPartByteCount
    self.maximumInflation = maximumInflation
    self.maximumToolSeconds = maximumToolSeconds
  }
}
