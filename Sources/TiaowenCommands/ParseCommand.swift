import ArgumentParser
import ChineseText
import DocumentReaders
import Splitting
import SystemPackage

/// `tiaowen parse`: shows how files are split, without a library.
struct ParseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse",
    abstract: "Show how files are split into regulations and articles.",
    discussion: """
      Needs no library. The tree shows every label with its heading in brackets, the beginning \
      of its text and, as (96), the text's length in characters; ⏎ and │ stand for line ends and \
      tabs in it. Clauses are counted level by level, as 5/15/32. After that stands what was \
      rejected and why, the ledger that accounts for every character, and what is noteworthy. \
      '-' reads standard input.
      """)

  @Option(help: "text for a tree that a person can check, json for one object a line.")
  var format = OutputFormat.text

  @Argument(help: "Files to split; '-' is standard input.")
  var files: [String]

  func run() throws {
    var output = StandardOutput()
    var hasFailed = false
    let format = self.format
    let terminal = Terminal.output
    OrderedWork.run(PathArguments.paths(of: files)) { path in
      SplitFile.reading(path).map { $0.rendered(as: format, terminal) }
    } consume: { _, result in
      switch result {
      case .success(let bytes): output.write(bytes)
      case .failure(let failure):
        output.flush()
        StandardError.write(failure.lines)
        hasFailed = true
      }
    }
    output.flush()
    if hasFailed { throw ExitCode(2) }
  }
}

extension SplitFile {
  fileprivate func rendered(as format: OutputFormat, _ terminal: Terminal) -> [UInt8] {
    let positions = TextPositions(document.text)
    switch format {
    case .json:
      var json = JSONWriter()
      ParseJSON(path: path, document: document, split: split, positions: positions)
        .write(to: &json)
      return json.bytes
    case .text:
      let tree = ParseTree(
        path: path, document: document, split: split, positions: positions, terminal: terminal)
      return Array(tree.lines.utf8)
    }
  }
}
