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
    let sealed = LibraryBytes.sealed(segment: bytes)
    return read(template.manifest, bytes)
      + read(template.manifest(naming: sealed), sealed)
  }

  /// Reads a library with this manifest.
  static func faults(inManifest bytes: [UInt8]) -> [String] {
    guard let whole = SmallLibrary.all.first else { return ["there is no library to change"] }
    let template = SmallLibrary.all.first { $0.manifest.count == bytes.count } ?? whole
    let sealed = LibraryBytes.sealed(manifest: bytes)
    return read(bytes, template.segment) + read(sealed, template.segment, writing: true)
  }

  private static func read(
    _ manifest: [UInt8], _ segment: [UInt8], writing: Bool = false
  ) -> [String] {
    guard let folder = try? TemporaryFolder(),
      (try? TemporaryFolder.write(manifest, to: folder.path + "/manifest")) != nil,
      (try? TemporaryFolder.write(segment, to: folder.path + "/000001.segment")) != nil
    else { return ["the library cannot be written"] }
    if writing { _ = try? LibraryWriter(directory: folder.path) }
    guard let reader = try? LibraryReader(directory: folder.path) else { return [] }
    readAll(reader)
    search(reader)
    _ = reader.verify()
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
      let searcher = Searcher(reader, .init(on: day, limit: 20, context: 2, allRevisions: all))
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
    let old = LibraryBytes.fingerprint(ofSegment: segment)
    var manifest = manifest
    if let place = manifest.firstRange(of: old) {
      manifest.replaceSubrange(place, with: LibraryBytes.fingerprint(ofSegment: changed))
    }
    return LibraryBytes.sealed(manifest: manifest)
  }

  private init(_ texts: [String]) throws {
    let folder = try TemporaryFolder()
    let writer = try LibraryWriter(directory: folder.path)
    for (number, text) in texts.enumerated() {
      let document = try TextReader().read(Array(text.utf8), path: "\(number).txt")
      try writer.add(
        Splitter().split(document), text: document.text,
        source: SourceFile(path: "\(number).txt", bytes: document.text.utf8, format: .text))
    }
    try writer.commit()
    manifest = try TemporaryFolder.bytes(at: folder.path + "/manifest")
    segment = try TemporaryFolder.bytes(at: folder.path + "/000001.segment")
  }

  private static let rules = """
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

  private static let texts = [
    [rules],
    [
      rules, rules.replacing("2021", with: "2023").replacing("全体员工", with: "全体职工和员工"),
      "值班规定\n一、甲乙丙。\n二、乙丙。\n特此通知。\n某公司\n2024年3月1日", "下载\n12\n相关文档",
    ],
    // So many units that lists have blocks, and grams of three are listed.
    ["清单办法\n" + (1...600).map { "第\($0)条 甲乙丙甲乙。\n" }.joined()],
  ]
}
