import Regulations

/// Texts with their references to articles of the regulation itself named by what
/// they point at, so that those that only follow a renumbering are alike.
enum CrossReferences {
  /// What stands in the place of a number when targets are compared.
  private static let target: UInt16 = 0xE000

  /// The normal form in which each reference names its target by what `target`
  /// says of its number, where it says anything.
  static func resolved(
    _ units: [UInt16], _ reading: ReferenceReading, _ target: (ProvisionNumber) -> Int?
  ) -> [UInt16] {
    var resolved: [UInt16] = []
    resolved.reserveCapacity(units.count)
    var copied = 0
    for reference in ReferenceScan.references(in: units, reading) {
      guard case .article(let number) = reference.target, let target = target(number) else {
        continue
      }
      resolved += units[copied..<reference.range.lowerBound]
      resolved.append(Self.target)
      resolved += String(target).utf16
      resolved.append(Self.target)
      copied = reference.range.upperBound
    }
    resolved += units[copied...]
    return resolved
  }
}
