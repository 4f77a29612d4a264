import Testing

@testable import NgramIndex

@Suite struct GrowingArrayTests {
  @Test func keepsItsElementsWhileItGrows() {
    var array = GrowingArray<UInt16>()
    #expect(array.elements.isEmpty)
    let some = (0..<1000).map { UInt16($0) }
    for _ in 0..<500 {
      some.withUnsafeBufferPointer { array.append($0) }
      array.append(7)
    }
    #expect(array.count == 500 * 1001)
    #expect(array.elements.enumerated().allSatisfy { $1 == ($0 % 1001 < 1000 ? $0 % 1001 : 7) })
  }

  @Test func appendsAsManyAsWereWritten() {
    var array = GrowingArray<UInt8>(capacity: 3)
    array.append(upTo: 100) { room in
      room[0] = 1
      room[1] = 2
      return 2
    }
    array.append(upTo: 0) { _ in 0 }
    array.update { $0[0] = 9 }
    #expect(Array(array.elements) == [9, 2])
    #expect(array[1] == 2)
  }
}
