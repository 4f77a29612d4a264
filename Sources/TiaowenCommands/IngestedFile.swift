import ChineseText
import DocumentReaders
import Library
import Splitting
import SystemPackage

/// What the library's files were when they were read.
struct KnownFiles: Sendable {
  /// The library, or `nil` when every file is to be read.
  var library: LibraryReader?
  /// The fingerprints of files that are gone.
  var gone: Set<ContentHash> = []

  /// The fingerprint that a file had.
  subscript(path: String) -> ContentHash? { library?.hash(ofSource: path) }
}

/// What became of one file of an ingest.
enum IngestedFile: Sendable {
  /// It was read and split.
  case read(SplitDocument, SourceText, SourceFile)
  /// It is as it was when it was read last.
  case unchanged
  /// It is not known, but one that is gone had these bytes.
  case moved(ContentHash)
  /// It is in a folder, and of a form that is not read or empty.
  case foreign(Failure)
  /// It could not be read.
  case failed(Failure)

  /// Reads a file and its sidecar, unless `known` has the hash of their bytes.
  init(_ file: SourceWalk.File, known: KnownFiles) {
    let path = file.path.asText
    let contents = FileContents.reading(file.path).flatMap { bytes in
      Sidecar.reading(beside: file.path).map { (bytes, $0) }
    }
    switch contents {
    case .failure(let failure):
      self = .failed(failure)
    case .success(let (bytes, sidecar)):
      let hash = ContentHash(bytes, sidecar: sidecar.bytes)
      if known[path] == hash {
        self = .unchanged
      } else if known[path] == nil, known.gone.contains(hash) {
        self = .moved(hash)
      } else {
        self.init(bytes, hash, file, sidecar.corrections)
      }
    }
  }

  private init(
    _ bytes: [UInt8], _ hash: ContentHash, _ file: SourceWalk.File, _ corrections: Corrections
  ) {
    let path = file.path.asText
    do throws(ReadError) {
      let document = try SourceReader().read(bytes, path: path)
      var split = Splitter().split(document, corrections)
      split.diagnostics = document.diagnostics + split.diagnostics
      let source = SourceFile(
        path: path, byteCount: bytes.count, hash: hash, format: document.format,
        encoding: document.encoding)
      self = .read(split, document.text, source)
    } catch {
      let isText = !error.reason.isForeignFormat && error.reason != .empty
      self = isText || file.isNamed ? .failed(Failure(error)) : .foreign(Failure(error))
    }
  }
}

extension SourceFile {
  /// Where the file is.
  var location: FilePath {
    let path = FilePath(path)
    guard case .failure = FileContents.reading(path) else { return path }
    return FilePath(escaped: self.path)
  }

  /// Whether the file and its sidecar give now what they gave when they were
  /// read.
  var isAsItWas: Bool {
    let location = location
    guard case .success(let bytes) = FileContents.reading(location),
      case .success(let sidecar) = Sidecar.reading(beside: location)
    else { return false }
    return ContentHash(bytes, sidecar: sidecar.bytes) == hash
  }
}
