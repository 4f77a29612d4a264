/// What a page shows of a unit.
package struct ShownUnit {
  /// Its label, or `nil`.
  package var label: String?
  /// Its own heading, or `nil`.
  package var heading: String?
  /// What is searched as its text.
  package var text = ""
}

extension NodeText {
  /// The label and the heading of the node, as far as it has them.
  package var head: (label: String?, heading: String?) {
    withDecoder { decoder in
      var shown = ShownUnit()
      decodeHead(&decoder, into: &shown)
      return (shown.label, shown.heading)
    }
  }

  /// What a page shows of a unit, decoded in one walk.
  ///
  /// - Parameters:
  ///   - phrases: What is marked in a plain text.
  ///   - places: Takes their places in UTF-16 units of the node's text.
  package func shown(
    marking phrases: [CodedPhrase], at places: inout [Range<Int>]
  ) -> ShownUnit {
    withDecoder { decoder in
      var shown = ShownUnit()
      decodeHead(&decoder, into: &shown)
      decoder.skip(toUnit: searchedStart)
      let start = decoder.byteCount
      CodedPhrase.forEachPlace(of: phrases, in: &decoder) { places.append($0) }
      decoder.decode(upToUnit: .max)
      shown.text = decoder.string(from: start)
      return shown
    }
  }

  @inline(__always)
  private func decodeHead(_ decoder: inout CodeDecoder, into shown: inout ShownUnit) {
    if let count = own.labelCount {
      decoder.decode(upToUnit: count)
      shown.label = decoder.string(from: 0)
    }
    if let count = own.headingCount {
      let start = decoder.byteCount
      decoder.decode(upToUnit: decoder.unitCount + count)
      shown.heading = decoder.string(from: start)
    }
  }
}
