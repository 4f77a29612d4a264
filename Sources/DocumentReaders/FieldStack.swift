/// Knows whether text stands in a field's code, which is not shown, or in
/// its result, which is.
struct FieldStack {
  /// For every open field, whether its result has begun.
  private var open: [Bool] = []

  var isShown: Bool { !open.contains(false) }

  mutating func note(_ type: String?) {
    switch type {
    case "begin": open.append(false)
    case "separate": if !open.isEmpty { open[open.count - 1] = true }
    case "end": _ = open.popLast()
    default: break
    }
  }
}
