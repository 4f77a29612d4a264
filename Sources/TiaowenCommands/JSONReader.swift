import ChineseText

/// A JSON text (RFC 8259), read whole.
///
/// Only small files are read: what says what a site is called.
enum JSONValue: Hashable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([Member])

  /// A member of an object, where its name stands.
  struct Member: Hashable {
    var name: String
    var value: JSONValue
    /// The line of the name, from 1 on.
    var line: Int
  }
}

/// Reads a JSON text.
struct JSONReader {
  /// A text that is no JSON.
  struct Fault: Error, Hashable {
    /// The line, from 1 on.
    var line: Int
  }

  private let bytes: [UInt8]
  private var place = 0
  private static let deepest = 64

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The value that a text is.
  static func value(of bytes: [UInt8]) throws(Fault) -> JSONValue {
    var reader = JSONReader(bytes)
    // A byte order mark is no part of the text, and some editors write it.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { reader.place = 3 }
    let value = try reader.value(depth: 0)
    reader.skipBlanks()
    guard reader.place == bytes.count else { throw reader.fault }
    return value
  }

  private var line: Int { 1 + bytes[..<min(place, bytes.count)].count { $0 == 0x0A } }
  private var fault: Fault { Fault(line: line) }
  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func skipBlanks() {
    while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { place += 1 }
  }

  private mutating func take(_ sign: UInt8) -> Bool {
    skipBlanks()
    guard next == sign else { return false }
    place += 1
    return true
  }

  private mutating func value(depth: Int) throws(Fault) -> JSONValue {
    skipBlanks()
    guard depth < Self.deepest else { throw fault }
    switch next {
    case UInt8(ascii: "{"): return .object(try members(depth: depth))
    case UInt8(ascii: "["): return .array(try elements(depth: depth))
    case UInt8(ascii: "\""): return .string(try string())
    default: return try word()
    }
  }

  private mutating func members(depth: Int) throws(Fault) -> [JSONValue.Member] {
    place += 1
    var members: [JSONValue.Member] = []
    if take(UInt8(ascii: "}")) { return members }
    repeat {
      skipBlanks()
      guard next == UInt8(ascii: "\"") else { throw fault }
      let line = line
      let name = try string()
      guard take(UInt8(ascii: ":")) else { throw fault }
      members.append(.init(name: name, value: try value(depth: depth + 1), line: line))
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { throw fault }
    return members
  }

  private mutating func elements(depth: Int) throws(Fault) -> [JSONValue] {
    place += 1
    var elements: [JSONValue] = []
    if take(UInt8(ascii: "]")) { return elements }
    repeat { elements.append(try value(depth: depth + 1)) } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "]")) else { throw fault }
    return elements
  }

  private mutating func word() throws(Fault) -> JSONValue {
    let start = place
    while let byte = next, byte > 0x20, !",]}".utf8.contains(byte) { place += 1 }
    let word = String(decoding: bytes[start..<place], as: UTF8.self)
    switch word {
    case "null": return .null
    case "true": return .bool(true)
    case "false": return .bool(false)
    default:
      guard let first = word.utf8.first, first == 0x2D || 0x30...0x39 ~= first,
        let number = Double(word)
      else {
        place = start
        throw fault
      }
      return .number(number)
    }
  }

  // MARK: Strings

  private mutating func string() throws(Fault) -> String {
    place += 1
    var units: [UInt8] = []
    while let byte = next, byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { throw fault }
      place += 1
      if byte == UInt8(ascii: "\\") {
        units += String(try escape()).utf8
      } else {
        units.append(byte)
      }
    }
    guard next != nil else { throw fault }
    place += 1
    return String(decoding: units, as: UTF8.self)
  }

  private mutating func escape() throws(Fault) -> Unicode.Scalar {
    guard let byte = next else { throw fault }
    place += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      let high = try unit()
      guard high & 0xFC00 == 0xD800 else { return Unicode.Scalar(high) ?? "\u{FFFD}" }
      guard place + 1 < bytes.count, bytes[place] == UInt8(ascii: "\\"),
        bytes[place + 1] == UInt8(ascii: "u")
      else { return "\u{FFFD}" }
      place += 2
      let low = try unit()
      guard low & 0xFC00 == 0xDC00 else { return "\u{FFFD}" }
      return Unicode.Scalar(0x10000 + (high & 0x3FF) << 10 + low & 0x3FF) ?? "\u{FFFD}"
    default: throw fault
    }
  }

  private mutating func unit() throws(Fault) -> UInt32 {
    guard place + 4 <= bytes.count,
      let unit = UInt32(String(decoding: bytes[place..<place + 4], as: UTF8.self), radix: 16)
    else { throw fault }
    place += 4
    return unit
  }
}
