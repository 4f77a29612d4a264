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

  @Option(help: "The day they take effect, as 2024-03-01, where the text does not say.")
  var effective: CalendarDate?

  @Option(help: "The day they were promulgated, as 2024-01-05, where the text does not say.")
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
    if revision.title.isEmpty, let title { revision.title = title }
    supply(\.issuer, to: &revision)
    supply(\.department, to: &revision)
    supply(\.effective, to: &revision)
    supply(\.promulgated, to: &revision)
  }

  private func supply<Value>(
    _ field: WritableKeyPath<RegulationMetadata, Value?>, to revision: inout Revision
  ) {
    if revision.metadata[keyPath: field] == nil {
      revision.metadata[keyPath: field] = metadata[keyPath: field]
    }
  }
}

extension CalendarDate: ExpressibleByArgument {
  /// The day that an argument such as `2024-03-01` names.
  public init?(argument: String) {
    self.init(argument)
  }
}
