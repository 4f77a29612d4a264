import ArgumentParser
import ChineseText
import Library
import Search
import SystemPackage

/// `tiaowen search`: finds clauses by words, phrases, questions and citations.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration("search", .aboutSearch, .moreAboutSearch)

  @OptionGroup var library: LibraryOption

  @Option(parsing: .unconditional, help: .init(.limitHelp, "number"))
  var limit = 10

  @Option(
    parsing: .unconditional,
    help: .init(.contextHelp, "number"))
  var context = 0

  @Option(name: .customLong("in"), help: .init(.inTitleHelp, "title"))
  var inTitle: String?

  @Flag(help: .init(.allRevisionsHelp))
  var allRevisions = false

  @Option(help: .init(.matchHelp, "kind"))
  var match = SearchOptions.Match.auto

  @Option(
    help: .init(.onHelp, "day"),
    transform: CalendarDate.argument)
  var on: CalendarDate?

  @Option(help: .init(.formatHelp, "form"))
  var format = OutputFormat.text

  @Option(help: .init(.queriesFileHelp, "file"))
  var queries: String?

  @Argument(parsing: .allUnrecognized, help: .init(.queryHelp))
  var query: [String] = []

  func validate() throws {
    let sentences = Sentences.current
    guard limit >= 0, context >= 0 else { throw ValidationError(sentences.text(.negativeCount)) }
    if let word = Self.unknownOption(in: query) {
      throw ValidationError(sentences.text(.unknownOption, word.shown))
    }
    guard query.isEmpty != (queries == nil) else {
      throw ValidationError(sentences.text(.queryOrQueries))
    }
  }

  /// The first word that looks like an option and does not stand after `--`.
  private static func unknownOption(in query: [String]) -> String? {
    query.prefix { $0 != "--" }.first { $0.hasPrefix("--") }
  }

  /// The query's text, without the `--` that only ends the options.
  private var words: String {
    var words = query
    if let end = words.firstIndex(of: "--") { words.remove(at: end) }
    return words.joined(separator: " ")
  }

  func run() throws {
    let reader = try library.open()
    let options = SearchOptions(
      on: try on ?? CalendarDate.today(), limit: limit, context: context,
      allRevisions: allRevisions, inTitle: inTitle, match: match)
    let searcher = Searcher(reader, options, forMany: queries != nil)
    if let queries {
      try answer(PathArguments.paths(of: [queries])[0], searcher)
    } else {
      try answer(words, searcher, in: reader, options)
    }
  }

  /// Answers each line of a file.
  private func answer(_ file: FilePath, _ searcher: Searcher) throws {
    var lines = try QueryLines(file)
    var output = StandardOutput()
    var damage: LibraryError?
    while let line = try lines.next(beforeWaiting: { output.flush() }) {
      var json = JSONWriter()
      do throws(SearchError) {
        json.write(try searcher.search(line))
      } catch {
        if case .library(let error) = error { damage = error }
        json.write(error: Failure(error).message, of: line)
      }
      output.write(json.bytes)
    }
    output.flush()
    if let damage { throw Failure(damage) }
  }

  /// Answers the query of the command line.
  private func answer(
    _ query: String, _ searcher: Searcher, in reader: LibraryReader, _ options: SearchOptions
  ) throws {
    let result: SearchResult
    do throws(SearchError) {
      result = try searcher.search(query)
    } catch {
      throw Failure(error)
    }
    var output = StandardOutput()
    if format == .json {
      var json = JSONWriter()
      json.write(result)
      output.write(json.bytes)
    } else {
      if let hint = result.hint { StandardError.tell("search", hint.words.shown) }
      if result.mode == .closest, match == .auto, result.hint == nil,
        let sentence = try Self.sentence(aboutOthersThan: options, holding: query, in: reader)
      {
        StandardError.tell("search", sentence)
      }
      if !result.isEmpty {
        output.write(
          SearchText(result: result, terminal: .output, asksForClosest: match == .any).lines)
      }
    }
    output.flush()
    guard result.isEmpty else { return }
    if format == .text {
      let nothing = reader.regulationCount == 0 ? Sentence.emptyLibrary : .nothingFound
      StandardError.tell(
        "search",
        try Self.sentence(aboutOthersThan: options, holding: query, in: reader)
          ?? Sentences.current.text(nothing))
    }
    throw ExitCode(1)
  }

  /// What there is to say when no text in force holds a query, but others do.
  private static func sentence(
    aboutOthersThan options: SearchOptions, holding query: String, in reader: LibraryReader
  ) throws -> String? {
    var all = options
    all.allRevisions = true
    all.match = .exact
    all.limit = 0
    do throws(SearchError) {
      let total = options.allRevisions ? 0 : try Searcher(reader, all).search(query).total
      return total > 0 ? Sentences.current.text(.foundInOthers, total) : nil
    } catch {
      if case .library(let error) = error { throw Failure(error) }
      return nil
    }
  }
}

extension SearchOptions.Match: ExpressibleByArgument {}
