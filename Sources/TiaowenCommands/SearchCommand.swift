import ArgumentParser
import ChineseText
import Library
import Search
import SystemPackage

/// `tiaowen search`: finds clauses by words, phrases, questions and citations.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find the clauses that hold a query.",
    discussion: """
      Terms separated by blanks must all hold; a term is any piece of text, from one character \
      on. "…" is a phrase with blanks or signs in it; OR, NOT or -term, and parentheses \
      combine terms. text: (正文:), heading: (标题:), title: (名称:) and no: (条:) look in one \
      place. 《名称》第三十九条 finds the article. A term that begins with -- stands after '--'.
      """)

  @OptionGroup var library: LibraryOption

  @Option(parsing: .unconditional, help: "The most hits to print.")
  var limit = 10

  @Option(
    parsing: .unconditional,
    help: "Print this many neighbouring articles on each side of a hit.")
  var context = 0

  @Option(name: .customLong("in"), help: "Search only regulations whose title holds this.")
  var inTitle: String?

  @Flag(help: "Search revisions that are not in force, too.")
  var allRevisions = false

  @Option(
    help: """
      exact: every term must hold; any: the closest texts; auto: exact, and the closest when \
      nothing holds every term.
      """)
  var match = SearchOptions.Match.auto

  @Option(
    help: "Search what is in force on this day, as 2024-03-01 (default: today).",
    transform: CalendarDate.argument)
  var on: CalendarDate?

  @Option(help: "text for people, json for one object.")
  var format = OutputFormat.text

  @Option(help: "Read one query a line from a file or '-', and print one JSON object for each.")
  var queries: String?

  @Argument(parsing: .allUnrecognized, help: "The query.")
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
    let searcher = Searcher(reader, options)
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
      if let hint = result.hint { StandardError.write("tiaowen search: \(hint.words.shown)\n") }
      if !result.isEmpty {
        output.write(SearchText(result: result, terminal: .output).lines)
      }
    }
    output.flush()
    guard result.isEmpty, result.total == 0 else { return }
    if format == .text {
      StandardError.write(try Self.sentence(aboutNothingFor: query, in: reader, options) + "\n")
    }
    throw ExitCode(1)
  }

  /// What there is to say when no text in force holds a query.
  private static func sentence(
    aboutNothingFor query: String, in reader: LibraryReader, _ options: SearchOptions
  ) throws -> String {
    let sentences = Sentences.current
    var all = options
    all.allRevisions = true
    all.match = .exact
    all.limit = 0
    do throws(SearchError) {
      let total = options.allRevisions ? 0 : try Searcher(reader, all).search(query).total
      if total > 0 { return sentences.text(.foundInOthers, total) }
    } catch {
      if case .library(let error) = error { throw Failure(error) }
    }
    return sentences.text(.nothingFound)
  }
}

extension SearchResult {
  fileprivate var isEmpty: Bool { hits.isEmpty && regulations.isEmpty }
}

extension SearchOptions.Match: ExpressibleByArgument {}
