// What `history` says.

extension Sentence {
  static let aboutHistory = Sentence(
    "Show how a regulation or one provision came to be what it is.", "显示法规或某一条文的沿革。")
  static let moreAboutHistory = Sentence(
    """
    《名称》 lists the revisions of a regulation, the oldest first, each with how many provisions \
    differ from the revision before, counted as by 'tiaowen diff'. 《名称》第五条 follows one \
    provision by what it says, through new numbers, moves, splits and merges; 第五条第二款, 第四章, \
    三、（一） and 附件1 name places as in 'tiaowen show'. It is the provision that bears the number in \
    the text in force, or in the one that @2022-01-01 names. [-…-] was taken out and {+…+} put in.

    Exit code 0: found; 1: there is no such regulation, revision or provision; 2: the library \
    cannot be read.
    """,
    """
    《名称》 列出法规的各修订本，从最早的起，并列出与前一修订本的差异数，计法同 tiaowen diff。
    《名称》第五条 按内容追踪一条，条号变动、移动、拆分、合并都能跟上；
    第五条第二款、第四章、三、（一）、附件1 的写法同 tiaowen show。
    条号以现行文本为准；后面加 @2022-01-01 则以该修订本为准。[-…-] 是删去的，{+…+} 是加上的。

    退出码 0：找到；1：没有这部法规、修订本或条文；2：法规库读不出来。
    """)
  static let historyPlaceHelp = Sentence(
    "The title, with the number of the article, clause or chapter to follow.",
    "名称；追踪其中一部分时加上条、款、章等编号。")
  static let retitledRevision = Sentence("{0} became {1}", "{0}改名为{1}")
  static let numberedAs = Sentence(
    "as numbered in {0}; {1} revisions, the oldest first", "编号以 {0} 为准；共 {1} 个修订本，从最早的起")
  static let standsElsewhere = Sentence(
    "{0} has one: tiaowen history {1}", "{0} 有：tiaowen history {1}")
  static let onlyRevision = Sentence("{0} is the only revision", "只有 {0} 一个修订本")
  static let wasUnchanged = Sentence("unchanged", "未变")
  static let notYetThere = Sentence("not there yet; first in {0}", "尚无；首见于 {0}")
  static let noLongerThere = Sentence("no longer there; last in {0}", "已无；末见于 {0}")
  static let notYetByItself = Sentence(
    "not there by itself yet; first in {0}", "尚未单列；首见于 {0}")
  static let noLongerByItself = Sentence(
    "no longer there by itself; last in {0}", "已不单列；末见于 {0}")
  static let countsBelow = Sentence("below it: {0}", "其下：{0}")
}
