#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Numbers one after another, many of them, that are added at the end.
///
/// Unlike an array it grows by `realloc`, which moves a large block by its
/// pages: nothing is copied, and no memory is asked for twice.
package struct GrowingArray<Element: BitwiseCopyable>: ~Copyable, @unchecked Sendable {
  private var base: UnsafeMutablePointer<Element>?
  private var capacity = 0
  /// The number of elements.
  package private(set) var count = 0

  /// An empty array.
  package init() {}

  /// An empty array with room for so many elements, which are to come.
  package init(capacity: Int) {
    if capacity > 0 { grow(by: capacity) }
  }

  deinit { free(base) }

  /// The elements, as long as none is added.
  package var elements: UnsafeBufferPointer<Element> {
    UnsafeBufferPointer(start: base, count: count)
  }

  /// The element at a place.
  package subscript(index: Int) -> Element {
    elements[index]
  }

  /// Appends an element.
  @inline(__always)
  package mutating func append(_ element: Element) {
    append(upTo: 1) {
      $0[0] = element
      return 1
    }
  }

  /// Appends elements.
  package mutating func append(_ added: UnsafeBufferPointer<Element>) {
    append(upTo: added.count) { $0.update(fromContentsOf: added) }
  }

  /// Appends as many elements as `write` says that it has written.
  ///
  /// - Parameter limit: The most that may be written.
  @inline(__always)
  package mutating func append(
    upTo limit: Int, _ write: (UnsafeMutableBufferPointer<Element>) -> Int
  ) {
    if capacity &- count < limit { grow(by: limit) }
    guard let base else { return }
    count &+= write(UnsafeMutableBufferPointer(start: base + count, count: limit))
  }

  /// Changes elements in their places.
  package mutating func update(_ change: (UnsafeMutableBufferPointer<Element>) -> Void) {
    change(UnsafeMutableBufferPointer(start: base, count: count))
  }

  // Begins with what the system hands out by pages.
  @inline(never)
  private mutating func grow(by room: Int) {
    capacity = max(2 * capacity, count + room, (1 << 18) / MemoryLayout<Element>.stride)
    let bytes = realloc(base, capacity * MemoryLayout<Element>.stride)
    // As the arrays of the standard library do; nothing else can be done.
    guard let bytes else { fatalError("out of memory") }
    base = bytes.bindMemory(to: Element.self, capacity: capacity)
  }
}
