import ArgumentParser
import ChineseText
import Regulations

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

  /// Whether the command line says nothing.
  var isEmpty: Bool {
    title == nil && issuer == nil && department == nil && effective == nil && promulgated == nil
  }
}

/// The values of `SuppliedMetadata`, for use on other threads.
struct SuppliedValues: Sendable {
  private let title: String?
  private let metadata: RegulationMetadata

  /// The values that the command line gave.
  init(_ arguments: SuppliedMetadata) {
    title = arguments.title
    var metadata = RegulationMetadata()
    metadata.issuer = arguments.issuer
    metadata.department = arguments.department
    metadata.effective = arguments.effective
    metadata.promulgated = arguments.promulgated
    self.metadata = metadata
  }

  /// Fills in what `revision` lacks.
  func complete(_ revision: inout Revision) {
    if revision.title.isEmpty, let title {
      revision.title = title
      revision.metadata.supplied.insert(.title)
    }
    supply(\.issuer, .issuer, to: &revision.metadata)
    supply(\.department, .department, to: &revision.metadata)
    supply(\.effective, .effective, to: &revision.metadata)
    supply(\.promulgated, .promulgated, to: &revision.metadata)
  }

  private func supply<Value>(
    _ field: WritableKeyPath<RegulationMetadata, Value?>, _ mark: SuppliedField,
    to metadata: inout RegulationMetadata
  ) {
    guard metadata[keyPath: field] == nil, let value = self.metadata[keyPath: field] else { return }
    metadata[keyPath: field] = value
    metadata.supplied.insert(mark)
  }

  /// Whether texts without a title get one.
  var hasTitle: Bool { title != nil }
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
