public import ArgumentParser
import Glibc
import Library

/// The tool `tiaowen`.
public struct Tiaowen: ParsableCommand {
  /// Name, summary, version and subcommands of the tool.
  public static let configuration = CommandConfiguration(
    commandName: "tiaowen",
    abstract: Sentences.current.text(.aboutTool),
    version: "0.1.0",
    subcommands: [
      IngestCommand.self, SearchCommand.self, ShowCommand.self, ListCommand.self,
      HistoryCommand.self, DiffCommand.self, RepealCommand.self, RemoveCommand.self,
      ExportCommand.self, ParseCommand.self, VerifyCommand.self,
    ])

  // The name is the library's.
  // swift-format-ignore: NoLeadingUnderscores, AllPublicDeclarationsHaveDocumentation
  /// What stands before messages about wrong usage, as before all others.
  public static var _errorPrefix: String { "tiaowen: \(Sentences.current.text(.errorMark)): " }

  /// The tool without arguments.
  public init() {}

  /// Runs the subcommand that the process was asked for, and exits.
  public static func run() {
    // A reader that goes away is told by EPIPE; see StandardOutput.
    signal(SIGPIPE, SIG_IGN)
    ReadFault.install()
    Subcommands.check(
      Array(CommandLine.arguments.dropFirst()), among: configuration.subcommands)
    do {
      var command = try command(of: Array(CommandLine.arguments.dropFirst()))
      try command.run()
    } catch let failure as Failure {
      end(with: failure)
    } catch let error as LibraryError {
      end(with: Failure(error))
    } catch {
      end(with: error)
    }
  }

  /// The command that arguments ask for.
  ///
  /// A subcommand is asked first whether it understands them, which takes the parser
  /// half the time; what it does not, such as a request for help, is for the tool.
  private static func command(of arguments: [String]) throws -> any ParsableCommand {
    let named = configuration.subcommands.first { $0.configuration.commandName == arguments.first }
    if let named, let command = try? named.parseAsRoot(Array(arguments.dropFirst())),
      type(of: command) == named
    {
      return command
    }
    return try parseAsRoot(arguments)
  }

  /// Ends as the argument parser does, in the reader's language.
  private static func end(with error: any Error) -> Never {
    let message = fullMessage(for: error)
    guard Sentences.current.isChinese, !message.isEmpty else { exit(withError: error) }
    let code = exitCode(for: error)
    let translated = ChineseUsage.translating(message) + "\n"
    if code.isSuccess {
      var output = StandardOutput()
      output.write(translated)
      output.flush()
    } else {
      StandardError.write(translated)
    }
    Glibc.exit(code.rawValue)
  }

  private static func end(with failure: Failure) -> Never {
    StandardError.write(failure.lines)
    Glibc.exit(2)
  }
}
