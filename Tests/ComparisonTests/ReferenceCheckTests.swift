import Comparison
import Regulations
import Testing
import TestingSupport

/// References whose words stayed while what they meant did not.
@Suite struct ReferenceCheckTests {
  private func stale(_ old: String, _ new: String) -> [String] {
    let comparison = RevisionComparison(
      Revision(title: "印章管理办法", notation: old), Revision(title: "印章管理办法", notation: new))
    return comparison.staleReferences.map {
      "\($0.reference): \($0.now ?? "-"), \($0.meant ?? "-")"
    }
  }

  private let seal = "article|第一条|-|印章由办公室指定专人保管，保管人不得擅自将印章带出办公场所。"
  private let borrowing = "借用印章的，应当填写登记表，写明用途和归还时间。"
  private let approval = "涉及合同的，还应当经法务部审核同意后方可用印。"

  @Test func previousParagraphIsAnotherWhenOneIsInserted() {
    let last = "违反前款规定的，由办公室收回印章，并给予警告。"
    let old = """
      \(seal)
      article|第二条|-|\(borrowing)
        paragraph|-|-|\(last)
      """
    let new = """
      \(seal)
      article|第二条|-|\(borrowing)
        paragraph|-|-|\(approval)
        paragraph|-|-|\(last)
      """
    #expect(stale(old, new) == ["前款: 第二条第二款, 第二条第一款"])
    #expect(stale(old, old) == [])
  }

  @Test func previousParagraphStaysWhenItMovesAlong() {
    let last = "违反前款规定的，由办公室收回印章，并给予警告。"
    let old = """
      \(seal)
      article|第二条|-|\(borrowing)
        paragraph|-|-|\(last)
      """
    let new = """
      \(seal)
      article|第二条|-|\(approval)
        paragraph|-|-|\(borrowing)
        paragraph|-|-|\(last)
      """
    #expect(stale(old, new) == [])
  }

  @Test func previousParagraphsAreCountedOneByOne() {
    let last = "违反前两款规定的，由办公室收回印章，并给予警告。"
    let further = "印章用毕应当在当日归还，不得过夜存放。"
    let old = """
      \(seal)
      article|第二条|-|\(borrowing)
        paragraph|-|-|\(further)
        paragraph|-|-|\(last)
      """
    let new = """
      \(seal)
      article|第二条|-|\(borrowing)
        paragraph|-|-|\(approval)
        paragraph|-|-|\(further)
        paragraph|-|-|\(last)
      """
    #expect(stale(old, new) == ["前两款: 第二条第二款, 第二条第一款"])
  }

  @Test func previousArticleIsAnotherWhenOneIsInserted() {
    let last = "违反前条规定的，由办公室收回印章，并给予警告。"
    let old = """
      \(seal)
      article|第二条|-|\(borrowing)
      article|第三条|-|\(last)
      """
    let new = """
      \(seal)
      article|第二条|-|\(borrowing)
      article|第三条|-|\(approval)
      article|第四条|-|\(last)
      """
    #expect(stale(old, new) == ["前条: 第三条, 第二条"])
    #expect(stale(new, old) == ["前条: 第二条, -"])
  }

  @Test func thisArticleIsLessAfterASplit() {
    let duty = "印章保管人应当每月核对登记表，发现缺页、涂改的，应当立即向办公室主任报告。"
    let penalty = "违反本条规定造成损失的，应当依法赔偿，并由公司根据情节给予相应处分。"
    let old = """
      \(seal)
      article|第二条|-|\(duty)
        paragraph|-|-|\(penalty)
      article|第三条|-|\(approval)
      """
    let new = """
      \(seal)
      article|第二条|-|\(duty)
      article|第三条|-|\(penalty)
      article|第四条|-|\(approval)
      """
    #expect(stale(old, new) == ["本条: 第三条, 第二条、第三条"])
  }

  @Test func numberedParagraphsShiftWhenOneIsInserted() {
    let last = "违反第一款规定的，由办公室收回印章，并给予警告。"
    let old = """
      \(seal)
      article|第二条|-|\(borrowing)
        paragraph|-|-|\(last)
      article|第三条|-|依照第二条第一款借用印章的，不得转借他人。
      """
    let new = """
      \(seal)
      article|第二条|-|\(approval)
        paragraph|-|-|\(borrowing)
        paragraph|-|-|\(last)
      article|第三条|-|依照第二条第一款借用印章的，不得转借他人。
      """
    #expect(
      stale(old, new) == [
        "第一款: 第二条第一款, 第二条第二款", "第二条第一款: 第二条第一款, 第二条第二款",
      ])
  }

  @Test func adaptedReferencesAreRight() {
    let old = """
      \(seal)
      article|第二条|-|\(borrowing)
      article|第三条|-|\(approval)
      article|第四条|-|违反第二条、第三条规定的，给予警告。
      """
    let new = """
      \(seal)
      article|第二条|-|印章的刻制须经总经理批准，并在公安机关备案。
      article|第三条|-|\(borrowing)
      article|第四条|-|\(approval)
      article|第五条|-|违反第三条、第四条规定的，给予警告。
      """
    #expect(stale(old, new) == [])
  }

  @Test func taiwansParagraphIsItsItem() {
    let last = "違反前項規定者，由秘書處收回印信，並予以申誡。"
    let old = """
      article|第 1 條|-|印信由秘書處指定專人保管，不得攜出辦公處所。
      article|第 2 條|-|借用印信者，應填具登記表，載明用途及歸還時間。
        paragraph|-|-|\(last)
      """
    let new = """
      article|第 1 條|-|印信由秘書處指定專人保管，不得攜出辦公處所。
      article|第 2 條|-|借用印信者，應填具登記表，載明用途及歸還時間。
        paragraph|-|-|涉及契約者，並應經法制單位審核同意後始得用印。
        paragraph|-|-|\(last)
      """
    #expect(stale(old, new) == ["前項: 第 2 條第2項, 第 2 條第1項"])
  }

  @Test(arguments: ["目前款式", "提前款项到账", "当前条件", "本条例第二条", "会前项目评审"])
  func wordsThatOnlyLookLikeReferencesAreNone(_ words: String) {
    let last = "印章的\(words)由办公室另行规定并予以公布。"
    let old = """
      \(seal)
      article|第二条|-|\(borrowing)
        paragraph|-|-|\(last)
      """
    let new = """
      \(seal)
      article|第二条|-|\(borrowing)
        paragraph|-|-|\(approval)
        paragraph|-|-|\(last)
      """
    #expect(stale(old, new) == [])
  }
}
