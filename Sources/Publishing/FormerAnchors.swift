import Comparison
import Library
import Regulations

/// The addresses that a regulation's page once gave, and what is said there now.
///
/// They stand in what became of the provision; what was deleted is listed at the end.
struct FormerAnchors {
  typealias Anchor = RegulationText.FormerAnchor

  /// A deleted provision with the addresses that led into it.
  struct Deleted {
    /// What it was called and in which revision.
    var words: String
    /// How its text began.
    var text: String
    /// The page of the revision in which it last stood.
    var address: String
    /// The permanent addresses, its own first.
    var ids: [String]
  }

  /// The addresses by the provision in which they stand.
  private(set) var anchors: [ProvisionID: [Anchor]] = [:]
  /// What was deleted, in the order of the revisions.
  private(set) var deleted: [Deleted] = []
  /// The addresses of revisions that do not hold yet.
  private(set) var later: [Anchor] = []

  /// No addresses.
  init() {}

  /// The addresses of the revisions before the last of a sequence.
  ///
  /// - Parameter names: The names of the revisions.
  init(_ sequence: RevisionSequence, names: [String]) {
    guard names.count > 1, let current = sequence.revisions.last else { return }
    let existing = Set(Self.orderedAddresses(of: current))
    let divisions = Set(current.provisions.filter(\.kind.isDivision).map(\.id))
    let changes = RegulationPages.changesPage(of: names[names.count - 1])
    for address in FormerAddresses(sequence).addresses {
      let name = names[address.revision]
      let id = "\(address.id)@\(name)"
      let successors = address.successors.filter { existing.contains($0) }
      if let first = successors.first {
        let notice = Self.notice(of: address, name: name)
        anchors[first, default: []].append(
          Anchor(id: id, notice: notice, address: notice.isEmpty ? nil : changes))
      } else if let nearest = address.nearest, existing.contains(nearest),
        !divisions.contains(nearest)
      {
        anchors[nearest, default: []].append(
          Anchor(
            id: id, notice: "原\(address.name)（\(name) 文本）已删除",
            address: RegulationPages.page(of: name) + "#\(address.id)", addressWords: "查看原文"))
      } else {
        append(address, id, sequence.revisions[address.revision], name)
      }
    }
  }

  /// Adds the addresses of revisions that do not hold yet.
  ///
  /// They are given already, and lead to the page of that revision as long as it has
  /// one of its own.
  mutating func add(later: some Sequence<(CataloguedRevision, Revision)>) {
    for (catalogued, revision) in later {
      let page = RegulationPages.page(of: catalogued.name)
      self.later += Self.orderedAddresses(of: revision).map { id in
        Anchor(
          id: "\(id)@\(catalogued.name)", notice: "\(catalogued.name) 起施行的文本，尚未生效",
          address: "\(page)#\(id)", addressWords: "查看该条")
      }
    }
  }

  /// All addresses of a revision, the first 款 of articles included.
  private static func orderedAddresses(of revision: Revision) -> [ProvisionID] {
    var all = revision.provisions.map(\.id)
    var last = -1
    for provision in revision.provisions where provision.kind == .paragraph {
      guard let parent = provision.parent, parent != last,
        revision.provisions[parent].kind == .article, !revision.provisions[parent].text.isEmpty
      else { continue }
      last = parent
      all.append(ProvisionID("\(revision.provisions[parent].id)__para_1"))
    }
    return all
  }

  /// What a reader is told who follows an old address; nothing where nothing changed.
  private static func notice(of address: FormerAddresses.Address, name: String) -> String {
    let old = address.name.isEmpty ? "该处" : address.name
    let changed = address.isModified ? "，文字有修改" : ""
    let new = address.successorNames.joined(separator: "、")
    if address.successors.count > 1 { return "原\(old)（\(name) 文本），现分为\(new)\(changed)" }
    if new != old, !new.isEmpty { return "原\(old)（\(name) 文本），现\(new)\(changed)" }
    return address.isModified ? "\(old)自 \(name) 文本以来有修改" : ""
  }

  private mutating func append(
    _ address: FormerAddresses.Address, _ id: String, _ revision: Revision, _ name: String
  ) {
    // A part of what was deleted is found there.
    if let last = deleted.indices.last(where: { deleted[$0].ids[0].hasSuffix("@\(name)") }),
      let whole = deleted[last].ids[0].split(separator: "@").first,
      address.id.description.hasPrefix(whole + "__")
    {
      deleted[last].ids.append(id)
      return
    }
    let provision = revision.provisions.first { $0.id == address.id }
    let words = [provision?.heading, provision?.text].compactMap(\.self)
      .filter { !$0.isEmpty }.joined(separator: " ")
    let scalars = words.unicodeScalars
    let text = scalars.count > 60 ? String(scalars.prefix(60)) + "…" : words
    deleted.append(
      Deleted(
        words: "\(address.name)（\(name) 文本）", text: text,
        address: RegulationPages.page(of: name) + "#\(address.id)", ids: [id]))
  }
}
