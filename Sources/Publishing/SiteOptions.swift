public import Library

/// What a site says of itself, and what it publishes.
public struct SiteOptions: Hashable, Sendable {
  /// What the site is called.
  public var title = "法规汇编"
  /// Who publishes it, or `nil`.
  public var organisation: String?
  /// A line at the end of every page, or `nil`.
  public var footer: String?
  /// Whom to ask, or `nil`.
  public var contact: String?
  /// IDs, or parts of titles, paths or departments, of which one must fit; empty for all.
  public var only: [String] = []
  /// The same of what is left out.
  public var except: [String] = []
  /// The states that a regulation may be in; empty for all.
  public var statuses: Set<RevisionStatus> = []
  /// Whether the files that were ingested stand beside the pages.
  public var holdsOriginals = false

  /// Options with their defaults.
  public init() {}
}
