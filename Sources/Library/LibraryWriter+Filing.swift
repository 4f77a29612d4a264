internal import ChineseText
internal import Regulations
internal import Splitting

/// The title that a text prints, and whether its source gives no other text.
struct Origin {
  var title: String
  var isOnly: Bool
}

extension LibraryWriter {
  /// Files a text and stores it, unless the library holds it or it was removed.
  ///
  /// - Parameter told: What the command line says of it, or `nil`.
  func file(
    _ new: NewText, _ origin: Origin, _ told: RegulationRegister.Told?
  ) -> FiledRevision {
    if told == nil, let removed = stillRemoved(new) { return removed }
    if told != nil { forgetRemoval(of: new) }
    let result = register.file(
      new, told ?? toldBefore(of: new, origin), in: &catalogue, builder)
    noteCopy(result, of: new)
    if result.isStored { builder.add(new.revision) }
    if told != nil { keepAssignment(of: new, origin, to: result.revision) }
    return result.revision
  }

  /// What the command line says of each text of a source.
  func told(
    _ filing: Filing, of split: SplitDocument
  ) throws(LibraryError) -> [RegulationRegister.Told?] {
    let regulations = split.regulations
    switch filing {
    case .automatic: return regulations.map { _ in nil }
    case .newRegulation: return regulations.map { _ in .some(.none) }
    case .revision(let id):
      let index = try regulation(id)
      let key = catalogue.regulations[index].key
      let titled = regulations.indices.filter {
        RegulationTitle(regulations[$0].title).key == key
      }
      let meant = regulations.count == 1 ? [0] : titled
      guard meant.count == 1 else {
        throw LibraryError(files.directory, .severalRegulations(count: regulations.count))
      }
      return regulations.indices.map { meant.contains($0) ? .regulation(index) : nil }
    }
  }

  /// What was said of a text when its file was read before.
  private func toldBefore(of new: NewText, _ origin: Origin) -> RegulationRegister.Told {
    let id = catalogue.decisions.assignments.value(
      path: new.path, title: origin.title, isOnly: origin.isOnly)
    guard let id, new.isOnlyOfTitle else { return .nothing }
    let index =
      register.index(of: id, in: catalogue)
      ?? register.addRegulation(id, new, to: &catalogue)
    return .regulation(index)
  }

  /// Forgets that a text was removed, before it comes back: it gets its name again.
  private func forgetRemoval(of new: NewText) {
    guard catalogue.decisions.removals.contains(where: { $0.path == new.path }) else { return }
    catalogue.decisions.removals.removeAll { $0.path == new.path && $0.content == new.content }
  }

  private func keepAssignment(of new: NewText, _ origin: Origin, to filed: FiledRevision) {
    guard new.isOnlyOfTitle, let id = RegulationID(filed.regulationID) else { return }
    catalogue.decisions.assignments.keep(
      id.number, path: new.path, title: origin.title, isOnly: origin.isOnly)
  }

  /// A text that was removed, and that its file gives still.
  private func stillRemoved(_ new: NewText) -> FiledRevision? {
    let removals = catalogue.decisions.removals
    guard removals.contains(where: { $0.path == new.path }),
      let removal = removals.last(where: { $0.path == new.path && $0.content == new.content })
    else { return nil }
    return FiledRevision(
      title: new.revision.title, regulationID: RegulationID(removal.regulation).text,
      revision: removal.name, day: new.day, outcome: .removed, reason: .stillRemoved)
  }

  /// Fills in what texts lack, as was said now or when the source was read before.
  func complete(_ split: inout SplitDocument, _ path: String, _ supplement: Supplement) {
    let isOnly = split.regulations.count == 1
    for index in split.regulations.indices {
      let title = split.regulations[index].title
      var whole =
        catalogue.decisions.supplements.value(path: path, title: title, isOnly: isOnly)
        ?? Supplement()
      whole.update(with: supplement)
      guard !whole.isEmpty else { continue }
      if !supplement.isEmpty {
        catalogue.decisions.supplements.keep(whole, path: path, title: title, isOnly: isOnly)
      }
      whole.complete(&split.regulations[index])
    }
    // What the warning asks for was given.
    if split.regulations.allSatisfy({ !$0.title.isEmpty }) {
      split.diagnostics.removeAll { $0.code == .titleMissing }
    }
  }
}
