/// The signs of Markdown in a text.
///
/// Chinese texts number with `1.` and point with `-`; these prove nothing.
struct MarkdownEvidence {
  private var headings = 0
  private var beginsWithHeading = false
  /// Lines that begin with a number sign that makes no heading: #define.
  private var otherSigns = 0
  private var fences = 0
  private var tableRules = 0
  private var bold = 0
  private var links = 0
  private var beginsWithFrontMatter = false

  init(_ utf8: [UInt8]) {
    let sample = utf8.prefix(1 << 16)
    // Without these signs only front matter, which begins with ---, is left.
    let signs: [UInt8] = [0x23, 0x2A, 0x7C, 0x60, 0x7E]
    guard
      signs.contains(where: { ByteScan.find($0, in: sample) != nil })
        || BlankScan.trimmed(sample.prefix(64)).first == 0x2D
    else { return }
    let lines = MarkdownLines.lines(of: sample)
    beginsWithFrontMatter = FrontMatter(lines) != nil
    var above: MarkdownLine?
    for line in lines {
      note(line, above)
      above = line
    }
    beginsWithHeading = lines.first { !$0.isBlank }?.heading != nil
  }

  private mutating func note(_ line: MarkdownLine, _ above: MarkdownLine?) {
    if line.heading != nil { headings += 1 } else if line.body.first == 0x23 { otherSigns += 1 }
    if line.fence != nil { fences += 1 }
    if line.isTableRule, above?.holdsPipe == true { tableRules += 1 }
    if let open = line.body.firstRange(of: [0x2A, 0x2A]),
      let close = line.body[open.upperBound...].firstRange(of: [0x2A, 0x2A]),
      close.lowerBound > open.upperBound, line.body[open.upperBound] != 0x20
    {
      bold += 1
    }
    if line.body.firstRange(of: Array("](".utf8)) != nil { links += 1 }
  }

  /// Whether the text is Markdown beyond doubt.
  var isClear: Bool {
    beginsWithFrontMatter || hasHeadings || fences >= 2 || tableRules >= 1 || bold >= 3
      || bold >= 1 && links >= 1
  }

  /// Whether there are two headings or one on top, and few lines that begin
  /// with the sign and are none.
  private var hasHeadings: Bool {
    (headings >= 2 || beginsWithHeading) && otherSigns * 4 <= headings
  }
}
