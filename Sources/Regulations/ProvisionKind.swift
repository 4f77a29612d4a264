/// What a provision is in the hierarchy of its regulation.
public enum ProvisionKind: String, CaseIterable, Hashable, Sendable {
  /// 编, the widest division.
  case part
  /// 分编, a division of a part.
  case subpart
  /// 章.
  case chapter
  /// 节.
  case section
  /// 条, the numbered unit that readers cite.
  case article
  /// 款, an unnumbered paragraph of an article.
  case paragraph
  /// 项, a numbered item such as （一）, or a bullet.
  case item
  /// 目, an item of an item.
  case subitem
  /// A numbered clause of a text that is not numbered by 条: 一、（一）1.（1） and 1.1.
  case clause
  /// 序言, text before the first numbered provision.
  case preamble
  /// Text and signature after the last numbered provision.
  case closing
  /// 附件, an annex.
  case annex

  /// The abbreviation that stands for the kind in a provision's ID.
  ///
  /// Source: Akoma Ntoso Naming Convention 1.0, section 5 (eId), with `cl`,
  /// `preamble`, `closing` and `annex` in the same manner.
  public var abbreviation: String { String(describing: abbreviationWord) }

  /// The same, for those who write many.
  package var abbreviationWord: StaticString {
    switch self {
    case .part: "part"
    case .subpart: "subpart"
    case .chapter: "chp"
    case .section: "sec"
    case .article: "art"
    case .paragraph: "para"
    case .item: "item"
    case .subitem: "subitem"
    case .clause: "cl"
    case .preamble: "preamble"
    case .closing: "closing"
    case .annex: "annex"
    }
  }

  /// Whether the kind only groups articles: 编, 分编, 章 and 节.
  public var isDivision: Bool {
    switch self {
    case .part, .subpart, .chapter, .section: true
    default: false
    }
  }
}
