import ChineseText
import Regulations

/// One line of a sidecar: what an editor says of a text that was misread.
struct Correction: Hashable, Sendable {
  /// What a line says of a text, each with the words that begin it.
  enum Keyword: CaseIterable, Hashable, Sendable {
    case title, issuer, department, documentNumber, adopted, promulgated, amended, effective, kind
    case regulation
    case label, noLabel, heading, noHeading, annex, closing
    case newLine, sameLine, begin, goOn, reject, keep

    /// The words for it, the Chinese one first.
    var words: [String] {
      switch self {
      case .title: ["标题", "名称", "title"]
      case .issuer: ["发布机关", "issuer"]
      case .department: ["归口部门", "department"]
      case .documentNumber: ["文号", "document-number"]
      case .adopted: ["通过", "通过日期", "adopted"]
      case .promulgated: ["公布", "公布日期", "promulgated"]
      case .amended: ["修订", "修订日期", "amended"]
      case .effective: ["施行", "施行日期", "effective"]
      case .kind: ["类型", "kind"]
      case .regulation: ["制度", "法规", "regulation"]
      case .label: ["编号", "label"]
      case .noLabel: ["不是编号", "no-label"]
      case .heading: ["条标", "heading"]
      case .noHeading: ["无条标", "no-heading"]
      case .annex: ["附件", "annex"]
      case .closing: ["落款", "closing"]
      case .newLine: ["分行", "new-line"]
      case .sameLine: ["连行", "same-line"]
      case .begin: ["分开", "begin"]
      case .goOn: ["不分开", "go-on"]
      case .reject: ["舍弃", "reject"]
      case .keep: ["保留", "keep"]
      }
    }

    /// The keyword that a word is, or `nil`.
    init?(_ word: String) {
      let found = Self.allCases.first { $0.words.contains(word) }
      guard let found else { return nil }
      self = found
    }
  }

  /// What stands after the keyword.
  enum Value: Hashable, Sendable {
    /// A text, or `nil` for none.
    case text(String?)
    /// A day, or `nil` for none.
    case day(CalendarDate?)
    /// What a text is.
    case kind(Revision.Kind)
    /// A passage of the source.
    case passage(Passage)
  }

  /// A passage of the source.
  struct Passage: Hashable, Sendable {
    /// The passage, or how it begins.
    var anchor: Anchor
    /// How it ends, or `nil` when `anchor` is all of it.
    var end: Anchor?
    /// How the label that it is must be read, or `nil` when it can be read.
    var reading: LabelReading?
  }

  /// The line in the sidecar, counted from 1.
  var line: Int
  /// The line as it stands there, without blanks at its ends.
  var text: String
  /// What it says.
  var keyword: Keyword
  /// Of what it says it.
  var value: Value
}

/// Words of the source that tell where a correction applies.
struct Anchor: Hashable, Sendable {
  /// Which of several places of the words is meant.
  enum Choice: Hashable, Sendable {
    /// There is only one.
    case only
    /// The place of this number, counted from 1.
    case number(Int)
    /// Every place.
    case all
  }

  /// The words without blanks, bars and quotes.
  var words: [Unicode.Scalar]
  /// Which of the words are meant; the others tell where they stand.
  var meant: Range<Int>
  /// Which place.
  var choice: Choice

  /// The words as a text.
  var description: String { String(String.UnicodeScalarView(words)) }
}

/// What a label says.
enum LabelReading: Hashable, Sendable {
  /// A label of fixed rank.
  case ordinal(ProvisionKind, main: Int, insertion: Int)
  /// A marker of a list.
  case marker(MarkerForm, value: Int, components: [Int])

  /// What stands at the start of some scalars, and how many of them it takes.
  static func beginning(_ scalars: [Unicode.Scalar]) -> (reading: LabelReading, count: Int)? {
    scalars.withUnsafeBufferPointer { buffer in
      let scanner = LabelScanner(scalars: buffer)
      let limit = buffer.count
      if let label = scanner.ordinalLabel(at: 0, limit: limit) { return (.init(label), label.end) }
      if limit > 2, "【（([［〔".unicodeScalars.contains(buffer[0]),
        let label = scanner.ordinalLabel(at: 1, limit: limit), label.end < limit,
        "】）)]］〕".unicodeScalars.contains(buffer[label.end])
      {
        return (.init(label), label.end + 1)
      }
      return scanner.listMarker(at: 0, limit: limit, atLineStart: true).map { marker in
        let reading = LabelReading.marker(
          marker.form, value: marker.value, components: marker.components)
        return (reading, marker.end)
      }
    }
  }

  private init(_ label: OrdinalLabel) {
    self = .ordinal(label.kind, main: label.main, insertion: label.insertion)
  }
}
