import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The memory that a process has for itself, without the files it has mapped.
///
/// Linux only: read from `/proc/self/statm`; elsewhere all figures are 0.
enum AnonymousMemory {
  /// The bytes now.
  static var now: Int {
    guard let file = fopen("/proc/self/statm", "r") else { return 0 }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 128)
    guard fgets(&line, Int32(line.count), file) != nil else { return 0 }
    let text = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    let pages = text.split(separator: " ").prefix(3).compactMap { Int($0) }
    guard pages.count == 3 else { return 0 }
    return (pages[1] - pages[2]) * Int(sysconf(Int32(_SC_PAGESIZE)))
  }

  /// The most bytes that `body` needs beyond those before it, looked at every
  /// tenth of a millisecond from another thread.
  ///
  /// Memory that was used and freed before counts as there already: measure in
  /// a process that has done nothing else.
  static func peak(_ body: () throws -> Void) rethrows -> Int {
    let sampler = Sampler()
    let before = now
    var thread = pthread_t()
    let context = Unmanaged.passRetained(sampler).toOpaque()
    let isStarted =
      pthread_create(&thread, nil, { Sampler.run($0) }, context) == 0
    defer { Unmanaged<Sampler>.fromOpaque(context).release() }
    try body()
    sampler.stop()
    if isStarted { pthread_join(thread, nil) }
    return max(0, max(sampler.peak, now) - before)
  }

  private final class Sampler: Sendable {
    private let isStopped = Atomic(false)
    private let most = Atomic(0)

    var peak: Int { most.load(ordering: .relaxed) }

    func stop() { isStopped.store(true, ordering: .relaxed) }

    static func run(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
      guard let context else { return nil }
      let sampler = Unmanaged<Sampler>.fromOpaque(context).takeUnretainedValue()
      while !sampler.isStopped.load(ordering: .relaxed) {
        sampler.most.max(AnonymousMemory.now, ordering: .relaxed)
        usleep(100)
      }
      return nil
    }
  }
}
