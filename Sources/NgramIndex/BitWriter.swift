/// Bytes that are written bit by bit, the lowest bit of each byte first.
struct BitWriter: ~Copyable {
  private var words: UnsafeMutablePointer<UInt64>
  private var capacity = 1024
  private var wordCount = 0
  private var pending: UInt64 = 0
  private var pendingCount: UInt64 = 0

  init() {
    words = .allocate(capacity: capacity)
  }

  deinit {
    words.deallocate()
  }

  /// The bytes that the bits fill, the last one perhaps not wholly.
  var byteCount: Int { wordCount * 8 + Int((pendingCount + 7) / 8) }

  /// Writes the lowest `count` bits of `value`, at most 56; the others are 0.
  @inline(__always)
  mutating func write(_ value: UInt64, _ count: UInt64) {
    pending |= value &<< pendingCount
    pendingCount &+= count
    if pendingCount >= 64 {
      append(pending)
      pendingCount &-= 64
      pending = value &>> (count &- pendingCount)
    }
  }

  @inline(__always)
  private mutating func append(_ word: UInt64) {
    if wordCount == capacity { grow() }
    words[wordCount] = word
    wordCount &+= 1
  }

  @inline(never)
  private mutating func grow() {
    let larger = UnsafeMutablePointer<UInt64>.allocate(capacity: capacity * 2)
    larger.initialize(from: words, count: wordCount)
    words.deallocate()
    words = larger
    capacity *= 2
  }

  /// Writes for each value some bits, at most 56, the others 0.
  @inline(__always)
  mutating func writeAll(
    _ values: UnsafeBufferPointer<UInt32>, _ code: (UInt32) -> (bits: UInt64, count: UInt64)
  ) {
    while capacity &- wordCount < values.count { grow() }
    var (pending, pendingCount, next) = (pending, pendingCount, words + wordCount)
    for value in values {
      let (bits, count) = code(value)
      pending |= bits &<< pendingCount
      pendingCount &+= count
      if pendingCount >= 64 {
        next.pointee = pending
        next += 1
        pendingCount &-= 64
        pending = bits &>> (count &- pendingCount)
      }
    }
    (self.pending, self.pendingCount, wordCount) = (pending, pendingCount, next - words)
  }

  /// Writes `zeros` 0 bits and a 1.
  @inline(__always)
  mutating func writeUnary(_ zeros: UInt64) {
    var zeros = zeros
    while zeros >= 48 {
      write(0, 48)
      zeros &-= 48
    }
    write(1 &<< zeros, zeros &+ 1)
  }

  /// Fills the last byte with 0 bits.
  mutating func align() {
    write(0, (0 &- pendingCount) & 7)
  }

  /// Writes all bits of another writer and empties it.
  mutating func append(_ other: inout BitWriter) {
    for index in 0..<other.wordCount {
      write(other.words[index] & 0xFFFF_FFFF, 32)
      write(other.words[index] >> 32, 32)
    }
    write(other.pending & 0xFFFF_FFFF, min(32, other.pendingCount))
    if other.pendingCount > 32 { write(other.pending >> 32, other.pendingCount - 32) }
    other.removeAll()
  }

  /// Moves the bits to the end of `bytes`, the last byte filled.
  mutating func drain(to bytes: inout [UInt8]) {
    align()
    for index in 0..<wordCount { words[index] = words[index].littleEndian }
    bytes.append(contentsOf: UnsafeRawBufferPointer(start: words, count: wordCount * 8))
    withUnsafeBytes(of: pending.littleEndian) {
      bytes.append(contentsOf: $0.prefix(Int(pendingCount / 8)))
    }
    removeAll()
  }

  private mutating func removeAll() {
    wordCount = 0
    pending = 0
    pendingCount = 0
  }
}

extension [UInt8] {
  /// Appends the lowest `width` bytes of a number, the lowest first.
  mutating func appendLittleEndian(_ value: Int, width: Int) {
    for index in 0..<width { append(UInt8(truncatingIfNeeded: value >> (8 * index))) }
  }

  /// Appends zeros up to a multiple of eight bytes.
  mutating func alignTo8() {
    while count % 8 != 0 { append(0) }
  }
}
