/// The postings of one gram in memory: its units, ascending, and how often it
/// stands in each, less one.
struct Postings {
  let units: UnsafePointer<UInt32>
  let repeats: UnsafePointer<UInt32>
  let count: Int

  /// Whether the list takes more than one block.
  var isLong: Bool { count > PostingsCode.blockSize }

  /// The postings of a block of a long list.
  func block(_ block: Int) -> Postings {
    let start = block * PostingsCode.blockSize
    return Postings(
      units: units + start, repeats: repeats + start,
      count: min(PostingsCode.blockSize, count - start))
  }
}
