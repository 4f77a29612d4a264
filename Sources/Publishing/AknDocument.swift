public import ChineseText
public import Regulations

/// A revision as Akoma Ntoso 1.0, the XML of OASIS LegalDocML.
///
/// 编, 分编, 章, 节, 条 and 款 are `part`, `subpart`, `chapter`, `section`, `article`
/// and `paragraph`. 项 and 目 are `point` and `indent`, which may stand in any of these
/// and in one another; a `list` would be one more level, that the text has not. Clauses
/// of texts without 条 are `hcontainer` elements, since Akoma Ntoso's `clause` ranks
/// below an article. Own text above others' is the `intro`, otherwise `content`: the
/// first 款 of an article has no element of its own.
///
/// A sign between label or heading and text is an `inline` named `separator`; rows of
/// tables, whose cells are parted by tabs, are tables.
///
/// Source: Akoma Ntoso Version 1.0 Part 2 and its Naming Convention, OASIS Standard.
public struct AknDocument: Sendable {
  private static let namespace = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"

  private let revision: Revision
  private let metadata: AknMetadata
  /// Whether there are provisions below each one.
  private let hasChildren: [Bool]

  /// The document of a revision.
  ///
  /// - Parameters:
  ///   - revision: The revision, whose metadata give number, issuer and days.
  ///   - regulationID: The library's ID of the regulation.
  ///   - revisionName: The library's name of the revision.
  ///   - enacted: The day that stays that of the regulation through all of its
  ///     revisions; without one, the earliest that the metadata give, and
  ///     0001-01-01 when they give none.
  ///   - repealed: The day on which it ended.
  ///   - repealedBy: The library's ID of the regulation that repealed it.
  public init(
    revision: Revision, regulationID: String, revisionName: String, enacted: CalendarDate? = nil,
    repealed: CalendarDate? = nil, repealedBy: String? = nil
  ) {
    self.revision = revision
    metadata = AknMetadata(
      title: revision.title, metadata: revision.metadata, regulationID: regulationID,
      revisionName: revisionName, enacted: enacted, repealed: repealed, repealedBy: repealedBy)
    var hasChildren = Array(repeating: false, count: revision.provisions.count)
    for provision in revision.provisions {
      if let parent = provision.parent { hasChildren[parent] = true }
    }
    self.hasChildren = hasChildren
  }

  /// The bytes of the document.
  public func bytes() throws(PublishingError) -> [UInt8] {
    let document = try XMLDocument(root: "akomaNtoso", namespace: Self.namespace)
    let act = document.root.add("act", ["name": "regulation", "contains": "singleVersion"])
    metadata.write(to: act.add("meta"))
    writePreface(to: act)
    writeAside(.preamble, "preamble", to: act)
    writeBody(to: act.add("body"))
    writeAside(.closing, "conclusions", to: act)
    writeAnnexes(to: act)
    return try document.bytes()
  }

  // MARK: Around the body

  private func writePreface(to act: XMLElement) {
    let number = revision.metadata.documentNumber
    guard !revision.title.isEmpty || number != nil else { return }
    let preface = act.add("preface")
    if !revision.title.isEmpty { preface.add("p").add("docTitle", text: revision.title) }
    if let number { preface.add("p").add("docNumber", text: number) }
  }

  /// Whether a provision stands before or after the body, as a mere text may.
  private func isAside(_ index: Int) -> Bool {
    let provision = revision.provisions[index]
    let isText =
      provision.label == nil && provision.heading == nil && provision.separator == nil
      && !provision.text.isEmpty && !hasChildren[index]
    return isText && provision.parent == nil
      && (provision.kind == .preamble || provision.kind == .closing)
  }

  private func writeAside(_ kind: ProvisionKind, _ name: String, to act: XMLElement) {
    let found = revision.provisions.indices.filter {
      revision.provisions[$0].kind == kind && isAside($0)
    }
    guard !found.isEmpty else { return }
    let around = act.add(name)
    for provision in found.map({ revision.provisions[$0] }) {
      let id = provision.id.description
      let container = around.add("container", ["name": kind.rawValue, "eId": id])
      AknText(provision.text, id: id).write(to: container)
    }
  }

