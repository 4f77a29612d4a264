import ChineseText
import Regulations

extension Diagnostic.Code {
  /// Numbers between two labels are missing.
  public static let numberGap = Diagnostic.Code(rawValue: "number-gap")
  /// A number stands twice.
  public static let repeatedNumber = Diagnostic.Code(rawValue: "repeated-number")
  /// A number is smaller than the one before.
  public static let numberOutOfOrder = Diagnostic.Code(rawValue: "number-out-of-order")
  /// The first number of a list is not 1.
  public static let lateStart = Diagnostic.Code(rawValue: "late-start")
  /// A level of the hierarchy is skipped.
  public static let levelSkipped = Diagnostic.Code(rawValue: "level-skipped")
  /// A regulation has no title.
  public static let titleMissing = Diagnostic.Code(rawValue: "title-missing")
  /// A title has no text below it.
  public static let titleWithoutText = Diagnostic.Code(rawValue: "title-without-text")
  /// A provision has neither text nor children.
  public static let emptyProvision = Diagnostic.Code(rawValue: "empty-provision")
  /// The text seems to be cut off.
  public static let incompleteText = Diagnostic.Code(rawValue: "incomplete-text")
  /// Nothing in the document is numbered.
  public static let unnumbered = Diagnostic.Code(rawValue: "unnumbered")
  /// The lines were put together again, because they were wrapped.
  public static let wrappedLines = Diagnostic.Code(rawValue: "wrapped-lines")
}

/// Words what is irregular about a regulation.
struct RegulationDiagnostics {
  private let revision: Revision
  private let outline: Outline
  private let page: PageText
  private var found: [Diagnostic] = []

  /// The diagnostics of a revision, in reading order.
  static func diagnostics(
    _ revision: Revision, _ outline: Outline, _ page: PageText
  ) -> [Diagnostic] {
    var reader = RegulationDiagnostics(revision, outline, page)
    reader.read()
    return reader.found
  }

  private init(_ revision: Revision, _ outline: Outline, _ page: PageText) {
    self.revision = revision
    self.outline = outline
    self.page = page
  }

  private mutating func read() {
    readTitle()
    guard !revision.provisions.isEmpty else { return }
    for (index, mark) in outline.marks.enumerated() {
      if let irregularity = mark.irregularity { note(irregularity, index) }
      noteEmptiness(index)
      noteSkippedLevel(index)
    }
    if revision.metadata.isComplete == false { noteIncompleteness() }
  }

  private mutating func readTitle() {
    if revision.title.isEmpty, !revision.provisions.isEmpty {
      found.append(
        Diagnostic(
          .titleMissing, .warning, at: revision.provisions.first?.spans.first,
          message: "no title stands above this text", help: "give it one with --title"))
    }
    if revision.provisions.isEmpty {
      found.append(
        Diagnostic(
          .titleWithoutText, .warning, at: revision.titleSpans.first, values: [revision.title],
          message: "the title 「\(revision.title)」 has no text below it",
          help: "check the source: the text may be lost"))
    }
  }

  private func label(_ index: Int) -> String {
    revision.provisions[index].label ?? revision.provisions[index].heading ?? ""
  }

  private func span(_ index: Int) -> TextRange? { revision.provisions[index].spans.first }

  private func previousLabel(_ index: Int) -> String {
    let mark = outline.marks[index]
    for before in (0..<index).reversed()
    where outline.marks[before].kind == mark.kind && outline.marks[before].form == mark.form {
      return label(before)
    }
    return ""
  }

  private mutating func note(_ irregularity: Mark.Irregularity, _ index: Int) {
    let label = label(index)
    let before = previousLabel(index)
    switch irregularity {
    case .gap(let previous):
      let missing = (outline.marks[index].number?.last ?? 0) - previous.last - 1
      found.append(
        Diagnostic(
          .numberGap, .warning, at: span(index), values: [label, before, String(missing)],
          message:
            "\(label) follows \(before); \(missing == 1 ? "one number is" : "\(missing) numbers are") missing",
          help: "check the source: the text between may be lost"))
    case .repetition:
      found.append(
        Diagnostic(
          .repeatedNumber, .warning, at: span(index), values: [label],
          message: "the number of \(label) stood before",
          help: "the label is kept as printed; its address ends in ~2"))
    case .stepBack:
      found.append(
        Diagnostic(
          .numberOutOfOrder, .warning, at: span(index), values: [label, before],
          message: "\(label) follows \(before)",
          help: "the labels are kept as printed; check the numbers of the source"))
    case .lateStart:
      found.append(
        Diagnostic(
          .lateStart, .warning, at: span(index), values: [label],
          message: "the list begins with \(label)",
          help: "check the source: what stands before it may be lost"))
    }
  }

  private mutating func noteEmptiness(_ index: Int) {
    guard revision.provisions[index].text.isEmpty else { return }
    let provision = revision.provisions[index]
    guard provision.kind != .paragraph else { return }
    let hasChildren =
      index + 1 < revision.provisions.count && revision.provisions[index + 1].parent == index
    let isHeadingOnly = provision.heading != nil && !provision.kind.isDivision
    guard !hasChildren, !isHeadingOnly else { return }
    found.append(
      Diagnostic(
        .emptyProvision, .warning, at: span(index), values: [label(index)],
        message: "\(label(index)) has no text",
        help: "check the source: its text may be lost"))
  }

  /// A chapter's number below a part and the like: 第一节 without 第一章.
  private mutating func noteSkippedLevel(_ index: Int) {
    guard revision.provisions[index].kind == .section else { return }
    let provision = revision.provisions[index]
    let hasChapter = provision.parent.map { revision.provisions[$0].kind == .chapter } ?? false
    guard !hasChapter, revision.provisions.contains(where: { $0.kind == .chapter }) else { return }
    found.append(
      Diagnostic(
        .levelSkipped, .warning, at: span(index), values: [label(index)],
        message: "\(label(index)) stands in no chapter",
        help: "check the source: the label of its chapter may be lost"))
  }

  private mutating func noteIncompleteness() {
    let last = revision.provisions.count - 1
    found.append(
      Diagnostic(
        .incompleteText, .warning, at: revision.provisions[last].spans.last,
        values: [label(last)],
        message: "the text may be incomplete: it breaks off after \(label(last))",
        help: "compare the end with the source"))
  }
}
