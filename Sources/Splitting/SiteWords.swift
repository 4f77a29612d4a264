/// The words of the sites that offer texts for download: 文档, 本站 and the ICP of
/// their record numbers.
enum SiteWords {
  /// Whether one of them stands in a text.
  static func stand(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = text.baseAddress, text.count >= 3 else { return false }
    // Compared without a branch for each byte: the bytes with which they begin are
    // those of many other words. What is no more than likely is then looked at.
    var least = UInt8.max
    if text.count >= 6 {
      for start in 0..<(text.count - 5) { least = min(least, difference(base + start)) }
    }
    for start in max(0, text.count - 5)..<(text.count - 2) {
      least = min(least, differenceFromAcronym(base + start))
    }
    guard least == 0 else { return false }
    return text.indices.contains { place in
      let rest = UnsafeBufferPointer(rebasing: text[place...])
      return words.contains { rest.starts(with: $0) }
    }
  }

  private static let words = ["文档", "本站", "ICP"].map { Array($0.utf8) }

  /// 0 where what tells them apart from other words stands.
  ///
  /// 文档 is E6 96 87 E6 A1 A3, 本站 E6 9C AC E7 AB 99.
  @inline(__always)
  private static func difference(_ bytes: UnsafePointer<UInt8>) -> UInt8 {
    let (second, third, last) = (bytes[1], bytes[2], bytes[5])
    let fromDocument = (second ^ 0x96) | (third ^ 0x87) | (last ^ 0xA3)
    let fromSite = (second ^ 0x9C) | (third ^ 0xAC) | (last ^ 0x99)
    return min(fromDocument, fromSite, differenceFromAcronym(bytes))
  }

  /// 0 where the end of ICP stands.
  @inline(__always)
  private static func differenceFromAcronym(_ bytes: UnsafePointer<UInt8>) -> UInt8 {
    (bytes[1] ^ 0x43) | (bytes[2] ^ 0x50)
  }
}
