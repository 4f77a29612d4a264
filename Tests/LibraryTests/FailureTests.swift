import Regulations
import Testing
import TestingSupport

@testable import Library

@Suite struct FailureTests {
  private let new = Samples.rules("新制度", on: "2024-05-01", ["新的内容。"])

  /// A library of one text, or a place for one.
  private func library(
    isEmpty: Bool, _ policy: CataloguePolicy = CataloguePolicy()
  ) throws -> TemporaryLibrary {
    let library = try TemporaryLibrary(policy: policy)
    guard !isEmpty else { return library }
    let writer = try library.writer(FailingCalls().calls)
    try writer.add([Samples.leave], from: "leave.txt")
    try writer.commit()
    return library
  }

  /// Adds a text and removes the one that is there, with these calls.
  private func change(_ library: TemporaryLibrary, _ calls: FileCalls) throws {
    let writer = try library.writer(calls)
    try writer.add([new], from: "new.txt")
    try writer.remove(sourceAt: "leave.txt")
    try writer.commit()
  }

  /// What a library holds; `nil` where there is none.
  private func listing(_ library: TemporaryLibrary) throws -> [String]? {
    do throws(LibraryError) {
      let reader = try LibraryReader(directory: library.path)
      #expect(reader.verify().isEmpty)
    } catch {
      guard error.reason == .missing else { throw error }
      return nil
    }
    return try library.listing()
  }

  private func failure(of body: () throws -> Void) -> LibraryError? {
    do {
      try body()
      return nil
    } catch {
      return error as? LibraryError
    }
  }

  @Test(arguments: zip([true, false], [.init(), .always] as [CataloguePolicy]))
  func opensAsTheOldOrTheNewWhicheverCallFails(
    _ isEmpty: Bool, _ policy: CataloguePolicy
  ) throws {
    let all = FailingCalls()
    let whole = try library(isEmpty: isEmpty, policy)
    let old = (files: try whole.files(), listing: try listing(whole))
    try change(whole, all.calls)
    let changed = try listing(whole)
    let commit = try #require(all.made.lastIndex(of: "rename"))
    for (index, name) in all.made.enumerated() {
      for fault in name == "write" ? FailingCalls.Fault.allCases : [.ioError] {
        let place: Comment = "\(name), call \(index) of \(all.made.count), \(fault)"
        let library = try TemporaryLibrary(old.files, policy: policy)
        let failing = FailingCalls(failing: index, fault)
        let error = failure { try change(library, failing.calls) }
        if case .system = error?.reason {} else { #expect(error == nil, place) }
        let found = try listing(library)
        if error == nil {
          #expect(["remove", "close", "copy"].contains(name), place)
          #expect(found == changed, place)
        } else if index > commit {
          #expect(found == changed, place)
        } else {
          #expect(found == old.listing || isEmpty && found == [], place)
        }
        try change(library, FailingCalls().calls)
        #expect(try listing(library) == changed, place)
        let names = TemporaryFolder.names(in: library.path)
        #expect(names.count { $0.hasSuffix(".segment") } == 1, place)
        #expect(!names.contains { $0.hasSuffix(".new") }, place)
      }
    }
  }

  @Test(arguments: zip([true, false], [.init(), .always] as [CataloguePolicy]))
  func losesNothingWhenThePowerFails(_ isEmpty: Bool, _ policy: CataloguePolicy) throws {
    let library = try library(isEmpty: isEmpty, policy)
    let old = try listing(library)
    let disk = RecordedDisk(try library.files())
    try change(library, disk.calls)
    let changed = try listing(library)
    var seen: Set<[String: [UInt8]]> = []
    for files in disk.leftAtAnyTime where seen.insert(files).inserted {
      let found = try listing(TemporaryLibrary(files))
      #expect(found == changed || found == old || isEmpty && found == [], "\(files.keys.sorted())")
    }
    #expect(seen.count > 10)
    for files in disk.leftAtTheEnd { #expect(try listing(TemporaryLibrary(files)) == changed) }
  }

  // What was added stands in segments that a failed commit may not have written.
  @Test func commitsNothingAfterAFailedCommit() throws {
    let library = try library(isEmpty: false)
    let all = FailingCalls()
    try change(try self.library(isEmpty: false), all.calls)
    let failing = FailingCalls(failing: all.made.firstIndex(of: "write"), .noSpace)
    let writer = try LibraryWriter(directory: library.path, calls: failing.calls)
    try writer.add([new], from: "new.txt")
    let first = failure { try writer.commit() }
    #expect(first?.description.hasSuffix("cannot write: no space left on device") == true)
    #expect(failure { try writer.commit() } == first)
    #expect(try listing(library)?.count == 1)
  }
}
