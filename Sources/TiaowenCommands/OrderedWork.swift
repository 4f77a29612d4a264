import Dispatch
import Glibc
import Synchronization

/// Work on many elements that all cores share, with results in order.
///
/// The workers stay a few elements ahead of the consumer, so that neither the
/// elements nor the results have to fit in memory.
final class OrderedWork<Element: Sendable, Result: Sendable>: Sendable {
  private struct State {
    var next = 0
    var isStopped = false
    var results: [Int: Result] = [:]
  }

  /// The most elements between the consumer and the workers.
  private static var lead: Int { 16 }

  private let elements: [Element]
  private let transform: @Sendable (Element) -> Result
  private let state = Mutex(State())
  private let room: DispatchSemaphore
  private let finished = DispatchSemaphore(value: 0)

  private init(_ elements: [Element], _ transform: @escaping @Sendable (Element) -> Result) {
    self.elements = elements
    self.transform = transform
    // Not made with its value: a semaphore that goes away below the value it was
    // made with is a crash.
    room = DispatchSemaphore(value: 0)
    for _ in 0..<Self.lead { room.signal() }
  }

  /// Gives `consume` what `transform` makes of each element, in order.
  ///
  /// `transform` runs on other threads, `consume` on the caller's.
  static func run(
    _ elements: [Element], transform: @escaping @Sendable (Element) -> Result,
    consume: (Element, Result) throws -> Void
  ) rethrows {
    guard elements.count > 1 else {
      for element in elements { try consume(element, transform(element)) }
      return
    }
    let work = OrderedWork(elements, transform)
    let workers = min(elements.count, max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    for _ in 0..<workers { DispatchQueue.global().async { work.work() } }
    defer { work.stop(workers) }
    for (index, element) in elements.enumerated() {
      try consume(element, work.result(at: index))
    }
  }

  private func work() {
    while true {
      room.wait()
      let index = state.withLock { state -> Int? in
        guard !state.isStopped, state.next < elements.count else { return nil }
        defer { state.next += 1 }
        return state.next
      }
      guard let index else { return }
      let result = transform(elements[index])
      state.withLock { $0.results[index] = result }
      finished.signal()
    }
  }

  private func result(at index: Int) -> Result {
    while true {
      if let result = state.withLock({ $0.results.removeValue(forKey: index) }) {
        room.signal()
        return result
      }
      finished.wait()
    }
  }

  private func stop(_ workers: Int) {
    state.withLock { $0.isStopped = true }
    for _ in 0..<workers { room.signal() }
  }
}
