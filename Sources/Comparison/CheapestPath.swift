/// The way through a corridor that makes the cheapest edits of two texts.
///
/// A place (i, j) stands before atom i of the old text and atom j of the new one.
/// A way comes there in one of three states: within a kept passage, within a
/// change, or within a change of blanks alone. A step in a kept passage goes over
/// an atom that both texts have, and is free; a step in a change goes over an atom
/// of one text and pays for it. To open a change has a price, and so have its two
/// edges in either text; a change of blanks pays a smaller one, and none for edges.
struct CheapestPath {
  private let old: AtomizedText
  private let new: AtomizedText
  private let corridor: Corridor

  private enum State: UInt8 {
    case kept, change, blanks
  }

  /// How a way in a change came to a place.
  private enum Origin {
    static let deletion: UInt8 = 0
    static let insertion: UInt8 = 1
    static let opening: UInt8 = 2
  }

  // The byte for a place: bits 0 and 1, the state before the atom that was kept;
  // bits 2 and 3, the origin of the change; bits 4 and 5, that of the blanks.
  private static let changeShift: UInt8 = 2
  private static let blanksShift: UInt8 = 4

  /// The prices of the cheapest ways to a place.
  private struct Prices {
    /// Dearer than any way, and far from overflow.
    static let never: Int32 = 1 << 29

    var kept = never
    var change = never
    var blanks = never
  }

  /// A search for the way through a corridor.
  init(old: AtomizedText, new: AtomizedText, corridor: Corridor) {
    self.old = old
    self.new = new
    self.corridor = corridor
  }

  /// The passages of the cheapest way, in order.
  func passages() -> [Passage] {
    var steps = [UInt8](repeating: 0, count: corridor.placeCount)
    let last = fill(&steps)
    let cheapest = min(last.kept, last.change, last.blanks)
    return walk(
      steps, from: cheapest == last.kept ? .kept : cheapest == last.change ? .change : .blanks)
  }

  /// Finds the steps to all places; returns the prices of the ways to the end.
  private func fill(_ steps: inout [UInt8]) -> Prices {
    let width = new.keys.count + 1
    var prices = [Prices](repeating: Prices(), count: width)
    var row = prices.mutableSpan
    var step = steps.mutableSpan
    row[0] = Prices(kept: 0, change: EditPrices.change, blanks: EditPrices.blankChange)
    step[0] = Origin.opening << Self.changeShift | Origin.opening << Self.blanksShift
    for j in 1..<corridor.upper[0] + 1 {
      step[j] = insert(to: j, from: row[j - 1], &row[j])
    }
    for i in 1..<old.keys.count + 1 { advance(to: i, &row, &step) }
    return row[width - 1]
  }

  /// Goes over the atom of the old text that stands before place `i`.
  private func advance(
    to i: Int, _ row: inout MutableSpan<Prices>, _ steps: inout MutableSpan<UInt8>
  ) {
    let key = old.keys[i - 1]
    let deletion = old.prices[i - 1]
    let isBlank = old.isBlank[i - 1]
    let (closing, opening) = (old.edges[i - 1], old.edges[i] + EditPrices.change)
    let (lower, upper) = (corridor.lower[i], corridor.upper[i])
    let offset = corridor.offsets[i] - lower
    let (keys, edges) = (new.keys.span, new.edges.span)
    var diagonal = lower > corridor.lower[i - 1] ? row[lower - 1] : Prices()
    var left = Prices()
    for j in lower...upper {
      let above = row[j]
      var here = Prices(kept: Prices.never, change: above.change + deletion)
      if isBlank { here.blanks = above.blanks + deletion }
      var step: UInt8 = 0
      if j > 0 {
        step = insert(to: j, from: left, &here)
        if keys[j - 1] == key {
          step |= keep(from: diagonal, closing: closing + edges[j - 1], &here)
          step = open(opening: opening + edges[j], &here, step)
        }
      }
      diagonal = above
      row[j] = here
      left = here
      steps[offset + j] = step
    }
  }

  /// Comes to place `j` over the atom of the new text before it.
  @inline(__always)
  private func insert(to j: Int, from left: Prices, _ here: inout Prices) -> UInt8 {
    var step: UInt8 = 0
    let price = new.prices[j - 1]
    if left.change + price < here.change {
      here.change = left.change + price
      step = Origin.insertion << Self.changeShift
    }
    if new.isBlank[j - 1], left.blanks + price < here.blanks {
      here.blanks = left.blanks + price
      step |= Origin.insertion << Self.blanksShift
    }
    return step
  }

  /// Comes to a place over an atom that both texts have.
  ///
  /// Of two ways that cost the same, the one wins whose change comes later: 机构
  /// and then 、审核机构 reads better than 机构、审核 and then 机构.
  @inline(__always)
  private func keep(from diagonal: Prices, closing: Int32, _ here: inout Prices) -> UInt8 {
    here.kept = diagonal.kept
    var state = State.kept
    if diagonal.change + closing <= here.kept {
      here.kept = diagonal.change + closing
      state = .change
    }
    if diagonal.blanks < here.kept {
      here.kept = diagonal.blanks
      state = .blanks
    }
    return state.rawValue
  }

  /// Opens a change at a place, where that is cheapest.
  @inline(__always)
  private func open(opening: Int32, _ here: inout Prices, _ step: UInt8) -> UInt8 {
    var step = step
    if here.kept + opening < here.change {
      here.change = here.kept + opening
      step = step & ~(3 << Self.changeShift) | Origin.opening << Self.changeShift
    }
    if here.kept + EditPrices.blankChange < here.blanks {
      here.blanks = here.kept + EditPrices.blankChange
      step = step & ~(3 << Self.blanksShift) | Origin.opening << Self.blanksShift
    }
    return step
  }

  /// Goes back from the end, step by step.
  private func walk(_ steps: [UInt8], from last: State) -> [Passage] {
    var passages: [Passage] = []
    var (i, j, state) = (old.keys.count, new.keys.count, last)
    while i > 0 || j > 0 {
      let step = steps[corridor.offsets[i] + j - corridor.lower[i]]
      guard state != .kept else {
        passages.addBefore(Passage(isKept: true, old: i - 1..<i, new: j - 1..<j))
        (i, j, state) = (i - 1, j - 1, State(rawValue: step & 3) ?? .kept)
        continue
      }
      switch step >> (state == .change ? Self.changeShift : Self.blanksShift) & 3 {
      case Origin.opening: state = .kept
      case Origin.insertion:
        passages.addBefore(Passage(isKept: false, old: i..<i, new: j - 1..<j))
        j -= 1
      default:
        passages.addBefore(Passage(isKept: false, old: i - 1..<i, new: j..<j))
        i -= 1
      }
    }
    return passages.reversed()
  }
}

extension [Passage] {
  /// Puts a passage before the last one of a list that is read backwards, joined
  /// with it if they are of a kind.
  fileprivate mutating func addBefore(_ passage: Passage) {
    guard let last = indices.last, self[last].isKept == passage.isKept else {
      append(passage)
      return
    }
    self[last].old = passage.old.lowerBound..<self[last].old.upperBound
    self[last].new = passage.new.lowerBound..<self[last].new.upperBound
  }
}
