import Comparison
import Regulations

/// Writes the own texts of provisions, with links to what they cite and to what their
/// terms mean.
struct LinkedText {
  /// What leads from a range of a text elsewhere.
  struct Mark {
    /// Where it stands, in UTF-8.
    var range: Range<Int>
    var address: String
    /// What is found there.
    var words: String
    var isTerm = false
  }

  /// The marks of each provision, ascending and disjoint.
  private var marks: [Int: [Mark]] = [:]

  /// The marks of a text.
  ///
  /// - Parameters:
  ///   - links: Marks of its citations by provisions.
  ///   - terms: The terms that the text defines.
  ///   - address: The address of a provision.
  init(
    _ revision: Revision, links: [Int: [Mark]], terms: DefinedTerms?,
    address: (ProvisionID) -> String
  ) {
    marks = links
    guard let terms, !terms.terms.isEmpty else { return }
    let places = TermPlaces(revision, terms)
    for (index, uses) in places.uses {
      for (range, term) in uses
      where !(marks[index] ?? []).contains(where: { $0.range.overlaps(range) }) {
        let definition = terms.terms[term]
        marks[index, default: []].append(
          Mark(
            range: range, address: address(revision.provisions[definition.provision].id),
            words: definition.definition, isTerm: true))
      }
      marks[index]?.sort { $0.range.lowerBound < $1.range.lowerBound }
    }
  }

  /// The lines of a text, as ranges in UTF-8.
  static func lines(of text: String) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    var index = 0
    for byte in text.utf8 {
      if byte == 0x0A {
        lines.append(start..<index)
        start = index + 1
      }
      index += 1
    }
    lines.append(start..<index)
    return lines
  }

  /// Writes a range of the text of a provision.
  func write(_ range: Range<Int>, of text: String, at provision: Int, to html: inout HTMLWriter) {
    guard let marks = marks[provision] else {
      html.text(range.count == text.utf8.count ? text : text[utf8: range])
      return
    }
    var place = range.lowerBound
    for mark in marks
    where mark.range.lowerBound >= place && mark.range.upperBound <= range.upperBound {
      html.text(text[utf8: place..<mark.range.lowerBound])
      html.element(
        "a",
        [
          "class": mark.isTerm ? "term" : "ref", "href": mark.address,
          "title": mark.words.isEmpty ? nil : mark.words,
        ], text: text[utf8: mark.range])
      place = mark.range.upperBound
    }
    html.text(text[utf8: place..<range.upperBound])
  }
}

extension String {
  /// The text of a range of UTF-8 on borders of scalars.
  subscript(utf8 range: Range<Int>) -> String {
    let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    return String(self[start..<utf8.index(start, offsetBy: range.count)])
  }
}
