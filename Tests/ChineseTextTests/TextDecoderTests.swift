import ChineseText
import Glibc
import Testing
import TestingSupport

@Suite struct TextDecoderTests {
  private static let simplified = """
    第一章 总则
    第一条 为了规范员工的考勤管理，维护正常的工作秩序，根据国家有关规定，制定本办法。
    第二条 各部门应当按月核对考勤，并于次月五日前报送人事部门。

    """
  private static let traditional = """
    第一章 總則
    第一條 為規範員工考勤管理，維護工作秩序，依據有關規定，訂定本辦法。
    第二條 各單位應按月核對考勤，並於次月五日前報送人事單位。

    """

  private func encoded(_ text: String, _ name: String) throws -> [UInt8] {
    let converter = try #require(iconv_open(name, "UTF-8"))
    defer { iconv_close(converter) }
    var input = Array(text.utf8).map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: input.count * 3)
    let count = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        var (source, target) = (input.baseAddress, output.baseAddress)
        var (left, room) = (input.count, output.count)
        iconv(converter, &source, &left, &target, &room)
        return left == 0 ? output.count - room : 0
      }
    }
    try #require(count > 0)
    return output.prefix(count).map { UInt8(bitPattern: $0) }
  }

  @Test(arguments: [
    ("UTF-8", TextEncoding.utf8), ("UTF-16LE", .utf16LittleEndian), ("UTF-16BE", .utf16BigEndian),
    ("GBK", .gb18030), ("GB18030", .gb18030),
  ])
  func findsTheEncodingOfSimplifiedText(_ name: String, _ encoding: TextEncoding) throws {
    let text = try TextDecoder().decode(encoded(Self.simplified, name))
    #expect(text.encoding == encoding)
    #expect(String(decoding: text.utf8, as: UTF8.self) == Self.simplified)
    #expect(text.replacementCount == 0)
  }

  @Test(arguments: [
    ("BIG5", TextEncoding.big5), ("GBK", .gb18030), ("UTF-8", .utf8),
    ("UTF-16LE", .utf16LittleEndian),
  ])
  func findsTheEncodingOfTraditionalText(_ name: String, _ encoding: TextEncoding) throws {
    let text = try TextDecoder().decode(encoded(Self.traditional, name))
    #expect(text.encoding == encoding)
    #expect(String(decoding: text.utf8, as: UTF8.self) == Self.traditional)
  }

  @Test(arguments: [
    ([0xEF, 0xBB, 0xBF], "UTF-8", TextEncoding.utf8),
    ([0xFF, 0xFE], "UTF-16LE", .utf16LittleEndian), ([0xFE, 0xFF], "UTF-16BE", .utf16BigEndian),
    ([0x84, 0x31, 0x95, 0x33], "GB18030", .gb18030),
  ])
  func dropsTheByteOrderMark(_ mark: [UInt8], _ name: String, _ encoding: TextEncoding) throws {
    let text = try TextDecoder().decode(mark + encoded(Self.simplified, name))
    #expect(text.encoding == encoding)
    #expect(String(decoding: text.utf8, as: UTF8.self) == Self.simplified)
  }

  @Test func readsThreeCharactersOfGBK() throws {
    let text = try TextDecoder().decode(encoded("第一条", "GBK"))
    #expect(String(decoding: text.utf8, as: UTF8.self) == "第一条")
  }

  @Test func contentWinsOverAWrongDeclaration() throws {
    let bytes = try encoded(Self.simplified, "GBK")
    #expect(try TextDecoder(declared: .big5).decode(bytes).encoding == .gb18030)
    #expect(try TextDecoder(declared: .utf8).decode(bytes).encoding == .gb18030)
  }

  @Test func readsSurrogatePairsOfUTF16() throws {
    let string = Self.simplified + "𠮷😀"
    let text = try TextDecoder().decode([0xFF, 0xFE] + encoded(string, "UTF-16LE") + [0x00, 0xD8])
    #expect(String(decoding: text.utf8, as: UTF8.self) == string + "\u{FFFD}")
    #expect(text.replacementCount == 1)
  }

  @Test(arguments: ["UTF-8", "GBK"])
  func repairsAFewBadBytes(_ name: String) throws {
    let good = try encoded(Self.simplified, name)
    let text = try TextDecoder().decode(good + [0xFF, 0x0A] + good)
    #expect(text.replacementCount == 1)
    let first = try #require(text.firstReplacement)
    #expect(Array(text.utf8[first...].prefix(3)) == [0xEF, 0xBF, 0xBD])
    #expect(first == Self.simplified.utf8.count)
  }

  @Test func readsTheEuroSignOfWindows() throws {
    let bytes = try encoded(Self.simplified, "GBK") + [0x80, 0x35]
    #expect(try String(decoding: TextDecoder().decode(bytes).utf8, as: UTF8.self).hasSuffix("€5"))
  }

  private func misread(_ bytes: [UInt8], as name: String) throws -> [UInt8] {
    let converter = try #require(iconv_open("UTF-8//IGNORE", name))
    defer { iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: input.count * 4)
    let count = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        var (source, target) = (input.baseAddress, output.baseAddress)
        var (left, room) = (input.count, output.count)
        while left > 0, iconv(converter, &source, &left, &target, &room) == -1, left > 0 {
          source = source?.advanced(by: 1)
          left -= 1
        }
        return output.count - room
      }
    }
    return output.prefix(count).map { UInt8(bitPattern: $0) }
  }

  @Test(arguments: [
    ("UTF-8", "GB18030"), ("GBK", "ISO-8859-1"), ("UTF-8", "ISO-8859-1"), ("UTF-8", "CP1252"),
    ("GBK", "BIG5"), ("UTF-8", "BIG5"), ("GBK", "CP1252"),
  ])
  func refusesTextThatWasGarbledBefore(_ real: String, _ wrong: String) throws {
    let bytes = try misread(encoded(Self.simplified, real), as: wrong)
    #expect(throws: TextDecodingError.self) { try TextDecoder().decode(bytes) }
  }

  @Test(arguments: [
    String(repeating: "锟斤拷", count: 20), String(repeating: "?", count: 60) + "条",
    String(repeating: "\u{FFFD}条", count: 20),
  ])
  func refusesTextThatWasLost(_ text: String) {
    #expect(throws: TextDecodingError.self) { try TextDecoder().decode(Array(text.utf8)) }
  }

  @Test(arguments: [
    String(repeating: "甲", count: 500), "覃塘区蒙圩镇、龑洋村、赟磊、翀淼、犇骉、羴鱻、龘靐",
    "Le règlement intérieur précise les modalités d'accès à l'établissement.",
    "Правила внутреннего трудового распорядка работников", "①②③", "?", "規則第五條の二　ただし書き",
  ])
  func acceptsUnusualText(_ text: String) throws {
    #expect(try TextDecoder().decode(Array(text.utf8)).utf8 == Array(text.utf8))
  }

  private static let rareNames = """
    甲乙丙丁戊己庚辛
    壬癸寅卯辰巳午未

    """

  // Lists of rare names and of codes were once taken for garbled text.
  @Test func acceptsListsOfRareNames() throws {
    var generator = SeededGenerator(seed: 4)
    let names = (0..<600).map { _ in
      String(Unicode.Scalar(UInt16.random(in: 0x4E00...0x9FA5, using: &generator)) ?? "甲")
    }
    for text in [names.joined(separator: "\n"), String(repeating: "\u{F0B7} item\n", count: 30)] {
      #expect(try TextDecoder().decode(Array(text.utf8)).utf8 == Array(text.utf8))
    }
  }

  @Test(arguments: [
    ("UTF-16LE", TextEncoding.utf16LittleEndian), ("UTF-16BE", .utf16BigEndian),
    ("GBK", .gb18030), ("UTF-8", .utf8),
  ])
  func findsTheEncodingOfRareNamesAndCodes(_ name: String, _ encoding: TextEncoding) throws {
    let codes = String(repeating: "A001 B002 C003 12.5 库\n", count: 30)
    for string in [Self.rareNames, codes, Self.rareNames + "第一条"] {
      let text = try TextDecoder().decode(encoded(string, name))
      #expect(text.encoding == encoding)
      #expect(String(decoding: text.utf8, as: UTF8.self) == string)
    }
  }

  @Test func tellsBinaryFromText() {
    var generator = SeededGenerator(seed: 1)
    let bytes = (0..<4000).map { _ in UInt8.random(in: 0...255, using: &generator) }
    #expect(throws: TextDecodingError(reason: .binary)) { try TextDecoder().decode(bytes) }
  }

  @Test func validatesAndRepairsAsTheStandardLibraryDoes() {
    var generator = SeededGenerator(seed: 2)
    let interesting: [UInt8] = [
      0x41, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xE0, 0xED, 0xEF, 0xF0, 0xF4, 0xF5,
    ]
    for _ in 0..<4000 {
      let bytes = (0..<8).map { _ in interesting.randomElement(using: &generator) ?? 0 }
      let isValid = String(validating: bytes, as: UTF8.self) != nil
      #expect(bytes.isValidUTF8 == isValid, "\(bytes)")
      let repaired = SourceText(repairing: bytes)
      #expect(repaired.utf8.isValidUTF8)
    }
  }
}
