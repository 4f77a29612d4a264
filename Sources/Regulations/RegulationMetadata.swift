public import ChineseText

/// What a text says about itself: 文号, 发布机关 and dates.
public struct RegulationMetadata: Hashable, Sendable {
  /// 文号, such as 国办发〔2024〕5号.
  public var documentNumber: String?
  /// 发布机关, who issued it.
  public var issuer: String?
  /// The department that answers for it (归口部门).
  public var department: String?
  /// 通过, the day it was adopted.
  public var adopted: CalendarDate?
  /// 公布, the day it was promulgated.
  public var promulgated: CalendarDate?
  /// 修订 or 修正, the day of its latest revision.
  public var amended: CalendarDate?
  /// 施行, the day it takes effect.
  public var effective: CalendarDate?
  /// A date whose meaning the text does not give.
  public var dated: CalendarDate?
  /// 解释权, who interprets it.
  public var interpreter: String?
  /// 适用范围, the sentence that says to whom or what it applies.
  public var scope: String?
  /// Titles of regulations that it repeals (同时废止).
  public var repeals: [String] = []
  /// Whether the text seems to be all there; `nil` when nothing tells.
  public var isComplete: Bool?
  /// What the text did not say and whoever read it in supplied.
  public var supplied: Set<SuppliedField> = []

  /// Metadata that says nothing.
  public init() {}
}

/// What can be supplied of a regulation whose text does not say it, or wrongly.
public enum SuppliedField: String, CaseIterable, Hashable, Sendable {
  /// The title.
  case title
  /// 发布机关, who issued it.
  case issuer
  /// 归口部门, the department that answers for it.
  case department
  /// 公布, the day it was promulgated.
  case promulgated
  /// 施行, the day it takes effect.
  case effective
  /// 文号.
  case documentNumber
  /// 通过, the day it was adopted.
  case adopted
  /// 修订, the day of its latest revision.
  case amended
}
