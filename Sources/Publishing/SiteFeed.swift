import Comparison
import Library
import Regulations

extension RegulationFiles {
  /// Adds what a feed tells of a revision.
  mutating func addEntry(of place: Int, _ comparison: RevisionComparison?) {
  }
}

enum SiteFeed {
  static func bytes(_ entries: [ChangeFeed.Entry], _ options: SiteOptions) -> [UInt8] { [] }
}
struct ChangeFeed { struct Entry {} }
extension PublishedRegulation {
  func data(_ metadata: RegulationMetadata, _ revision: Revision) -> String? { nil }
}
