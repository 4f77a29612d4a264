public import ChineseText

/// One piece of a regulation: a division, an article, or a part of one.
///
/// A revision lists its provisions in reading order, parents before their
/// children. Own text and children, read in order, give a provision exactly.
/// An article of several 款 holds the first as its own text and the others as
/// children.
public struct Provision: Hashable, Sendable {
  /// The address within the revision.
  public var id: ProvisionID
  /// What it is.
  public var kind: ProvisionKind
  /// What stands in the source, such as 第三十九条, or what automatic numbering prints.
  public var label: String?
  /// The value of the label, or `nil` when it has none.
  public var number: ProvisionNumber?
  /// The heading, or `nil` when the source gives none.
  public var heading: String?
  /// The sign between heading and text, such as ：, or `nil`.
  public var separator: String?
  /// The provision's own text without label, heading and children.
  ///
  /// Paragraphs are joined by line feeds; the text may be empty.
  public var text: String
  /// The index of the parent in the revision's provisions, or `nil`.
  ///
  /// - Invariant: less than the provision's own index.
  public var parent: Int?
  /// What of the source the provision is: label, heading, separator and own text.
  public var spans: [TextRange]

  /// A provision of the given parts.
  @inlinable
  public init(
    id: ProvisionID, kind: ProvisionKind, label: String? = nil, number: ProvisionNumber? = nil,
    heading: String? = nil, separator: String? = nil, text: String = "", parent: Int? = nil,
    spans: [TextRange] = []
  ) {
    self.id = id
    self.kind = kind
    self.label = label
    self.number = number
    self.heading = heading
    self.separator = separator
    self.text = text
    self.parent = parent
    self.spans = spans
  }
}
