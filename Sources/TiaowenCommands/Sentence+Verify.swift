extension Sentence {
  static let verified = Sentence(
    "{0}: {1} {1:regulation|regulations}, {2} {2:revision|revisions}; every byte is as written",
    "{0}：{1} 部法规，{2} 个修订本，逐字节核对无误")
  static let moreAboutVerify = Sentence(
    """
    With --search, queries of every length are drawn from the library's own texts, and some that \
    hardly occur; what the index finds is compared with a plain scan of all texts.
    """,
    """
    加 --search 时，从库内条文中抽取各种长度的查询，并改动其中一部分使其多半查不到，再把索引查到的与逐字扫描全部条文的结果逐一比较。
    """)
  static let verifySearchHelp = Sentence(
    "Compare the index with a plain scan of the texts.", "把索引与逐字扫描的结果相比较。")
  static let samplesHelp = Sentence(
    "With --search, how many queries to draw.", "与 --search 同用：抽取多少个查询。")
  static let seedHelp = Sentence(
    "With --search, what the draw depends on.", "与 --search 同用：抽取所依据的种子。")
  static let noSamples = Sentence("--samples needs at least 1", "--samples 至少为 1")
  static let searchVerified = Sentence(
    "{0}: {1} {1:query|queries} over {2} {2:unit|units} of text (seed {3})",
    "{0}：{1} 个查询，{2} 个条文（种子 {3}）")
  static let searchAgrees = Sentence(
    "; the index finds what a plain scan finds", "，索引与逐字扫描结果一致")
  static let searchDiffers = Sentence(
    "; {0} {0:answer differs|answers differ}", "，有 {0} 个结果不一致")
  static let searchDifference = Sentence(
    "{0}, {1}: a plain scan finds {2}, the index {3}", "{0}（{1}）：逐字扫描得 {2} 条，索引得 {3} 条")
  static let searchedAll = Sentence("all revisions", "所有修订本")
  static let searchedInForce = Sentence("in force", "现行文本")
  static let searchIsWrong = Sentence(
    "the index does not find what the texts hold", "索引查到的与条文不符")
  static let searchIsWrongHelp = Sentence(
    "build the library anew from its sources, and report the lines above",
    "请从原文重建法规库，并把以上各行报告给我们")
}
