/// The pairs of two lists that keep their order and are worth the most together.
///
/// Source: Needleman and Wunsch (1970), with gaps that cost nothing.
enum OrderedPairs {
  /// The places of the pairs, given what each is worth; 0 is no pair.
  static func best(_ scores: [[Float]]) -> [(Int, Int)] {
    let rows = scores.count
    guard let columns = scores.first?.count, columns > 0 else { return [] }
    // The best of the first rows and columns.
    var sums = [Float](repeating: 0, count: (rows + 1) * (columns + 1))
    let width = columns + 1
    for row in 0..<rows {
      let above = row * width
      let here = above + width
      for column in 0..<columns {
        var best = max(sums[above + column + 1], sums[here + column])
        let score = scores[row][column]
        if score > 0 { best = max(best, sums[above + column] + score) }
        sums[here + column + 1] = best
      }
    }
    var pairs: [(Int, Int)] = []
    var (row, column) = (rows, columns)
    while row > 0, column > 0 {
      let sum = sums[row * width + column]
      if sum == sums[(row - 1) * width + column] {
        row -= 1
      } else if sum == sums[row * width + column - 1] {
        column -= 1
      } else {
        row -= 1
        column -= 1
        pairs.append((row, column))
      }
    }
    return pairs.reversed()
  }
}

/// The longest run of ascending numbers in a list.
///
/// Source: Schensted (1961), by patience sorting.
enum LongestIncreasingRun {
  /// The places of the numbers in the list.
  static func of(_ numbers: [Int]) -> [Int] {
    var tops: [Int] = []
    var before = [Int?](repeating: nil, count: numbers.count)
    for (index, number) in numbers.enumerated() {
      var low = 0
      var high = tops.count
      while low < high {
        let middle = (low + high) / 2
        if numbers[tops[middle]] < number { low = middle + 1 } else { high = middle }
      }
      before[index] = low > 0 ? tops[low - 1] : nil
      if low == tops.count { tops.append(index) } else { tops[low] = index }
    }
    var run: [Int] = []
    var next = tops.last
    while let index = next {
      run.append(index)
      next = before[index]
    }
    return run.reversed()
  }
}
