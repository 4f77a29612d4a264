internal import Regulations

/// The address of a regulation in its library, such as `r-1a2b3c4d`.
struct RegulationID: Hashable {
  let number: UInt32

  init(_ number: UInt32) {
    self.number = number
  }

  /// The ID that a text names, or `nil`.
  init?(_ text: String) {
    let digits = text.utf8.dropFirst(2)
    guard text.hasPrefix("r-"), digits.count == 8,
      digits.allSatisfy({ 0x30...0x39 ~= $0 || 0x61...0x66 ~= $0 }),
      let number = UInt32(String(digits) ?? "", radix: 16)
    else { return nil }
    self.number = number
  }

  /// The ID as it is written.
  var text: String {
    String(unsafeUninitializedCapacity: 10) { text in
      text[0] = UInt8(ascii: "r")
      text[1] = UInt8(ascii: "-")
      for place in 0..<8 {
        let digit = UInt8(truncatingIfNeeded: number >> UInt32(28 - 4 * place)) & 15
        text[2 + place] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
      }
      return 10
    }
  }

  /// An ID that depends on title and issuer and is not yet taken.
  static func newID(of text: NewText, isTaken: (UInt32) -> Bool) -> UInt32 {
    var attempt = 1
    while true {
      let name = attempt == 1 ? "" : "\u{0}\(attempt)"
      let title = text.revision.title
      let hash = ContentHash(Array("\(title)\u{0}\(text.issuer ?? "")\(name)".utf8))
      let id = UInt32(truncatingIfNeeded: hash.high >> 32)
      if id != 0, !isTaken(id) { return id }
      attempt += 1
    }
  }
}
