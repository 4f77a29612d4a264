import Comparison
import Regulations

/// The JSON object of `diff`.
struct DiffJSON {
  private let report: ComparisonReport

  init(_ report: ComparisonReport) { self.report = report }

  private var comparison: RevisionComparison { report.comparison }

  /// Writes the object and ends the line.
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.object("old") { Self.write(comparison.old, report.oldName, to: &$0) }
      json.object("new") { Self.write(comparison.new, report.newName, to: &$0) }
      json.object("summary") { writeSummary(to: &$0) }
      json.array("staleReferences", comparison.staleReferences) { write($1, to: &$0) }
      json.array("staleCitations", report.staleCitations) { Self.write($1, to: &$0) }
      json.array("changes", comparison.changes) { Self.write($1, to: &$0) }
    }
    json.endLine()
  }

  private static func write(_ revision: Revision, _ name: String, to json: inout JSONWriter) {
    json.member("title", revision.title)
    json.member("name", name)
  }

  /// Writes how many provisions there are of each kind of change.
  func writeSummary(to json: inout JSONWriter) {
    for kind in [ProvisionChange.Kind.unchanged, .renumbered, .modified, .added, .deleted] {
      let more = kind == .modified ? comparison.count(.modifiedAndRenumbered) : 0
      json.member(Self.name(of: kind), comparison.count(kind) + more)
    }
    for relation in ProvisionChange.Relation.allCases {
      json.member(Self.name(of: relation), comparison.count(relation))
    }
    json.array("substitutions", comparison.substitutions) { json, substitution in
      json.object { json in
        json.member("old", substitution.old)
        json.member("new", substitution.new)
        json.member("count", substitution.count)
        json.array("stillOld", substitution.exceptions) {
          let change = comparison.changes[$1]
          $0.value(change.new?.id.description ?? "")
        }
      }
    }
  }

  private func write(_ reference: StaleReference, to json: inout JSONWriter) {
    let provision = comparison.changes[reference.change].new
    json.object { json in
      json.member("in", provision?.label)
      json.member("inID", provision?.id.description)
      json.member("reference", reference.reference)
      json.member("now", reference.now)
      json.member("meant", reference.meant)
    }
  }

  private static func write(_ citation: StaleCitation, to json: inout JSONWriter) {
    json.object { json in
      json.member("regulation", citation.regulation)
      json.member("regulationID", citation.regulationID)
      json.member("revision", citation.revision)
      json.member("in", citation.name)
      json.member("inID", citation.provision.description)
      json.member("reference", citation.reference)
      json.member("now", citation.now)
      json.member("meant", citation.meant)
    }
  }

  /// Writes a change as an object.
  static func write(_ change: ProvisionChange, to json: inout JSONWriter) {
    json.object { json in
      json.member("kind", change.provision.rawValue)
      json.member("old", change.old?.label)
      json.member("new", change.new?.label)
      json.member("oldID", change.old?.id.description)
      json.member("newID", change.new?.id.description)
      json.member("change", change.kind.rawValue)
      json.member("relation", change.relation?.rawValue)
      json.array("classes", change.classes) { $0.value($1.rawValue) }
      json.member("crossReferencesOnly", change.crossReferencesOnly)
      if !change.keyChanges.isEmpty {
        json.array("keyChanges", change.keyChanges) { json, key in
          json.object { json in
            json.member("kind", key.kind.rawValue)
            json.member("old", key.old)
            json.member("new", key.new)
          }
        }
      }
      json.array("edits", change.edits) { json, edit in
        json.array([Self.sign(of: edit), edit.text]) { $0.value($1) }
      }
      json.array("children", change.children) { Self.write($1, to: &$0) }
    }
  }

  private static func name(of kind: ProvisionChange.Kind) -> StaticString {
    switch kind {
    case .unchanged: "unchanged"
    case .renumbered: "renumbered"
    case .modified, .modifiedAndRenumbered: "modified"
    case .added: "added"
    case .deleted: "deleted"
    }
  }

  private static func name(of relation: ProvisionChange.Relation) -> StaticString {
    switch relation {
    case .moved: "moved"
    case .split: "split"
    case .merged: "merged"
    }
  }

  private static func sign(of edit: Edit) -> String {
    switch edit.kind {
    case .kept: "="
    case .deleted: "-"
    case .inserted: "+"
    }
  }
}
