/// Numbers that are the same in every run.
struct SeededNumbers {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  /// A number from 0 to `limit` - 1.
  mutating func next(below limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(max(1, limit)))
  }

  /// One of `choices`, the earlier ones more often.
  mutating func pick(_ choices: [String]) -> String {
    choices[min(next(below: choices.count), next(below: choices.count))]
  }
}
