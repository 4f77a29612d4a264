import ChineseText
import Testing

@Suite struct TextPositionsTests {
  @Test func countsScalarsAndLinesAtEveryOffset() {
    let string = String(repeating: "第一条 a\n为了😀，\n", count: 60)
    let text = SourceText(string)
    let positions = TextPositions(text)
    var byte = 0
    var scalars = 0
    var line = 1
    for scalar in string.unicodeScalars {
      #expect(positions.scalarOffset(of: byte) == scalars)
      #expect(positions.line(of: byte) == line)
      byte += UTF8.width(scalar)
      scalars += 1
      if scalar == "\n" { line += 1 }
    }
    #expect(positions.scalarOffset(of: byte) == scalars)
    #expect(positions.scalarCount == scalars)
    #expect(positions.lineCount == line)
  }
}
