import ChineseText
import DocumentReaders
import Library
import Search
import Splitting

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Makes libraries of growing size and measures what everything costs in them.
///
/// The texts are those of `RegulationWriter`, by number, so that the library of
/// one size holds those of the smaller ones. A library is built and then used
/// in processes of their own, so that the memory of each is its own.
struct GrowthBenchmark {
  private static let updateCount = 300
  /// The number of the first text that only updates add.
  private static let firstUpdate = 1_000_000

  let folder: String
  let byteCount: Int

  /// Measures libraries of some sizes in bytes of text, and prints tables.
  static func run(_ sizes: [Int]) throws {
    for size in sizes {
      var template = Array("/tmp/tiaowen-growth-XXXXXX".utf8CString)
      guard mkdtemp(&template) != nil else { throw SystemFailure(number: errno) }
      let bytes = template.prefix { $0 != 0 }.map(UInt8.init(bitPattern:))
      let folder = String(decoding: bytes, as: UTF8.self)
      defer { remove(folder) }
      print("\(size / 1_000_000) MB")
      fflush(nil)
      for part in ["build", "use"] { try runPart(part, folder + "/library", size) }
    }
  }

  /// Runs a part in a process of its own.
  private static func runPart(_ part: String, _ folder: String, _ size: Int) throws {
    let arguments = ["benchmarks", "growth-\(part)", folder, String(size)]
    var pointers = arguments.map { strdup($0) } + [nil]
    defer { pointers.forEach { free($0) } }
    var process = pid_t()
    let failure = posix_spawn(&process, "/proc/self/exe", nil, nil, &pointers, environ)
    guard failure == 0 else { throw SystemFailure(number: failure) }
    var status: Int32 = 0
    guard waitpid(process, &status, 0) == process, status == 0 else {
      throw SystemFailure(number: errno)
    }
  }

  private struct SystemFailure: Error {
    var number: Int32
  }

  /// Runs the part that the arguments name; `false` when they name none.
  static func runsPart(_ arguments: [String]) throws -> Bool {
    guard arguments.count == 3, let size = Int(arguments[2]) else { return false }
    let benchmark = GrowthBenchmark(folder: arguments[1], byteCount: size)
    switch arguments[0] {
    case "growth-build": try benchmark.ingest().forEach { print("  \($0)") }
    case "growth-use":
      try benchmark.queries().forEach { print("  \($0)") }
      try benchmark.opening().forEach { print("  \($0)") }
      try benchmark.updates().forEach { print("  \($0)") }
    default: return false
    }
    return true
  }

  // MARK: Building

  private func ingest() throws -> [Measurement] {
    var seconds = (split: 0.0, add: 0.0, commit: 0.0)
    var written = 0
    var count = 0
    let writer = try LibraryWriter(directory: folder)
    let peak = try AnonymousMemory.peak {
      while written < byteCount {
        let text = RegulationWriter.text(number: count)
        let start = Measurement.processorSeconds()
        let (document, split) = try Self.split(text, number: count)
        let middle = Measurement.processorSeconds()
        try Self.add(document, split, text, number: count, to: writer)
        seconds.split += middle - start
        seconds.add += Measurement.processorSeconds() - middle
        written += text.count
        count += 1
      }
      let start = Measurement.processorSeconds()
      try writer.commit()
      seconds.commit = Measurement.processorSeconds() - start
    }
    let perMegabyte = 1e9 / Double(written)
    return [
      Measurement(name: "regulations", figure: Double(count), unit: ""),
      Measurement(
        name: "reading and splitting", figure: seconds.split * perMegabyte, unit: "ms/MB"),
      Measurement(
        name: "filing and building",
        figure: (seconds.add + seconds.commit) * perMegabyte, unit: "ms/MB"),
      Measurement(name: "memory of ingesting", figure: Double(peak) / 1e6, unit: "MB"),
      Measurement(
        name: "library / text", figure: Double(try Self.size(of: folder)) / Double(written),
        unit: ""),
    ]
  }

  private static func split(
    _ text: [UInt8], number: Int
  ) throws -> (SourceDocument, SplitDocument) {
    let document = try SourceReader().read(text, path: path(of: number))
    return (document, Splitter().split(document))
  }

  private static func add(
    _ document: SourceDocument, _ split: SplitDocument, _ text: [UInt8], number: Int,
    to writer: LibraryWriter
  ) throws {
    let source = SourceFile(
      path: path(of: number), bytes: text, format: document.format, encoding: document.encoding)
    try writer.add(split, text: document.text, source: source)
  }

  private static func path(of number: Int) -> String { "texts/\(number).txt" }

