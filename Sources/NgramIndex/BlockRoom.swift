/// Room for the numbers of a block: its units, then how often the gram stands in each.
///
/// A class, so that a cursor is small, and with its numbers in it, so that one
/// allocation does.
final class BlockRoom: ManagedBuffer<Int, UInt32> {
  /// Room for the blocks of a list of so many postings, and for what is written
  /// beyond their numbers.
  static func room(for count: Int) -> BlockRoom {
    let half = min(count, PostingsCode.blockSize) + BlockReader.slack
    return unsafeDowncast(create(minimumCapacity: 2 * half) { _ in half }, to: BlockRoom.self)
  }

  /// The units.
  @inline(__always)
  var units: UnsafeMutableBufferPointer<UInt32> {
    withUnsafeMutablePointers { UnsafeMutableBufferPointer(start: $1, count: $0.pointee) }
  }

  /// How often the gram stands in each unit, less one.
  @inline(__always)
  var repeats: UnsafeMutableBufferPointer<UInt32> {
    withUnsafeMutablePointers {
      UnsafeMutableBufferPointer(start: $1 + $0.pointee, count: $0.pointee)
    }
  }
}
