import Library
import Publishing
import Regulations

/// A revision in a form for programs.
struct ExportedForm {
  let regulation: CataloguedRegulation
  let catalogued: CataloguedRevision
  let revision: Revision

  /// The bytes of the form.
  func bytes(_ format: ExportFormat) throws(PublishingError) -> [UInt8] {
    switch format {
    case .akn:
      return try AknDocument(
        revision: revision, regulationID: regulation.id, revisionName: catalogued.name,
        enacted: regulation.revisions.first?.dates.day, repealed: regulation.repeal?.day,
        repealedBy: regulation.repeal?.by
      ).bytes()
    case .markdown: return Array(RegulationMarkdown(revision).text.utf8)
    case .html, .json:
      let shown = ShownText(
        regulation: regulation, catalogued: catalogued, revision: revision,
        range: revision.provisions.indices, cited: nil)
      return Array(shown.json.utf8)
    }
  }
}

extension ExportFormat {
  /// What the names of files of the form end with.
  var fileEnding: String {
    switch self {
    case .html: "html"
    case .akn: "xml"
    case .markdown: "md"
    case .json: "json"
    }
  }
}
