extension Page {
  /// The value of a JavaScript expression, or of the promise that it gives.
  ///
  /// The value is copied, so it holds no elements. What the expression throws is
  /// thrown as a `BrowserError` with its text.
  @discardableResult public func evaluate(_ expression: String) async throws -> JSONValue {
    let answer = try await call(
      "Runtime.evaluate",
      [
        "expression": .string(expression), "returnByValue": true, "awaitPromise": true,
        "userGesture": true,
      ])
    guard answer["exceptionDetails"] == .null else {
      throw BrowserError("\(expression): \(PageLog.exception(answer["exceptionDetails"]))")
    }
    if let unusual = answer["result"]["unserializableValue"].string {
      throw BrowserError("\(expression): \(unusual) has no copy")
    }
    return answer["result"]["value"]
  }

  /// The text that an expression gives.
  public func string(_ expression: String) async throws -> String {
    try await evaluate(expression, as: "text") { $0.string }
  }

  /// The number that an expression gives.
  public func number(_ expression: String) async throws -> Double {
    try await evaluate(expression, as: "number") { $0.number }
  }

  /// The truth value that an expression gives.
  public func boolean(_ expression: String) async throws -> Bool {
    try await evaluate(expression, as: "truth value") { $0.boolean }
  }

  /// The list of texts that an expression gives.
  public func strings(_ expression: String) async throws -> [String] {
    try await evaluate(expression, as: "list of texts") { value in
      guard case .array(let elements) = value else { return nil }
      let texts = elements.compactMap(\.string)
      return texts.count == elements.count ? texts : nil
    }
  }

  /// Waits until an expression is true.
  public func wait(until expression: String, seconds: Int = 10) async throws {
    let isTrue = try await Deadline(seconds: seconds).reaches {
      try await self.evaluate("Boolean(\(expression))") == true
    }
    guard isTrue else {
      throw BrowserError("\(expression): not true in \(seconds) seconds")
    }
  }

  private func evaluate<Value>(
    _ expression: String, as kind: String, _ value: (JSONValue) -> Value?
  ) async throws -> Value {
    let result = try await evaluate(expression)
    guard let value = value(result) else {
      throw BrowserError("\(expression): \(result) is no \(kind)")
    }
    return value
  }

  /// A text as JavaScript writes it.
  static func literal(_ text: String) throws -> String {
    String(decoding: try JSONValue.string(text).json, as: UTF8.self)
  }
}
