import FuzzTargets
import Testing
import TestingSupport

@Suite struct FuzzTargetTests {
  @Test(arguments: FuzzTarget.allCases)
  func holdsForMutationsOfSeeds(_ target: FuzzTarget) {
    var random = SeededGenerator(seed: 1)
    for seed in target.written {
      #expect(target.faults(in: seed).isEmpty)
      var bytes = seed
      for round in 0..<max(4, 240 / target.written.count) {
        bytes = target.mutated(round % 4 == 0 ? seed : bytes, using: &random)
        if bytes.count > 4096 { bytes = seed }
        let faults = target.faults(in: bytes)
        #expect(faults.isEmpty, "\(faults) in:\n\(String(decoding: bytes, as: UTF8.self))")
      }
    }
  }

  @Test func changesWordFilesBehindTheirChecksums() {
    let seed = FuzzTarget.wordParts.written[0]
    var random = SeededGenerator(seed: 2)
    let changed = (0..<50).map { _ in FuzzTarget.wordParts.mutated(seed, using: &random) }
    #expect(changed.contains { $0 != seed })
  }
}
