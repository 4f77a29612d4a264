internal import Library

extension Hit {
  /// The hit as it is cited, such as 《劳动合同法》第三十九条第二项.
  ///
  /// It names the place of the first match. A text that is not in force is named
  /// with its revision after the title, since the same number may be another
  /// article today.
  public var citation: String {
    var citation = "《\(regulation)》"
    if !status.isCurrent { citation += "（\(revision)）" }
    return citation + Self.cited(pinpoint ?? label ?? path.last?.label ?? "")
  }

  /// A pinpoint with the numbers of its 项 and 目 written without brackets, and
  /// without the sign that only parts a label from its text.
  private static func cited(_ pinpoint: String) -> String {
    var written = String.UnicodeScalarView()
    var scalars = Array(pinpoint.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      written.append(scalar)
      guard scalar == "第", let open = scalars.first, open == "（" || open == "(",
        let close = scalars.firstIndex(where: { $0 == "）" || $0 == ")" }),
        close + 1 < scalars.endIndex, scalars[close + 1] == "项" || scalars[close + 1] == "目"
      else { continue }
      written.append(contentsOf: scalars[(scalars.startIndex + 1)..<close])
      scalars = scalars[(close + 1)...]
    }
    while let last = written.last, "、，：:．. 　".unicodeScalars.contains(last) {
      written.removeLast()
    }
    return String(written)
  }
}
