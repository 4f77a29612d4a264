import Library
import Regulations
import Search
import Testing
import TestingSupport

/// How hits are spread.
@Suite struct HitCountsTests {
  private func searcher(_ limit: Int) throws -> Searcher {
    let library = try SearchedLibrary([
      Revision(
        title: "甲办法",
        notation: """
          chapter|第一章|总则
            article|第一条|-|水。
          chapter|第二章|使用
            article|第二条|-|水。
            article|第三条|-|水。
          """),
      Revision(
        title: "乙办法",
        notation: """
          article|第一条|-|水。
          article|第二条|-|水水。
          article|第三条|-|火。
          """),
    ])
    return try Searcher(
      LibraryReader(directory: library.path), SearchOptions(on: someDay, limit: limit))
  }

  @Test(arguments: ["水", "水 -火", "水 OR 火", "办法", "使用", "乙办法第二条", "水水火火"], [0, 1, 10])
  func addUpToTheTotal(_ query: String, _ limit: Int) throws {
    let searcher = try searcher(limit)
    let result = try searcher.search(query)
    let counts = searcher.counts(of: result)
    #expect(counts.reduce(0) { $0 + $1.total } == result.total)
    #expect(
      counts.allSatisfy { count in count.chapters.reduce(0) { $0 + $1.total } <= count.total })
  }

  @Test func standInTheOrderOfTheirNumber() throws {
    let searcher = try searcher(1)
    let counts = searcher.counts(of: try searcher.search("水"))
    #expect(counts.map(\.regulation) == ["甲办法", "乙办法"])
    #expect(counts.map(\.total) == [3, 2])
    #expect(counts[0].chapters.map(\.heading) == ["使用", "总则"])
    #expect(counts[0].chapters.map(\.total) == [2, 1])
    #expect(counts[1].chapters.isEmpty)
  }
}
