internal import ChineseText
internal import Regulations

/// Who a text says issued it, as far as bodies can be told apart by it.
///
/// The same body is written 司法部 and 中华人民共和国司法部, 市政府 and
/// 云渚市人民政府, and several may issue a text together.
struct IssuingBody {
  /// What two texts say of who issued them.
  enum Relation {
    /// Both name the same.
    case same
    /// One is silent, or writes what may be a short form of the other.
    case open
    /// Only the departments that answer for them are known, and they differ.
    case otherDepartment
    /// Two names that only a reorganisation can make one.
    case other
    /// Two bodies of one kind, such as companies, that exist side by side.
    case sisters
  }

  private let issuers: [[UInt16]]
  private let departments: [[UInt16]]
  private let code: [UInt16]?

  /// Who issued a text of this metadata.
  init(_ metadata: RegulationMetadata) {
    issuers = Self.names(in: metadata.issuer)
    departments = Self.names(in: metadata.department)
    code = metadata.documentNumber.flatMap { DocumentNumber($0)?.code }
  }

  /// What this and another text say of who issued them.
  func relation(to other: IssuingBody) -> Relation {
    let departments = Self.relation(self.departments, other.departments)
    let departmentsAgree = departments == .same || departments == .open
    // 云岭人资〔2023〕5号 and 云岭人资〔2024〕2号: one body, whatever it is called.
    let sharesCode = code != nil && code == other.code
    switch Self.relation(issuers, other.issuers) {
    case .sisters: return .sisters
    case .other: return sharesCode ? .open : .other
    case .same: return departmentsAgree ? .same : .open
    default: return departmentsAgree || sharesCode ? .open : .otherDepartment
    }
  }

  private static func relation(_ left: [[UInt16]], _ right: [[UInt16]]) -> Relation {
    guard !left.isEmpty, !right.isEmpty else { return .open }
    if Set(left) == Set(right) { return .same }
    let isOpen = left.contains { name in
      right.contains { isShortForm(name, of: $0) || isShortForm($0, of: name) }
    }
    if isOpen { return .open }
    let areSisters = left.allSatisfy { name in right.allSatisfy { areOfOneKind(name, $0) } }
    return areSisters ? .sisters : .other
  }

  /// Whether all signs of a name stand in another, in their order: 发改委 in
  /// 国家发展和改革委员会, 人力资源部 in 云岭公司人力资源部.
  private static func isShortForm(_ name: [UInt16], of other: [UInt16]) -> Bool {
    var rest = name[...]
    for unit in other where unit == rest.first { rest.removeFirst() }
    return rest.isEmpty
  }

  private static func areOfOneKind(_ left: [UInt16], _ right: [UInt16]) -> Bool {
    kinds.contains { left.ends(with: $0) && right.ends(with: $0) }
  }

  private static let kinds = [
    "公司", "集团", "银行", "医院", "学校", "大学", "学院", "法院", "检察院", "政府", "人大", "人大常委会",
  ].map { Array($0.utf16) }
}

// MARK: - Names

extension IssuingBody {
  /// The names in what a text says, in the form in which they are compared.
  private static func names(in text: String?) -> [[UInt16]] {
    guard let text else { return [] }
    let parts = text.unicodeScalars.split { separators.contains($0) }
    return parts.map { plainName(FoldedText(String($0)).units) }.filter { !$0.isEmpty }
  }

  private static let separators = Set("、，,；;/／\n".unicodeScalars)

  /// A folded name in which what has a common short form stands in that.
  private static func plainName(_ folded: [UInt16]) -> [UInt16] {
    var name = folded
    if let (start, short) = shortStarts.first(where: { name.starts(with: $0.0) }), name != start {
      name.replaceSubrange(..<start.count, with: short)
    }
    if let (end, short) = shortEnds.first(where: { name.ends(with: $0.0) }) {
      name.replaceSubrange((name.count - end.count)..., with: short)
    }
    return name
  }

  private static let shortStarts = [("中华人民共和国", ""), ("中国共产党", "中共")].map {
    (Array($0.utf16), Array($1.utf16))
  }
  private static let shortEnds = [
    ("有限责任公司", "公司"), ("股份有限公司", "公司"), ("有限公司", "公司"), ("人民代表大会常务委员会", "人大常委会"),
    ("人民代表大会", "人大"), ("人民政府", "政府"),
  ].map { (Array($0.utf16), Array($1.utf16)) }
}

extension [UInt16] {
  fileprivate func ends(with other: [UInt16]) -> Bool { suffix(other.count).elementsEqual(other) }
}
