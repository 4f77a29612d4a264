import Regulations
import Testing
import TestingSupport

@testable import DocumentReaders
@testable import Publishing

/// The rules of Akoma Ntoso's schema that every document keeps.
struct AknRulesTests {
  private static let levels: Set<String> = [
    "part", "subpart", "chapter", "section", "article", "paragraph", "point", "indent",
    "hcontainer",
  ]
  private static let blocks: Set<String> = ["p", "table"]

  /// What is wrong with a document, in words.
  private func faults(_ revision: Revision) throws -> [String] {
    let document = AknDocument(revision: revision, regulationID: "茶-1", revisionName: "r1")
    try XMLLibrary.load(for: "text.xml")
    let tree = try #require(XMLTree.ofXML(try document.bytes()))
    let act = try #require(tree.root?.elements.first)
    let order = ["meta", "preface", "preamble", "body", "conclusions", "attachments"]
    let places = act.elements.compactMap { order.firstIndex(of: $0.name) }
    var faults: [String] = []
    if places.count != act.elements.count || places != Array(Set(places)).sorted() {
      faults.append("act: \(act.elements.map(\.name))")
    }
    var ids: Set<String> = []
    check(act, &ids, &faults)
    return faults
  }

  private func check(_ element: XMLNode, _ ids: inout Set<String>, _ faults: inout [String]) {
    if let id = element.attribute("eId") {
      if !ids.insert(id).inserted { faults.append("\(id) stands twice") }
      if id.contains(where: \.isWhitespace) { faults.append("\(id) holds blanks") }
    }
    let names = element.elements.map(\.name)
    if let rule = Self.rule(for: element.name), !rule(names) {
      faults.append("\(element.name): \(names)")
    }
    if Self.levels.contains(element.name), element.attribute("eId") == nil,
      element.attribute("name") != "empty"
    {
      faults.append("\(element.name) without an ID")
    }
    for child in element.elements { check(child, &ids, &faults) }
  }

  /// What an element may hold, or `nil` when anything is right.
  private static func rule(for name: String) -> (([String]) -> Bool)? {
    switch name {
    case "body": { !$0.isEmpty && levels.isSuperset(of: $0) }
    case "content", "intro", "td": { blocks.isSuperset(of: $0) }
    case "container": { !$0.isEmpty && blocks.isSuperset(of: $0) }
    case "preamble", "conclusions": { !$0.isEmpty && $0.allSatisfy { $0 == "container" } }
    case "preface": { !$0.isEmpty && $0.allSatisfy { $0 == "p" } }
    case "mainBody": { !$0.isEmpty && blocks.union(levels).isSuperset(of: $0) }
    case "doc": { $0 == ["meta", "mainBody"] }
    case "attachment": { $0.drop { $0 == "num" || $0 == "heading" } == ["doc"] }
    case _ where levels.contains(name):
      { names in
        var rest = names.drop { $0 == "num" || $0 == "heading" }
        if rest == ["content"] { return true }
        if rest.first == "intro" { rest = rest.dropFirst() }
        return levels.isSuperset(of: rest)
      }
    default: nil
    }
  }

  @Test(arguments: CorpusFiles.paths)
  func corpusKeepsThem(_ path: String) throws {
    for revision in try CorpusFiles.regulations(in: path) {
      #expect(try faults(revision) == [])
    }
  }

  @Test(arguments: 0..<UInt64(100))
  func inventedRegulationsKeepThem(seed: UInt64) throws {
    #expect(try faults(InventedRevision.revision(seed: seed)) == [])
  }

  @Test func whatStandsWhereItShouldNotKeepsThem() throws {
    let kinds = ProvisionKind.allCases
    for (outer, inner) in kinds.flatMap({ outer in kinds.map { (outer, $0) } }) {
      var revision = Revision(title: "")
      revision.provisions = [
        Provision(id: ProvisionID("a"), kind: outer),
        Provision(id: ProvisionID("b"), kind: inner, label: "甲", separator: "：", parent: 0),
        Provision(id: ProvisionID("c"), kind: inner, text: "乙\n\n丙\t丁", parent: 1),
      ]
      #expect(try faults(revision) == [], "\(outer) and \(inner)")
    }
  }
}
