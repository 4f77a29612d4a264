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
    edits(from: old, to: new, replacing: .none)
  }

  /// The edits that lead from one text to another, in which some terms stand side by
  /// side where one gave way to the other.
  static func edits(
    from old: String, to new: String, replacing terms: ReplacedTerms
  ) -> [Edit] {
    let oldScalars = old.unicodeScalars.map(\.value)
    let newScalars = new.unicodeScalars.map(\.value)
    if oldScalars == newScalars { return old.isEmpty ? [] : [Edit(.kept, old)] }
    var names = AtomNames()
    let oldText = AtomizedText(oldScalars, names: &names, terms: terms)
    let newText = AtomizedText(newScalars, names: &names, terms: terms)
    let corridor = Corridor(old: oldText.keys, new: newText.keys)
    let passages = PassageMending(old: oldText, new: newText)
      .mended(CheapestPath(old: oldText, new: newText, corridor: corridor).passages())
    var writer = EditWriter(old: old, new: new)
    for passage in passages {
      guard passage.isKept else {
        writer.change(oldText.scalarCount(of: passage.old), newText.scalarCount(of: passage.new))
        continue
      }
      write(passage, oldText, newText, terms, to: &writer)
    }
    return writer.edits
  }

  /// Writes a kept passage with the terms in it that gave way to others.
  private static func write(
    _ passage: Passage, _ old: AtomizedText, _ new: AtomizedText, _ terms: ReplacedTerms,
    to writer: inout EditWriter
  ) {
    var start = passage.old.lowerBound
    let shift = passage.new.lowerBound - start
    for atom in old.terms.isEmpty ? 0..<0 : passage.old {
      guard let pair = old.terms[atom] else { continue }
      let (left, right) = (old.text(of: atom), new.text(of: atom + shift))
      guard left != right else { continue }
      writer.keep(old.scalarCount(of: start..<atom))
      for edit in terms.edits(ofPair: pair, from: left, to: right) {
        let count = edit.text.unicodeScalars.count
        switch edit.kind {
        case .kept: writer.keep(count)
        case .deleted: writer.change(count, 0)
        case .inserted: writer.change(0, count)
        }
      }
      start = atom + 1
    }
    writer.keep(old.scalarCount(of: start..<passage.old.upperBound))
  }
}