  /// The bytes of the files in a folder.
  private static func size(of folder: String) throws -> Int {
    guard let listing = opendir(folder) else { return 0 }
    defer { closedir(listing) }
    var size = 0
    while let item = readdir(listing) {
      let name = withUnsafeBytes(of: item.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      var status = stat()
      if !name.hasPrefix("."), stat(folder + "/" + name, &status) == 0 {
        size += Int(status.st_size)
      }
    }
    return size
  }

  private static func remove(_ folder: String) {
    for path in [folder + "/library", folder] {
      guard let listing = opendir(path) else { continue }
      defer {
        closedir(listing)
        rmdir(path)
      }
      while let item = readdir(listing) {
        let name = withUnsafeBytes(of: item.pointee.d_name) {
          String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
        }
        if !name.hasPrefix(".") { unlink(path + "/" + name) }
      }
    }
  }
}

// MARK: - Reading

extension GrowthBenchmark {
  private static let queriesPerClass = 200
  private static let frequentWords = ["应当", "规定", "有关部门", "主管部门", "申请人", "管理"]

  private var options: SearchOptions {
    get throws {
      guard let day = CalendarDate(year: 2026, month: 1, day: 1) else { throw InvalidDay() }
      return SearchOptions(on: day)
    }
  }

  private struct InvalidDay: Error {}

  private func opening() throws -> [Measurement] {
    let options = try options
    let time = try Measurement.bestTime(runs: 9) {
      _ = Searcher(try LibraryReader(directory: folder), options)
    }
    return [Measurement(name: "opening", figure: time / .milliseconds(1), unit: "ms")]
  }

  private func queries() throws -> [Measurement] {
    let samples = samples()
    let options = try options
    var searcher: Searcher?
    // First, before earlier queries have left memory to be used again.
    let peak = try AnonymousMemory.peak {
      let opened = Searcher(try LibraryReader(directory: folder), options)
      for sample in samples {
        for query in sample.queries { _ = try opened.search(query) }
      }
      searcher = opened
    }
    var rows = try samples.flatMap { name, queries in
      let times = try queries.map { query in
        try Measurement.bestTime(runs: 3) { _ = try searcher?.search(query) }
      }
      return Measurement.percentiles("page for \(name),", times)
    }
    rows.append(
      Measurement(name: "memory of opening and queries", figure: Double(peak) / 1e6, unit: "MB"))
    return rows
  }

  /// Pieces of the texts by their length, frequent words, several words at once
  /// and questions.
  private func samples() -> [(name: String, queries: [String])] {
    var random = SeededNumbers(seed: 7)
    var samples = [1, 2, 4, 8].map { count in
      (
        name: "\(count) characters",
        queries: (0..<Self.queriesPerClass).map { _ in "text:\"\(piece(count, &random))\"" }
      )
    }
    samples.append(("frequent words", Self.frequentWords))
    samples.append(
      (
        "two words",
        (0..<Self.queriesPerClass).map { _ in "\(piece(2, &random)) \(piece(3, &random))" }
      ))
    samples.append(
      (
        "questions",
        (0..<Self.queriesPerClass / 4).map { _ in
          (0..<5).map { _ in piece(6, &random) }.joined(separator: "怎么")
        }
      ))
    return samples
  }

  private func piece(_ count: Int, _ random: inout SeededNumbers) -> String {
    let known = byteCount / RegulationWriter.typicalByteCount
    while true {
      let text = Array(
        String(decoding: RegulationWriter.text(number: random.next(below: known)), as: UTF8.self)
          .unicodeScalars)
      let start = random.next(below: text.count - count)
      let piece = text[start..<(start + count)]
      if piece.allSatisfy({ 0x4E00...0x9FFF ~= $0.value }) {
        return String(String.UnicodeScalarView(piece))
      }
    }
  }
}

// MARK: - Changing

extension GrowthBenchmark {
  /// One regulation after another, each opened, filed and committed on its own.
  private func updates() throws -> [Measurement] {
    var times: [Duration] = []
    var processorTimes: [Double] = []
    let clock = ContinuousClock()
    for index in 0..<Self.updateCount {
      let number = Self.firstUpdate + index
      let text = RegulationWriter.text(number: number)
      let start = Measurement.processorSeconds()
      times.append(
        try clock.measure {
          let (document, split) = try Self.split(text, number: number)
          let writer = try LibraryWriter(directory: folder)
          try Self.add(document, split, text, number: number, to: writer)
          try writer.commit()
        })
      processorTimes.append((Measurement.processorSeconds() - start) * 1000)
    }
    let longest = times.max() ?? .zero
    let median = times.sorted()[times.count / 2]
    return [
      Measurement(name: "one-regulation update p50", figure: median / .milliseconds(1), unit: "ms"),
      Measurement(
        name: "one-regulation update, longest of \(times.count)",
        figure: longest / .milliseconds(1), unit: "ms"),
      Measurement(
        name: "processor's time of it p50", figure: processorTimes.sorted()[times.count / 2],
        unit: "ms"),
      Measurement(
        name: "processor's time of it, longest", figure: processorTimes.max() ?? 0, unit: "ms"),
    ]
  }
}
