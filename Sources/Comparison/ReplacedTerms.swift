/// Terms of two texts that gave way to each other, which edits find side by side.
///
/// Where one stands in either text it is one atom, of either spelling: a reader
/// sees each place as the same change, whatever is around it.
struct ReplacedTerms {
  /// A term in one spelling.
  private struct Spelling {
    var scalars: [UInt32]
    /// The place of its pair among the substitutions.
    var pair: Int
  }

  /// No terms.
  static let none = ReplacedTerms([])

  private let replacements: [(old: String, edits: [Edit])]
  /// The spellings by their first scalar, the longest first.
  private var spellings: [UInt32: [Spelling]] = [:]

  /// The terms of some substitutions.
  init(_ substitutions: [Substitution]) {
    replacements = substitutions.map { ($0.old, Self.change(from: $0.old, to: $0.new)) }
    for (pair, substitution) in substitutions.enumerated() {
      for text in [substitution.old, substitution.new] {
        let scalars = text.unicodeScalars.map(\.value)
        guard let first = scalars.first else { continue }
        spellings[first, default: []].append(Spelling(scalars: scalars, pair: pair))
      }
    }
    for first in spellings.keys {
      spellings[first]?.sort { ($1.scalars.count, $0.pair) < ($0.scalars.count, $1.pair) }
    }
  }

  /// The longest term at a place of a text: its pair, and where it ends.
  func term(at place: Int, in scalars: [UInt32]) -> (pair: Int, end: Int)? {
    guard let candidates = spellings[scalars[place]] else { return nil }
    for candidate in candidates where scalars[place...].starts(with: candidate.scalars) {
      return (candidate.pair, place + candidate.scalars.count)
    }
    return nil
  }

  /// Whether any of the old terms stands in a text.
  func stand(in text: String) -> Bool {
    replacements.contains { text.places(of: $0.old) > 0 }
  }

  /// What became of a term, from its old spelling to the new one.
  func edits(ofPair pair: Int, from old: String, to new: String) -> [Edit] {
    let known = replacements[pair]
    if old == known.old, old != new { return known.edits }
    return Self.change(from: old, to: new)
  }

  /// The edits between two spellings, as one change: a term is read at once.
  private static func change(from old: String, to new: String) -> [Edit] {
    let edits = Wording.edits(from: old, to: new)
    let isKept = { (edit: Edit) in edit.kind == .kept }
    let (head, tail) = (edits.prefix(while: isKept), edits.reversed().prefix(while: isKept))
    let middle = edits.dropFirst(head.count).dropLast(tail.count)
    let join = { (kind: Edit.Kind) in
      Edit(kind, middle.filter { $0.kind == .kept || $0.kind == kind }.map(\.text).joined())
    }
    let changes = [join(.deleted), join(.inserted)].filter { !$0.text.isEmpty }
    return Array(head) + changes + Array(tail)
  }

  /// The text with the new spelling of each term, the longest ones first.
  func applied(to text: String) -> String {
    guard !spellings.isEmpty else { return text }
    let scalars = text.unicodeScalars.map(\.value)
    var applied = String.UnicodeScalarView()
    var place = 0
    while place < scalars.count {
      if let term = term(at: place, in: scalars) {
        for edit in replacements[term.pair].edits where edit.kind != .deleted {
          applied.append(contentsOf: edit.text.unicodeScalars)
        }
        place = term.end
        continue
      }
      if let scalar = Unicode.Scalar(scalars[place]) { applied.append(scalar) }
      place += 1
    }
    return String(applied)
  }
}
