import ChineseText
import Library
import Regulations
import Search
import TestingSupport

internal import DocumentReaders
internal import Splitting

/// Reads libraries of which one file was changed, as it is and with checksums
/// made to fit.
///
/// The changed file may say anything: nothing holds of the answers, but there
/// must be one.
enum LibraryCheck {
  /// Reads a library with this segment.
  static func faults(inSegment bytes: [UInt8]) -> [String] {
    guard let whole = SmallLibrary.all.first else { return ["there is no library to change"] }
    let template = SmallLibrary.all.first { $0.segment.count == bytes.count } ?? whole
    let sealed = LibraryBytes.sealed(sections: bytes)
    return read(template.manifest, bytes)
      + read(template.manifest(naming: sealed), sealed)
  }

  /// Reads a library with this catalogue file, and changes it.
  static func faults(inCatalogue bytes: [UInt8]) -> [String] {
    guard let library = CataloguedLibrary.all.first else {
      return ["there is no library to change"]
    }
    let sealed = LibraryBytes.sealed(sections: bytes)
    let manifest = LibraryBytes.manifest(
      library.manifest, naming: sealed, insteadOf: library.catalogue)
    return read(library.files(library.manifest, bytes))
      + read(library.files(manifest, sealed), writing: true)
  }

  /// Reads a library with this manifest.
  static func faults(inManifest bytes: [UInt8]) -> [String] {
    guard let whole = SmallLibrary.all.first else { return ["there is no library to change"] }
    let sealed = LibraryBytes.sealed(manifest: bytes)
    if let library = CataloguedLibrary.all.first(where: { $0.manifest.count == bytes.count }) {
      return read(library.files(bytes, library.catalogue))
        + read(library.files(sealed, library.catalogue), writing: true)
    }
    let template = SmallLibrary.all.first { $0.manifest.count == bytes.count } ?? whole
    return read(bytes, template.segment) + read(sealed, template.segment, writing: true)
  }

  private static func read(
    _ manifest: [UInt8], _ segment: [UInt8], writing: Bool = false
  ) -> [String] {
    read(["manifest": manifest, "000001.segment": segment], writing: writing)
  }

  private static func read(_ files: [String: [UInt8]], writing: Bool = false) -> [String] {
    guard let folder = try? TemporaryFolder() else { return ["there is no temporary folder"] }
    for (name, bytes) in files {
      guard (try? TemporaryFolder.write(bytes, to: folder.path + "/" + name)) != nil else {
        return ["the library cannot be written"]
      }
    }
    if let reader = try? LibraryReader(directory: folder.path) {
      readAll(reader)
      search(reader)
      _ = reader.verify()
    }
    if writing { try? SmallLibrary.add(SmallLibrary.rules, from: "new.txt", to: folder.path) }
    return []
  }

  private static func readAll(_ reader: LibraryReader) {
    guard let day = SmallLibrary.day else { return }
    for index in 0..<reader.regulationCount {
      let regulation = reader.regulation(at: index, on: day)
      for revision in regulation.revisions {
        _ = try? reader.revision(revision)
        _ = try? reader.metadata(of: revision)
        _ = try? reader.articleCount(of: revision)
        _ = try? reader.source(of: revision)
      }
    }
    for index in 0..<reader.sourceCount {
      _ = try? reader.source(at: index)
      _ = try? reader.remainder(ofSourceAt: index)
    }
  }

  private static func search(_ reader: LibraryReader) {
    guard let day = SmallLibrary.day else { return }
    for all in [false, true] {
      // Once as for one query, and once as for many.
      let searcher = Searcher(
        reader, .init(on: day, limit: 20, context: 2, allRevisions: all), forMany: all)
      for query in [
        "工", "工时", "本办法", "甲乙丙", "甲乙丙甲", "总则 -员工", "title:办法 OR heading:休假", "no:2",
        "考勤管理办法第二条第（一）项",
        "怎样规定工作时间", "𠮷",
      ] {
        _ = try? searcher.search(query)
      }
    }
  }
}

/// A library of one small segment.
struct SmallLibrary {
  let manifest: [UInt8]
  let segment: [UInt8]

