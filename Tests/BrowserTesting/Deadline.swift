/// A time by which something must have come about.
struct Deadline {
  private let end: ContinuousClock.Instant

  /// The time in `seconds` from now.
  init(seconds: Int) {
    end = .now + .seconds(seconds)
  }

  /// Asks again and again whether `condition` holds, and tells whether it ever did.
  func reaches(_ condition: () async throws -> Bool) async throws -> Bool {
    var isLate = false
    while true {
      if try await condition() { return true }
      if isLate { return false }
      try await Task.sleep(for: .milliseconds(10))
      isLate = ContinuousClock.now >= end
    }
  }
}
