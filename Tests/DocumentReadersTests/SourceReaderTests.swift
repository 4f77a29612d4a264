import ChineseText
import DocumentReaders
import Glibc
import Testing
import TestingSupport

@Suite struct SourceReaderTests {
  @Test(arguments: [
    ("第一条 为了。\n1. 甲\n2. 乙\n- 丙\n# 一个井号\n", SourceFormat.text),
    ("<p>第一条</p><p>第二条</p>", .html), ("<html><body>第一条</body></html>", .html),
    ("第一条 甲<br>第二条 乙<br/>第三条 丙<br>第四条", .html), ("\n <!DOCTYPE html>\n第一条", .html),
    ("本办法所称<3天，是指少于三天。\n第二条 a<b且b>c", .text),
    ("# 办法\n\n## 第一章\n第一条", .markdown), ("---\ntitle: 办法\n---\n第一条", .markdown),
    ("甲\n```\n乙\n```\n", .markdown), ("| 甲 | 乙 |\n|---|---|\n| 1 | 2 |", .markdown),
    ("# 办法\n\n1. 目的\n2. 范围\n", .markdown), ("\n# 办法\n一、目的\n- 甲\n", .markdown),
    ("# 办法\n#define A 1\n第一条", .text), ("#!/bin/sh\n# 一\n# 二\n#x\n", .text),
    ("第一条\n-----\n第二条\n=====\n| 不是表 |", .text), ("#1机组\n#2机组\n#3机组", .text),
  ])
  func findsTheFormByContent(_ text: String, _ format: SourceFormat) throws {
    #expect(try read(text, "a.bin").format == format)
  }

  private func reason(_ bytes: [UInt8]) -> ReadError.Reason? {
    do throws(ReadError) {
      _ = try SourceReader().read(bytes, path: "x")
      return nil
    } catch {
      return error.reason
    }
  }

  private static let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  private func compoundFile(_ name: String) -> [UInt8] {
    Self.compound + [UInt8](repeating: 0, count: 600) + name.utf8.flatMap { [$0, 0] }
  }

  @Test func saysWhatAFileIsThatIsNotRead() {
    #expect(reason([]) == .empty)
    #expect(reason([0x20, 0x0A, 0xE3, 0x80, 0x80]) == .noText)
    #expect(reason(compoundFile("EncryptedPackage")) == .encryptedWord)
    #expect(reason([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]) == .binary)
    #expect(reason(Array("<html><body><script>x</script></body></html>".utf8)) == .noText)
    for bytes in [compoundFile("WordDocument"), Array("{\\rtf1 abc}".utf8)] {
      guard case .legacyWord = reason(bytes) else {
        Issue.record("no old Word file: \(String(describing: reason(bytes)))")
        continue
      }
    }
  }

  @Test func passesOverForeignFormsOnly() {
    #expect(reason(compoundFile("Workbook"))?.isForeignFormat == true)
    #expect(reason([0, 1, 2, 3, 0, 0, 0, 9])?.isForeignFormat == true)
    #expect(reason(compoundFile("WordDocument"))?.isForeignFormat == false)
    #expect(reason([])?.isForeignFormat == false)
  }

  @Test func explainsEveryErrorInOneLineWithHelp() {
    let reasons: [ReadError.Reason] = [
      .empty, .notFound, .unreadable("permission denied"), .isDirectory, .tooLarge(limit: 5),
      .binary, .otherFormat("a spreadsheet"), .undecodable, .legacyWord("x"), .encryptedWord,
      .damagedWord("x"), .zipBomb(part: "x"), .entities(part: "x"), .nestingTooDeep, .noText,
      .pdfToolMissing, .damagedPDF("x"), .missingLibrary(name: "libzip", package: "libzip4"),
    ]
    for reason in reasons {
      let error = ReadError(path: "a.docx", reason: reason)
      #expect(error.description.hasPrefix("a.docx: "))
      #expect(!error.description.hasSuffix("."))
      #expect(error.help != nil)
    }
  }

  @Test func readsFilesAndNamesWhatKeepsThemFromBeingRead() throws {
    let name = "/tmp/tiaowen-test-\(getpid()).txt"
    let text = Array("第一条 为了规范管理，制定本办法。\n".utf8)
    let file = try #require(fopen(name, "w"))
    fwrite(text, 1, text.count, file)
    fclose(file)
    defer { unlink(name) }
    #expect(try SourceReader().read(file: name).text.utf8 == text)
    #expect(throws: ReadError(path: name, reason: .tooLarge(limit: 5))) {
      try SourceReader(options: ReadOptions(maximumFileByteCount: 5)).read(file: name)
    }
    #expect(throws: ReadError(path: "/tmp", reason: .isDirectory)) {
      try SourceReader().read(file: "/tmp")
    }
    #expect(throws: ReadError(path: name + "x", reason: .notFound)) {
      try SourceReader().read(file: name + "x")
    }
  }

  @Test func makesSoundBlocksOfArbitraryBytes() {
    var generator = SeededGenerator(seed: 3)
    let pieces: [[UInt8]] = [
      Array("第一条".utf8), Array("# ".utf8), Array("**".utf8), Array("<p>".utf8), [0xFF], [0],
      Array("|--|".utf8), Array("[a](b)".utf8), [0x0D, 0x0A], Array("\u{3000}".utf8), [0xC4, 0xE3],
      Array("```\n".utf8), Array("<!--".utf8), Array("&nbsp".utf8), [0x50, 0x4B, 3, 4],
      Array("%PDF-".utf8), Array("---\n".utf8), Array("\n".utf8), Array("1. ".utf8), [0x85, 0x40],
    ]
    for _ in 0..<1500 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 1...24, using: &generator) {
        bytes += pieces.randomElement(using: &generator) ?? []
      }
      let readers: [any DocumentReader] = [
        TextReader(), HTMLReader(), MarkdownReader(), WordReader(),
      ]
      for reader in readers {
        (try? reader.read(bytes, path: "x"))?.checkBlocks()
      }
    }
  }
}
