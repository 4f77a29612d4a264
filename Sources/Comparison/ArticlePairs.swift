import Regulations

/// Which articles became which, by their numbers and by their places.
struct ArticlePairs: Sendable {
  private var oldOfNumber: [ProvisionNumber: Int] = [:]
  private var newOfNumber: [ProvisionNumber: Int] = [:]
  private var newOfOld: [Int: [Int]] = [:]
  private var oldOfNew: [Int: [Int]] = [:]
  private var oldOrder: [Int]
  private var newOrder: [Int]
  private var oldRank: [Int: Int] = [:]
  private var newRank: [Int: Int] = [:]

  init(_ old: [ComparedProvision], _ new: [ComparedProvision], _ pairs: [Alignment.Pair]) {
    oldOrder = old.indices.filter { old[$0].kind == .article }
    newOrder = new.indices.filter { new[$0].kind == .article }
    for (rank, index) in oldOrder.enumerated() {
      oldRank[index] = rank
      if let number = old[index].number, oldOfNumber[number] == nil { oldOfNumber[number] = index }
    }
    for (rank, index) in newOrder.enumerated() {
      newRank[index] = rank
      if let number = new[index].number, newOfNumber[number] == nil { newOfNumber[number] = index }
    }
    for pair in pairs {
      newOfOld[pair.old, default: []].append(pair.new)
      oldOfNew[pair.new, default: []].append(pair.old)
    }
    for key in newOfOld.keys { newOfOld[key]?.sort() }
    for key in oldOfNew.keys { oldOfNew[key]?.sort() }
  }

  /// Whether the new revision has articles.
  var hasNewArticles: Bool { !newOrder.isEmpty }

  /// The numbers that articles of the old revision bear.
  var oldNumbers: some Collection<ProvisionNumber> { oldOfNumber.keys }

  /// The old article of a number.
  func oldArticle(_ number: ProvisionNumber) -> Int? { oldOfNumber[number] }

  /// The new article of a number.
  func newArticle(_ number: ProvisionNumber) -> Int? { newOfNumber[number] }

  /// The new article that a reference names by its number.
  func newArticle(namedBy target: TextReference.Target) -> Int? {
    guard case .article(let number) = target else { return nil }
    return newOfNumber[number]
  }

  /// What became of the old article of a number.
  func newArticles(ofOld number: ProvisionNumber) -> [Int] {
    oldOfNumber[number].map { newPartners(of: $0) } ?? []
  }

  /// What became of an old provision.
  func newPartners(of old: Int) -> [Int] { newOfOld[old] ?? [] }

  /// From what a new provision came.
  func oldPartners(of new: Int) -> [Int] { oldOfNew[new] ?? [] }

  /// So many articles before an old one, the nearest first.
  func oldBefore(_ index: Int, _ count: Int) -> [Int] {
    oldRank[index].map { oldOrder[..<$0].suffix(count).reversed() } ?? []
  }

  /// So many articles before a new one, the nearest first.
  func newBefore(_ index: Int, _ count: Int) -> [Int] {
    newRank[index].map { newOrder[..<$0].suffix(count).reversed() } ?? []
  }

  /// The old and new provisions that are tied to an old one by splits and merges.
  func group(ofOld start: Int) -> (old: [Int], new: [Int]) {
    var old: Set<Int> = [start]
    var new: Set<Int> = []
    var open = [start]
    while let next = open.popLast() {
      for partner in newPartners(of: next) where new.insert(partner).inserted {
        for other in oldPartners(of: partner) where old.insert(other).inserted {
          open.append(other)
        }
      }
    }
    return (old.sorted(), new.sorted())
  }
}
