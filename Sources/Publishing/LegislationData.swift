public import ChineseText
public import Regulations

/// What search engines read about a regulation on a page: schema.org/Legislation
/// as JSON-LD.
///
/// The text may stand in a `<script type="application/ld+json">` element as it is.
/// What is not known is left out.
public struct LegislationData: Sendable {
  /// Whether a text holds.
  public enum LegalForce: String, Sendable {
    /// It holds.
    case inForce = "InForce"
    /// It does not hold yet or no longer.
    case notInForce = "NotInForce"
    /// Parts of it hold.
    case partiallyInForce = "PartiallyInForce"
  }

  private let members: [(name: String, value: Value)]

  private indirect enum Value {
    case text(String)
    case members([(name: String, value: Value)])
  }

  /// The data of a revision.
  ///
  /// - Parameters:
  ///   - revision: The revision, whose metadata give number, issuer and days.
  ///   - regulationID: The library's ID of the regulation, its identifier where
  ///     it has no document number.
  ///   - revisionName: The library's name of the revision.
  ///   - url: The address of its page.
  ///   - type: What it is, such as 办法.
  ///   - force: Whether it holds, if that is known.
  ///   - repealed: The day on which it ended.
  public init(
    _ revision: Revision, regulationID: String, revisionName: String, url: String,
    type: String? = nil, force: LegalForce? = nil, repealed: CalendarDate? = nil
  ) {
    let metadata = revision.metadata
    let effective = metadata.effective?.description
    // The second revision of a day is called 2024-03-01~2.
    let version =
      CalendarDate(revisionName.prefix(10)) ?? metadata.effective ?? metadata.amended
    let coverage = effective.map { "\($0)/\(repealed?.description ?? "..")" }
    let texts: [(String, String?)] = [
      ("@context", "https://schema.org"), ("@type", "Legislation"),
      ("name", revision.title.isEmpty ? nil : revision.title), ("url", url), ("inLanguage", "zh"),
      ("legislationIdentifier", metadata.documentNumber ?? regulationID),
      ("legislationType", type), ("version", revisionName),
      ("legislationDate", (metadata.promulgated ?? metadata.adopted)?.description),
      ("legislationDateOfApplicability", effective),
      ("legislationDateVersion", version?.description), ("temporalCoverage", coverage),
      ("legislationLegalForce", force.map { "https://schema.org/\($0.rawValue)" }),
    ]
    let bodies = [
      ("legislationPassedBy", metadata.issuer), ("legislationResponsible", metadata.department),
    ]
    members =
      texts.compactMap { name, text in text.map { (name, .text($0)) } }
      + bodies.compactMap { name, body in
        body.map {
          (name, .members([("@type", .text("Organization")), ("name", .text($0))]))
        }
      }
  }

  /// The JSON text, without a line feed.
  public var json: String { Self.json(.members(members)) }

  private static func json(_ value: Value) -> String {
    switch value {
    case .text(let text): quoted(text)
    case .members(let members):
      "{" + members.map { quoted($0.name) + ":" + json($0.value) }.joined(separator: ",") + "}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var quoted: String.UnicodeScalarView = "\"".unicodeScalars
    for scalar in text.withoutControls.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted.append(contentsOf: ["\\", scalar])
      // These would end the element or a line of the script.
      case "<", ">", "&", "\u{2028}", "\u{2029}", "\t", "\n", "\r":
        quoted.append(contentsOf: "\\u\(hexadecimal(scalar.value))".unicodeScalars)
      default: quoted.append(scalar)
      }
    }
    quoted.append("\"")
    return String(quoted)
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: 4 - digits.utf8.count) + digits
  }
}
