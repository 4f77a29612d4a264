import Regulations

extension RevisionComparison {
  /// The references of another regulation that point at nothing in the new revision,
  /// or no longer at what they meant in the old one.
  ///
  /// - Parameters:
  ///   - citing: The text of the other regulation.
  ///   - names: The names by which this regulation is cited.
  public func staleCitations(in citing: CitingRevision, _ names: CitedNames) -> [StaleCitation] {
    guard targets.articles.hasNewArticles else { return [] }
    let revision = citing.revision
    let provisions = ComparedProvision.all(of: revision)
    let reading = ReferenceReading(title: revision.title, provisions)
    var check = ReferenceCheck(targets)
    for (index, provision) in provisions.enumerated() {
      for part in ArticlePart.all(of: provision, at: index) {
        let references = ReferenceScan.references(in: part.units, reading)
        check.check(references, in: part, names, isAsNew: citing.isAsNew)
      }
    }
    var found: [StaleCitation] = []
    for reference in check.found {
      let provision = provisions[reference.provision]
      let citation = StaleCitation(
        regulation: revision.title, regulationID: citing.regulationID, revision: citing.name,
        provision: revision.provisions[provision.index].id,
        name: revision.name(of: provision.index), reference: reference.reference,
        now: reference.now, meant: reference.meant)
      if !found.contains(citation) { found.append(citation) }
    }
    return found
  }
}

extension ReferenceCheck {
  /// Checks the references of a part of another regulation.
  fileprivate mutating func check(
    _ references: [TextReference], in part: ArticlePart, _ names: CitedNames, isAsNew: Bool
  ) {
    var named: [(number: ProvisionNumber, paragraph: Int?)] = []
    for reference in references {
      guard case .foreign(let number, let paragraph, let name) = reference.target else { continue }
      let isMarked = name.upperBound < part.units.count && part.units[name.upperBound] == 0x300B
      let isMeant =
        isMarked
        ? names.isMeant(by: part.units[name]) : names.isMeant(atEndOf: part.units[name])
      if isMeant { named.append((number, paragraph)) }
    }
    let beside = newArticles(named.map(\.number))
    for reference in named {
      if let paragraph = reference.paragraph {
        guard !isAsNew else { continue }
        checkParagraph(paragraph, of: reference.number, in: part.place.provision)
      } else {
        check(reference.number, in: part.place.provision, !isAsNew, beside)
      }
    }
  }
}
