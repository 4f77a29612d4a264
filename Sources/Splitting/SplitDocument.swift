public import ChineseText
public import Regulations

/// What the splitter made of a document: regulations, and what it rejected.
public struct SplitDocument: Hashable, Sendable {
  /// The regulations in reading order.
  public var regulations: [Revision]
  /// What belongs to no regulation, in reading order.
  public var rejected: [RejectedText]
  /// What is noteworthy, in reading order.
  public var diagnostics: [Diagnostic]
  /// Where every character went.
  public var ledger: Ledger

  /// A result of the given parts.
  public init(
    regulations: [Revision], rejected: [RejectedText], diagnostics: [Diagnostic], ledger: Ledger
  ) {
    self.regulations = regulations
    self.rejected = rejected
    self.diagnostics = diagnostics
    self.ledger = ledger
  }
}

/// Text that belongs to no regulation.
public struct RejectedText: Hashable, Sendable {
  /// Why a text was rejected.
  ///
  /// The raw value is the reason in JSON output.
  public enum Reason: String, CaseIterable, Hashable, Sendable {
    /// Page numbers, running titles, buttons and links of a page.
    case pageFurniture = "page-furniture"
    /// Menus and breadcrumbs.
    case navigation
    /// Side bars and lists of related pages.
    case sidebar
    /// Copyright and contact lines.
    case footer
    /// Form controls and text for browsers without scripts.
    case interface
    /// A comment in the source.
    case comment
    /// Metadata at the start of a Markdown text.
    case frontMatter = "front-matter"
    /// A contents list (目录).
    case contents
    /// Text that repeats itself to be found by search engines.
    case spam
    /// What a template leaves to be filled in (添加标题).
    case placeholder
    /// What an editor took out with a sidecar.
    case discarded
  }

  /// What of the source it is; adjacent pieces of one reason stand together.
  public var spans: [TextRange]
  /// Why it was rejected.
  public var reason: Reason

  /// Rejected text of the given parts.
  public init(spans: [TextRange], reason: Reason) {
    self.spans = spans
    self.reason = reason
  }
}

/// Where every character of a text went, in Unicode scalars.
///
/// Blanks are what Unicode calls white space, U+200B, U+FEFF and U+3164; all
/// other characters are in exactly one of the four others.
public struct Ledger: Hashable, Sendable {
  /// Characters of labels, headings, separators and texts of provisions.
  public var provisions = 0
  /// Characters of titles.
  public var titles = 0
  /// Characters of metadata lines that belong to no provision.
  public var metadata = 0
  /// Characters of rejected text.
  public var rejected = 0
  /// Blanks.
  public var blanks = 0
  /// All characters.
  public var total = 0

  /// An empty ledger.
  public init() {}
}
