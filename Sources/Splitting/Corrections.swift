public import ChineseText

/// What an editor says of a text that was misread: the content of a sidecar.
///
/// A sidecar is a text of lines such as `编号: 「第十三条 出差人员」`, which quote the
/// words that they are about, so that they outlive small changes of the source.
/// `Documentation/Corrections.md` describes every line.
public struct Corrections: Hashable, Sendable {
  /// The lines that were understood, in order.
  let lines: [Correction]
  /// What is wrong with the others.
  let diagnostics: [Diagnostic]

  /// No corrections.
  public init() {
    (lines, diagnostics) = ([], [])
  }

  /// The corrections that the text of a sidecar gives.
  ///
  /// A line that is not understood becomes a diagnostic of the split.
  public init(_ text: SourceText) {
    var lines: [Correction] = []
    var diagnostics: [Diagnostic] = []
    let all = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, bytes) in all.enumerated() {
      var reader = CorrectionReader(bytes, line: index + 1)
      guard !reader.isBlankOrComment else { continue }
      do throws(CorrectionReader.Fault) {
        lines.append(try reader.correction())
      } catch {
        diagnostics.append(reader.diagnostic(of: error))
      }
    }
    (self.lines, self.diagnostics) = (lines, diagnostics)
  }

  /// Whether there is nothing to correct and nothing to say.
  public var isEmpty: Bool { lines.isEmpty && diagnostics.isEmpty }
}

extension Diagnostic.Code {
  /// A line of the sidecar was followed.
  public static let corrected = Diagnostic.Code(rawValue: "corrected")
  /// The text is read as a line of the sidecar says without the sidecar.
  public static let correctionUnneeded = Diagnostic.Code(rawValue: "correction-unneeded")
  /// A line of the sidecar begins with no keyword.
  public static let correctionKeyword = Diagnostic.Code(rawValue: "correction-keyword")
  /// A line of the sidecar quotes nothing.
  public static let correctionQuote = Diagnostic.Code(rawValue: "correction-quote")
  /// A line of the sidecar gives a value that means nothing.
  public static let correctionValue = Diagnostic.Code(rawValue: "correction-value")
  /// A line of the sidecar has something at its end that means nothing.
  public static let correctionRest = Diagnostic.Code(rawValue: "correction-rest")
  /// The words that a line of the sidecar quotes do not stand in the text.
  public static let correctionNotFound = Diagnostic.Code(rawValue: "correction-not-found")
  /// The words that a line of the sidecar quotes stand at several places.
  public static let correctionAmbiguous = Diagnostic.Code(rawValue: "correction-ambiguous")
  /// The words that a line of the sidecar calls a label are none.
  public static let correctionLabel = Diagnostic.Code(rawValue: "correction-label")
  /// A sidecar corrects more places than one may.
  public static let correctionLimit = Diagnostic.Code(rawValue: "correction-limit")
  /// A line of the sidecar could not be followed.
  public static let correctionWithoutEffect = Diagnostic.Code(
    rawValue: "correction-without-effect")
}

extension Diagnostic {
  /// The line of the sidecar that the diagnostic is about, or `nil`.
  public var sidecarLine: Int? {
    let isAboutSidecar = code == .corrected || code.rawValue.utf8.starts(with: "correction-".utf8)
    return isAboutSidecar ? values.first.flatMap { Int($0) } : nil
  }

  /// A diagnostic about a line of the sidecar.
  init(
    _ code: Code, _ severity: Severity, line: Int, at range: TextRange? = nil,
    values: [String], message: String, help: String? = nil
  ) {
    self.init(
      code, severity, at: range, values: [String(line)] + values, message: message, help: help)
  }
}
