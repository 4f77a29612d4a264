/// What a text says that it repeals: a title, and mostly a document number.
struct RepealedTitle {
  let title: String
  /// The number, where it stands behind the title, as in X办法（云岭〔2019〕3号）.
  let number: DocumentNumber?

  init(_ text: String) {
    title = Self.parts(of: text)?.title ?? text
    number = Self.parts(of: text)?.number
  }

  private static func parts(of text: String) -> (title: String, number: DocumentNumber)? {
    guard text.hasSuffix("）"), let open = text.lastIndex(of: "（"), open > text.startIndex,
      let number = DocumentNumber(String(text[text.index(after: open)...].dropLast())),
      number.code != nil
    else { return nil }
    return (String(text[..<open]), number)
  }
}
