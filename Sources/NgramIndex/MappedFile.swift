internal import Synchronization
import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file whose bytes are read where the system keeps them.
///
/// A file may carry a table with the sum of each of its pages. Whoever reads
/// from it calls `require` for what he reads, before or after, and asks for
/// `damage` before he believes it. So each page is compared once, when it is
/// first used, and no reader has to throw.
///
/// The file must not be changed in place while it is mapped; a library replaces
/// files by renaming.
public final class MappedFile: Sendable {
  /// The bytes of the file, valid as long as this object lives.
  public var bytes: UnsafeRawBufferPointer { region }

  nonisolated(unsafe) private let region: UnsafeRawBufferPointer
  private let isMapped: Bool
  /// The bytes that are checked; the sums of their pages follow.
  private let checked: Range<Int>
  @usableFromInline let marks: PageMarks
  /// The first damaged page that was met, or -1.
  private let damagedPage = Atomic(-1)
  private let damagedUses = Atomic(0)

  /// The file at `path`, mapped for reading.
  ///
  /// - Parameters:
  ///   - path: Where the file is.
  ///   - checked: Of the file's bytes those that have page sums. The sums, 4 bytes
  ///     for each page of the file up to there, stand behind them.
  public init(
    path: String, checked: (UnsafeRawBufferPointer) -> Range<Int>? = { _ in nil }
  ) throws(IndexFileError) {
    do {
      let file = try FileDescriptor.open(path, .readOnly, options: [.closeOnExec, .nonBlocking])
      defer { try? file.close() }
      region = try Self.map(file, path)
      isMapped = true
    } catch let error as IndexFileError {
      throw error
    } catch {
      throw IndexFileError(reason: Self.reason(error as? Errno ?? .ioError), path: path)
    }
    self.checked = Self.checkable(checked(region), in: region)
    marks = PageMarks(pageCount: PageSum.pageCount(upTo: self.checked.upperBound))
  }

  /// A copy of `bytes` in memory, of which nothing is checked.
  package init(copying bytes: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 16)
    copy.copyBytes(from: bytes)
    region = UnsafeRawBufferPointer(copy)
    isMapped = false
    checked = 0..<0
    marks = PageMarks(pageCount: 0)
  }

  deinit {
    if !isMapped {
      region.deallocate()
    } else if let base = region.baseAddress {
      munmap(UnsafeMutableRawPointer(mutating: base), region.count)
    }
  }

  private static func map(_ file: FileDescriptor, _ path: String) throws -> UnsafeRawBufferPointer {
    var status = stat()
    guard fstat(file.rawValue, &status) == 0 else { throw Errno(rawValue: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw IndexFileError(reason: .notAFile, path: path)
    }
    let byteCount = Int(status.st_size)
    guard byteCount > 0 else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    let base = mmap(nil, byteCount, PROT_READ, MAP_SHARED, file.rawValue, 0)
    guard let base, base != MAP_FAILED else { throw Errno(rawValue: errno) }
    return UnsafeRawBufferPointer(start: base, count: byteCount)
  }

  private static func reason(_ error: Errno) -> IndexFileError.Reason {
    switch error {
    case .noSuchFileOrDirectory, .notDirectory: .missing
    case .permissionDenied, .notPermitted: .notPermitted
    case .isDirectory: .notAFile
    default: .system(number: error.rawValue)
    }
  }
}

// MARK: - Pages

extension MappedFile {
  /// The bytes of the first damaged page that was required, or `nil`.
  public var damage: Range<Int>? {
    let page = damagedPage.load(ordering: .relaxed)
    return page < 0 ? nil : bytes(ofPage: page)
  }

  /// How often a damaged page was required; it tells what was read from one.
  package var damageCount: Int { damagedUses.load(ordering: .relaxed) }

  /// Compares the pages of a range of bytes with their sums, unless that was done.
  ///
  /// What is not as it was written is remembered as `damage`. The range may
  /// reach beyond what is checked: a damaged file names any places.
  @inlinable @inline(__always)
  public func require(_ byteOffset: Int, _ byteCount: Int) {
    if marks.areAllSet { return }
    let last = byteOffset &+ byteCount &- 1
    if marks.areSet(byteOffset &>> 12, last &>> 12) { return }
    compare(byteOffset, byteCount)
  }

  /// Brings the whole file into memory and compares every page with its sum.
  ///
  /// For readers who will use most of it: a page on its own costs several times
  /// as much. What the system cannot do at once is done when it is needed.
  public func load() {
    #if os(Linux)
      // MADV_POPULATE_READ, since Linux 5.14.
      if isMapped, let base = region.baseAddress {
        madvise(UnsafeMutableRawPointer(mutating: base), region.count, 22)
      }
    #endif
    requireAll()
  }

  /// Compares every page with its sum.
  public func requireAll() {
    let before = damageCount
    compare(checked.lowerBound, checked.count)
    if damageCount == before { marks.setAll() }
  }

  @usableFromInline
  func compare(_ byteOffset: Int, _ byteCount: Int) {
    let range = (byteOffset..<byteOffset.advanced(clamped: byteCount)).clamped(to: checked)
    guard !range.isEmpty else { return }
    for page in (range.lowerBound >> 12)...((range.upperBound - 1) >> 12)
    where !marks.areSet(page, page) {
      if isWhole(page) {
        marks.set(page)
      } else {
        _ = damagedPage.compareExchange(expected: -1, desired: page, ordering: .relaxed)
        damagedUses.add(1, ordering: .relaxed)
      }
    }
  }

  private func isWhole(_ page: Int) -> Bool {
    let place = checked.upperBound + 4 * page
    let sum = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self))
    return PageSum.of(page: UnsafeRawBufferPointer(rebasing: bytes[bytes(ofPage: page)])) == sum
  }

  /// What of a page is checked.
  private func bytes(ofPage page: Int) -> Range<Int> {
    let start = page * PageSum.byteCount
    return (start..<(start + PageSum.byteCount)).clamped(to: checked)
  }

  /// What of a file is checked, if it and its sums lie in the file.
  private static func checkable(
    _ range: Range<Int>?, in file: UnsafeRawBufferPointer
  ) -> Range<Int> {
    guard let range, range.lowerBound >= 0, range.upperBound <= file.count,
      4 * PageSum.pageCount(upTo: range.upperBound) <= file.count - range.upperBound
    else { return 0..<0 }
    return range
  }
}

extension Int {
  fileprivate func advanced(clamped distance: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(Swift.max(0, distance))
    return overflow ? .max : sum
  }
}
