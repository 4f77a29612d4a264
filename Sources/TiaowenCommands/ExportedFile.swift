import Library
import Publishing
import SystemPackage

/// The one file that `export --single-file` writes.
struct ExportedFile {
  let path: FilePath
  /// The files that were ingested, which are never written over.
  let sources: [String]

  /// Writes the file, or prints it for `-`.
  func write(_ site: Site) throws {
    let bytes: [UInt8]
    do throws(LibraryError) { bytes = try site.singleFile() } catch { throw Failure(error) }
    guard path != "-" else {
      var output = StandardOutput()
      output.write(bytes)
      output.flush()
      return
    }
    try OutputFile(path, reading: sources.map { FilePath(escaped: $0) }).write(bytes)
    StandardError.tell(
      "export",
      Sentences.current.text(.exportedFile, path.asText, site.plan.regulations.count))
  }
}
