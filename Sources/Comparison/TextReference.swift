import Regulations

/// A reference to a provision, in the normal form of a text (see `NormalForm`).
struct TextReference: Hashable {
  /// What is referred to.
  enum Target: Hashable {
    /// An article of the regulation itself.
    case article(ProvisionNumber)
    /// An article of another regulation, or a 款 of it. The name is the range of the
    /// signs in 《》, or of those before the reference where the title is not marked.
    case foreign(ProvisionNumber, paragraph: Int?, name: Range<Int>)
    /// A 款 of an article of the regulation itself, `nil` for that in which the
    /// reference stands.
    case paragraph(Int, of: ProvisionNumber?)
    /// 前款, 前两条: so many provisions before the one in which it stands.
    case previous(Level, Int)
    /// 本条.
    case thisArticle
  }

  /// The levels that relative references know.
  enum Level: Hashable { case article, paragraph, item }

  /// A 款 or a 项 by its number that is no target by itself: 第(3)项, and the 第2款 of
  /// 前条第2款.
  struct Part: Hashable {
    var range: Range<Int>
    var level: Level
    var number: Int
    /// Whether it belongs to the reference before it; if not, to where it stands.
    var follows: Bool
  }

  /// Where it stands: of an article from 第 to the end of its number.
  var range: Range<Int>
  /// What is referred to.
  var target: Target
}

/// The signs of the levels below 条: in Taiwan's order the 項 is the unnumbered
/// paragraph and the 款 stands below it.
enum LevelOrder {
  case mainland, taiwan

  /// The order of a revision's texts.
  init(of provisions: [ComparedProvision]) {
    self.init(label: provisions.first { $0.kind == .article }?.label)
  }

  /// The order of a revision.
  init(of revision: Revision) {
    self.init(label: revision.provisions.first { $0.kind == .article }?.label)
  }

  private init(label: String?) {
    self = label?.unicodeScalars.contains("條") == true ? .taiwan : .mainland
  }

  /// The level that a sign names.
  func level(of sign: UInt16) -> TextReference.Level? {
    switch sign {
    case Sign.article, Sign.traditionalArticle: .article
    case Sign.paragraph: self == .mainland ? .paragraph : .item
    case Sign.item, Sign.traditionalItem: self == .mainland ? .item : .paragraph
    default: nil
    }
  }

  /// The sign of a level.
  func sign(of level: TextReference.Level) -> String {
    switch (self, level) {
    case (.mainland, .article): "条"
    case (.mainland, .paragraph): "款"
    case (.mainland, .item): "项"
    case (.taiwan, .article): "條"
    case (.taiwan, .paragraph): "項"
    case (.taiwan, .item): "款"
    }
  }

  private enum Sign {
    static let article: UInt16 = 0x6761
    static let traditionalArticle: UInt16 = 0x689D
    static let paragraph: UInt16 = 0x6B3E
    static let item: UInt16 = 0x9879
    static let traditionalItem: UInt16 = 0x9805
  }
}
