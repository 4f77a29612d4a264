/// The sums of the pages of a file in the making.
package struct PageSums: Sendable {
  /// The sum of each page from the first of the file on.
  private(set) package var sums: [UInt32]
  private var offset: Int
  private var begun: [UInt8] = []

  /// The sums of a file whose bytes are added from a place on; what stands
  /// before it is in no sum.
  package init(from start: Int) {
    let none = PageSum.of(page: UnsafeRawBufferPointer(start: nil, count: 0))
    sums = [UInt32](repeating: none, count: start / PageSum.byteCount)
    offset = start
  }

  /// Adds the next bytes of the file.
  package mutating func append(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let part = rest.prefix(PageSum.byteCount - offset % PageSum.byteCount)
        append(part: UnsafeRawBufferPointer(rebasing: part))
        rest = rest.dropFirst(part.count)
      }
    }
  }

  /// Ends the last page, which may be shorter than the others.
  package mutating func finish() {
    guard offset % PageSum.byteCount != 0 else { return }
    sums.append(begun.withUnsafeBytes { PageSum.of(page: $0) })
  }

  /// Adds bytes of one page.
  private mutating func append(part: UnsafeRawBufferPointer) {
    offset += part.count
    let isEnd = offset % PageSum.byteCount == 0
    if isEnd, begun.isEmpty { return sums.append(PageSum.of(page: part)) }
    begun += part
    guard isEnd else { return }
    sums.append(begun.withUnsafeBytes { PageSum.of(page: $0) })
    begun.removeAll(keepingCapacity: true)
  }
}
