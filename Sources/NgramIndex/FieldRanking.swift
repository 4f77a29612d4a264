/// What a ranked field has of its units: lengths, and impacts that follow from them.
struct FieldRanking: Sendable {
  /// The codes of the lengths of all units up to the greatest.
  let lengthCodes: [UInt8]
  let impact: Impact

  /// The greatest impact of a gram in some units, at least 0.
  ///
  /// - Parameter repeats: How often the gram stands in each, less one.
  func greatestImpact(_ units: ArraySlice<UInt32>, _ repeats: ArraySlice<UInt32>) -> Float {
    var greatest: Float = 0
    for (unit, repeats) in zip(units, repeats) {
      let code = lengthCodes[Int(unit)]
      greatest = max(greatest, impact.of(repeats &+ 1, lengthCode: code))
    }
    return greatest
  }
}
