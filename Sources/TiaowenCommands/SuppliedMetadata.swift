import ArgumentParser
import ChineseText
import Library

/// What the command line says of regulations whose text does not say it.
struct SuppliedMetadata: ParsableArguments {
  @Option(help: .init(.titleHelp, "title"))
  var title: String?

  @Option(help: .init(.issuerHelp, "name"))
  var issuer: String?

  @Option(help: .init(.departmentHelp, "name"))
  var department: String?

  @Option(
    help: .init(.effectiveHelp, "day"),
    transform: CalendarDate.argument)
  var effective: CalendarDate?

  @Option(
    help: .init(.promulgatedHelp, "day"),
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
