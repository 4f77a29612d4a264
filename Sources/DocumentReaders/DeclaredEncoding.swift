import ChineseText

/// The encoding that a page declares in its first bytes.
enum DeclaredEncoding {
  /// The encoding that `<meta>` or an XML declaration names, or `nil`.
  ///
  /// gb2312 and GBK are read as GB18030, which contains them.
  static func find(in bytes: [UInt8]) -> TextEncoding? {
    guard ByteScan.find(0x3C, in: bytes.prefix(4096)) != nil else { return nil }
    let head = bytes.prefix(4096).map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
    if let place = head.firstRange(of: Array("charset".utf8)),
      head[..<place.lowerBound].firstRange(of: Array("<meta".utf8)) != nil
    {
      return encoding(named: label(in: head[place.upperBound...]))
    }
    guard let place = head.firstRange(of: Array("<?xml".utf8)),
      let name = head[place.upperBound...].firstRange(of: Array("encoding".utf8))
    else { return nil }
    return encoding(named: label(in: head[name.upperBound...]))
  }

  /// The name after `=`, with or without quotes.
  private static func label(in bytes: ArraySlice<UInt8>) -> String {
    let value = bytes.drop { $0 == 0x20 || $0 == 0x3D || $0 == 0x22 || $0 == 0x27 }
    let isPart = { (byte: UInt8) in
      0x61...0x7A ~= byte || 0x30...0x39 ~= byte || byte == 0x2D || byte == 0x5F
    }
    return String(decoding: value.prefix(while: isPart), as: UTF8.self)
  }

  private static func encoding(named label: String) -> TextEncoding? {
    switch label {
    case "utf-8", "utf8": .utf8
    case "gb2312", "gbk", "gb18030", "gb_2312-80", "x-gbk", "cp936", "chinese", "csgb2312": .gb18030
    case "big5", "big5-hkscs", "x-x-big5", "cn-big5", "cp950", "csbig5": .big5
    default: nil
    }
  }
}
