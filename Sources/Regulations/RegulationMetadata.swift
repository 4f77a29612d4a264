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

  /// Metadata that says nothing.
  public init() {}
}
