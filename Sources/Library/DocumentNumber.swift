internal import ChineseText

/// A document number (文号), as far as texts can be told apart by it.
///
/// Each revision of a regulation mostly has a number of its own, so two numbers
/// that differ say nothing. The same number under the same title names one
/// document, or one that a house keeps under one number through its revisions.
struct DocumentNumber: Hashable {
  /// The folded number, with brackets of one form and without 第.
  let whole: [UInt16]
  /// 机关代字, the letters that stand for who issued it, where the number has the
  /// form 国办发〔2024〕5号.
  let code: [UInt16]?

  /// The number that `text` writes, or `nil` for one too short to mean much.
  init?(_ text: String) {
    var units = FoldedText(text).units.map { Self.brackets[$0] ?? $0 }
    units.removeAll { $0 == Self.ordinalSign }
    let digitCount = units.count { Self.digits ~= $0 }
    guard units.count >= 4, digitCount > 0 else { return nil }
    whole = units
    let open = units.firstIndex(of: 0x5B) ?? 0
    let year = units[open...].dropFirst().prefix { Self.digits ~= $0 }
    let isCoded = open >= 2 && year.count == 4 && units[year.endIndex...].first == 0x5D
    code = isCoded ? Array(units[..<open]) : nil
  }

  private static let digits: ClosedRange<UInt16> = 0x30...0x39
  /// 第, before the number of the year or not.
  private static let ordinalSign: UInt16 = 0x7B2C
  /// All brackets that stand around a year, as [ and ].
  private static let brackets: [UInt16: UInt16] = [
    0x28: 0x5B, 0x29: 0x5D, 0x3014: 0x5B, 0x3015: 0x5D, 0x3010: 0x5B, 0x3011: 0x5D,
  ]
}
