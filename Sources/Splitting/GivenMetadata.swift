import ChineseText
import Regulations

/// What a sidecar says of one regulation whose text says it not, or wrongly.
struct GivenMetadata {
  /// The lines of the sidecar that hold for it.
  var lines: [Correction] = []

  /// The title, or `nil` when the text's own holds.
  var title: String? {
    for case .text(let title) in values(of: .title) { return title ?? "" }
    return nil
  }

  /// What the text is, or `nil` when that is left to the splitter.
  var kind: Revision.Kind? {
    for case .kind(let kind) in values(of: .kind) { return kind }
    return nil
  }

  private func values(of keyword: Correction.Keyword) -> [Correction.Value] {
    lines.last { $0.keyword == keyword }.map { [$0.value] } ?? []
  }

  /// Puts what is given in place of what was read.
  func apply(to metadata: inout RegulationMetadata) {
    for line in lines {
      switch (line.keyword, line.value) {
      case (.title, _): metadata.supplied.insert(.title)
      case (.issuer, .text(let text)): set(\.issuer, text, .issuer, &metadata)
      case (.department, .text(let text)): set(\.department, text, .department, &metadata)
      case (.documentNumber, .text(let text)):
        set(\.documentNumber, text, .documentNumber, &metadata)
      case (.adopted, .day(let day)): set(\.adopted, day, .adopted, &metadata)
      case (.promulgated, .day(let day)): set(\.promulgated, day, .promulgated, &metadata)
      case (.amended, .day(let day)): set(\.amended, day, .amended, &metadata)
      case (.effective, .day(let day)): set(\.effective, day, .effective, &metadata)
      default: break
      }
    }
  }

  private func set<Value>(
    _ field: WritableKeyPath<RegulationMetadata, Value?>, _ value: Value?, _ mark: SuppliedField,
    _ metadata: inout RegulationMetadata
  ) {
    metadata[keyPath: field] = value
    metadata.supplied.insert(mark)
  }
}
