import Foundation
import Testing

/// Tables for readers, and the file that `--output` names.
@Suite struct DiffOutputTests {
  private static let before = """
    茶水间使用规定
    第一条　为了保持茶水间整洁，制定本规定。
    第二条　杯具由行政部统一消毒，每周一次。

    """

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(Self.before, to: "old.txt")
    try folder.write(Self.before.replacing("一次", with: "两次"), to: "new.txt")
    return folder
  }

  private func names(in folder: TemporaryFolder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
  }

  @Test func writesAWordFile() throws {
    let folder = try folder()
    let run = try ToolRun(
      ["diff", "--format", "docx", "-o", "table.docx", "old.txt", "new.txt"], in: folder)
    #expect(run.code == 1, "\(run.errors)")
    #expect(run.output.isEmpty && run.errors.isEmpty)
    #expect(try names(in: folder) == ["new.txt", "old.txt", "table.docx"])
    #expect(try Data(contentsOf: folder["table.docx"]).starts(with: Data("PK".utf8)))
    let same = try ToolRun(
      script: "tiaowen diff --format docx old.txt new.txt | cmp - table.docx", in: folder)
    #expect(same.code == 0, "\(same.output)\(same.errors)")
    let read = try ToolRun(["parse", "--format", "json", "table.docx"], in: folder)
    #expect(read.output.contains("杯具由行政部统一消毒，每周两次。"), "\(read.output)")
  }

  @Test(arguments: ["markdown", "html", "json", "text"])
  func writesTheSameToAFileAsToAPipe(_ format: String) throws {
    let folder = try folder()
    let run = try ToolRun(["diff", "--format", format, "old.txt", "new.txt"], in: folder)
    #expect(run.code == 1)
    _ = try ToolRun(
      ["diff", "--format", format, "--output", "out", "old.txt", "new.txt"], in: folder)
    #expect(try String(contentsOf: folder["out"], encoding: .utf8) == run.output)
  }

  @Test func replacesAFileAndKeepsItsRightsAndLinks() throws {
    let folder = try folder()
    try folder.write("earlier", to: "files/table.md")
    let script = """
      chmod 640 files/table.md; ln -s files/table.md link.md
      tiaowen diff --format markdown -o link.md old.txt new.txt
      stat -c %a files/table.md; readlink link.md; ls -A files
      """
    let run = try ToolRun(script: script, in: folder)
    #expect(run.output == "640\nfiles/table.md\ntable.md\n", "\(run.errors)")
    let text = try String(contentsOf: folder["files/table.md"], encoding: .utf8)
    #expect(text.hasPrefix("# 《茶水间使用规定》修订前后对照表\n"))
  }

  @Test(arguments: [
    ("none/table.docx", "its folder does not exist"),
    ("old.txt/table.docx", "its folder does not exist"),
    ("folder", "is a folder"), ("/dev/full", "is no regular file"),
    ("old.txt", "is one of the texts that are compared"),
    ("./folder/../new.txt", "is one of the texts that are compared"),
    ("link.docx", "is one of the texts that are compared"),
    (String(repeating: "n", count: 256), "file name too long"),
  ])
  func refusesABadPlace(_ path: String, _ words: String) throws {
    let folder = try folder()
    try FileManager.default.createDirectory(
      at: folder["folder"], withIntermediateDirectories: false)
    try FileManager.default.createSymbolicLink(
      at: folder["link.docx"], withDestinationURL: folder["old.txt"])
    let before = try names(in: folder)
    let run = try ToolRun(
      ["diff", "--format", "docx", "--output", path, "old.txt", "new.txt"], in: folder)
    #expect(run.code == 2)
    #expect(run.errors.hasPrefix("\(path): error: \(words)\n  help: "), "\(run.errors)")
    #expect(try names(in: folder) == before)
    #expect(try String(contentsOf: folder["old.txt"], encoding: .utf8) == Self.before)
  }

  @Test func writesNoWordFileToATerminal() throws {
    let run = try ToolRun(
      script: "script -qec 'tiaowen diff --format docx old.txt new.txt' /dev/null", in: folder())
    #expect(
      run.output == """
        standard output: error: a Word file is nothing for a terminal\r
          help: name a file with --output, or redirect standard output\r

        """)
    #expect(run.code == 2)
  }

  @Test func saysThatLibzipIsMissing() throws {
    let folder = try folder()
    for name in ["libzip.so.4", "libzip.so.5"] { try folder.write("", to: "broken/\(name)") }
    let run = try ToolRun(
      ["diff", "--format", "docx", "-o", "table.docx", "old.txt", "new.txt"], in: folder,
      environment: ["LD_LIBRARY_PATH": folder["broken"].path])
    #expect(
      run.errors == """
        tiaowen diff: error: this form needs the library libzip, which is not installed
          help: install it with 'apt-get install libzip4'

        """)
    #expect(run.code == 2)
    #expect(try names(in: folder) == ["broken", "new.txt", "old.txt"])
  }

  @Test(arguments: [
    ["--output", ""], ["--references", "--format", "docx"], ["--format", "pdf"],
  ])
  func refusesWrongUsage(_ options: [String]) throws {
    let run = try ToolRun(["diff"] + options + ["old.txt", "new.txt"], in: folder())
    #expect(run.code == 64)
  }
}
