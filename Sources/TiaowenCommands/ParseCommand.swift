import ArgumentParser
import ChineseText
import DocumentReaders
import Splitting
import SystemPackage

/// `tiaowen parse`: shows how files are split, without a library.
struct ParseCommand: ParsableCommand {
  static let configuration = CommandConfiguration("parse", .aboutParse, .moreAboutParse)

  @Option(help: .init(.treeHelp, "form"))
  var format = OutputFormat.text

  @Argument(help: .init(.filesHelp, "file"))
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
