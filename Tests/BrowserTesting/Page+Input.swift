extension Page {
  /// Presses and lets go of a key, such as "n", "Enter" or "Control+Shift+f".
  public func press(_ stroke: String) async throws {
    let stroke = try KeyStroke(stroke)
    try await call("Input.dispatchKeyEvent", stroke.event(isDown: true))
    try await call("Input.dispatchKeyEvent", stroke.event(isDown: false))
  }

  /// Types a text where the focus is, key by key; what has no key is put in.
  public func type(_ text: String) async throws {
    for character in text {
      if character.isASCII {
        try await press(character == "\n" ? "Enter" : String(character))
      } else {
        try await commit(String(character))
      }
    }
  }

  /// Shows `text` where the focus is as an input method does before it is chosen.
  public func compose(_ text: String) async throws {
    let end = JSONValue.number(Double(text.utf16.count))
    try await call(
      "Input.imeSetComposition",
      ["text": .string(text), "selectionStart": end, "selectionEnd": end])
  }

  /// Puts in `text`, in place of what is composed, as an input method does at last.
  public func commit(_ text: String) async throws {
    try await call("Input.insertText", ["text": .string(text)])
  }

  /// Clicks in the middle of the first element that a selector finds.
  ///
  /// Throws if there is none, if it is not shown, or if another lies over it.
  public func click(_ selector: String) async throws {
    let place = try await place(of: selector)
    try await sendMouse("mouseMoved", place)
    try await sendMouse("mousePressed", place, ["button": "left", "buttons": 1, "clickCount": 1])
    try await sendMouse("mouseReleased", place, ["button": "left", "clickCount": 1])
  }

  /// Moves the mouse over the middle of the first element that a selector finds.
  public func hover(_ selector: String) async throws {
    try await sendMouse("mouseMoved", try await place(of: selector))
  }

  private func sendMouse(
    _ type: String, _ place: JSONValue, _ more: [String: JSONValue] = [:]
  ) async throws {
    let event: [String: JSONValue] = ["type": .string(type), "x": place["x"], "y": place["y"]]
    try await call("Input.dispatchMouseEvent", .object(event.merging(more) { $1 }))
  }

  private func place(of selector: String) async throws -> JSONValue {
    try await evaluate(
      """
      (function (selector) {
        const element = document.querySelector(selector);
        if (!element) throw new Error('no element ' + selector);
        element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
        const box = element.getClientRects()[0];
        if (!box || !box.width || !box.height) throw new Error(selector + ' is not shown');
        const place = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
        const top = document.elementFromPoint(place.x, place.y);
        if (!top || !(element.contains(top) || top.contains(element))) {
          throw new Error((top ? top.outerHTML.slice(0, 80) : 'nothing') + ' lies over ' + selector);
        }
        return place;
      })(\(try Self.literal(selector)))
      """)
  }
}
