import ArgumentParser
import ChineseText
import Glibc
import Library
import Publishing
import SystemPackage

/// The folder that `export` writes.
struct ExportedFolder {
  let path: FilePath
  let format: ExportFormat

  /// Writes a site.
  func write(_ site: Site) throws {
    let count = site.plan.regulations.count
    var gone = Set<String>()
    try write(count) {
      (folder: inout SiteFolder, progress: inout Progress, interruption: Interruption) in
      do {
        try site.forEachFile(
          original: { file in
            let bytes = Self.original(file)
            if bytes == nil { gone.insert(file.path) }
            return bytes
          },
          progress: { done in
            progress.show(done: done, path: site.plan.regulations[done - 1].catalogued.title)
          },
          { (name: String, bytes: [UInt8]) throws(SiteFolder.Fault) in
            try interruption.guarding { () throws(SiteFolder.Fault) in
              try folder.add(name, bytes)
            }
          })
      } catch SiteError<SiteFolder.Fault>.body(let fault) {
        throw Failure(fault)
      } catch SiteError<SiteFolder.Fault>.unreadable(let error) {
        throw Failure(error)
      }
    }
    guard !gone.isEmpty else { return }
    let sentences = Sentences.current
    let names = sentences.list(gone.sorted().prefix(3).map(\.shown)) + (gone.count > 3 ? "…" : "")
    StandardError.tell("export", sentences.text(.originalGone, gone.count, names))
  }

  /// The bytes of a file that was ingested, when it is still the same.
  private static func original(_ file: SourceFile) -> [UInt8]? {
    let path = FilePath(escaped: file.path)
    guard case .success(let bytes) = FileContents.reading(path), bytes.count == file.byteCount,
      case .success(let sidecar) = Sidecar.reading(beside: path)
    else { return nil }
    return ContentHash(bytes, sidecar: sidecar.bytes) == file.hash ? bytes : nil
  }

  /// Writes each revision as a file of its own.
  func write(_ plan: SitePlan, of reader: LibraryReader) throws {
    try write(plan.regulations.count) { folder, progress, interruption in
      for (index, regulation) in plan.regulations.enumerated() {
        for catalogued in regulation.catalogued.revisions {
          let form = ExportedForm(
            regulation: regulation.catalogued, catalogued: catalogued,
            revision: try reader.revision(catalogued))
          let name = "\(regulation.catalogued.id)/\(catalogued.name).\(format.fileEnding)"
          do {
            let bytes = try form.bytes(format)
            try interruption.guarding { () throws(SiteFolder.Fault) in
              try folder.add(name, bytes)
            }
          } catch let error as PublishingError {
            throw Failure(error, of: "export")
          }
        }
        progress.show(done: index + 1, path: regulation.catalogued.title)
      }
    }
  }

  private func write(
    _ count: Int, _ content: (inout SiteFolder, inout Progress, Interruption) throws -> Void
  ) throws {
    var progress = Progress(total: count)
    defer { progress.clear() }
    let report: SiteFolder.Report
    do {
      var folder = try SiteFolder(
        path.string, form: format == .html ? "site" : format.rawValue)
      let place = path.string
      let interruption = Interruption("export", (.exportInterrupted, .exportFinishing)) {
        SiteFolder.discardUnfinished(in: place)
      }
      defer { interruption.end() }
      try content(&folder, &progress, interruption)
      interruption.finish()
      report = try folder.finish()
    } catch let fault as SiteFolder.Fault {
      throw Failure(fault)
    }
    progress.clear()
    let sentences = Sentences.current
    StandardError.tell(
      "export",
      sentences.text(
        .exported, path.asText, count, report.written, report.kept, report.removed))
  }
}

extension Failure {
  /// Why a file of a site could not be written.
  init(_ fault: SiteFolder.Fault) {
    let sentences = Sentences.current
    switch fault.reason {
    case .system(let code):
      self.init(
        place: fault.path, message: SystemSentences.reason(code),
        help: sentences.text(.exportFolderHelp))
    case .foreign:
      self.init(
        place: fault.path, message: sentences.text(.foreignFile),
        help: sentences.text(.foreignFileHelp))
    case .busy:
      self.init(
        place: fault.path, message: sentences.text(.siteIsBusy),
        help: sentences.text(.siteIsBusyHelp))
    }
  }
}
