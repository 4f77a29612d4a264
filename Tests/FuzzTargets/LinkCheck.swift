import Comparison
import Regulations

/// What must hold of the links of any text, and of the addresses of its revisions.
enum LinkCheck {
  static func faults(_ old: Revision, _ new: Revision) -> [String] {
    faultsOfLinks(old) + faultsOfLinks(new) + faults(ofAddressesOf: old, new)
  }

  // MARK: References and terms

  private static func faultsOfLinks(_ revision: Revision) -> [String] {
    let addresses = addresses(of: revision)
    var faults: [String] = []
    var last = (provision: -1, end: 0)
    for reference in RevisionReferences(of: revision).references {
      let place = "a reference in \(reference.provision) at \(reference.range)"
      guard revision.provisions.indices.contains(reference.provision) else {
        faults.append("\(place) is in no provision")
        continue
      }
      if !isPiece(reference.range, of: revision.provisions[reference.provision].text) {
        faults.append("\(place) is no piece of the text")
      }
      if reference.provision < last.provision
        || reference.provision == last.provision && reference.range.lowerBound < last.end
      {
        faults.append("\(place) stands before another")
      }
      last = (reference.provision, reference.range.upperBound)
      if case .own(let id) = reference.target, !addresses.contains(id) {
        faults.append("\(place) leads to \(id), which is not there")
      }
    }
    return faults + self.faults(of: DefinedTerms(of: revision), in: revision)
  }

  private static func faults(of terms: DefinedTerms, in revision: Revision) -> [String] {
    revision.provisions.flatMap { provision -> [String] in
      var end = 0
      return terms.uses(in: provision.text).compactMap { range, term in
        defer { end = range.upperBound }
        let isRight =
          range.lowerBound >= end && isPiece(range, of: provision.text)
          && terms.terms.indices.contains(term)
        return isRight ? nil : "a term at \(range) of \(provision.id) is none"
      }
    }
  }

  /// Whether a range of UTF-8 begins and ends between scalars of a text.
  private static func isPiece(_ range: Range<Int>, of text: String) -> Bool {
    let utf8 = Array(text.utf8)
    guard range.lowerBound >= 0, range.upperBound <= utf8.count, !range.isEmpty else {
      return false
    }
    return [range.lowerBound, range.upperBound].allSatisfy {
      $0 == utf8.count || utf8[$0] & 0xC0 != 0x80
    }
  }

  // MARK: Addresses

  private static func faults(ofAddressesOf old: Revision, _ new: Revision) -> [String] {
    let now = addresses(of: new)
    let told = FormerAddresses(RevisionSequence([old, new])).addresses
    let missing = Set(old.provisions.map(\.id)).subtracting(told.map(\.id))
    return missing.map { "the address \($0) leads nowhere" }
      + told.filter { !now.isSuperset(of: $0.successors) }
      .map { "\($0.id) leads to \($0.successors), which are not all there" }
  }

  /// The addresses of a revision, with those of first 款.
  private static func addresses(of revision: Revision) -> Set<ProvisionID> {
    var all = Set(revision.provisions.map(\.id))
    for provision in revision.provisions where provision.kind == .paragraph {
      guard let parent = provision.parent else { continue }
      all.insert(ProvisionID("\(revision.provisions[parent].id)__para_1"))
    }
    return all
  }
}
