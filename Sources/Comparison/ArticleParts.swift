import Regulations

/// A 款 or a 项 of an article, or the whole of another provision, as that to which
/// references point and in which they stand.
struct ArticlePart {
  /// Where a part stands.
  struct Place: Hashable {
    /// The index of the provision among the compared ones.
    var provision: Int
    /// Which 款, from 1 on.
    var paragraph: Int
    /// Which 项 of the 款, from 1 on; 0 for the 款 itself.
    var item: Int

    /// The place so many parts before it, or `nil`.
    func before(_ count: Int, _ level: TextReference.Level) -> Place? {
      var place = self
      if level == .item {
        place.item -= count
        return place.item > 0 ? place : nil
      }
      place.paragraph -= count
      place.item = 0
      return place.paragraph > 0 ? place : nil
    }
  }

  var place: Place
  /// The normal form of its own text.
  var units: [UInt16]

  /// The parts of a provision in reading order.
  static func all(of provision: ComparedProvision, at index: Int) -> [ArticlePart] {
    var parts: [ArticlePart] = []
    var place = Place(provision: index, paragraph: 0, item: 0)
    func append(_ text: String) {
      parts.append(ArticlePart(place: place, units: NormalForm.units(of: text)))
    }
    let own = provision.ownText
    if !own.isEmpty || provision.parts.first?.kind != .paragraph {
      place.paragraph = 1
      append(own)
    }
    for part in provision.parts {
      switch part.kind {
      case .paragraph:
        place.paragraph += 1
        place.item = 0
        append(part.text)
      case .item:
        place.item += 1
        append(part.text)
      default:
        // A 目 belongs to its 项.
        parts[parts.count - 1].units += NormalForm.units(of: part.text)
      }
    }
    return parts
  }
}

/// Which 款 and 项 of some old articles became which of some new ones.
struct PartAlignment {
  private var newOfOld: [ArticlePart.Place: ArticlePart.Place] = [:]
  private var oldOfNew: [ArticlePart.Place: ArticlePart.Place] = [:]

  init(_ old: [ArticlePart], _ new: [ArticlePart]) {
    for isItem in [false, true] {
      let olds = Self.compared(old, areItems: isItem)
      let news = Self.compared(new, areItems: isItem)
      for pair in Alignment(olds.map(\.text), news.map(\.text)).pairs where pair.relation == nil {
        newOfOld[olds[pair.old].place] = news[pair.new].place
        oldOfNew[news[pair.new].place] = olds[pair.old].place
      }
    }
  }

  /// The 项, or the 款 with theirs.
  private static func compared(
    _ parts: [ArticlePart], areItems: Bool
  ) -> [(place: ArticlePart.Place, text: ComparedProvision)] {
    var compared: [(place: ArticlePart.Place, units: [UInt16])] = []
    for part in parts {
      if (part.place.item > 0) == areItems {
        compared.append((part.place, part.units))
      } else if !areItems, !compared.isEmpty {
        compared[compared.count - 1].units += part.units
      }
    }
    return compared.map { ($0.place, ComparedProvision(part: $0.units)) }
  }

  /// Whether what was meant by a reference is something else now.
  ///
  /// It is not where both are strangers to the other text, such as a 款 that was
  /// rewritten in its place.
  ///
  /// - Parameters:
  ///   - meant: The part that was meant.
  ///   - now: The part at which the reference points now; `nil` where there is none.
  func isOther(_ meant: ArticlePart.Place, _ now: ArticlePart.Place?) -> Bool {
    if let partner = newOfOld[meant] { return partner != now }
    guard let now else { return true }
    return oldOfNew[now] != nil
  }

  /// What became of a part; `nil` if it is gone.
  func successor(of part: ArticlePart.Place) -> ArticlePart.Place? { newOfOld[part] }
}