  // MARK: Provisions

  private func writeBody(to body: XMLElement) {
    let isInBody = revision.provisions.indices.map { index in
      let provision = revision.provisions[index]
      return provision.parent == nil && provision.kind != .annex && !isAside(index)
    }
    writeProvisions(to: body) { isInBody[$0] }
    // A body may not be empty.
    if !isInBody.contains(true) { body.add("hcontainer", ["name": "empty"]) }
  }

  /// Writes the provisions without a parent that are wanted, and all below them.
  private func writeProvisions(to outermost: XMLElement, where isWanted: (Int) -> Bool) {
    var elements: [Int: XMLElement] = [:]
    for (index, provision) in revision.provisions.enumerated() {
      let parent = provision.parent.map { elements[$0] } ?? (isWanted(index) ? outermost : nil)
      guard let parent else { continue }
      elements[index] = element(of: provision, at: index, in: parent)
    }
  }

  private func element(of provision: Provision, at index: Int, in parent: XMLElement) -> XMLElement
  {
    let id = provision.id.description
    let (name, of) = Self.name(of: provision.kind)
    let element = parent.add(name, ["name": of, "eId": id])
    writeHead(of: provision, to: element)
    guard !provision.text.isEmpty else { return element }
    let part = hasChildren[index] ? "intro" : "content"
    AknText(provision.text, id: id).write(to: element.add(part, ["eId": "\(id)__\(part)"]))
    return element
  }

  /// The element of a kind, and its name where the element is one for many.
  private static func name(of kind: ProvisionKind) -> (element: String, of: String?) {
    switch kind {
    case .part, .subpart, .chapter, .section, .article, .paragraph: (kind.rawValue, nil)
    case .item: ("point", nil)
    case .subitem: ("indent", nil)
    case .clause, .preamble, .closing, .annex: ("hcontainer", kind.rawValue)
    }
  }

  private func writeHead(of provision: Provision, to element: XMLElement) {
    var last: XMLElement?
    if let label = provision.label { last = element.add("num", text: label) }
    // The sign stands between heading and text in lists, before the heading elsewhere.
    let isListed = [.item, .subitem, .clause].contains(provision.kind)
    if let sign = provision.separator, !isListed || provision.heading == nil {
      (last ?? element.add("num")).add("inline", ["name": "separator"], text: sign)
    }
    guard let heading = provision.heading else { return }
    let written = element.add("heading", text: heading)
    if let sign = provision.separator, isListed {
      written.add("inline", ["name": "separator"], text: sign)
    }
  }

  private func writeAnnexes(to act: XMLElement) {
    let found = revision.provisions.indices.filter {
      revision.provisions[$0].parent == nil && revision.provisions[$0].kind == .annex
    }
    guard !found.isEmpty else { return }
    let attachments = act.add("attachments")
    for index in found {
      let provision = revision.provisions[index]
      let id = provision.id.description
      let attachment = attachments.add("attachment", ["eId": id])
      writeHead(of: provision, to: attachment)
      let annex = attachment.add("doc", ["name": "annex"])
      metadata.writeIdentification(to: annex.add("meta"), component: id)
      let body = annex.add("mainBody")
      AknText(provision.text, id: id).write(to: body)
      writeChildren(of: index, to: body)
      if provision.text.isEmpty, !hasChildren[index] { body.add("p") }
    }
  }

  private func writeChildren(of annex: Int, to body: XMLElement) {
    var elements = [annex: body]
    for (index, provision) in revision.provisions.enumerated().dropFirst(annex + 1) {
      guard let parent = provision.parent.flatMap({ elements[$0] }) else { continue }
      elements[index] = element(of: provision, at: index, in: parent)
    }
  }
}
