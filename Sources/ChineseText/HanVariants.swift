/// Simplified and traditional characters that are written for one another.
///
/// Only traditional characters with one usual simplified form are known, whatever
/// the word: 發 and 髮 are both written 发. 畫, which is 画 or 划, is itself alone.
public struct HanVariants: Sendable {
  /// All of them; the table is read when it is first asked for.
  public static let table = HanVariants()

  private let simplified: [UInt16: UInt16]
  private let traditional: [UInt16: [UInt16]]

  private init() {
    var (simplified, traditional) = ([UInt16: UInt16](), [UInt16: [UInt16]]())
    let blank = UInt16(0x20)
    for group in HanVariantData.groups.description.utf16.split(separator: blank) {
      guard let first = group.first else { continue }
      traditional[first] = Array(group.dropFirst())
      for form in group.dropFirst() { simplified[form] = first }
    }
    self.simplified = simplified
    self.traditional = traditional
  }

  /// The characters that a folded UTF-16 unit may stand for, itself first.
  public func forms(of unit: UInt16) -> [UInt16] {
    let common = simplified[unit] ?? unit
    return [unit] + ([common] + (traditional[common] ?? [])).filter { $0 != unit }
  }
}
