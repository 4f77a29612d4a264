public import ChineseText

/// One dated text of a regulation (修订本).
public struct Revision: Hashable, Sendable {
  /// What a text is.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// A regulation.
    case regulation
    /// A text about regulations, such as an essay.
    case commentary
    /// The text of presentation slides.
    case slides
  }

  /// The title, or an empty text when the source has none.
  public var title: String
  /// What the text is.
  public var kind: Kind
  /// What the text says about itself.
  public var metadata: RegulationMetadata
  /// All provisions in reading order, parents before children.
  public var provisions: [Provision]
  /// Where the source has the title, with its repetitions.
  public var titleSpans: [TextRange]
  /// Where the source has metadata that belongs to no provision.
  public var metadataSpans: [TextRange]

  /// A revision of the given parts.
  public init(
    title: String, kind: Kind = .regulation, metadata: RegulationMetadata = .init(),
    provisions: [Provision] = [], titleSpans: [TextRange] = [], metadataSpans: [TextRange] = []
  ) {
    self.title = title
    self.kind = kind
    self.metadata = metadata
    self.provisions = provisions
    self.titleSpans = titleSpans
    self.metadataSpans = metadataSpans
  }
}
