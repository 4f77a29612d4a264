/// Why a file gives no document.
public struct ReadError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong with a file.
  public enum Reason: Hashable, Sendable {
    /// The file has no bytes.
    case empty
    /// There is no such file.
    case notFound
    /// The system does not let us read the file, in the system's words.
    case unreadable(String)
    /// The path names a folder.
    case isDirectory
    /// The file has more bytes than the limit.
    case tooLarge(limit: Int)
    /// The file is no text.
    case binary
    /// The file is of a known form that is not read, such as a spreadsheet.
    case otherFormat(String)
    /// The text is garbled (乱码).
    case undecodable
    /// The file is a Word document of the form before 2007, or RTF.
    case legacyWord(String)
    /// The Word document is protected by a password.
    case encryptedWord
    /// The Word document is damaged.
    case damagedWord(String)
    /// A part of the Word document grows beyond all measure when inflated.
    case zipBomb(part: String)
    /// A part of the Word document declares entities, which none needs.
    case entities(part: String)
    /// The document's elements are nested too deep.
    case nestingTooDeep
    /// The document holds no text, such as a scanned PDF.
    case noText
    /// The tool that reads PDF is not installed.
    case pdfToolMissing
    /// The PDF is damaged or protected, in the tool's words.
    case damagedPDF(String)
    /// A library that the form needs is not installed.
    case missingLibrary(name: String, package: String)

    /// Whether the file is of a form that nobody expects to be read, so that
    /// a walk through a folder passes over it.
    public var isForeignFormat: Bool {
      switch self {
      case .binary, .otherFormat: true
      default: false
      }
    }
  }

  /// The file, as it was named.
  public let path: String
  /// What is wrong with it.
  public let reason: Reason

  /// An error about the file at `path`.
  public init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }

  /// The file and what is wrong with it.
  public var description: String { "\(path): \(reason.sentence)" }

  /// What to do about it, or `nil`.
  public var help: String? { reason.help }
}

extension ReadError.Reason {
  /// What is wrong, without the file.
  public var sentence: String {
    switch self {
    case .empty: "the file is empty"
    case .notFound: "no such file"
    case .unreadable(let words): "cannot be read: \(words)"
    case .isDirectory: "is a folder"
    case .tooLarge(let limit): "has more than \(limit) bytes"
    case .binary: "is no text"
    case .otherFormat(let name): "is \(name), which is not read"
    case .undecodable: "the text is garbled (乱码) in every known encoding"
    case .legacyWord(let name): "is \(name), which is not read"
    case .encryptedWord: "the Word document is protected by a password"
    case .damagedWord(let detail): "the Word document is damaged: \(detail)"
    case .zipBomb(let part): "'\(part)' grows beyond the limit when inflated"
    case .entities(let part): "'\(part)' declares a document type, which Word never does"
    case .nestingTooDeep: "the elements are nested too deep"
    case .noText: "the document holds no text"
    case .pdfToolMissing: "PDF needs the tool 'pdftotext', which is not installed"
    case .damagedPDF(let detail): "the PDF cannot be read: \(detail)"
    case .missingLibrary(let name, _): "this form needs the library \(name), which is not installed"
    }
  }

  /// What to do, or `nil`.
  public var help: String? {
    switch self {
    case .empty, .notFound: "check the path, or save the document again"
    case .unreadable: "check the permissions of the file"
    case .isDirectory: "name a file in it, or ingest the whole folder"
    case .tooLarge: "divide the document into smaller ones"
    case .binary, .otherFormat: "give text, HTML, DOCX, Markdown or PDF"
    case .undecodable: "get the text again from where it came, and save it as UTF-8"
    case .legacyWord: "open it in Word, WPS or LibreOffice and save it as .docx"
    case .encryptedWord: "open it with the password and save it without one"
    case .damagedWord: "open it in Word, WPS or LibreOffice, repair it and save it again"
    case .zipBomb, .entities: "do not open this file unless you know who made it"
    case .nestingTooDeep: "save the document as plain text"
    case .noText: "a scanned document must be recognised (OCR) first"
    case .pdfToolMissing: "install it with 'apt-get install poppler-utils'"
    case .damagedPDF: "open it in a PDF viewer and save or print it as a new PDF"
    case .missingLibrary(_, let package): "install it with 'apt-get install \(package)'"
    }
  }
}
