/// A sign between cells, lines or the parts of a list, over which no reader sees
/// one change.
enum TextBorder {
  /// A tab, or the end of a line that ends a sentence or a row of a table.
  case cell
  /// The sign that ends a part of a sentence or of a list: ； or 、.
  case part

  /// The border at a place of a text, or `nil` if there is none.
  init?(at place: Int, in scalars: [UInt32]) {
    switch scalars[place] {
    case 0x09: self = .cell
    case 0x0A where Self.endsLine(before: place, in: scalars): self = .cell
    case 0xFF1B, 0x3B, 0x3001: self = .part
    default: return nil
    }
  }

  /// What it costs to delete or to insert it.
  var price: Int32 {
    switch self {
    case .cell: EditPrices.cellBorder
    case .part: EditPrices.partBorder
    }
  }

  /// Whether the end of a line is meant, and not only where a line was full.
  private static func endsLine(before place: Int, in scalars: [UInt32]) -> Bool {
    guard place > 0 else { return false }
    switch WordSide(scalars[place - 1]) {
    case .sentenceEnd, .comma: return true
    default: break
    }
    // A row of a table has a tab.
    let row = scalars[..<place].reversed().prefix(longestRow).prefix { $0 != 0x0A }
    return row.contains(0x09)
  }

  private static let longestRow = 80
}
