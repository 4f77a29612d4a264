import Search

/// `--cite` and `--plain`: forms of hits that leave out everything else.
enum SearchForm {
  /// Each hit as a citation on a line.
  case cite
  /// Each hit on a line: citation, revision and text, parted by tabs.
  case plain

  /// The hits of a result.
  func lines(of result: SearchResult) -> String {
    result.hits.map { hit in
      let fields = self == .cite ? [hit.citation] : [hit.citation, hit.revision, hit.text]
      return fields.map(\.shown).joined(separator: "\t") + "\n"
    }.joined()
  }
}
