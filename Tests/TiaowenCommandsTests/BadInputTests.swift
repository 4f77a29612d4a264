import Foundation
import Testing

/// Files that cannot be read: each gives one clear message with what to do,
/// exit code 2, and the other file of the batch still gets into the library.
@Suite struct BadInputTests {
  /// A regulation that can be read.
  static let good = """
    茶水间使用规定
    第一条　为了保持茶水间整洁，制定本规定。
    第二条　使用人应当随手关闭饮水机的热水开关。
    第三条　本规定自2024年3月1日起施行。

    """

  /// A bad file, and what the tool says about it.
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var data: @Sendable () -> Data
    var message: String
    var testDescription: String { name }
  }

  static let cases = [
    Case(
      name: "empty.txt", data: { Data() },
      message: """
        empty.txt: error: the file is empty
          help: check the path, or save the document again

        """),
    Case(
      name: "picture.png",
      data: { Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + Array(0...255)) },
      message: """
        picture.png: error: is no text
          help: give text, HTML, DOCX, Markdown or PDF

        """),
    Case(
      name: "truncated.docx",
      data: { HostileFiles.word(text: good).dropLast(60) },
      message: """
        truncated.docx: error: the Word document is damaged: the container is cut off or has no table of contents
          help: open it in Word, WPS or LibreOffice, repair it and save it again

        """),
    Case(
      name: "encrypted.docx", data: { HostileFiles.encryptedWord },
      message: """
        encrypted.docx: error: the Word document is protected by a password
          help: open it with the password and save it without one

        """),
    Case(
      name: "bomb.docx", data: { HostileFiles.zipBomb },
      message: """
        bomb.docx: error: 'word/document.xml' grows beyond the limit when inflated
          help: do not open this file unless you know who made it

        """),
    Case(
      name: "entities.docx", data: { HostileFiles.entityBomb },
      message: """
        entities.docx: error: 'word/document.xml' declares a document type, which Word never does
          help: do not open this file unless you know who made it

        """),
    Case(
      name: "external.docx", data: { HostileFiles.externalEntity },
      message: """
        external.docx: error: 'word/document.xml' declares a document type, which Word never does
          help: do not open this file unless you know who made it

        """),
    Case(
      name: "garbled.txt",
      data: { Data(String(repeating: "锟斤拷锟斤拷烫烫烫锟斤拷\n", count: 50).utf8) },
      message: """
        garbled.txt: error: the text is garbled (乱码) in every known encoding
          help: get the text again from where it came, and save it as UTF-8

        """),
  ]

  @Test(arguments: cases) func saysWhatIsWrongAndReadsTheOthers(_ bad: Case) throws {
    let folder = try TemporaryFolder()
    try folder.write(bad.data(), to: bad.name)
    try folder.write(Self.good, to: "good.txt")
    let ingest = try ToolRun(["ingest", bad.name, "good.txt"], in: folder)
    #expect(ingest.errors == bad.message)
    #expect(ingest.code == 2)
    try expectGoodFileIsFound(in: folder)
    let parse = try ToolRun(["parse", bad.name, "good.txt"], in: folder)
    #expect(parse.errors == bad.message)
    #expect(parse.code == 2)
    #expect(parse.output.contains("《茶水间使用规定》"))
  }

  private func expectGoodFileIsFound(in folder: TemporaryFolder) throws {
    let search = try ToolRun(["search", "热水开关"], in: folder)
    #expect(search.output.contains("《茶水间使用规定》第二条"), "\(search.errors)")
    #expect(search.code == 0)
  }

  @Test func namesAPathThatIsMissing() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.good, to: "good.txt")
    let ingest = try ToolRun(["ingest", "gone.txt", "good.txt"], in: folder)
    #expect(
      ingest.errors == """
        gone.txt: error: no such file or folder
          help: check the spelling of the path

        """)
    #expect(ingest.code == 2)
    try expectGoodFileIsFound(in: folder)
  }

  // Both once made a whole folder fail.
  @Test func passesOverEmptyFilesAndDeadLinksInFolders() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.good, to: "texts/good.txt")
    try folder.write("", to: "texts/empty.txt")
    try FileManager.default.createSymbolicLink(
      atPath: folder["texts/link.txt"].path, withDestinationPath: "gone.txt")
    let ingest = try ToolRun(["ingest", "texts"], in: folder)
    #expect(
      ingest.output.hasPrefix(
        """
        files: 1 read, 0 unchanged, 2 passed over, 0 failed
          passed over: texts/link.txt: the link leads nowhere
          passed over: texts/empty.txt: the file is empty

        """))
    #expect(ingest.errors == "")
    #expect(ingest.code == 0)
    try expectGoodFileIsFound(in: folder)
    let named = try ToolRun(["ingest", "texts/empty.txt", "--format", "json"], in: folder)
    #expect(
      named.output.contains(
        #""failedFiles":[{"path":"texts/empty.txt","reason":"the file is empty"}]"#))
    #expect(named.code == 2)
  }

  @Test func refusesWhatIsNoRegularFile() throws {
    let folder = try TemporaryFolder()
    let parse = try ToolRun(["parse", "/dev/zero"], in: folder)
    #expect(parse.errors.hasPrefix("/dev/zero: error: is no regular file\n"))
    #expect(parse.code == 2)
  }

  @Test func saysThatAFolderHoldsNoTexts() throws {
    let folder = try TemporaryFolder()
    try folder.write(Data([0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 0]), to: "pictures/one.png")
    for path in ["pictures", "."] {
      let ingest = try ToolRun(["ingest", path], in: folder)
      #expect(
        ingest.errors == """
          \(path): error: there is no text to read here
            help: name files or folders with text, HTML, DOCX, Markdown or PDF

          """)
      #expect(ingest.code == 2)
    }
    #expect(!FileManager.default.fileExists(atPath: folder["Index"].path))
  }

  @Test func readsAPathThatIsNoUnicodeText() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.good, to: "good.txt")
    let script = "mv good.txt $'gut\\xE9.txt' && tiaowen ingest $'gut\\xE9.txt' && tiaowen ingest ."
    let run = try ToolRun(script: script, in: folder)
    #expect(run.errors == "")
    #expect(run.code == 0)
    let list = try ToolRun(["list"], in: folder)
    #expect(list.output.contains("gut\\xE9.txt"))
    try expectGoodFileIsFound(in: folder)
  }

  @Test func walksFoldersThatLinkToEachOtherOnce() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.good, to: "texts/deep/good.txt")
    try FileManager.default.createSymbolicLink(
      atPath: folder["texts/deep/up"].path, withDestinationPath: "..")
    let ingest = try ToolRun(["ingest", "texts"], in: folder)
    #expect(ingest.output.hasPrefix("files: 1 read, 0 unchanged, 0 passed over"))
    #expect(ingest.code == 0)
  }

  // MARK: - Texts of hostile shape

  /// Texts that must be read in a time that grows with their length only.
  static let shapes: [(name: String, text: @Sendable () -> String)] = [
    ("line.txt", { String(repeating: "每日检查消防通道并做好记录，", count: 150_000) }),
    ("label.txt", { "第" + String(repeating: "9", count: 1_000_000) + "条　数字太长。\n" }),
    ("numerals.txt", { "第" + String(repeating: "九", count: 1_000_000) + "条　数字太长。\n" }),
    (
      "nested.html",
      {
        "<html><body>" + String(repeating: "<div>", count: 100_000) + "<p>第一条　深处的文字。</p>"
          + String(repeating: "</div>", count: 100_000) + "</body></html>"
      }
    ),
    ("quotes.txt", { String(repeating: "将第三条修改为：“第三条", count: 50_000) }),
  ]

  @Test(arguments: shapes.indices) func readsTextsOfHostileShape(_ index: Int) throws {
    let shape = Self.shapes[index]
    let folder = try TemporaryFolder()
    try folder.write(shape.text(), to: shape.name)
    try folder.write(Self.good, to: "good.txt")
    let ingest = try ToolRun(["ingest", "."], in: folder)
    #expect([0, 2].contains(ingest.code), "\(shape.name): \(ingest.errors)")
    if ingest.code == 2 { #expect(ingest.errors.hasPrefix("./\(shape.name): error: ")) }
    try expectGoodFileIsFound(in: folder)
  }
}