  static let day = CalendarDate("2025-06-01")
  /// Libraries of different shapes.
  static let all: [SmallLibrary] = texts.compactMap { try? SmallLibrary($0) }

  /// The manifest with the fingerprint of a changed segment in its place.
  func manifest(naming changed: [UInt8]) -> [UInt8] {
    LibraryBytes.manifest(manifest, naming: changed, insteadOf: segment)
  }

  private init(_ texts: [String]) throws {
    let folder = try TemporaryFolder()
    let writer = try LibraryWriter(directory: folder.path)
    for (number, text) in texts.enumerated() {
      try Self.add(text, from: "\(number).txt", to: writer)
    }
    try writer.commit()
    manifest = try TemporaryFolder.bytes(at: folder.path + "/manifest")
    segment = try TemporaryFolder.bytes(at: folder.path + "/000001.segment")
  }

  /// Adds a text to a library and commits.
  fileprivate static func add(
    _ text: String, from path: String, to folder: String,
    _ policy: CataloguePolicy = CataloguePolicy()
  ) throws {
    let writer = try LibraryWriter(directory: folder, cataloguePolicy: policy)
    try add(text, from: path, to: writer)
    try writer.commit()
  }

  private static func add(_ text: String, from path: String, to writer: LibraryWriter) throws {
    let document = try TextReader().read(Array(text.utf8), path: path)
    try writer.add(
      Splitter().split(document), text: document.text,
      source: SourceFile(path: path, bytes: document.text.utf8, format: .text))
  }

  fileprivate static let rules = """
    考勤管理办法
    （2020年1月1日通过 2021年5月6日修订）
    第一章 总则
    第一条 为了加强考勤管理，制定本办法。工时，是指标准工作时间。
    第二条 本办法适用于全体员工：
    （一）正式员工𠮷；
    （二）试用期员工，ＡＢＣ 12 次 PM2.5。
    第二章 休假
    第三条之一 年休假依照第二条的规定办理。
    第四条 本办法自2021年6月1日起施行，同时废止《旧办法》。
    附件：表
    一、说明
    （一）甲乙丙：丁。
    """

  fileprivate static let texts = [
    [rules],
    [
      rules, rules.replacing("2021", with: "2023").replacing("全体员工", with: "全体职工和员工"),
      "值班规定\n一、甲乙丙。\n二、乙丙。\n特此通知。\n某公司\n2024年3月1日", "下载\n12\n相关文档",
    ],
    // So many units that lists have blocks, and grams of three are listed.
    ["清单办法\n" + (1...600).map { "第\($0)条 甲乙丙甲乙。\n" }.joined()],
  ]
}

/// A library of which a part stands in a catalogue file.
struct CataloguedLibrary {
  let manifest: [UInt8]
  let catalogue: [UInt8]
  private let segments: [String: [UInt8]]

  static let all = [try? CataloguedLibrary()].compactMap { $0 }

  private init() throws {
    let folder = try TemporaryFolder()
    for (number, text) in SmallLibrary.texts[1].enumerated() {
      // The last one stands in the manifest.
      let isLast = number == SmallLibrary.texts[1].count - 1
      try SmallLibrary.add(
        text + "\n第九条 \(number)。\n", from: "\(number).txt", to: folder.path,
        CataloguePolicy(smallest: isLast ? 1 << 16 : 0))
    }
    manifest = try TemporaryFolder.bytes(at: folder.path + "/manifest")
    let names = TemporaryFolder.names(in: folder.path)
    segments = try Dictionary(
      uniqueKeysWithValues: names.filter { $0.hasSuffix(".segment") }.map {
        ($0, try TemporaryFolder.bytes(at: folder.path + "/" + $0))
      })
    catalogue = try TemporaryFolder.bytes(at: folder.path + "/000006.catalogue")
  }

  /// The files with these among them.
  func files(_ manifest: [UInt8], _ catalogue: [UInt8]) -> [String: [UInt8]] {
    segments.merging(["manifest": manifest, "000006.catalogue": catalogue]) { $1 }
  }
}
