public import ChineseText

/// A document as a reader gives it: its whole text, cut into blocks.
///
/// Readers know layout, not regulations: what a block *is* in a regulation
/// (条, 款, title) is decided by the splitter. Nothing is dropped: menus and
/// scripts' neighbours, footers and front matter are blocks with a `furniture`
/// role, so that every character the reader gives can be accounted for.
public struct SourceDocument: Hashable, Sendable {
  /// The form the document was read from.
  public var format: SourceFormat
  /// The character encoding of the bytes, or `nil` for formats that fix it.
  public var encoding: TextEncoding?
  /// The text of all blocks in reading order, joined by line feeds.
  public var text: SourceText
  /// The blocks in reading order.
  ///
  /// - Invariant: disjoint, ascending, none empty; they cover every character
  ///   of the text but blanks.
  public var blocks: [SourceBlock]
  /// What the format itself says about the document, such as the title of an
  /// HTML page or of Markdown front matter: keys are lower-case, values trimmed.
  public var properties: [String: String]
  /// What the reader noticed.
  public var diagnostics: [Diagnostic]

  /// A document of the given parts.
  public init(
    format: SourceFormat, encoding: TextEncoding?, text: SourceText, blocks: [SourceBlock],
    properties: [String: String] = [:], diagnostics: [Diagnostic] = []
  ) {
    self.format = format
    self.encoding = encoding
    self.text = text
    self.blocks = blocks
    self.properties = properties
    self.diagnostics = diagnostics
  }
}

/// A piece of a document that its layout sets apart.
public struct SourceBlock: Hashable, Sendable {
  /// What the layout says about a block.
  public enum Role: Hashable, Sendable {
    /// A line of plain text. The line feed after it may mean nothing: the
    /// source may have wrapped a paragraph or lost its line feeds.
    case line
    /// A paragraph that the format marks as one. It may hold line feeds, which
    /// are soft breaks (`<br>`, `w:br`).
    case paragraph
    /// A heading of a level: 0 for a title style, 1 to 9 for h1 or Heading 1 on.
    case heading(level: Int)
    /// An item of a list, with its depth from 0.
    case listItem(depth: Int)
    /// A row of a table; its cells are joined by tabs.
    case tableRow
    /// A footnote or endnote.
    case note
    /// Text around the document: never part of a regulation.
    case furniture(Furniture)
  }

  /// Why a block is no part of the document's own text.
  public enum Furniture: String, Hashable, Sendable {
    /// Menus, breadcrumbs, buttons.
    case navigation
    /// Lists of related pages, advertisements.
    case sidebar
    /// Copyright and contact lines at the foot; running heads and feet in Word.
    case footer
    /// Text shown only where scripts do not run, and form controls.
    case interface = "interface"
    /// A comment in the source that holds text.
    case comment
    /// Metadata between --- lines at the start of a Markdown text.
    case frontMatter = "front-matter"
  }

  /// What of the text the block is, without the line feed that ends it.
  public var range: TextRange
  /// What the layout says about it.
  public var role: Role
  /// The number of bytes at the start of the block that automatic numbering
  /// printed, without the blank after them; 0 when there is none.
  public var automaticLabelByteCount: Int
  /// Whether the block is set in the middle of the line, as titles are.
  public var isCentered: Bool
  /// Whether all of the block is bold.
  public var isBold: Bool

  /// A block of the given parts.
  public init(
    _ range: TextRange, _ role: Role, automaticLabelByteCount: Int = 0, isCentered: Bool = false,
    isBold: Bool = false
  ) {
    self.range = range
    self.role = role
    self.automaticLabelByteCount = automaticLabelByteCount
    self.isCentered = isCentered
    self.isBold = isBold
  }
}
