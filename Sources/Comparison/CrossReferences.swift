import Regulations

/// The references of a regulation to its own articles, in the normal form of a text.
///
/// 第5条 and 本法第5条 are such references, 《刑法》第5条 and 刑法第5条 are none, and what is
/// listed after a reference (第5条、第6条) belongs where that belongs.
struct CrossReferences {
  /// What stands in the place of a number when targets are compared.
  private static let target: UInt16 = 0xE000

  /// The normal form in which each reference names its target by what `targets`
  /// says of its number, where it says anything.
  static func resolved(
    _ units: [UInt16], _ target: (ProvisionNumber) -> Int?
  ) -> [UInt16] {
    var resolved: [UInt16] = []
    resolved.reserveCapacity(units.count)
    var copied = 0
    for reference in references(in: units) {
      guard let number = target(reference.number) else { continue }
      resolved += units[copied..<reference.range.lowerBound]
      resolved.append(Self.target)
      resolved += String(number).utf16
      resolved.append(Self.target)
      copied = reference.range.upperBound
    }
    resolved += units[copied...]
    return resolved
  }

  /// A reference to an article.
  struct Reference {
    /// From 第 to the end of the number of the article.
    var range: Range<Int>
    var number: ProvisionNumber
  }

  /// The references to articles of the regulation itself.
  static func references(in units: [UInt16]) -> [Reference] {
    var found: [Reference] = []
    var last: (end: Int, isOwn: Bool)?
    var index = 0
    while index < units.count {
      guard units[index] == Sign.ordinal, let reference = reference(in: units, at: index) else {
        index += 1
        continue
      }
      let isOwn: Bool
      if let last, isListed(units[last.end..<index]) {
        isOwn = last.isOwn
      } else {
        isOwn = isMeantHere(units[..<index])
      }
      if isOwn { found.append(reference) }
      index = reference.range.upperBound
      last = (endOfParts(in: units, from: index), isOwn)
    }
    return found
  }

  private static func reference(in units: [UInt16], at start: Int) -> Reference? {
    var index = start + 1
    skipBracket(in: units, &index)
    guard let main = number(in: units, &index) else { return nil }
    var insertions: [Int] = []
    // 第5-1條, 第5条之1.
    while index < units.count, units[index] == Sign.hyphen {
      index += 1
      guard let insertion = number(in: units, &index) else { return nil }
      insertions.append(insertion)
    }
    guard index < units.count, Sign.articles.contains(units[index]) else { return nil }
    index += 1
    while index + 1 < units.count, units[index] == Sign.insertion {
      var next = index + 1
      guard let insertion = number(in: units, &next) else { break }
      insertions.append(insertion)
      index = next
    }
    return Reference(
      range: start..<index, number: ProvisionNumber(main, insertions: insertions))
  }

  private static func number(in units: [UInt16], _ index: inout Int) -> Int? {
    let start = index
    var value = 0
    while index < units.count, 0x30...0x39 ~= units[index], index - start < 6 {
      value = 10 * value + Int(units[index] - 0x30)
      index += 1
    }
    return index > start ? value : nil
  }

  private static func skipBracket(in units: [UInt16], _ index: inout Int) {
    if index < units.count, units[index] == 0x28 { index += 1 }
  }

  /// The end of 第2款第(3)项 after an article.
  private static func endOfParts(in units: [UInt16], from start: Int) -> Int {
    var end = start
    while end < units.count, units[end] == Sign.ordinal {
      var index = end + 1
      skipBracket(in: units, &index)
      guard number(in: units, &index) != nil else { break }
      if index < units.count, units[index] == 0x29 { index += 1 }
      guard index < units.count, Sign.parts.contains(units[index]) else { break }
      end = index + 1
    }
    return end
  }

  /// Whether what stands between two references only lists them.
  private static func isListed(_ between: ArraySlice<UInt16>) -> Bool {
    between.count <= 3 && between.allSatisfy { Sign.lists.contains($0) }
  }

  /// Whether the words before a reference leave it in the regulation itself.
  private static func isMeantHere(_ before: ArraySlice<UInt16>) -> Bool {
    guard let last = before.last else { return true }
    if last == 0x300B { return false }
    guard Sign.lawEnds.contains(last) else { return true }
    // 本法, 本条例, 本办法, 本实施细则.
    return before.suffix(6).contains(Sign.this)
  }

  private enum Sign {
    static let ordinal = unit("第")
    static let hyphen = unit("-")
    static let insertion = unit("之")
    static let this = unit("本")
    static let articles = units("条條")
    static let parts = units("款项項目")
    static let lists = units("、,和或及至与與到~—者以")
    static let lawEnds = units("法例典则則程度定")

    static func unit(_ sign: Unicode.Scalar) -> UInt16 { UInt16(truncatingIfNeeded: sign.value) }
    static func units(_ signs: String) -> Set<UInt16> { Set(signs.utf16) }
  }
}
