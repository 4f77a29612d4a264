import ChineseText
import Glibc
import Splitting
import SystemPackage

/// The corrections of a file, which stand beside it in `FILE.tiaowen`.
struct Sidecar: Sendable {
  /// What the names of sidecars end with.
  static let suffix = ".tiaowen"

  /// The bytes of the sidecar; none when there is no sidecar.
  let bytes: [UInt8]
  /// What it says.
  let corrections: Corrections

  /// Reads the sidecar of the file at `path`; standard input has none.
  static func reading(beside path: FilePath) -> Result<Sidecar, Failure> {
    let none = Sidecar(bytes: [], corrections: Corrections())
    guard path != "-" else { return .success(none) }
    let place = path.appendingToName(suffix)
    var status = stat()
    guard place.withPlatformString({ stat($0, &status) }) == 0 else {
      return errno == ENOENT ? .success(none) : .failure(.system(errno, at: place))
    }
    return FileContents.reading(place).flatMap { bytes in
      guard !bytes.isEmpty else { return .success(none) }
      guard let text = try? TextDecoder().decode(bytes) else {
        return .failure(
          Failure(
            place: place.asText, message: Sentences.current.text(.unreadableSidecar),
            help: Sentences.current.text(.unreadableSidecarHelp)))
      }
      let corrections = Corrections(SourceText(repairing: text.utf8))
      return .success(Sidecar(bytes: bytes, corrections: corrections))
    }
  }
}

extension FilePath {
  /// Whether the path is that of a sidecar.
  var isSidecar: Bool {
    withPlatformString { pointer in
      let name = UnsafeRawBufferPointer(start: pointer, count: length)
      return name.count > Sidecar.suffix.utf8.count
        && name.suffix(Sidecar.suffix.utf8.count).elementsEqual(Sidecar.suffix.utf8)
    }
  }

  /// The path of the file beside it whose name is longer by `suffix`.
  func appendingToName(_ suffix: String) -> FilePath {
    withPlatformString { pointer in
      let path = UnsafeBufferPointer(start: pointer, count: length)
      let longer = Array(path) + suffix.utf8.map { CChar(bitPattern: $0) } + [0]
      return longer.withUnsafeBufferPointer { buffer in
        buffer.baseAddress.map { FilePath(platformString: $0) } ?? self
      }
    }
  }
}

extension Failure {
  /// A sidecar that the command line names.
  static func namedSidecar(_ path: FilePath) -> Failure {
    Failure(
      place: path.asText, message: Sentences.current.text(.namedSidecar),
      help: Sentences.current.text(.namedSidecarHelp))
  }

  /// A sidecar in a folder in which the file that it corrects is missing.
  static func lonelySidecar(_ path: FilePath) -> Failure {
    Failure(place: path.asText, message: Sentences.current.text(.lonelySidecar))
  }
}
