import Regulations

/// What was found in one region: where provisions, titles and metadata stand.
struct Outline {
  /// The title, or an empty text.
  var title = ""
  /// What a sidecar says of the regulation.
  var given = GivenMetadata()
  /// What the text is.
  var kind = Revision.Kind.regulation
  /// Where provisions begin, in order of position.
  var marks: [Mark] = []
  /// Where the title stands.
  var titles: [Range<Int>] = []
  /// Where metadata stand that belong to no provision.
  var metadata: [Range<Int>] = []
  /// What was rejected.
  var rejected: [(range: Range<Int>, reason: RejectedText.Reason)] = []
  /// The end of the region.
  var end: Int
  /// Whether line feeds after sentences say nothing about paragraphs.
  var breaksEverySentence = false
}
