import Comparison
import DocumentReaders
import Regulations
import Splitting

/// Times comparisons: of two versions of a long regulation, of two that have nothing in
/// common, and of two texts without any numbering.
enum CompareBenchmark {
  private static let articleCount = 700
  private static let characterCount = 20_000

  static func run(_ texts: [[UInt8]]) throws -> [Measurement] {
    let articles = try articles(of: texts, 2 * articleCount)
    let old = regulation(Array(articles.prefix(articleCount)))
    let stranger = regulation(Array(articles.suffix(articleCount)))
    let text = String(articles.joined(separator: "\n").unicodeScalars.prefix(characterCount))
    let other = articles.reversed().joined(separator: "\n")
    let otherText = String(other.unicodeScalars.prefix(characterCount))
    let plain = preamble(text)
    return [
      time("\(articleCount) articles, revised", old, regulation(revised(articles))),
      time("\(articleCount) articles, strangers", old, stranger),
      time("\(characterCount) characters, revised", plain, preamble(reworded(text))),
      time("\(characterCount) characters, strangers", plain, preamble(otherText)),
    ]
  }

  private static func time(_ name: String, _ old: Revision, _ new: Revision) -> Measurement {
    let best = Measurement.bestTime(runs: 5) { _ = RevisionComparison(old, new) }
    return Measurement(name: name, figure: best / .milliseconds(1), unit: "ms")
  }

  // MARK: Texts

  private static func articles(of texts: [[UInt8]], _ count: Int) throws -> [String] {
    var articles: [String] = []
    for text in texts where articles.count < count {
      let document = try SourceReader().read(text, path: "text")
      for revision in Splitter().split(document).regulations {
        articles += revision.provisions.filter { $0.kind == .article }.map(\.text)
      }
    }
    return Array(articles.prefix(count))
  }

  private static func regulation(_ articles: [String]) -> Revision {
    let provisions = articles.enumerated().map { index, text in
      Provision(
        id: ProvisionID("art_\(index + 1)"), kind: .article, label: "第\(index + 1)条",
        number: ProvisionNumber(index + 1), text: text)
    }
    return Revision(title: "管理办法", provisions: provisions)
  }

  private static func preamble(_ text: String) -> Revision {
    Revision(
      title: "说明",
      provisions: [Provision(id: ProvisionID("preamble_1"), kind: .preamble, text: text)])
  }

  /// The first articles with one in twenty taken out, one put in and a third reworded.
  private static func revised(_ articles: [String]) -> [String] {
    var revised: [String] = []
    for (index, text) in articles.prefix(articleCount).enumerated() where index % 20 != 7 {
      revised.append(index % 3 == 0 ? reworded(text) : text)
      if index % 20 == 13 { revised.append(articles[articleCount + index % articleCount]) }
    }
    return revised
  }

  private static func reworded(_ text: String) -> String {
    text.split(separator: "应当", omittingEmptySubsequences: false).joined(separator: "可以")
  }
}
