import ArgumentParser
import ChineseText
import Library
import Publishing
import SystemPackage

/// `tiaowen export`: regulations as pages for browsers, or in other forms.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration("export", .aboutExport, .moreAboutExport)

  @OptionGroup var library: LibraryOption

  @Option(name: .shortAndLong, help: .init(.exportOutputHelp, "path"))
  var output: String

  @Option(help: .init(.exportFormatHelp, "form"))
  var format = ExportFormat.html

  @Flag(help: .init(.singleFileHelp))
  var singleFile = false

  @Option(help: .init(.onlyHelp, "words"))
  var only: [String] = []

  @Option(help: .init(.exceptHelp, "words"))
  var except: [String] = []

  @Option(help: .init(.statusHelp, "status"))
  var status: [String] = []

  @Flag(help: .init(.originalsHelp))
  var originals = false

  @Option(help: .init(.siteTitleHelp, "text"))
  var title: String?

  @Option(help: .init(.siteOrganisationHelp, "text"))
  var organisation: String?

  @Option(help: .init(.siteFooterHelp, "text"))
  var footer: String?

  @Option(help: .init(.siteContactHelp, "text"))
  var contact: String?

  @Option(help: .init(.siteFileOptionHelp, "file"))
  var site: String?

  @Option(help: .init(.onHelp, "day"), transform: CalendarDate.argument)
  var on: CalendarDate?

  func validate() throws {
    let sentences = Sentences.current
    if output.isEmpty { throw ValidationError(sentences.text(.emptyExport)) }
    if output == "-", !singleFile { throw ValidationError(sentences.text(.folderIsNoPipe)) }
    if singleFile, originals { throw ValidationError(sentences.text(.originalsInFile)) }
    if (only + except).contains("") { throw ValidationError(sentences.text(.emptyWords)) }
    if singleFile, format != .html {
      throw ValidationError(sentences.text(.singleFileOfPages, format.rawValue))
    }
    for word in status where SiteFile.status(word) == nil {
      let known = sentences.list(SiteFile.statuses.map(\.rawValue))
      throw ValidationError(sentences.text(.unknownStatusWord, word.shown, known))
    }
  }

  func run() throws {
    let reader = try library.open()
    let options = try options()
    let day = try on ?? CalendarDate.today()
    let path = PathArguments.paths(of: [output])[0]
    let plan = try SitePlan(reader, options, on: day)
    guard !plan.regulations.isEmpty else {
      StandardError.tell(
        "export", Sentences.current.text(.nothingToExport, reader.regulationCount))
      throw ExitCode(1)
    }
    if singleFile {
      let file = ExportedFile(path: path, sources: reader.sourcePaths)
      return try file.write(try Site(plan, reader, options))
    }
    guard !LibraryReader.isLibrary(path.string) else {
      throw Failure(
        place: path.asText, message: Sentences.current.text(.exportIntoLibrary),
        help: Sentences.current.text(.exportIntoLibraryHelp))
    }
    let folder = ExportedFolder(path: path, format: format)
    if format == .html {
      try folder.write(try Site(plan, reader, options))
    } else {
      try folder.write(plan, of: reader)
    }
  }

  /// What `site.json` says, and above that the command line.
  private func options() throws(Failure) -> SiteOptions {
    var options = SiteOptions()
    if let site {
      options = try SiteFile.options(PathArguments.paths(of: [site])[0])
    } else {
      let beside = library.path.appending(SiteFile.name)
      if FileContents.exists(beside) { options = try SiteFile.options(beside) }
    }
    options.title = title ?? options.title
    options.organisation = organisation ?? options.organisation
    options.footer = footer ?? options.footer
    options.contact = contact ?? options.contact
    if !only.isEmpty { options.only = only }
    options.except += except
    if !status.isEmpty {
      options.statuses = Set(status.compactMap { SiteFile.status($0) })
    }
    if originals { options.holdsOriginals = true }
    return options
  }
}
