import ChineseText
import Library
import Search
import Splitting

/// What `search` says beside its hits: why a query was read otherwise, and why
/// nothing was found and what to try, each with the command that shows it.
struct SearchMessages {
  private static let mostSources = 3
  /// The query as it was given.
  let query: String
  /// The options of the command line that proposed commands keep.
  let options: [String]
  private let sentences = Sentences.current

  /// Says why a query was read otherwise, with the place.
  func tell(_ hint: SearchHint) {
    let caret = hint.offset.map { QueryCaret(query, at: $0).lines } ?? ""
    StandardError.tell("search", hint.words.shown + caret)
  }

  /// Says what the end of a page says, where only hits go to standard output.
  func tellCount(of result: SearchResult, isClosestAskedFor: Bool) {
    if result.mode == .closest, !isClosestAskedFor {
      StandardError.tell("search", sentences.text(.closestPage))
    } else if result.total > result.hits.count {
      StandardError.tell("search", sentences.text(.moreHits, result.total, result.hits.count))
    } else if result.hits.isEmpty, !result.regulations.isEmpty {
      let titles = sentences.list(result.regulations.map { $0.regulation.asTitle })
      StandardError.tell("search", sentences.text(.onlyTitles, titles))
    }
  }

  /// Says why nothing holds the query, and what to try.
  func tell(_ absence: Absence, of result: SearchResult, isEmptyLibrary: Bool) {
    let lines = lines(of: absence)
    guard result.isEmpty || !lines.isEmpty else { return }
    let first: Sentence =
      isEmptyLibrary ? .emptyLibrary : result.isEmpty ? .nothingFound : .nothingHoldsAll
    StandardError.tell("search", ([sentences.text(first)] + lines).joined(separator: "\n  "))
  }

  /// What there is to know of an absence, a line each.
  private func lines(of absence: Absence) -> [String] {
    var lines: [String] = []
    if !absence.terms.isEmpty {
      lines.append(sentences.text(.termCounts, sentences.list(absence.terms.map(words))))
    }
    for near in absence.near {
      let command = self.command([], query.replacing(near.term, with: near.near))
      lines.append(
        sentences.text(.nearTerm, near.term.shown, near.near.shown, near.total, command))
    }
    for place in absence.rejected.prefix(Self.mostSources) {
      let reason = RejectedText.Reason(rawValue: place.reason)?.words ?? place.reason
      lines.append(
        sentences.text(.inRejectedText, place.path.shown, reason, place.path.quotedForShell))
    }
    if absence.notInForce > 0 {
      let command = self.command(["--all-revisions"], query)
      lines.append(sentences.text(.foundInOthers, absence.notInForce, command))
    }
    return lines
  }

  private func words(_ count: Absence.TermCount) -> String {
    let total = count.isInTitlesOnly ? sentences.text(.inTitlesOnly) : "\(count.total)"
    return "\(count.term.shown) \(total)"
  }

  private func command(_ more: [String], _ query: String) -> String {
    (["tiaowen search"] + options + more + [query.quotedForShell]).joined(separator: " ")
  }
}

extension String {
  /// The text with another in the place of the first occurrence of `old`, or that
  /// other alone where `old` does not stand in it.
  fileprivate func replacing(_ old: String, with new: String) -> String {
    let (text, old) = (Array(utf8), Array(old.utf8))
    let start = text.indices.first { text[$0...].starts(with: old) }
    guard let start, !old.isEmpty else { return new }
    return String(decoding: text[..<start], as: UTF8.self) + new
      + String(decoding: text[(start + old.count)...], as: UTF8.self)
  }
}
