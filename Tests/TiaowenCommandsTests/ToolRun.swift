import Foundation

/// The built tool, run as a person runs it.
struct ToolRun {
  /// What it wrote to standard output.
  let output: String
  /// What it wrote to standard error.
  let errors: String
  /// Its exit code.
  let code: Int32

  /// Runs the tool with `arguments` in `folder` until it ends.
  init(
    _ arguments: [String], in folder: TemporaryFolder, input: String = "",
    environment: [String: String] = [:]
  ) throws {
    // The folder must not go away while the tool runs in it.
    defer { withExtendedLifetime(folder) {} }
    try self.init(arguments, at: folder.url, input: input, environment: environment)
  }

  /// Runs the tool with `arguments` at `folder` until it ends.
  init(
    _ arguments: [String], at folder: URL, input: String = "",
    environment: [String: String] = [:]
  ) throws {
    try self.init(
      Self.binary, arguments, in: folder, input: input, environment: environment)
  }

  /// Runs `script` with bash, in which `tiaowen` is the tool.
  init(script: String, in folder: TemporaryFolder) throws {
    defer { withExtendedLifetime(folder) {} }
    let path = Self.binary.deletingLastPathComponent().path
    try self.init(
      URL(filePath: "/bin/bash"), ["-c", script], in: folder.url,
      environment: ["PATH": "\(path):/usr/bin:/bin"])
  }

  private init(
    _ program: URL, _ arguments: [String], in folder: URL, input: String = "",
    environment: [String: String]
  ) throws {
    // Files rather than pipes: a full pipe would stop the tool.
    let files = try TemporaryFolder()
    for name in ["output", "errors"] { try files.write(Data(), to: name) }
    try files.write(Data(input.utf8), to: "input")
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ["LC_ALL": "C.UTF-8"].merging(environment) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: files["input"])
    process.standardOutput = try FileHandle(forWritingTo: files["output"])
    process.standardError = try FileHandle(forWritingTo: files["errors"])
    try process.run()
    process.waitUntilExit()
    output = String(decoding: try Data(contentsOf: files["output"]), as: UTF8.self)
    errors = String(decoding: try Data(contentsOf: files["errors"]), as: UTF8.self)
    code = process.terminationStatus
  }

  /// The tool stands beside the test bundle.
  private static let binary: URL =
    URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "tiaowen")
}

/// A folder that goes away with the test.
final class TemporaryFolder: Sendable {
  /// Where it is.
  let url: URL

  /// An empty folder.
  init() throws {
    url = FileManager.default.temporaryDirectory
      .appending(path: "tiaowen-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  /// A file in it.
  subscript(name: String) -> URL { url.appending(path: name) }

  /// Writes a file, with the folders above it.
  func write(_ data: Data, to name: String) throws {
    let folder = self[name].deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try data.write(to: self[name])
  }

  /// Writes a text file.
  func write(_ text: String, to name: String) throws {
    try write(Data(text.utf8), to: name)
  }
}
