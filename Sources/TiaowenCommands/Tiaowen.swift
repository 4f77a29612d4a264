public import ArgumentParser

/// The tool `tiaowen`.
public struct Tiaowen: ParsableCommand {
  /// Name, summary and version of the tool.
  public static let configuration = CommandConfiguration(
    commandName: "tiaowen",
    abstract: "Split, index, search and compare Chinese regulations.",
    version: "0.1.0")

  /// The tool without arguments.
  public init() {}

  /// Runs the subcommand that the process was asked for, and exits.
  public static func run() {
    main()
  }
}
