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

  @Flag(help: .init(.foldVariantsHelp))
  var foldVariants = false

  @Option(
    help: .init(.onHelp, "day"),
    transform: CalendarDate.argument)
  var on: CalendarDate?

  @Option(help: .init(.formatHelp, "form"))
  var format = OutputFormat.text

  @Flag(help: .init(.facetsHelp))
  var facets = false

  @Flag(help: .init(.explainHelp))
  var explain = false

  @Flag(help: .init(.citeHelp))
  var cite = false

  @Flag(help: .init(.plainHelp))
  var plain = false

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
    if explain, queries != nil || form != nil {
      throw ValidationError(sentences.text(.explainAlone))
    }
    guard form != nil else { return }
    if cite, plain { throw ValidationError(sentences.text(.severalForms)) }
    if format == .json { throw ValidationError(sentences.text(.severalForms)) }
    if queries != nil { throw ValidationError(sentences.text(.formOfQueries)) }
    if facets { throw ValidationError(sentences.text(.countsWithForm)) }
  }

  /// The form that leaves out everything else, if one was asked for.
  ///
  /// The parser knows it as two flags: a type of its own costs it time at each start.
  private var form: SearchForm? { cite ? .cite : plain ? .plain : nil }

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
      allRevisions: allRevisions, inTitle: inTitle, match: match,
      foldingVariants: foldVariants)
    let searcher = Searcher(reader, options, forMany: queries != nil)
    if let queries {
      try answer(PathArguments.paths(of: [queries])[0], searcher)
    } else {
      try answer(words, searcher, in: reader)
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
        let result = try searcher.search(line)
        json.write(result, counts: facets ? searcher.counts(of: result) : nil)
      } catch {
        if case .library(let error) = error { damage = error }
        json.write(error: Failure(error).message, at: error.offset, of: line)
      }
      output.write(json.bytes)
    }
    output.flush()
    if let damage { throw Failure(damage) }
  }

  /// Answers the query of the command line.
  private func answer(
    _ query: String, _ searcher: Searcher, in reader: LibraryReader
  ) throws {
    let messages = SearchMessages(query: query, options: keptOptions)
    let result: SearchResult
    do throws(SearchError) {
      result = try searcher.search(query)
    } catch {
      if case .query(let error) = error { throw Failure(error, in: query) }
      throw Failure(error)
    }
    let isMissing = result.isEmpty || result.mode == .closest && match == .auto
    let counts = facets && !result.isEmpty ? searcher.counts(of: result) : nil
    let explanations = explain ? try? searcher.explanations(of: query) : nil
    var output = StandardOutput()
    if format == .json {
      let absence =
        isMissing ? try searcher.absence(of: result, lookingFurther: result.isEmpty) : nil
      var json = JSONWriter()
      json.write(result, counts: counts, absence: absence, explanations: explanations)
      output.write(json.bytes)
      output.flush()
    } else {
      if let hint = result.hint { messages.tell(hint) }
      if form != nil { messages.tellCount(of: result, isClosestAskedFor: match == .any) }
      output.write(text(of: result, counts, explanations ?? []))
      // Nobody waits for hits until it is known what else there is.
      output.flush()
      if isMissing {
        let absence = try searcher.absence(of: result)
        messages.tell(absence, of: result, isEmptyLibrary: reader.regulationCount == 0)
      }
    }
    if result.isEmpty { throw ExitCode(1) }
  }

  /// The hits in the form that was asked for; nothing where nothing was found.
  private func text(
    of result: SearchResult, _ counts: [RegulationCount]?, _ explanations: [ScoreExplanation]
  ) -> String {
    guard !result.isEmpty else { return "" }
    if let form { return form.lines(of: result) }
    return SearchText(
      result: result, terminal: .output, asksForClosest: match == .any, counts: counts,
      explanations: explanations
    ).lines
  }

  /// The options that a proposed command repeats.
  private var keptOptions: [String] {
    var options: [String] = []
    if let folder = library.folder { options += ["--index", folder.quotedForShell] }
    if let inTitle { options += ["--in", inTitle.quotedForShell] }
    if let on { options += ["--on", "\(on)"] }
    if allRevisions { options.append("--all-revisions") }
    if foldVariants { options.append("--fold-variants") }
    return options
  }
}

extension SearchOptions.Match: ExpressibleByArgument {}
