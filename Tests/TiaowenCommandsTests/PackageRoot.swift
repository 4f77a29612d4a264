import Foundation

/// The folder of the package, in which tests read files of the project.
enum PackageRoot {
  /// Where it is.
  static let url = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Whether tests write what they expect instead of comparing it.
  static let isRecording = ProcessInfo.processInfo.environment["TIAOWEN_RECORD"] == "1"
}
