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
    let digits = String(number, radix: 16)
    return "r-" + String(repeating: "0", count: max(0, 8 - digits.utf8.count)) + digits
  }
}
