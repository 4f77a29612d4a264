import ChineseText
import DocumentReaders
import Regulations
import Splitting
import Testing
import TestingSupport

@testable import Library

/// A library in a temporary folder.
struct TemporaryLibrary {
  let folder: TemporaryFolder
  /// When its writers make a catalogue file.
  let policy: CataloguePolicy

  init(policy: CataloguePolicy = CataloguePolicy()) throws {
    folder = try TemporaryFolder()
    self.policy = policy
  }

  /// A library of the given files.
  init(
    _ files: [String: [UInt8]], policy: CataloguePolicy = CataloguePolicy()
  ) throws {
    try self.init(policy: policy)
    if !files.isEmpty { try TemporaryFolder.make(path) }
    try restore(files)
  }

  var path: String { folder.path + "/library" }

  /// The bytes of every file.
  func files() throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for name in TemporaryFolder.names(in: path) {
      files[name] = try TemporaryFolder.bytes(at: path + "/" + name)
    }
    return files
  }

  /// Puts every file back as it was.
  func restore(_ files: [String: [UInt8]]) throws {
    for (name, bytes) in files { try TemporaryFolder.write(bytes, to: path + "/" + name) }
  }

  /// Adds a source with the given regulations and commits.
  @discardableResult
  func add(
    _ regulations: [Revision], from source: String, bytes: String? = nil
  ) throws -> [FiledRevision.Outcome] {
    let writer = try writer()
    let filed = try writer.add(regulations, from: source, bytes: bytes)
    try writer.commit()
    return filed.map { $0.outcome }
  }

  func writer(_ calls: FileCalls = .system) throws -> LibraryWriter {
    try LibraryWriter(directory: path, calls: calls, cataloguePolicy: policy)
  }

  func open() throws -> LibraryReader { try LibraryReader(directory: path) }

  /// Changes the library and commits.
  @discardableResult
  func change<Result>(
    _ body: (LibraryWriter) throws -> Result
  ) throws -> Result {
    let writer = try writer()
    let result = try body(writer)
    try writer.commit()
    return result
  }

  /// Adds a source with one regulation, commits, and says how it was filed.
  @discardableResult
  func file(
    _ revision: Revision, from source: String, bytes: String? = nil,
    _ filing: Filing = .automatic, supplying supplement: Supplement = Supplement()
  ) throws -> FiledRevision {
    let filed = try change { writer in
      try writer.add(
        [revision], from: source, bytes: bytes, filing: filing, supplement: supplement)
    }
    return try #require(filed.first)
  }

  /// The ID of the only regulation of a title.
  func id(of title: String) throws -> String {
    let reader = try open()
    let found = (0..<reader.regulationCount).map { reader.regulation(at: $0, on: someDay) }
    return try #require(found.first { $0.title == title }).id
  }

  /// The names of all regulations with their revisions, a line each.
  func listing(on day: CalendarDate = someDay) throws -> [String] {
    let reader = try open()
    return (0..<reader.regulationCount).map { index in
      let regulation = reader.regulation(at: index, on: day)
      let revisions = regulation.revisions.map { "\($0.name) \($0.status.rawValue)" }
      return "\(regulation.title): \(revisions.joined(separator: ", "))"
    }
  }
}

extension CataloguePolicy {
  /// Makes a catalogue file at every commit.
  static let always = CataloguePolicy(smallest: 0)
  /// Lets a few rows stand in the manifest.
  static let soon = CataloguePolicy(smallest: 400)
}

let someDay = CalendarDate("2025-06-01") ?? Samples.fallbackDay

extension LibraryWriter {
  @discardableResult
  func add(
    _ regulations: [Revision], from source: String, bytes: String? = nil,
    filing: Filing = .automatic, supplement: Supplement = Supplement()
  ) throws(LibraryError) -> [FiledRevision] {
    let text = SourceText("广告\n" + (bytes ?? source))
    let split = SplitDocument(
      regulations: regulations,
      rejected: [RejectedText(spans: [TextRange(0, 6)], reason: .pageFurniture)],
      diagnostics: [], ledger: Ledger())
    return try add(
      split, text: text,
      source: SourceFile(path: source, bytes: Array((bytes ?? source).utf8), format: .text),
      filing: filing, supplement: supplement)
  }
}

enum Samples {
  static let fallbackDay = CalendarDate(year: 2025, month: 6, day: 1) ?? today
  private static var today: CalendarDate { fallbackDay }

  /// A regulation with every kind of provision.
  static var leave: Revision {
    var revision = Revision(
      title: "员工休假管理制度",
      notation: """
        preamble|-|-|为保障员工休息的权利，制定本制度。
        chapter|第一章|总则
          article|第一条|-|本制度适用于公司全体员工。
          article|第二条|术语|下列用语的含义：
            item|（一）|-|年假，是指带薪的年度休假；
              subitem|1.|-|不含法定假日；
            item|（二）|调休|以休息抵加班。
            paragraph|-|-|其他用语从其通常含义。
        chapter|第二章|年假
          section|第一节|天数
            article|第三条|-|满一年的，年假五天。
            article|第三条|-|满十年的，年假十天。
        annex|附件一|申请表|姓名\\t天数
        closing|-|-|人力资源部
        """)
    revision.metadata.issuer = "云岭公司"
    revision.metadata.documentNumber = "云岭〔2024〕3号"
    revision.metadata.effective = CalendarDate(year: 2024, month: 3, day: 1)
    revision.metadata.repeals = ["旧休假办法"]
    revision.metadata.isComplete = false
    return revision
  }

  /// A regulation of the given title, day and articles.
  static func rules(
    _ title: String, on day: String? = nil, issuer: String? = nil, _ articles: [String]
  ) -> Revision {
    var revision = Revision(title: title)
    for (index, text) in articles.enumerated() {
      let number = index + 1
      revision.provisions.append(
        Provision(
          id: ProvisionID("art_\(number)"), kind: .article,
          label: "第\(ChineseNumeral.string(of: number))条", number: ProvisionNumber(number),
          text: text))
    }
    revision.metadata.effective = day.flatMap { CalendarDate($0) }
    revision.metadata.issuer = issuer
    return revision
  }
}
