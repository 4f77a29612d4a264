/// Cuts two texts into edits, piece by piece.
struct EditWriter {
  /// Something that is kept, or that took the place of something else.
  private struct Piece {
    var isKept: Bool
    var old: Int
    var new: Int
  }

  private let old: String
  private let new: String
  private var pieces: [Piece] = []

  /// A writer at the beginning of two texts.
  init(old: String, new: String) {
    self.old = old
    self.new = new
  }

  /// Keeps the next `count` scalars of both texts.
  mutating func keep(_ count: Int) {
    if count > 0 { add(Piece(isKept: true, old: count, new: count)) }
  }

  /// Deletes and inserts the next scalars.
  mutating func change(_ deleted: Int, _ inserted: Int) {
    if deleted + inserted > 0 { add(Piece(isKept: false, old: deleted, new: inserted)) }
  }

  /// Puts a piece at the end, joined with the last one if they are of a kind; a
  /// single scalar that was kept between two changes goes with them.
  private mutating func add(_ piece: Piece) {
    var piece = piece
    if !piece.isKept, pieces.count > 1, let last = pieces.last, last.isKept, last.old < 2 {
      pieces.removeLast()
      piece.old += last.old
      piece.new += last.new
    }
    guard let last = pieces.indices.last, pieces[last].isKept == piece.isKept else {
      pieces.append(piece)
      return
    }
    pieces[last].old += piece.old
    pieces[last].new += piece.new
  }

  /// The edits of all that was written.
  var edits: [Edit] {
    var oldRest = TextCutter(old)
    var newRest = TextCutter(new)
    var edits: [Edit] = []
    for piece in pieces {
      let deleted = oldRest.cut(piece.old)
      let inserted = newRest.cut(piece.new)
      if piece.isKept {
        edits.append(Edit(.kept, deleted))
        continue
      }
      if !deleted.isEmpty { edits.append(Edit(.deleted, deleted)) }
      if !inserted.isEmpty { edits.append(Edit(.inserted, inserted)) }
    }
    return edits
  }
}

/// Cuts a text from its beginning, piece by piece.
private struct TextCutter {
  private var rest: Substring.UnicodeScalarView

  init(_ text: String) {
    rest = text[...].unicodeScalars
  }

  /// The next `count` scalars.
  mutating func cut(_ count: Int) -> String {
    let end = rest.index(rest.startIndex, offsetBy: count)
    defer { rest = rest[end...] }
    return String(rest[..<end])
  }
}
