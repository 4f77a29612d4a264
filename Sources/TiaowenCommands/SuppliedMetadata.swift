import ArgumentParser
import ChineseText
import Library

/// What the command line says of regulations whose text does not say it.
struct SuppliedMetadata: ParsableArguments {
  @Option(help: "The title of texts that have none.")
  var title: String?

  @Option(help: "Who issued the regulations, where the text does not say.")
  var issuer: String?

  @Option(help: "The department that answers for them, where the text does not say.")
  var department: String?

  @Option(
    help: "The day they take effect, as 2024-03-01, where the text does not say.",
    transform: CalendarDate.argument)
  var effective: CalendarDate?

  @Option(
    help: "The day they were promulgated, as 2024-01-05, where the text does not say.",
    transform: CalendarDate.argument)
  var promulgated: CalendarDate?

  /// The values, as the library keeps them.
  var supplement: Supplement {
    var supplement = Supplement()
    supplement.title = title
    supplement.issuer = issuer
    supplement.department = department
    supplement.effective = effective
    supplement.promulgated = promulgated
    return supplement
  }
}

extension CalendarDate {
  /// The day that an argument such as `2024-03-01` names.
  static func argument(_ text: String) throws -> CalendarDate {
    guard let date = CalendarDate(text) else {
      throw ValidationError(Sentences.current.text(.noSuchDay))
    }
    return date
  }
}
