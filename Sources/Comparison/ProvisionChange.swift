public import Regulations

/// What became of a provision from one revision to the next.
public struct ProvisionChange: Hashable, Sendable {
  /// One side of a change.
  public struct Side: Hashable, Sendable {
    /// The address in the revision.
    public var id: ProvisionID
    /// The label, such as 第十六条, or `nil`.
    public var label: String?
    /// The heading, or `nil`.
    public var heading: String?
    /// What it is called, such as 第十六条; a clause by the labels from the topmost one
    /// on, such as 三、（二）1.; empty for what bears neither label nor heading.
    public var name: String
    /// Own text and what is below, without label and heading.
    public var text: String

    /// Heading and text, a line feed between them.
    public var wholeText: String {
      [heading ?? "", text].filter { !$0.isEmpty }.joined(separator: "\n")
    }

    init(_ provision: ComparedProvision, id: ProvisionID, name: String) {
      self.id = id
      self.name = name
      label = provision.label
      heading = provision.heading
      text = provision.text
    }
  }

  /// What became of it, as `diff --format json` names it.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case unchanged, renumbered, modified
    case modifiedAndRenumbered = "modified+renumbered"
    case added, deleted

    /// Whether what it says is another.
    public var isModified: Bool { self == .modified || self == .modifiedAndRenumbered }
  }

  /// How old and new provisions belong together when not one by one in order.
  public enum Relation: String, CaseIterable, Hashable, Sendable {
    /// It stands elsewhere among the others.
    case moved
    /// The old provision became several.
    case split
    /// Several old provisions became one.
    case merged
  }

  /// What was seen in a text that is not as it was.
  public enum Class: String, CaseIterable, Hashable, Sendable {
    /// Words; also all that is not recognised as something else.
    case wording
    /// A term that is replaced throughout.
    case substitution
    /// A reference that follows the renumbering of its target.
    case crossReference = "cross-reference"
    /// Width of signs, blanks, notation of numbers.
    case typographic
  }

  /// What the provision is.
  public var provision: ProvisionKind
  /// The provision as it was; `nil` for one that was added.
  public var old: Side?
  /// The provision as it is; `nil` for one that was deleted.
  public var new: Side?
  /// What became of it.
  public var kind: Kind
  /// How it belongs to others, or `nil`.
  public var relation: Relation?
  /// What was seen, without repetitions.
  public var classes: [Class]
  /// The duties, periods and amounts that are not as they were.
  public var keyChanges: [KeyChange] { KeyChange.all(in: edits) }
  /// The edits from the old text to the new one; empty unless both texts differ.
  public var edits: [Edit]
  /// What became of the 款, 项 and 目.
  public var children: [ProvisionChange]

  /// Whether only references changed, which follow the renumbering.
  public var crossReferencesOnly: Bool {
    classes.contains(.crossReference)
      && classes.allSatisfy { $0 == .crossReference || $0 == .typographic }
  }
}
