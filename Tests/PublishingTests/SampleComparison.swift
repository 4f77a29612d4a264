import Comparison
import Regulations
import TestingSupport

/// Small comparisons for the tests of tables and pages.
enum SampleComparison {
  /// The report of a comparison of two texts in the notation of tests.
  static func report(
    _ old: String, _ new: String, title: String = "茶水间使用规定"
  ) -> ComparisonReport {
    ComparisonReport(
      RevisionComparison(
        Revision(title: title, notation: old), Revision(title: title, notation: new)),
      oldName: "2023-01-01", newName: "2024-01-01")
  }

  /// The same for articles that are numbered from 第1条 on.
  static func report(articles old: [String], _ new: [String]) -> ComparisonReport {
    report(notation(old), notation(new))
  }

  private static func notation(_ articles: [String]) -> String {
    articles.enumerated().map { "article|第\($0 + 1)条|-|\($1)" }.joined(separator: "\n")
  }
}
