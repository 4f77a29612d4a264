/// The wording of a provision in two revisions: what a careful editor would
/// mark between the two texts.
public enum Wording {
  /// The edits that lead from one text to another.
  ///
  /// The kept and the deleted pieces, joined, are `old` scalar for scalar, the
  /// kept and the inserted ones `new`. No piece is empty, no two neighbours are
  /// of one kind, and within a change the deletion comes first. Two equal texts
  /// are one kept piece, two empty ones none.
  ///
  /// - An edit never parts a number, an amount or a date, a Latin word, or a mark
  ///   from the character it stands on.
  /// - Between two changes at least two scalars are kept, as a rule more: the edits
  ///   are those that cost least when every scalar, every change, and every edge in
  ///   the middle of a word has its price.
  /// - Where little is kept, it is replaced with what is around it.
  ///
  /// The method is our own: an alignment with affine gaps (Gotoh 1982), in which a
  /// gap also pays for the places where it begins and ends, found in a corridor
  /// around the passages that stand once in either text (the anchors of patience
  /// difference, Cohen 2003).
  ///
  /// - Complexity: O(*n*) in time and memory, where *n* is the size of both texts;
  ///   the factor is some fifty bytes where they are alike and bounded where not.
  public static func edits(from old: String, to new: String) -> [Edit] {
    let oldScalars = old.unicodeScalars.map(\.value)
    let newScalars = new.unicodeScalars.map(\.value)
    if oldScalars == newScalars { return old.isEmpty ? [] : [Edit(.kept, old)] }
    var names = AtomNames()
    let oldText = AtomizedText(oldScalars, names: &names)
    let newText = AtomizedText(newScalars, names: &names)
    let corridor = Corridor(old: oldText.keys, new: newText.keys)
    let passages = PassageMending(old: oldText, new: newText)
      .mended(CheapestPath(old: oldText, new: newText, corridor: corridor).passages())
    return edits(passages, old: (old, oldText), new: (new, newText))
  }

  private static func edits(
    _ passages: [Passage], old: (String, AtomizedText), new: (String, AtomizedText)
  ) -> [Edit] {
    var oldRest = TextCutter(old.0)
    var newRest = TextCutter(new.0)
    var edits: [Edit] = []
    for passage in passages {
      let deleted = oldRest.cut(old.1.scalarCount(of: passage.old))
      let inserted = newRest.cut(new.1.scalarCount(of: passage.new))
      if passage.isKept {
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
