import FuzzTargets
import Glibc

/// Fuzzes one target, or writes what the fuzzer needs for it.
///
///     fuzz targets
///     fuzz seeds TARGET CORPUS FOLDER
///     fuzz phrases TARGET
///     fuzz --target=TARGET [libFuzzer's arguments]
@main enum Main {
  /// The target that is fuzzed.
  ///
  /// libFuzzer passes over arguments with two hyphens, and hands them on to the
  /// processes that it starts to make an input smaller.
  static let target = CommandLine.arguments.first { $0.hasPrefix("--target=") }
    .flatMap { FuzzTarget(rawValue: String($0.dropFirst(9))) }

  static func main() {
    let arguments = CommandLine.arguments
    if target != nil {
      exit(fuzz())
    } else if arguments.count == 2, arguments[1] == "targets" {
      for target in FuzzTarget.allCases { print(target.rawValue, target.largestInput) }
    } else if arguments.count == 3, arguments[1] == "phrases", let target = named(arguments[2]) {
      printPhrases(of: target)
    } else if arguments.count == 5, arguments[1] == "seeds", let target = named(arguments[2]) {
      writeSeeds(of: target, from: arguments[3], to: arguments[4])
    } else {
      fail(
        "usage: fuzz targets | seeds TARGET CORPUS FOLDER | phrases TARGET | --target=TARGET …", 64)
    }
  }

  private static func named(_ name: String) -> FuzzTarget? { FuzzTarget(rawValue: name) }

  private static func fuzz() -> Int32 {
    var count = CommandLine.argc
    var arguments = CommandLine.unsafeArgv
    return runFuzzer(&count, &arguments) { testOneInput($0, $1) }
  }

  /// Prints phrases in the form of libFuzzer's dictionaries.
  private static func printPhrases(of target: FuzzTarget) {
    let digits = Array("0123456789abcdef")
    for phrase in target.phrases {
      let hex = phrase.utf8.map { "\\x\(digits[Int($0 >> 4)])\(digits[Int($0 & 15)])" }
      print("\"\(hex.joined())\"")
    }
  }

  private static func writeSeeds(of target: FuzzTarget, from corpus: String, to folder: String) {
    for (number, seed) in target.seeds(fromFilesIn: corpus).enumerated() {
      guard let file = fopen("\(folder)/seed-\(number)", "wb") else {
        fail("fuzz: cannot write to \(folder)", 2)
      }
      fwrite(seed, 1, seed.count, file)
      fclose(file)
    }
  }

  private static func fail(_ message: String, _ status: Int32) -> Never {
    var line = message + "\n"
    _ = line.withUTF8 { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    exit(status)
  }
}
