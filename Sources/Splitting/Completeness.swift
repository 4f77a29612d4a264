import Regulations

/// Judges whether a text is all there.
enum Completeness {
  /// Whether a revision seems complete: `false` when it breaks off, `true` when
  /// it ends as regulations end, `nil` when nothing tells.
  static func isComplete(_ revision: Revision) -> Bool? {
    guard revision.kind == .regulation, let last = revision.provisions.last else { return nil }
    let provisions = revision.provisions
    if provisions.indices.contains(where: { isOutside(provisions[$0].kind) }) { return true }
    let end = last
    if end.kind.isDivision { return false }
    if end.text.isEmpty, end.heading != nil { return false }
    if let sign = end.text.unicodeScalars.last {
      let kind = sign.structure
      if kind == .comma || kind == .enumerationComma || kind == .colon || kind == .semicolon {
        return false
      }
      if kind == .ordinary, last.text.unicodeScalars.count > 30, endsSentences(provisions) {
        return false
      }
    }
    let tail = revision.provisions.suffix(4)
    let endings = ["施行", "负责解释", "实施", "生效", "执行", "废止"]
    if tail.contains(where: { provision in endings.contains { provision.text.holds($0) } }) {
      return true
    }
    return nil
  }

  private static func isOutside(_ kind: ProvisionKind) -> Bool {
    kind == .closing || kind == .annex
  }

  /// Whether most provisions end with a sentence sign, so that one without is
  /// cut off.
  private static func endsSentences(_ provisions: [Provision]) -> Bool {
    let texts = provisions.lazy.filter { !$0.text.isEmpty }
    let closed = texts.filter { $0.text.unicodeScalars.last?.structure.endsStatement ?? false }
      .count
    return closed * 10 >= texts.count * 8
  }
}

/// Recognises texts about regulations.
enum CommentaryWords {
  /// Whether a revision is an essay about regulations rather than one.
  static func isCommentary(_ revision: Revision) -> Bool {
    guard revision.kind == .regulation,
      !revision.provisions.contains(where: { $0.kind == .article })
    else { return false }
    let opening = revision.provisions.prefix(2).map(\.text)
    let words = ["本文将", "本文从", "进行探讨", "本文主要", "笔者", "本文围绕", "本文介绍", "本文重点"]
    return opening.contains { text in words.contains { text.holds($0) } }
  }
}
