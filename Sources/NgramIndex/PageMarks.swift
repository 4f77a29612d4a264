public import Synchronization

/// Which pages of a file were compared with their sums and found whole.
///
/// Threads may ask and mark at once: a page that one of them has not seen
/// marked is only compared once more.
@usableFromInline
struct PageMarks: ~Copyable, @unchecked Sendable {
  @usableFromInline let words: UnsafeMutablePointer<Atomic<UInt64>>
  @usableFromInline let pageCount: Int
  @usableFromInline let all: Atomic<Bool>

  private var wordCount: Int { (pageCount + 63) / 64 }

  init(pageCount: Int) {
    self.pageCount = pageCount
    all = Atomic(pageCount == 0)
    words = .allocate(capacity: (pageCount + 63) / 64)
    for word in 0..<wordCount { (words + word).initialize(to: Atomic(0)) }
  }

  deinit {
    words.deinitialize(count: wordCount)
    words.deallocate()
  }

  /// Whether all pages are marked.
  @inlinable var areAllSet: Bool {
    @inline(__always) get { all.load(ordering: .relaxed) }
  }

  /// Marks all pages.
  func setAll() { all.store(true, ordering: .relaxed) }

  /// Whether pages `first` to `last` are marked; `false` if they are not all
  /// pages of the file, or far apart.
  @inlinable @inline(__always)
  func areSet(_ first: Int, _ last: Int) -> Bool {
    let word = first &>> 6
    guard first >= 0, first <= last, last < pageCount, word == last &>> 6 else { return false }
    let mask = UInt64.max &<< UInt64(first & 63) & UInt64.max &>> UInt64(63 &- last & 63)
    return words[word].load(ordering: .relaxed) & mask == mask
  }

  func set(_ page: Int) {
    words[page &>> 6].bitwiseOr(1 &<< UInt64(page & 63), ordering: .relaxed)
  }
}
