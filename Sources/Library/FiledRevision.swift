public import ChineseText

/// How the regulation of a text is found.
public enum Filing: Hashable, Sendable {
  /// By title, issuer, days and what the texts have in common.
  case automatic
  /// It is a revision of the regulation with this ID, whatever its title is.
  case revision(of: String)
  /// It is none that the library holds.
  case newRegulation
}

/// How a regulation that a source gave was filed in the library.
public struct FiledRevision: Hashable, Sendable {
  /// What became of a text.
  ///
  /// The raw value is the outcome in JSON output.
  public enum Outcome: String, CaseIterable, Hashable, Sendable, Encodable {
    /// It is the first of a regulation that was not in the library.
    case added
    /// It is a further revision of a regulation; all others are kept.
    case newRevision = "new-revision"
    /// It corrects what stands in the library, and takes its place.
    case replaced
    /// The library holds the same text already, and keeps it once.
    case known
    /// It was removed from the library, and stays so while it is unchanged.
    case removed
  }

  /// Why a text was filed where it was.
  ///
  /// A share is the part of two texts that they have in common, from 0 to 1.
  public enum Reason: Hashable, Sendable {
    /// No regulation of the library has its title.
    case noOther
    /// Another regulation has its title, but too little text in common.
    case unlike(regulationID: String, share: Double)
    /// Another regulation has its title, but another issuer.
    case otherIssuer(regulationID: String, issuer: String, share: Double)
    /// A revision of this name has enough text in common.
    case textInCommon(revision: String, share: Double)
    /// A revision of this name has nearly all its text in common, but another
    /// issuer.
    case textOfOtherIssuer(revision: String, issuer: String, share: Double)
    /// A revision of this name has the same document number.
    case sameNumber(number: String, revision: String, share: Double)
    /// One of it and the revision of this name says that it repeals the other.
    case replaces(title: String, revision: String, share: Double)
    /// The title is a variant of an earlier one, and the text much the same.
    case variantTitle(title: String, share: Double)
    /// Title and issuer are the same and the day is another.
    case sameIssuerOnOtherDay(share: Double)
    /// All earlier texts of the title came from the same file.
    case sameFile(share: Double)
    /// The same text stands in the library.
    case sameText
    /// The same text stood in the library with other metadata or another title.
    case newMetadata
    /// Nearly the same text of the same day came from the same file.
    case correction(share: Double)
    /// The command line says so, or said so when the file was read before.
    case told
    /// The text was removed, and the file still gives it.
    case stillRemoved
  }

  /// The title.
  public var title: String
  /// The address of its regulation, such as `r-1a2b3c4d`.
  public var regulationID: String
  /// The name of the revision.
  public var revision: String
  /// The day that names the revision, or `nil`.
  public var day: CalendarDate?
  /// What became of the text.
  public var outcome: Outcome
  /// Why it was filed so.
  public var reason: Reason
}

/// A revision of the library in words that outlive it.
public struct StoredRevision: Hashable, Sendable {
  /// The title.
  public var title: String
  /// The address of its regulation, such as `r-1a2b3c4d`.
  public var regulationID: String
  /// The name of the revision.
  public var revision: String
  /// The path that it was read from.
  public var path: String
}
