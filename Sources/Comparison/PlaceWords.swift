import ChineseText
import Regulations

/// The words by which places of a revision are named, in its own way of writing.
struct PlaceWords {
  private let provisions: [ComparedProvision]
  private let order: LevelOrder
  private let usesDigits: Bool

  init(_ provisions: [ComparedProvision], _ order: LevelOrder) {
    self.provisions = provisions
    self.order = order
    let label = provisions.first { $0.kind == .article }?.label ?? ""
    usesDigits = label.unicodeScalars.contains { "0"..."9" ~= $0 }
  }

  /// 第十六条, as it is labelled where the revision has it.
  func label(of number: ProvisionNumber, _ index: Int) -> String {
    if provisions.indices.contains(index), let label = provisions[index].label { return label }
    let main = number.components.map(numeral).joined(separator: ".")
    let insertions = number.insertions.map { "之" + numeral($0) }.joined()
    return "第\(main)\(order.sign(of: .article))\(insertions)"
  }

  /// The name of a provision: its label, or its heading.
  func name(_ index: Int) -> String { provisions[index].label ?? provisions[index].heading ?? "" }

  /// The names of several, one after the other.
  func names(_ indices: [Int]) -> String { indices.map(name).joined(separator: "、") }

  /// 第五条第二款, 第五条第二款第（三）项.
  func name(_ place: ArticlePart.Place) -> String {
    let item =
      place.item > 0 ? "第（\(numeral(place.item))）\(order.sign(of: .item))" : ""
    return name(place.provision) + paragraph(place.paragraph) + item
  }

  /// 第二款.
  func paragraph(_ number: Int) -> String { "第\(numeral(number))\(order.sign(of: .paragraph))" }

  /// 前款, 前两条.
  func previous(_ level: TextReference.Level, _ count: Int) -> String {
    let number = count == 1 ? "" : count == 2 ? (order == .taiwan ? "二" : "两") : numeral(count)
    return "前\(number)\(order.sign(of: level))"
  }

  /// 本条.
  var thisArticle: String { "本" + order.sign(of: .article) }

  private func numeral(_ number: Int) -> String {
    usesDigits ? String(number) : ChineseNumeral.string(of: number)
  }
}
