/// A reference with the place where it stands and the words around it.
struct PlacedReference {
  var target: TextReference.Target
  /// The part in which it stands.
  var place: ArticlePart.Place
  /// Some signs before it.
  var before: [UInt16]
  /// Some signs after it.
  var after: [UInt16]

  private static let context = 4

  /// The references of some parts to the regulation itself, in reading order.
  static func all(in parts: [ArticlePart], _ reading: ReferenceReading) -> [PlacedReference] {
    parts.flatMap { part in
      ReferenceScan.references(in: part.units, reading).compactMap { reference in
        if case .foreign = reference.target { return nil }
        let range = reference.range
        return PlacedReference(
          target: reference.target, place: part.place,
          before: Array(part.units[..<range.lowerBound].suffix(context)),
          after: Array(part.units[range.upperBound...].prefix(context)))
      }
    }
  }
}

/// Which references of an old text stand in a new one, as they were or adapted.
enum ReferencePairs {
  /// Of each new reference the place of the old one among the old ones, or `nil`.
  ///
  /// - Parameters:
  ///   - old: The references of the old text.
  ///   - new: The references of the new text.
  ///   - isSame: Whether an old target became a new one.
  static func found(
    _ old: [PlacedReference], _ new: [PlacedReference],
    isSame: (TextReference.Target, TextReference.Target) -> Bool
  ) -> [Int?] {
    guard !old.isEmpty else { return new.map { _ in nil } }
    let scores = old.map { old in new.map { score(old, $0, isSame) } }
    var partners = [Int?](repeating: nil, count: new.count)
    for (row, column) in OrderedPairs.best(scores) { partners[column] = row }
    return partners
  }

  private static func score(
    _ old: PlacedReference, _ new: PlacedReference,
    _ isSame: (TextReference.Target, TextReference.Target) -> Bool
  ) -> Float {
    let worth: Float = (old.target == new.target ? 2 : 0) + (isSame(old.target, new.target) ? 3 : 0)
    guard worth > 0 else { return 0 }
    return worth + (old.before == new.before ? 1 : 0) + (old.after == new.after ? 1 : 0)
  }
}
