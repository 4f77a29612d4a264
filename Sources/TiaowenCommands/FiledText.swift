import ChineseText
import Library

/// How a text of an ingest was filed, for the report.
struct FiledText {
  /// The path of its file.
  let path: String
  /// What became of it.
  let filed: FiledRevision

  /// How much it is worth knowing, 0 the most; `nil` for what everybody expects.
  var rank: Int? {
    switch (filed.outcome, filed.reason) {
    case (.removed, _): 0
    case (.added, .unlike), (.added, .otherIssuer), (.newRevision, .textOfOtherIssuer): 1
    case (_, .told): 2
    case (.newRevision, _): 3
    case (.replaced, _): 4
    case (.added, _), (.known, _): nil
    }
  }

  /// A line about it, or two where a terminal has no room for one.
  var line: String {
    let name = "\(filed.title.asTitle) \(filed.revision)"
    let head = Sentences.current.text(.filedText, name, filed.regulationID)
    let columns = DisplayWidth.columns(of: head) + DisplayWidth.columns(of: reason) + 3
    let terminal = Terminal.output
    guard terminal.wraps, columns > terminal.columns else {
      return head + (Sentences.current.isChinese ? "" : " ") + reason
    }
    return "\(head)\n    \(reason)"
  }

  /// What decided, in the reader's language.
  var reason: String {
    let sentences = Sentences.current
    return switch filed.reason {
    case .noOther: sentences.text(.filedAsNew)
    case .unlike(let id, let share): sentences.text(.filedBesideUnlike, id, Self.percent(share))
    case .otherIssuer(let id, let issuer, let share):
      sentences.text(.filedBesideOtherIssuer, id, issuer.shown, Self.percent(share))
    case .textInCommon(let revision, let share):
      sentences.text(.filedByText, revision, Self.percent(share))
    case .textOfOtherIssuer(let revision, let issuer, let share):
      sentences.text(.filedByTextOfOther, revision, issuer.shown, Self.percent(share))
    case .sameNumber(let number, let revision, let share):
      sentences.text(.filedByNumber, revision, number.shown, Self.percent(share))
    case .replaces(let title, let revision, let share):
      sentences.text(.filedByRepeal, "\(title.asTitle) \(revision)", Self.percent(share))
    case .variantTitle(let title, let share):
      sentences.text(.filedByVariant, title.asTitle, Self.percent(share))
    case .sameIssuerOnOtherDay(let share): sentences.text(.filedByIssuer, Self.percent(share))
    case .sameFile(let share): sentences.text(.filedByFile, path.shown, Self.percent(share))
    case .sameText: sentences.text(.filedAsKnown)
    case .newMetadata: sentences.text(.filedAsSameText)
    case .correction(let share): sentences.text(.filedAsCorrection, Self.percent(share))
    case .told: sentences.text(.filedAsTold)
    case .stillRemoved: sentences.text(.filedAsRemoved)
    }
  }

  private static func percent(_ share: Double) -> String {
    // Rounded down: what is not all the same is not 100 %.
    "\(Int(share * 100))"
  }

  /// Writes it for programs.
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("path", path)
      json.member("regulation", filed.title)
      json.member("regulationID", filed.regulationID)
      json.member("revision", filed.revision)
      json.member("outcome", filed.outcome.rawValue)
      json.member("reason", filed.reason.code)
      if let share = filed.reason.share {
        json.name("share")
        json.value(share)
      }
      json.member("message", reason)
    }
  }
}

extension FiledRevision.Reason {
  /// The reason in JSON output.
  var code: String {
    switch self {
    case .noOther: "no-other"
    case .unlike: "unlike"
    case .otherIssuer: "other-issuer"
    case .textInCommon: "text-in-common"
    case .textOfOtherIssuer: "text-of-other-issuer"
    case .sameNumber: "same-number"
    case .replaces: "replaces"
    case .variantTitle: "variant-title"
    case .sameIssuerOnOtherDay: "same-issuer-on-other-day"
    case .sameFile: "same-file"
    case .sameText: "same-text"
    case .newMetadata: "new-metadata"
    case .correction: "correction"
    case .told: "told"
    case .stillRemoved: "still-removed"
    }
  }

  /// The part of the text that it has in common with another, from 0 to 1.
  var share: Double? {
    switch self {
    case .unlike(_, let share), .textInCommon(_, let share), .variantTitle(_, let share),
      .sameIssuerOnOtherDay(let share), .sameFile(let share), .correction(let share),
      .otherIssuer(_, _, let share), .textOfOtherIssuer(_, _, let share),
      .sameNumber(_, _, let share), .replaces(_, _, let share):
      share
    case .noOther, .sameText, .newMetadata, .told, .stillRemoved: nil
    }
  }
}

extension RepealOffer {
  /// What the text says, and the command that makes it so.
  func lines(for library: LibraryOption) -> [String] {
    let sentences = Sentences.current
    let day = day?.description ?? sentences.text(.someDay)
    return [
      sentences.text(.repealOffer, byTitle.asTitle, title.asTitle),
      "  tiaowen repeal \(regulationID) --on \(day) --by \(byID)\(library.argument)",
    ]
  }

  /// Writes it for programs.
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("regulation", title)
      json.member("regulationID", regulationID)
      json.member("by", byTitle)
      json.member("byID", byID)
      json.member("on", day?.description)
    }
  }
}
