import Regulations

/// What is told in one piece: a change, or all changes of a split or a merger.
public struct ChangeGroup: Hashable, Sendable {
  /// The changes, in the order of the new revision; never empty.
  public let changes: [ProvisionChange]
  /// The provisions as they were, each once.
  public let olds: [ProvisionChange.Side]
  /// The provisions as they are, each once.
  public let news: [ProvisionChange.Side]
  /// The edits from the old texts to the new ones, texts of several provisions joined
  /// with line feeds; empty unless both differ.
  public let edits: [Edit]
  /// What was seen between the old texts and the new ones.
  public let classes: [ProvisionChange.Class]

  /// One change that is told alone.
  public init(_ change: ProvisionChange) {
    changes = [change]
    olds = change.old.map { [$0] } ?? []
    news = change.new.map { [$0] } ?? []
    edits = change.edits
    classes = change.classes
  }

  /// The changes of a split or a merger.
  init(
    _ changes: [ProvisionChange], _ olds: [ProvisionChange.Side], _ news: [ProvisionChange.Side],
    _ edits: [Edit], _ classes: [ProvisionChange.Class]
  ) {
    self.changes = changes
    self.olds = olds
    self.news = news
    self.edits = edits
    self.classes = classes
  }

  /// What the provisions are.
  public var provision: ProvisionKind { changes[0].provision }

  /// What became of them as a whole.
  public var kind: ProvisionChange.Kind {
    guard changes.count > 1 else { return changes[0].kind }
    return classes.contains { $0 == .wording || $0 == .substitution } ? .modified : .unchanged
  }

  /// The duties, periods and amounts that are not as they were.
  public var keyChanges: [KeyChange] { KeyChange.all(in: edits) }

  /// Whether some of its changes have a relation.
  public func has(_ relation: ProvisionChange.Relation) -> Bool {
    changes.contains { $0.relation == relation }
  }

  // MARK: Headings

  /// Whether headings are not as they were, or stand only on one side.
  public var isRetitled: Bool {
    !olds.isEmpty && !news.isEmpty
      && Set(olds.map { $0.heading ?? "" }) != Set(news.map { $0.heading ?? "" })
  }

  /// The kept and deleted pieces of each old heading.
  public var oldHeadings: [[Edit]] { headings(of: olds, beside: news, .deleted) }

  /// The kept and inserted pieces of each new heading.
  public var newHeadings: [[Edit]] { headings(of: news, beside: olds, .inserted) }

  /// The edits of the headings that are not as they were.
  public var headingEdits: [Edit] {
    guard isRetitled else { return [] }
    if olds.count == 1, news.count == 1 {
      return Wording.edits(from: olds[0].heading ?? "", to: news[0].heading ?? "")
    }
    return (oldHeadings + newHeadings).flatMap { $0 }.filter { $0.kind != .kept }
  }

  private func headings(
    of sides: [ProvisionChange.Side], beside others: [ProvisionChange.Side], _ kind: Edit.Kind
  ) -> [[Edit]] {
    if isRetitled, olds.count == 1, news.count == 1 {
      return [headingEdits.filter { $0.kind == .kept || $0.kind == kind }]
    }
    return sides.map { side in
      guard let heading = side.heading, !heading.isEmpty else { return [] }
      let isKept = others.contains { $0.heading == heading }
      return [Edit(isKept ? .kept : kind, heading)]
    }
  }

  // MARK: Texts

  /// The kept and deleted pieces of each old text.
  public var oldPieces: [[Edit]] { Self.pieces(of: marked, without: .inserted, in: olds) }

  /// The kept and inserted pieces of each new text.
  public var newPieces: [[Edit]] { Self.pieces(of: marked, without: .deleted, in: news) }

  /// The edits, also where there are none: all is kept, new or gone.
  public var marked: [Edit] {
    if !edits.isEmpty { return edits }
    let kind: Edit.Kind = olds.isEmpty ? .inserted : news.isEmpty ? .deleted : .kept
    let text = Self.joined(news.isEmpty ? olds : news)
    return text.isEmpty ? [] : [Edit(kind, text)]
  }

  /// Texts in one, a line feed between them.
  static func joined(_ sides: [ProvisionChange.Side]) -> String {
    sides.map(\.text).joined(separator: "\n")
  }

  /// The edits of one side, cut where its texts end.
  private static func pieces(
    of edits: [Edit], without kind: Edit.Kind, in sides: [ProvisionChange.Side]
  ) -> [[Edit]] {
    var rest = EditRest(edits.filter { $0.kind != kind })
    return sides.map { side in
      defer { _ = rest.take(1) }
      return rest.take(side.text.unicodeScalars.count)
    }
  }
}

/// Edits of which the first scalars are taken bit by bit.
private struct EditRest {
  private var edits: ArraySlice<Edit>
  /// How many scalars of the first edit are taken.
  private var taken = 0

  init(_ edits: [Edit]) { self.edits = edits[...] }

  /// Takes the next scalars; fewer where there are no more.
  mutating func take(_ count: Int) -> [Edit] {
    var pieces: [Edit] = []
    var missing = count
    while missing > 0, let edit = edits.first {
      let scalars = edit.text.unicodeScalars.dropFirst(taken)
      let piece = scalars.prefix(missing)
      pieces.append(Edit(edit.kind, String(piece)))
      missing -= piece.count
      taken += piece.count
      if piece.endIndex == scalars.endIndex {
        edits.removeFirst()
        taken = 0
      }
    }
    return pieces
  }
}
