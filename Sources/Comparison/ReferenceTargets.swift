/// The provisions of two revisions, to which references point, and how references
/// are read there.
struct ReferenceTargets: Sendable {
  let old: [ComparedProvision]
  let new: [ComparedProvision]
  let articles: ArticlePairs
  let oldReading: ReferenceReading
  let newReading: ReferenceReading
}
