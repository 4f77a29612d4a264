public import ChineseText

extension LibraryWriter {
  /// Removes a revision of a regulation, or all of them, and says which.
  ///
  /// The texts do not come back while their files give them unchanged, unless
  /// these are filed by hand; their names are not given again.
  @discardableResult
  public func remove(
    regulation id: String, revision name: String? = nil
  ) throws(LibraryError) -> [StoredRevision] {
    let index = try regulation(id)
    let regulation = catalogue.regulations[index]
    let removed = regulation.revisions.filter { name == nil || $0.name == name }
    guard !removed.isEmpty else {
      let names = regulation.revisions.map { $0.name }
      throw LibraryError(files.directory, .noSuchRevision(name: name ?? "", names: names))
    }
    let paths = catalogue.paths(ofDocuments: Set(removed.map { $0.place.documentKey }))
    for revision in removed {
      let own = [paths[revision.place.documentKey] ?? ""]
      let address = Catalogue.Address(regulation: regulation.id, ordinal: revision.ordinal)
      let content = register.texts.content(of: revision.place, builder)
      let copies = catalogue.pathsWithCopies(of: address).filter { !own.contains($0) }
      for path in own + copies {
        catalogue.decisions.removals.append(
          Decisions.Removal(
            path: path, content: content, regulation: regulation.id, title: revision.title,
            ordinal: revision.ordinal, edition: revision.edition, day: revision.dates.day))
      }
    }
    let places = Set(removed.map { $0.place })
    catalogue.regulations[index].revisions.removeAll { places.contains($0.place) }
    if catalogue.regulations[index].revisions.isEmpty {
      catalogue.decisions.repeals[regulation.id] = nil
    }
    isChanged = true
    return removed.map { stored($0, of: regulation, paths) }
  }

  /// Notes that a regulation was repealed from a day on.
  ///
  /// A revision of it that begins on that day or later is not touched.
  public func repeal(
    _ id: String, on day: CalendarDate, by other: String? = nil
  ) throws(LibraryError) {
    let index = try regulation(id)
    var by: UInt32?
    if let other { by = catalogue.regulations[try regulation(other)].id }
    catalogue.decisions.repeals[catalogue.regulations[index].id] = .init(day: day, by: by)
    isChanged = true
  }

  /// Forgets the repeal of a regulation; `false` when there was none.
  @discardableResult
  public func undoRepeal(of id: String) throws(LibraryError) -> Bool {
    let number = catalogue.regulations[try regulation(id)].id
    guard catalogue.decisions.repeals.removeValue(forKey: number) != nil else { return false }
    isChanged = true
    return true
  }

  /// The regulation with an ID.
  func regulation(_ id: String) throws(LibraryError) -> Int {
    try prepare()
    if let number = RegulationID(id)?.number,
      let index = register.index(of: number, in: catalogue)
    {
      return index
    }
    let near = catalogue.regulations.filter { !$0.revisions.isEmpty }.map {
      (distance: Self.distance(RegulationID($0.id).text, id), regulation: $0)
    }.filter { $0.distance <= 2 }.sorted { $0.distance < $1.distance }.prefix(3)
    throw LibraryError(
      files.directory,
      .noSuchRegulation(
        id: id,
        near: near.map { "\(RegulationID($0.regulation.id).text) 《\($0.regulation.title)》" }))
  }

  func stored(
    _ revision: Catalogue.RevisionRow, of regulation: Catalogue.RegulationRow,
    _ paths: [UInt64: String]
  ) -> StoredRevision {
    StoredRevision(
      title: revision.title, regulationID: RegulationID(regulation.id).text,
      revision: revision.name, path: paths[revision.place.documentKey] ?? "")
  }

  /// How many signs must be put in, taken out or changed to get from one ID to another.
  private static func distance(_ left: String, _ right: String) -> Int {
    let wanted = Array(right.utf8.prefix(20))
    var row = Array(0...wanted.count)
    for (line, byte) in left.utf8.enumerated() {
      var diagonal = row[0]
      row[0] = line + 1
      for (column, other) in wanted.enumerated() {
        let changed = diagonal + (byte == other ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(changed, row[column] + 1, row[column + 1] + 1)
      }
    }
    return row[wanted.count]
  }
}
