package import DocumentReaders
package import Splitting

import ChineseText
import Regulations

/// Checks by itself what the splitter promises of every result.
package struct LedgerAudit {
  /// What is wrong, in words; empty when nothing is.
  package private(set) var faults: [String] = []
  private let document: SourceDocument
  private let split: SplitDocument

  /// The audit of what was made of a document.
  package init(_ document: SourceDocument, _ split: SplitDocument) {
    self.document = document
    self.split = split
    checkCoverage()
    checkSums()
    for revision in split.regulations { check(revision) }
  }

  private mutating func checkCoverage() {
    let utf8 = document.text.utf8
    var held = [UInt8](repeating: 0, count: utf8.count)
    let spans =
      split.regulations.flatMap {
        $0.titleSpans + $0.metadataSpans + $0.provisions.flatMap(\.spans)
      } + split.rejected.flatMap(\.spans)
    for span in spans {
      for offset in span.offsets { held[offset] = min(2, held[offset] + 1) }
    }
    var offset = 0
    for scalar in String(decoding: utf8, as: UTF8.self).unicodeScalars {
      if !Blank.isBlank(scalar), held[offset] != 1 {
        faults.append("「\(scalar)」 at byte \(offset) is in \(held[offset]) pieces")
        if faults.count > 5 { return }
      }
      offset += UTF8.width(scalar)
    }
  }

  private mutating func checkSums() {
    let ledger = split.ledger
    let parts =
      ledger.provisions + ledger.titles + ledger.metadata + ledger.rejected + ledger.blanks
    if parts != ledger.total { faults.append("the sums give \(parts) of \(ledger.total)") }
  }

  private mutating func check(_ revision: Revision) {
    var seen: Set<ProvisionID> = []
    for (index, provision) in revision.provisions.enumerated() {
      if !seen.insert(provision.id).inserted { faults.append("\(provision.id) stands twice") }
      if let parent = provision.parent, parent >= index {
        faults.append("\(provision.id) stands before its parent")
      }
      let told =
        (provision.label ?? "") + (provision.heading ?? "") + (provision.separator ?? "")
        + provision.text
      let spanned = provision.spans.map { document.text[$0] }.joined()
      if Self.squeeze(told) != Self.squeeze(spanned) {
        faults.append("\(provision.id) says 「\(told)」, its spans 「\(spanned)」")
      }
    }
  }

  private static func squeeze(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { !Blank.isBlank($0) }))
  }
}
