import DocumentReaders
import Regulations

/// Divides a region in which the numbering begins anew below another title.
///
/// A page that holds several regulations often gives each title once. Where
/// 第一条 comes again and a line above it reads like a title, another
/// regulation begins.
struct RegionDivider {
  private let page: PageText
  private let scalars: UnsafeBufferPointer<Unicode.Scalar>

  init(_ page: PageText, _ scalars: UnsafeBufferPointer<Unicode.Scalar>) {
    self.page = page
    self.scalars = scalars
  }

  /// The regions that a region consists of; itself when it holds one text.
  func divide(_ region: Region) -> [Region] {
    let range = region.bodyStart..<page.lines[region.lines.upperBound - 1].range.upperBound
    guard firstArticleCount(in: range) >= 2 else { return [region] }
    let candidates = OrdinalCandidateFinder(scalars, in: range).candidates()
    var chain = ArticleChain(candidates).members
    guard chain.count >= 2 else { return [region] }
    let contents = ContentsList(page, scalars, in: range).find(candidates)
    chain.removeAll { contents?.contains(candidates[$0].position) ?? false }
    var cuts: [Int] = []
    for (previous, index) in zip(chain, chain.dropFirst()) {
      let label = candidates[index].label
      guard label.main == 1, label.insertion == 0 else { continue }
      let above = page.lineIndex(at: candidates[previous].position)
      if let line = titleLine(above: candidates[index].position, below: above) { cuts.append(line) }
    }
    // A text without articles may stand above the first title, such as the
    // letter that sends out a regulation.
    return divided(region, at: cuts)
  }

  /// How often the label of a first article stands in a range, at most 2.
  private func firstArticleCount(in range: Range<Int>) -> Int {
    let scanner = LabelScanner(scalars: scalars)
    var count = 0
    for position in range where scalars[position] == "第" {
      let next = scanner.skipBlanks(position + 1, range.upperBound)
      guard next < range.upperBound, "一1１".unicodeScalars.contains(scalars[next]) else { continue }
      let label = scanner.ordinalLabel(at: position, limit: range.upperBound)
      guard let label, label.kind == .article, label.main == 1, label.insertion == 0 else {
        continue
      }
      count += 1
      if count == 2 { break }
    }
    return count
  }

  private func divided(_ region: Region, at cuts: [Int]) -> [Region] {
    guard !cuts.isEmpty else { return [region] }
    var regions: [Region] = []
    var first = region
    first.lines = region.lines.lowerBound..<cuts[0]
    regions.append(first)
    for (index, cut) in cuts.enumerated() {
      let end = index + 1 < cuts.count ? cuts[index + 1] : region.lines.upperBound
      regions.append(Region(lines: cut..<end, bodyStart: page.lines[cut].range.lowerBound))
    }
    return regions
  }

  /// The line of the title above a first article, or `nil`.
  ///
  /// Between them only what stands below a title may stand: divisions,
  /// metadata, a contents list, a short preamble.
  private func titleLine(above position: Int, below limit: Int) -> Int? {
    let own = page.lineIndex(at: position)
    if isGluedTitle(before: position, in: page.lines[own].range) { return own }
    var line = own - 1
    var steps = 0
    while line > limit, steps < 12 {
      let range = page.lines[line].range
      if isTitle(line) { return includingAnnexLabel(line, limit) }
      guard isBetween(range) else { return nil }
      line -= 1
      steps += 1
    }
    return nil
  }

  /// Whether a line begins with a title that its first article follows.
  private func isGluedTitle(before position: Int, in line: Range<Int>) -> Bool {
    guard position > line.lowerBound + 3 else { return false }
    let scanner = LabelScanner(scalars: scalars)
    var end = position
    for index in line.lowerBound..<position
    where scalars[index] == "第"
      && scanner.ordinalLabel(at: index, limit: position) != nil
    {
      end = index
      break
    }
    let text = page.string(line.lowerBound..<end)
    return TitleWords.isTitleLike(text) && TitleWords.endsLikeTitle(text)
  }

  private func isTitle(_ line: Int) -> Bool {
    let range = page.lines[line].range
    let text = page.string(range)
    let scanner = LabelScanner(scalars: scalars)
    guard TitleWords.isTitleLike(text), !text.hasPrefix("附"),
      scanner.ordinalLabel(at: range.lowerBound, limit: range.upperBound) == nil,
      scanner.listMarker(at: range.lowerBound, limit: range.upperBound, atLineStart: true) == nil
    else { return false }
    let block = page.block(of: page.lines[line])
    if case .heading(let level) = block.role, level <= 1 { return true }
    return TitleWords.endsLikeTitle(text) && text.unicodeScalars.count <= 60
      && !text.unicodeScalars.contains { $0.structure == .comma }
  }

  private func isBetween(_ range: Range<Int>) -> Bool {
    let scanner = LabelScanner(scalars: scalars)
    if let label = scanner.ordinalLabel(at: range.lowerBound, limit: range.upperBound) {
      return label.kind.isDivision && range.count <= 60
    }
    let text = page.string(range.prefix(200).last.map { range.lowerBound..<($0 + 1) } ?? range)
    if text.hasPrefix("（") || text.hasPrefix("(") || text.hasPrefix("目") { return true }
    return range.count <= 300 && !scalars[range.lowerBound..<range.upperBound].contains("第")
      || text.holds("制定本")
  }

  /// 附件2 on the line above belongs to the title below it.
  private func includingAnnexLabel(_ line: Int, _ limit: Int) -> Int {
    guard line - 1 > limit else { return line }
    let text = PageFurniture.squeeze(page.string(page.lines[line - 1].range))
    return text.hasPrefix("附件") && text.unicodeScalars.count <= 6 ? line - 1 : line
  }
}
