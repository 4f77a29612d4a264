import Library
import Regulations
import Search
import Testing
import TestingSupport

/// What scores are made of.
@Suite struct ExplanationTests {
  private static let regulation = Revision(
    title: "叉车管理规定",
    notation: """
      chapter|第一章|总则
        article|第一条|-|本规定所称叉车，是指以货叉装卸的车辆，包括电动的。
        article|第二条|叉车|每日检查轮胎、制动和灯光。
      chapter|第二章|叉车的保养
        article|第三条|-|轮胎每半年更换，更换轮胎的费用由车间承担。
        article|第四条|-|保养叉车的人员应当持证。
      """)

  private func reasons(_ query: String, match: SearchOptions.Match = .auto) throws -> [[String]] {
    let library = try SearchedLibrary([Self.regulation])
    let searcher = try Searcher(
      LibraryReader(directory: library.path), SearchOptions(on: someDay, match: match))
    let hits = try searcher.search(query).hits
    let explanations = try searcher.explanations(of: query)
    #expect(explanations.count == hits.count)
    for (hit, explanation) in zip(hits, explanations) {
      #expect(abs(hit.score - explanation.score) < 0.001, "\(hit.label ?? "")")
    }
    return explanations.map { $0.parts.map(\.reason.rawValue) }
  }

  @Test func namesDefinitionsHeadingsAndTexts() throws {
    let reasons = try reasons("叉车")
    #expect(
      reasons == [
        ["definition", "text", "title"], ["heading", "title"],
        ["heading-above", "text", "title"], ["heading-above", "title"],
      ])
  }

  @Test func tellsHowOftenATermStands() throws {
    let library = try SearchedLibrary([Self.regulation])
    let searcher = try Searcher(
      LibraryReader(directory: library.path), SearchOptions(on: someDay))
    let part = try #require(try searcher.explanations(of: "轮胎").first?.parts.first)
    #expect(part.term == "轮胎")
    #expect(part.count == 2)
    #expect(part.unitCount == 2)
  }

  @Test func namesTheRegulationThatATermMeans() throws {
    #expect(try reasons("叉车管理规定 轮胎").first?.contains("name") == true)
  }

  @Test func namesWhatAQuestionShares() throws {
    let first = try #require(try reasons("轮胎多久更换一次", match: .any).first)
    #expect(first.contains("text"))
    #expect(first.contains("regulation"))
  }

  @Test func explainsNoCitation() throws {
    let library = try SearchedLibrary([Self.regulation])
    let searcher = try Searcher(
      LibraryReader(directory: library.path), SearchOptions(on: someDay))
    #expect(try searcher.explanations(of: "叉车管理规定第三条").isEmpty)
  }
}
