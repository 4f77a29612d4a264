import ChineseText

/// The normal form of a text (see `NormalForm`) with the way back to the text.
struct NormalText {
  /// The UTF-16 units of the form.
  let units: [UInt16]
  private let source: [UInt8]
  private let folded: FoldedText
  private let origins: [Int]

  /// The form of a text that is given as UTF-8.
  init(_ source: [UInt8]) {
    self.source = source
    folded = FoldedText(source, keepingOffsets: true)
    (units, origins) = NormalForm.form(of: folded.units, keepingOrigins: true)
  }

  /// The bytes of the text from which some units came; they begin and end with a
  /// whole scalar, and blanks around them do not belong to them.
  ///
  /// - Precondition: `range` is not empty.
  func sourceRange(of range: Range<Int>) -> Range<Int> {
    let start = origins[range.lowerBound]
    var end = range.upperBound < origins.count ? origins[range.upperBound] : folded.units.count
    while end > start + 1, NormalForm.isDropped(folded.units[end - 1]) { end -= 1 }
    return folded.sourceRange(of: start..<max(end, start + 1), in: source)
  }

  /// The words from which some units came.
  func words(of range: Range<Int>) -> String {
    String(decoding: source[sourceRange(of: range)], as: UTF8.self)
  }
}
