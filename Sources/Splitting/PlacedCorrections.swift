import ChineseText
import Regulations

/// Corrections with their places in a text.
///
/// The splitter asks for them where it decides: of lines, of titles, of labels,
/// of headings. Places are offsets in the source for the lines, and positions
/// in the page text for all that comes after (`moved(to:)`).
struct PlacedCorrections {
  /// A label that stands somewhere, whatever speaks against it.
  struct Label {
    var range: Range<Int>
    var reading: LabelReading
  }

  /// What regulations are given whose text says it not, or wrongly.
  struct Metadata {
    /// The corrections, by their index among the lines of the sidecar.
    var lines: [Int] = []
    /// Where the only regulation that they hold for stands, or `nil`.
    var place: Int?
  }

  /// Where lines begin.
  var newLines: Set<Int> = []
  /// Where lines go on that a line feed parts.
  var sameLines: Set<Int> = []
  /// Where regulations begin.
  var beginnings: Set<Int> = []
  /// Where no regulation begins.
  var continuations: [Range<Int>] = []
  /// What belongs to no regulation.
  var rejected: [Range<Int>] = []
  /// What belongs to one.
  var kept: [Range<Int>] = []
  /// Where labels stand, in order.
  var labels: [Label] = []
  /// Where no provision begins.
  var noLabels: Set<Int> = []
  /// What is a heading.
  var headings: [Range<Int>] = []
  /// What is none, or the labels of provisions that have none.
  var noHeadings: [Range<Int>] = []
  /// Where annexes begin.
  var annexes: Set<Int> = []
  /// Where closings begin.
  var closings: Set<Int> = []
  /// What is a title.
  var titles: [Range<Int>] = []
  /// What regulations are given, by the places that the sidecar names.
  var metadata: [Metadata] = []

  /// The corrections with positions in a page text for offsets in its source.
  ///
  /// What the page rejects has no position, and what is said of it is left out.
  func moved(to page: PageText) -> PlacedCorrections {
    func text(_ range: Range<Int>) -> Range<Int>? {
      let moved = page.positions(of: range)
      guard moved.lowerBound < page.scalars.count,
        Int(page.offsets[moved.lowerBound]) == range.lowerBound
      else { return nil }
      return moved
    }
    func starts(_ offsets: Set<Int>) -> Set<Int> {
      Set(offsets.compactMap { text($0..<$0)?.lowerBound })
    }
    var moved = PlacedCorrections()
    moved.newLines = starts(newLines)
    moved.sameLines = starts(sameLines)
    moved.beginnings = starts(beginnings)
    moved.continuations = continuations.map(page.positions)
    moved.kept = kept.map(page.positions)
    for label in labels {
      // Of labels that share characters, the first holds.
      guard let range = text(label.range), !range.isEmpty,
        range.lowerBound >= moved.labels.last?.range.upperBound ?? 0
      else { continue }
      moved.labels.append(Label(range: range, reading: label.reading))
    }
    moved.noLabels = starts(noLabels)
    moved.headings = headings.map { page.trimmed(page.positions(of: $0)) }
    moved.noHeadings = noHeadings.compactMap(text)
    moved.annexes = starts(annexes)
    moved.closings = starts(closings)
    moved.titles = titles.compactMap(text)
    moved.metadata = metadata.map { given in
      var given = given
      given.place = given.place.map { page.positions(of: $0..<$0).lowerBound }
      return given
    }
    return moved
  }

  /// Whether any of a stretch is kept.
  func keeps(_ stretch: Range<Int>) -> Bool {
    kept.contains { $0.overlaps(stretch) }
  }

  /// Whether no regulation may begin with a line.
  func forbidsBeginning(with line: Range<Int>) -> Bool {
    continuations.contains { $0.overlaps(line) }
  }

  /// Adds a correction at a place of the source, where a label may stand.
  mutating func add(_ correction: Correction, at range: Range<Int>, label: Label?) {
    switch correction.keyword {
    case .title: titles.append(range)
    case .regulation: metadata.append(Metadata(place: range.lowerBound))
    case .label:
      if let label { labels.append(label) }
    case .noLabel: noLabels.insert(range.lowerBound)
    case .heading:
      headings.append(label.map { $0.range.upperBound..<range.upperBound } ?? range)
    case .noHeading: noHeadings.append(range)
    case .annex: annexes.insert(range.lowerBound)
    case .closing: closings.insert(range.lowerBound)
    case .newLine: newLines.insert(range.lowerBound)
    case .sameLine: sameLines.insert(range.lowerBound)
    case .begin:
      beginnings.insert(range.lowerBound)
      newLines.insert(range.lowerBound)
    case .goOn: continuations.append(range)
    case .reject: rejected.append(range)
    case .keep: kept.append(range)
    case .issuer, .department, .documentNumber, .adopted, .promulgated, .amended, .effective,
      .kind:
      break
    }
  }
}
