import Regulations

/// Where the pages of a site are, seen from one of them.
///
/// Links name the file: a browser shows the listing of a folder that it opens.
struct PageLayout: Sendable {
  /// How texts are laid out.
  enum Form: Sendable {
    /// A folder for each regulation, and this page in the one of `slug`; in none for `nil`.
    case site(slug: String?)
    /// One file, in which IDs begin with that of their regulation when it holds several.
    case file(holdsSeveral: Bool)
  }

  let form: Form

  /// From the page to the folder of the site.
  private var root: String {
    if case .site(slug: .some) = form { return "../" }
    return ""
  }

  /// The address of a file of the site itself.
  func file(_ path: String) -> String { root + path }

  /// The address of a place in the page of a regulation.
  func address(of id: String?, in slug: String) -> String {
    switch form {
    case .site(let own):
      let fragment = id.map { "#" + $0 } ?? ""
      return (own == slug ? "index.html" : "\(root)\(slug)/index.html") + fragment
    case .file: return "#" + self.id(id ?? "", in: slug)
    }
  }

  /// The ID of an element of a regulation's text; an empty one for its beginning.
  func id(_ id: String, in slug: String) -> String {
    guard case .file(let holdsSeveral) = form else { return id.isEmpty ? "top" : id }
    if !holdsSeveral { return id.isEmpty ? "top" : id }
    return id.isEmpty ? slug : "\(slug)/\(id)"
  }

  /// How much lower the headings of a text are than on a page of its own.
  var headingShift: Int {
    if case .file(holdsSeveral: true) = form { return 1 }
    return 0
  }

  /// Whether pages beside the regulation's own exist: its revisions, comparisons, and
  /// the search.
  var hasFurtherPages: Bool {
    if case .site = form { return true }
    return false
  }
}
