import Library
import Regulations
import Search
import Testing
import TestingSupport

@Suite struct DamagedLibraryTests {
  /// Without verification a damaged library may answer wrongly, never trap.
  @Test func searchesWhateverTheBytesSay() throws {
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
    var opened = 0
    for index in bytes.indices {
      var damaged = bytes
      damaged[index] ^= index % 3 == 0 ? 0xFF : 1 << UInt8(index % 8)
      try TemporaryFolder.write(damaged, to: path)
      guard let reader = try? LibraryReader(directory: library.path) else { continue }
      opened += 1
      let searcher = Searcher(reader, .init(on: someDay, context: 1))
      for query in ["工时", "标准工时", "总则 -甲", "no:1", "考勤制度第一条第（一）项", "怎样规定工作时间"] {
        _ = try? searcher.search(query)
      }
    }
    #expect(opened > 0)
  }
}
