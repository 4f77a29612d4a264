import Library
import Publishing
import SystemPackage

/// `site.json`: what a site says of itself, and what it publishes.
///
///     {"title": "规章制度", "organisation": "…", "footer": "…", "contact": "…",
///      "only": ["…"], "except": ["…"], "status": ["in-force"], "originals": true}
struct SiteFile {
  static let name = "site.json"

  /// The options that a file gives.
  static func options(_ path: FilePath) throws(Failure) -> SiteOptions {
    let bytes = try FileContents.reading(path).get()
    let sentences = Sentences.current
    let help = sentences.text(.siteFileHelp)
    let value: JSONValue
    do throws(JSONReader.Fault) {
      value = try JSONReader.value(of: bytes)
    } catch {
      throw Failure(
        place: "\(path.asText):\(error.line)", message: sentences.text(.noJSON), help: help)
    }
    guard case .object(let members) = value else {
      throw Failure(place: path.asText, message: sentences.text(.noJSONObject), help: help)
    }
    var options = SiteOptions()
    for member in members where !set(member, in: &options) {
      if member.name == "status", let word = unknownStatus(in: member.value) {
        throw Failure(
          place: "\(path.asText):\(member.line)",
          message: sentences.text(
            .unknownStatusWord, word.shown, sentences.list(statuses.map(\.rawValue))))
      }
      let sentence: Sentence =
        names.contains(member.name) ? .siteMemberOfOtherKind : .unknownSiteMember
      throw Failure(
        place: "\(path.asText):\(member.line)",
        message: sentences.text(sentence, member.name), help: help)
    }
    return options
  }

  /// The states that a regulation may be in as a whole.
  static let statuses: [RevisionStatus] = [.inForce, .notYetInForce, .repealed, .unknown]

  /// The state that a word names, as JSON or as the pages write it.
  static func status(_ word: String) -> RevisionStatus? {
    statuses.first { $0.rawValue == word || $0.pageWords == word }
  }

  private static func unknownStatus(in value: JSONValue) -> String? {
    var words: [String] = []
    return set(&words, value) ? words.first { status($0) == nil } : nil
  }

  private static let names = [
    "title", "organisation", "footer", "contact", "only", "except", "status", "originals",
  ]

  /// Sets what a member says; false when it says nothing that is known.
  private static func set(_ member: JSONValue.Member, in options: inout SiteOptions) -> Bool {
    switch (member.name, member.value) {
    case ("title", .string(let text)): options.title = text
    case ("organisation", .string(let text)): options.organisation = text
    case ("footer", .string(let text)): options.footer = text
    case ("contact", .string(let text)): options.contact = text
    case ("originals", .bool(let isWanted)): options.holdsOriginals = isWanted
    case ("only", let value): return set(&options.only, value)
    case ("except", let value): return set(&options.except, value)
    case ("status", let value):
      var words: [String] = []
      guard set(&words, value) else { return false }
      let statuses = words.compactMap { status($0) }
      guard statuses.count == words.count else { return false }
      options.statuses = Set(statuses)
    default: return false
    }
    return true
  }

  private static func set(_ list: inout [String], _ value: JSONValue) -> Bool {
    guard case .array(let elements) = value else { return false }
    let words = elements.compactMap { element -> String? in
      if case .string(let text) = element { text } else { nil }
    }
    list = words
    return words.count == elements.count
  }
}
