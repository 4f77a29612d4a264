import Regulations

/// A reference with the 款 and the 项 that it names: 第5条第2款第(3)项.
struct WholeReference {
  /// From where 款 and 项 are counted.
  enum Base: Hashable {
    /// An article of the regulation itself.
    case article(ProvisionNumber)
    /// An article of another regulation; the name as in `TextReference`.
    case foreign(ProvisionNumber, name: Range<Int>)
    /// So many articles before the one in which it stands; 0 for 本条.
    case previousArticle(Int)
    /// So many 款 before the one in which it stands; 0 for that itself.
    case previousParagraph(Int)
    /// So many 项 before the one in which it stands.
    case previousItem(Int)
  }

  /// Where it stands, with its 款 and 项.
  var range: Range<Int>
  var base: Base
  var paragraph: Int?
  var item: Int?

  /// The references of a text in its normal form, in their order.
  static func all(in units: [UInt16], _ reading: ReferenceReading) -> [WholeReference] {
    let (references, parts) = ReferenceScan.referencesAndParts(in: units, reading)
    var all: [WholeReference] = []
    var next = 0
    for reference in references {
      while next < parts.count, parts[next].range.lowerBound < reference.range.lowerBound {
        append(parts[next], to: &all)
        next += 1
      }
      append(reference, to: &all)
    }
    for part in parts[next...] { append(part, to: &all) }
    return all
  }

  private static func append(_ reference: TextReference, to all: inout [WholeReference]) {
    var whole = WholeReference(range: reference.range, base: .previousArticle(0))
    switch reference.target {
    case .article(let number): whole.base = .article(number)
    case .foreign(let number, let paragraph, let name):
      whole.base = .foreign(number, name: name)
      whole.paragraph = paragraph
    case .paragraph(let paragraph, let number):
      if let number { whole.base = .article(number) }
      whole.paragraph = paragraph
    case .previous(.article, let count): whole.base = .previousArticle(count)
    case .previous(.paragraph, let count): whole.base = .previousParagraph(count)
    case .previous(.item, let count): whole.base = .previousItem(count)
    case .thisArticle: break
    }
    if let last = all.last, last.range.upperBound == whole.range.lowerBound,
      last.base == whole.base, last.paragraph == nil, last.item == nil, whole.paragraph != nil
    {
      whole.range = last.range.lowerBound..<whole.range.upperBound
      all.removeLast()
    }
    all.append(whole)
  }

  private static func append(_ part: TextReference.Part, to all: inout [WholeReference]) {
    guard part.follows, var whole = all.last else {
      all.append(
        WholeReference(range: part.range, base: .previousParagraph(0), item: part.number))
      return
    }
    let isSaid = part.level == .item ? whole.item != nil : (whole.paragraph ?? whole.item) != nil
    if whole.range.upperBound == part.range.lowerBound, !isSaid {
      whole.range = whole.range.lowerBound..<part.range.upperBound
      all.removeLast()
    } else {
      whole.range = part.range
    }
    if part.level == .item {
      whole.item = part.number
    } else {
      // 前款、第3款 are of one article.
      if case .previousParagraph = whole.base { whole.base = .previousArticle(0) }
      whole.paragraph = part.number
      whole.item = nil
    }
    all.append(whole)
  }
}
