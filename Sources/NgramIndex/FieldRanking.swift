/// What a ranked field has of its units: lengths, and impacts that follow from them.
struct FieldRanking: Sendable {
  /// The codes of the lengths of all units up to the greatest.
  let lengthCodes: [UInt8]
  let impact: Impact

  /// The code of the bound of a gram's impacts in some units.
  func boundCode(of postings: Postings) -> UInt8 {
    var greatest: Float = 0
    lengthCodes.withUnsafeBufferPointer { codes in
      for index in 0..<postings.count {
        let code = codes[Int(postings.units[index])]
        greatest = max(greatest, impact.of(postings.repeats[index] &+ 1, lengthCode: code))
      }
    }
    return Impact.code(ofBound: greatest)
  }
}
