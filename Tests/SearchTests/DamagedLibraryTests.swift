import Library
import Regulations
import Search
import Testing
import TestingSupport

@Suite struct DamagedLibraryTests {
  private let queries = ["工时", "标准工时", "总则 -甲", "no:1", "考勤制度第一条第（一）项", "怎样规定工作时间"]

  @Test func givesNoAnswerFromDamagedBytes() throws {
    let library = try SearchedLibrary([
      Revision(
        title: "考勤制度",
        notation: """
          chapter|第一章|总则
            article|第一条|目的|工时制度，是指工作时间的规定：
              item|（一）|-|标准工时；
              paragraph|-|-|其他工时。
          clause|一、|-|工时 a b
          """)
    ])
    let path = library.path + "/000001.segment"
    let bytes = try TemporaryFolder.bytes(at: path)
    let whole = answers(of: library.path)
    var opened = 0
    for index in bytes.indices {
      var damaged = bytes
      damaged[index] ^= index % 3 == 0 ? 0xFF : 1 << UInt8(index % 8)
      try TemporaryFolder.write(damaged, to: path)
      let found = answers(of: library.path)
      if !found.isEmpty { opened += 1 }
      for (answer, expected) in zip(found, whole) {
        #expect(answer == nil || answer == expected, "byte \(index)")
      }
    }
    #expect(opened > 0)
  }

  /// The answers to all queries, `nil` where one says that the library is
  /// damaged; none if it does not open.
  private func answers(of path: String) -> [SearchResult?] {
    guard let reader = try? LibraryReader(directory: path) else { return [] }
    let searcher = Searcher(reader, .init(on: someDay, context: 1))
    return queries.map { query in
      do throws(SearchError) {
        var answer = try searcher.search(query)
        answer.microseconds = 0
        return answer
      } catch {
        guard case .library(let error) = error, case .damaged = error.reason else {
          Issue.record("\(error)")
          return nil
        }
        return nil
      }
    }
  }
}
