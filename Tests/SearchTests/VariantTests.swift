import ChineseText
import Library
import Regulations
import Search
import Testing
import TestingSupport

/// Search that takes simplified and traditional characters for the same.
@Suite struct VariantTests {
  private static let folding = SearchOptions(on: someDay, limit: 100, foldingVariants: true)

  private func library() throws -> SearchedLibrary {
    try SearchedLibrary([
      Revision(
        title: "勞動規定",
        notation: """
          chapter|第一章|經濟補償
            article|第一條|-|勞動合同解除以後，應當結清工資。
            article|第二條|-|不相干。
          """),
      Revision(
        title: "劳动办法",
        notation: """
          article|第一条|-|劳动合同解除以后支付工资。
          article|第二条|-|混寫的勞动合同。
          """),
    ])
  }

  @Test(arguments: [
    ("劳动合同", 3), ("勞動合同", 3), ("勞动合同", 3), ("解除以后", 2), ("解除以後 -勞動", 0), ("以后 工資", 2),
    ("经济补偿", 2), ("經濟補償", 2), ("勞動合同 OR 补偿", 4), ("标题:经济", 2), ("劳动辦法", 0), ("東西", 0),
  ]) func findsEitherForm(_ query: String, _ total: Int) throws {
    var options = Self.folding
    options.match = .exact
    #expect(try library().search(query, options).total == total)
  }

  @Test func isAskedFor() throws {
    let options = SearchOptions(on: someDay, match: .exact)
    #expect(try library().search("劳动合同", options).total == 1)
  }

  @Test func marksWhatStandsInTheText() throws {
    let hits = try library().search("劳动合同", Self.folding).hits
    #expect(Set(hits.flatMap { $0.marked }) == ["劳动合同", "勞動合同", "勞动合同"])
    #expect(try library().search("劳动合同", Self.folding).reading.contains("“勞動合同”"))
  }

  @Test func findsTitlesAndTheClosest() throws {
    let titles = try library().search("劳动规定", Self.folding).regulations
    #expect(titles.map(\.regulation) == ["勞動規定"])
    let closest = try library().search("工资什么时候结清", Self.folding)
    #expect(closest.mode == .closest)
    #expect(closest.hits.first?.text.contains("結清工資") == true)
  }

  @Test func findsWhatIsCited() throws {
    let hits = try library().search("《劳动规定》第一条", Self.folding).hits
    #expect(hits.map(\.regulation) == ["勞動規定"])
  }

  // What the index gives must be what a scan of folded texts gives.
  @Test(arguments: 0..<6 as Range<UInt64>) func findsWhatAScanFinds(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let signs = Array("劳勞动動合发發髮后後里裏裡台臺檯人，".utf16)
    let texts = (0..<40).map { _ in
      (0..<Int.random(in: 1...12, using: &generator)).map { _ in
        signs[Int.random(in: 0..<signs.count, using: &generator)]
      }
    }
    let lines = texts.enumerated().map { index, text in
      "article|第\(ChineseNumeral.string(of: index + 1))条|-|\(String(decoding: text, as: UTF16.self))"
    }
    let library = try SearchedLibrary([
      Revision(title: "规", notation: lines.joined(separator: "\n"))
    ])
    var options = Self.folding
    options.match = .exact
    for _ in 0..<60 {
      let query = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
        signs[Int.random(in: 0..<(signs.count - 1), using: &generator)]
      }
      let wanted = folded(query)
      let expected = texts.count { text in
        let text = folded(text)
        return text.indices.contains { text[$0...].starts(with: wanted) }
      }
      let words = String(decoding: query, as: UTF16.self)
      #expect(try library.search(words, options).total == expected, "\(words), seed \(seed)")
    }
  }

  private func folded(_ units: [UInt16]) -> [UInt16] {
    units.map { HanVariants.table.forms(of: $0).min() ?? $0 }
  }
}
