import Glibc
import Library
import Testing
import TestingSupport

@testable import FuzzTargets

@Suite struct FuzzTargetTests {
  @Test(arguments: FuzzTarget.allCases)
  func holdsForMutationsOfSeeds(_ target: FuzzTarget) {
    var random = SeededGenerator(seed: 1)
    let isLibrary = [.segment, .manifest, .catalogue].contains(target)
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
      #expect(LibraryBytes.sealed(sections: library.segment) == library.segment)
      #expect(library.manifest(naming: library.segment) == library.manifest)
    }
    #expect(SmallLibrary.all.count == 3)
    for library in CataloguedLibrary.all {
      #expect(LibraryBytes.sealed(sections: library.catalogue) == library.catalogue)
      #expect(LibraryBytes.sealed(manifest: library.manifest) == library.manifest)
    }
    #expect(CataloguedLibrary.all.count == 1)
  }

  /// What is consistent with its checksums is still compared with what the texts give.
  @Test func verificationFindsWhatChecksumsHide() throws {
    let library = try #require(SmallLibrary.all.first)
    let sections = LibraryBytes.sections(of: library.segment)
    try #require(sections.count == 6)
    let folder = try TemporaryFolder()
    for section in [sections[1], sections[2], sections[5]] {
      for place in stride(from: section.lowerBound, to: section.upperBound, by: 17) {
        var bytes = library.segment
        bytes[place] ^= 1 << UInt8(place % 8)
        let sealed = LibraryBytes.sealed(sections: bytes)
        // A changed checksum is made to fit again.
        guard sealed != library.segment else { continue }
        try TemporaryFolder.write(
          library.manifest(naming: sealed), to: folder.path + "/manifest")
        try TemporaryFolder.write(sealed, to: folder.path + "/000001.segment")
        guard let reader = try? LibraryReader(directory: folder.path) else { continue }
        #expect(!reader.verify().isEmpty, "byte \(place) of the segment")
      }
    }
  }

  // A label of millions of units was walked through at every place of a phrase.
  @Test func searchesUnitsWhoseLabelsSayTheyAreEndless() throws {
    let library = try #require(SmallLibrary.all.last)
    var bytes = library.segment
    let text = try #require(LibraryBytes.sections(of: bytes).first)
    var count = 0
    for place in text.dropLast(5) where bytes[place] == 0x94 && bytes[place + 1] == 0x16 {
      bytes.replaceSubrange((place + 2)..<(place + 5), with: [0xFF, 0xFF, 0x7F])
      count += 1
    }
    #expect(count > 100)
    let start = secondsOfThisThread()
    for _ in 0..<4 { #expect(FuzzTarget.segment.faults(in: bytes).isEmpty) }
    #expect(secondsOfThisThread() - start < 30)
  }
}

/// The processor's time that this thread took, whatever else runs.
private func secondsOfThisThread() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return time.tv_sec
}
