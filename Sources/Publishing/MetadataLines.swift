import ChineseText
import Regulations

/// What a text says about itself, in the lines below a title.
struct MetadataLines {
  private let metadata: RegulationMetadata

  init(_ metadata: RegulationMetadata) {
    self.metadata = metadata
  }

  /// The lines; none when nothing is known.
  var lines: [String] {
    let fields = [
      ("文号", metadata.documentNumber), ("发布机关", metadata.issuer),
      ("归口部门", metadata.department),
    ]
    var lines = fields.compactMap { key, value in value.map { "\(key)：\($0)" } }
    if !days.isEmpty { lines.append("（\(days.joined(separator: "　"))）") }
    if let dated = metadata.dated { lines.append(Self.words(dated)) }
    return lines
  }

  /// The days with what happened on them.
  private var days: [String] {
    [
      metadata.adopted.map { Self.words($0) + "通过" },
      metadata.promulgated.map { Self.words($0) + "公布" },
      metadata.amended.map { Self.words($0) + "修订" },
      metadata.effective.map { "自\(Self.words($0))起施行" },
    ].compactMap { $0 }
  }

  private static func words(_ date: CalendarDate) -> String {
    "\(date.year)年\(date.month)月\(date.day)日"
  }
}
