import Testing
import TestingSupport

@testable import FuzzTargets

@Suite struct FuzzTargetTests {
  @Test(arguments: FuzzTarget.allCases)
  func holdsForMutationsOfSeeds(_ target: FuzzTarget) {
    var random = SeededGenerator(seed: 1)
    let isLibrary = target == .segment || target == .manifest
    let seeds = target.written.filter { !isLibrary || $0.count < 8192 }
    for seed in seeds {
      #expect(target.faults(in: seed).isEmpty)
      var bytes = seed
      for round in 0..<max(4, (isLibrary ? 40 : 240) / seeds.count) {
        bytes = target.mutated(round % 4 == 0 ? seed : bytes, using: &random)
        if bytes.count > max(4096, seed.count) { bytes = seed }
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

  @Test func readsLibrariesBehindTheirChecksums() {
    for library in SmallLibrary.all {
      #expect(LibraryBytes.sealed(segment: library.segment) == library.segment)
      #expect(library.manifest(naming: library.segment) == library.manifest)
    }
    #expect(SmallLibrary.all.count == 3)
  }
}
