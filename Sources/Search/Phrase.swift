internal import Library

/// A folded phrase that is looked for in texts.
struct Phrase: Sendable {
  let units: [UInt16]
  /// The units that fold to each unit in a plain text, itself first; none if the
  /// phrase is itself.
  private let forms: [SIMD4<UInt16>]
  /// Whether nothing but each unit itself folds to it in a plain text.
  let isItself: Bool

  init(_ units: [UInt16]) {
    self.units = units
    isItself = !units.contains { 0x21...0x7E ~= $0 }
    forms = isItself ? [] : units.map { Self.forms(of: $0) }
  }

  private static func forms(of unit: UInt16) -> SIMD4<UInt16> {
    switch unit {
    case 0x61...0x7A: [unit, unit - 0x20, unit + 0xFEE0, unit - 0x20 + 0xFEE0]
    case 0x21...0x7E: [unit, unit, unit + 0xFEE0, unit + 0xFEE0]
    default: SIMD4(repeating: unit)
    }
  }

  /// How often the phrase stands in a folded text, overlaps not counted.
  func count(in folded: [UInt16]) -> Int {
    folded.withUnsafeBufferPointer { countOfUnits(in: $0) }
  }

  /// How often the phrase stands in a plain text, overlaps not counted.
  func count(inPlain text: UnsafeBufferPointer<UInt16>) -> Int {
    if isItself { return countOfUnits(in: text) }
    var count = 0
    var index = 0
    while index <= text.count - forms.count {
      if standsInPlain(text, at: index) {
        count += 1
        index += forms.count
      } else {
        index += 1
      }
    }
    return count
  }

  /// The places of the phrase in a folded text, overlaps left out.
  func places(in folded: [UInt16]) -> [Range<Int>] {
    folded.withUnsafeBufferPointer { placesOfUnits(in: $0) }
  }

  /// The places of the phrase in a plain text, overlaps left out.
  func places(inPlain text: UnsafeBufferPointer<UInt16>) -> [Range<Int>] {
    if isItself { return placesOfUnits(in: text) }
    var places: [Range<Int>] = []
    var index = 0
    while index <= text.count - forms.count {
      guard standsInPlain(text, at: index) else {
        index += 1
        continue
      }
      places.append(index..<(index + forms.count))
      index += forms.count
    }
    return places
  }

  private func standsInPlain(_ text: UnsafeBufferPointer<UInt16>, at start: Int) -> Bool {
    for (offset, form) in forms.enumerated() {
      let unit = text[start + offset]
      guard unit == form.x || unit == form.y || unit == form.z || unit == form.w else {
        return false
      }
    }
    return true
  }

  private func countOfUnits(in text: UnsafeBufferPointer<UInt16>) -> Int {
    units.withUnsafeBufferPointer { phrase in
      var count = 0
      var index = 0
      while let start = PhraseScan.firstIndex(of: phrase, in: text, from: index) {
        count += 1
        index = start + phrase.count
      }
      return count
    }
  }

  private func placesOfUnits(in text: UnsafeBufferPointer<UInt16>) -> [Range<Int>] {
    units.withUnsafeBufferPointer { phrase in
      var places: [Range<Int>] = []
      var index = 0
      while let start = PhraseScan.firstIndex(of: phrase, in: text, from: index) {
        index = start + phrase.count
        places.append(start..<index)
      }
      return places
    }
  }
}

/// Looks for units in units.
enum PhraseScan {
  /// Where a phrase first stands at or after an index.
  static func firstIndex(
    of phrase: UnsafeBufferPointer<UInt16>, in text: UnsafeBufferPointer<UInt16>, from start: Int
  ) -> Int? {
    guard let first = phrase.first else { return nil }
    let last = text.count - phrase.count
    var index = start
    while index <= last {
      index = firstIndex(of: first, in: text, from: index)
      guard index <= last else { return nil }
      var length = 1
      while length < phrase.count, text[index &+ length] == phrase[length] { length &+= 1 }
      if length == phrase.count { return index }
      index &+= 1
    }
    return nil
  }

  /// Where a unit first stands at or after an index, or the end.
  ///
  /// Four units at a time: after exclusive or with the unit, a lane that is zero
  /// borrows into its high bit.
  @inline(__always)
  private static func firstIndex(
    of unit: UInt16, in text: UnsafeBufferPointer<UInt16>, from start: Int
  ) -> Int {
    var index = start
    guard let base = UnsafeRawPointer(text.baseAddress) else { return text.count }
    let pattern = UInt64(unit) &* 0x0001_0001_0001_0001
    while index &+ 4 <= text.count {
      let four = base.loadUnaligned(fromByteOffset: index &* 2, as: UInt64.self) ^ pattern
      if (four &- 0x0001_0001_0001_0001) & ~four & 0x8000_8000_8000_8000 != 0 { break }
      index &+= 4
    }
    while index < text.count, text[index] != unit { index &+= 1 }
    return index
  }
}

extension [UInt16] {
  /// Where a phrase first stands at or after an index.
  func firstRange(of phrase: [UInt16], from start: Int = 0) -> Range<Int>? {
    withUnsafeBufferPointer { units in
      phrase.withUnsafeBufferPointer { phrase in
        PhraseScan.firstIndex(of: phrase, in: units, from: start).map { $0..<($0 + phrase.count) }
      }
    }
  }
}
