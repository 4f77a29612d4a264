internal import ChineseText
internal import Regulations

// With `SearchOptions.foldsVariants`, what stands in the library in other
// characters than the query takes its place beside it.

extension Searcher {
  /// A query whose terms hold in each of their spellings that stands somewhere.
  func spelled(_ query: Query) -> Query {
    VariantSpellings(library).spelling(query) { term in
      let found = found(exactly: .term(term), limit: 1)
      return found.total > 0 || !found.regulations.isEmpty
    }
  }

  /// A citation as it is written, and with its title in other spellings.
  func spellings(of citation: Citation) -> [Citation] {
    guard options.foldsVariants, let title = citation.title else { return [citation] }
    let titles = VariantSpellings(library).spellings(of: FoldedText(title).units)
    return [citation]
      + titles.map { units in
        var other = citation
        other.title = String(decoding: units, as: UTF16.self)
        return other
      }
  }
}
