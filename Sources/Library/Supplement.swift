public import ChineseText
public import Regulations

/// What whoever reads a source in says of its regulations where they are silent.
public struct Supplement: Hashable, Sendable {
  /// The title of a text that has none.
  public var title: String?
  /// 发布机关, who issued it.
  public var issuer: String?
  /// 归口部门, the department that answers for it.
  public var department: String?
  /// 公布, the day it was promulgated.
  public var promulgated: CalendarDate?
  /// 施行, the day it takes effect.
  public var effective: CalendarDate?

  /// A supplement that says nothing.
  public init() {}

  /// Whether it says nothing.
  public var isEmpty: Bool { self == Supplement() }

  /// Fills in what a text lacks, and marks it as supplied.
  public func complete(_ revision: inout Revision) {
    if revision.title.isEmpty, let title {
      revision.title = title
      revision.metadata.supplied.insert(.title)
    }
    supply(issuer, to: \.issuer, .issuer, of: &revision.metadata)
    supply(department, to: \.department, .department, of: &revision.metadata)
    supply(promulgated, to: \.promulgated, .promulgated, of: &revision.metadata)
    supply(effective, to: \.effective, .effective, of: &revision.metadata)
  }

  private func supply<Value>(
    _ value: Value?, to field: WritableKeyPath<RegulationMetadata, Value?>,
    _ mark: SuppliedField, of metadata: inout RegulationMetadata
  ) {
    guard let value, metadata[keyPath: field] == nil else { return }
    metadata[keyPath: field] = value
    metadata.supplied.insert(mark)
  }

  /// Takes over what a newer supplement says.
  mutating func update(with newer: Supplement) {
    title = newer.title ?? title
    issuer = newer.issuer ?? issuer
    department = newer.department ?? department
    promulgated = newer.promulgated ?? promulgated
    effective = newer.effective ?? effective
  }
}
