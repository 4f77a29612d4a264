package import Regulations

/// How a revision falls into nodes: searched units and what stands above them.
///
/// The searched unit is the article with its 款, 项 and 目. Where there are no
/// articles it is the top-most clause of at most 500 characters; a larger one
/// is divided, and then its own text is a unit beside its children. Preamble,
/// closing and annex are units too, an annex with articles is divided.
///
/// Nodes stand in reading order. Provisions that lie inside a unit are no nodes
/// but its parts, so that a unit and its parts are a run of provisions.
package struct UnitDivision: Hashable, Sendable {
  /// A provision that is a unit or holds units.
  package struct Node: Hashable, Sendable {
    /// The index of the provision.
    package var provision: Int
    /// The index of the node above, or `nil`.
    package var parent: Int?
    /// The index after the last node below this one.
    package var end: Int
    /// Whether the node is a searched unit.
    package var isUnit: Bool
    /// The number of provisions after this one that are parts of the unit.
    package var partCount: Int

    /// The indices of the parts.
    package var partIndices: Range<Int> { (provision + 1)..<(provision + 1 + partCount) }
  }

  /// A clause of more characters is divided.
  package static let largestClause = 500

  /// The nodes in reading order.
  package private(set) var nodes: [Node] = []

  /// The division of a revision.
  package init(_ provisions: [Provision]) {
    let tree = ProvisionTree(provisions)
    var path: [Int] = []
    var index = 0
    while index < provisions.count {
      while let last = path.last, tree.end[nodes[last].provision] <= index {
        nodes[last].end = nodes.count
        path.removeLast()
      }
      let isDivided = tree.isDivided(index)
      let next = isDivided ? index + 1 : tree.end[index]
      nodes.append(
        Node(
          provision: index, parent: path.last, end: 0,
          isUnit: !isDivided || !provisions[index].text.isEmpty, partCount: next - index - 1))
      path.append(nodes.count - 1)
      index = next
    }
    for node in path { nodes[node].end = nodes.count }
  }
}

/// What lies below each provision of a revision.
private struct ProvisionTree {
  /// The index after the last provision below each one.
  var end: [Int]
  private let provisions: [Provision]
  private var holdsArticles: [Bool]

  init(_ provisions: [Provision]) {
    self.provisions = provisions
    end = Array(1..<(provisions.count + 1))
    holdsArticles = Array(repeating: false, count: provisions.count)
    for index in provisions.indices.reversed() {
      guard let parent = provisions[index].parent, parent < index, parent >= 0 else { continue }
      end[parent] = max(end[parent], end[index])
      if provisions[index].kind == .article || holdsArticles[index] { holdsArticles[parent] = true }
    }
  }

  func isDivided(_ index: Int) -> Bool {
    guard end[index] > index + 1 else { return false }
    switch provisions[index].kind {
    case .article: return false
    case .part, .subpart, .chapter, .section: return true
    default: return holdsArticles[index] || isLarge(index..<end[index])
    }
  }

  /// Whether provisions have more characters than an undivided clause may.
  private func isLarge(_ range: Range<Int>) -> Bool {
    var count = 0
    for index in range {
      count += Self.characterCount(of: provisions[index])
      if count > UnitDivision.largestClause { return true }
    }
    return false
  }

  private static func characterCount(of provision: Provision) -> Int {
    provision.text.unicodeScalars.count + (provision.label?.unicodeScalars.count ?? 0)
      + (provision.heading?.unicodeScalars.count ?? 0)
      + (provision.separator?.unicodeScalars.count ?? 0)
  }
}
