/// A key with the keys that are held meanwhile, as the browser is told of it.
struct KeyStroke {
  private let key: String
  private let code: String
  private let number: Int
  private let text: String?
  private let modifiers: Int

  /// The stroke that a text such as "Control+Shift+f" names.
  init(_ stroke: String) throws {
    var parts = stroke.split(separator: "+").map(String.init)
    let name = stroke.hasSuffix("+") ? "+" : parts.popLast() ?? ""
    var modifiers = 0
    for part in parts {
      guard let modifier = Self.modifiers[part] else {
        throw BrowserError("no key '\(part)' to hold for '\(stroke)'")
      }
      modifiers |= modifier
    }
    if let named = Self.named[name] {
      (key, code, number) = (name == "Space" ? " " : name, name, named.number)
      text = named.text
    } else if let character = name.first, name.count == 1 {
      key = name
      if character.isASCII, character.isLetter {
        (code, number) = ("Key\(name.uppercased())", Int(character.uppercased().utf8.first ?? 0))
        if character.isUppercase { modifiers |= Self.shift }
      } else if character.isASCII, character.isNumber {
        (code, number) = ("Digit\(name)", Int(character.asciiValue ?? 0))
      } else {
        (code, number) = Self.signs[character] ?? ("", 0)
      }
      // A letter that is held with Control or Alt is a command and no text.
      text = modifiers & ~Self.shift == 0 ? name : nil
    } else {
      throw BrowserError("no key '\(name)'")
    }
    self.modifiers = modifiers
  }

  /// The parameters of the event that the key goes down or up.
  func event(isDown: Bool) -> JSONValue {
    var event: [String: JSONValue] = [
      "type": .string(isDown ? (text == nil ? "rawKeyDown" : "keyDown") : "keyUp"),
      "key": .string(key), "code": .string(code), "modifiers": .number(Double(modifiers)),
      "windowsVirtualKeyCode": .number(Double(number)),
    ]
    if isDown, let text { event["text"] = .string(text) }
    return .object(event)
  }

  private static let shift = 8
  private static let modifiers = ["Alt": 1, "Control": 2, "Meta": 4, "Shift": shift]

  private static let signs: [Character: (String, Int)] = [
    " ": ("Space", 32), "/": ("Slash", 191), "?": ("Slash", 191), ".": ("Period", 190),
    ",": ("Comma", 188), "-": ("Minus", 189), "+": ("Equal", 187), "=": ("Equal", 187),
    "[": ("BracketLeft", 219), "]": ("BracketRight", 221),
  ]

  private static let named: [String: (number: Int, text: String?)] = [
    "Enter": (13, "\r"), "Tab": (9, nil), "Escape": (27, nil), "Backspace": (8, nil),
    "Delete": (46, nil), "Space": (32, " "), "Home": (36, nil), "End": (35, nil),
    "PageUp": (33, nil), "PageDown": (34, nil), "ArrowLeft": (37, nil), "ArrowUp": (38, nil),
    "ArrowRight": (39, nil), "ArrowDown": (40, nil),
  ]
}
