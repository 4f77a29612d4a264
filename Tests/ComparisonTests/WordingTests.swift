import Comparison
import Testing

@Suite struct WordingTests {
  @Test(arguments: [
    ("员工应当在五日内书面提出。", "员工应当在三个工作日内书面提出。", "员工应当在[五日→三个工作日]内书面提出。"),
    ("申请人可以要求说明理由。", "申请人应当要求说明理由。", "申请人[可以→应当]要求说明理由。"),
    ("罚款五千元以上一万元以下。", "罚款五千元以上十万元以下。", "罚款五千元以上[一万元→十万元]以下。"),
    ("公司统一采购办公用品。", "公司统筹采购办公用品。", "公司[统一→统筹]采购办公用品。"),
    ("住宿每晚300元，超出部分自理。", "住宿每晚450元，超出部分自理。", "住宿每晚[300元→450元]，超出部分自理。"),
  ])
  func replacesWords(old: String, new: String, edits: String) {
    #expect(marked(Wording.edits(from: old, to: new)) == edits)
  }

  @Test(arguments: [
    ("经批准后，予以发放。", "经批准后，由财务部门核对，予以发放。", "经批准后，[→由财务部门核对，]予以发放。"),
    ("适用于全体员工。", "适用于全体员工，实习生除外。", "适用于全体员工[→，实习生除外]。"),
    ("随身带卡。进门刷卡。", "随身带卡。不得转借。进门刷卡。", "随身带卡。[→不得转借。]进门刷卡。"),
    ("（一）迟到；\n（二）旷工。", "（一）迟到；\n（二）早退；\n（三）旷工。", "（一）迟到；\n（二）[→早退；\n（三）]旷工。"),
    ("（一）迟到；\n（二）旷工。", "（一）迟到；\n（二）早退；\n（二）旷工。", "（一）迟到；\n[→（二）早退；\n]（二）旷工。"),
    ("经办机构负责解释。", "经办机构、审核机构负责解释。", "经办机构[→、审核机构]负责解释。"),
    ("第三条规定的情形", "第三条、第五条规定的情形", "第三条[→、第五条]规定的情形"),
  ])
  func insertsWholeClauses(old: String, new: String, edits: String) {
    #expect(marked(Wording.edits(from: old, to: new)) == edits)
  }

  @Test(arguments: [
    ("自2023年5月1日起施行。", "自2024年10月1日起施行。", "自[2023年5月1日→2024年10月1日]起施行。"),
    ("自二〇二三年五月一日起施行。", "自二〇二四年五月一日起施行。", "自[二〇二三年五月一日→二〇二四年五月一日]起施行。"),
    ("于3月15日前报送。", "于3月31日前报送。", "于[3月15日→3月31日]前报送。"),
    ("有效期至2024-03-01止。", "有效期至2025-03-01止。", "有效期至[2024-03-01→2025-03-01]止。"),
    ("每月补贴1,200.50元。", "每月补贴1,350元。", "每月补贴[1,200.50元→1,350元]。"),
    ("注册资本5万元。", "注册资本5亿元。", "注册资本[5万元→5亿元]。"),
    ("增长3.5%以上的。", "增长13.5%以上的。", "增长[3.5%→13.5%]以上的。"),
    ("占比为百分之五。", "占比为百分之十五。", "占比为[百分之五→百分之十五]。"),
    ("按一点五倍计算。", "按二点五倍计算。", "按[一点五→二点五]倍计算。"),
    ("按照GB/T19001标准执行。", "按照GB/T19002标准执行。", "按照[GB/T19001→GB/T19002]标准执行。"),
    ("使用VPN登录内网。", "使用VPN2登录内网。", "使用[VPN→VPN2]登录内网。"),
    ("长度为２５厘米。", "长度为２８厘米。", "长度为[２５→２８]厘米。"),
  ])
  func keepsNumbersDatesAndWordsWhole(old: String, new: String, edits: String) {
    #expect(marked(Wording.edits(from: old, to: new)) == edits)
  }

  @Test(arguments: [
    ("按照《差旅办法》执行。", "按照《报销规定》执行。", "按照《[差旅办法→报销规定]》执行。"),
    ("交还电脑（含配件）。", "交还电脑。", "交还电脑[（含配件）→]。"),
    (
      "分为三类：（五）钥匙的领取和保管。", "分为三类：（六）门卡、车证的领取和保管。",
      "分为三类：[（五）钥匙→（六）门卡、车证]的领取和保管。"
    ),
    ("(一)门卡", "（一）门卡", "[(一)→（一）]门卡"),
  ])
  func editsBracketsInPairs(old: String, new: String, edits: String) {
    #expect(marked(Wording.edits(from: old, to: new)) == edits)
  }

  @Test(arguments: [
    ("组长\t90元/次\t35元/次\n", "组长\t95元/次\t40元/次\n", "组长\t[90元→95元]/次\t[35元→40元]/次\n"),
    ("甲库：3层；\n乙库：5层。", "甲库：4层；\n乙库：6层。", "甲库：[3→4]层；\n乙库：[5→6]层。"),
    (
      "（三）雨衣晾干后叠好；\n（四）雨靴。", "（三）雨衣擦净后叠好；\n（五）雨靴。",
      "（三）雨衣[晾干→擦净]后叠好；\n[（四）→（五）]雨靴。"
    ),
  ])
  func keepsWhatEndsCellsAndItems(old: String, new: String, edits: String) {
    #expect(marked(Wording.edits(from: old, to: new)) == edits)
  }

  @Test(arguments: [
    ("不得折叠、涂改工牌。", "不得折叠、遮挡、涂改工牌。", "不得折叠、[→遮挡、]涂改工牌。"),
    ("不得涂改、转借工牌。", "不得遗弃、涂改、毁坏、转借、出让工牌。", "不得[→遗弃、]涂改、[转借→毁坏、转借、出让]工牌。"),
  ])
  func marksTheMembersOfAListThatAreNew(old: String, new: String, edits: String) {
    #expect(marked(Wording.edits(from: old, to: new)) == edits)
  }

  @Test(arguments: [
    ("货值200元以上不满3000元的", "货值500元以上不满8000元的", "货值[200元→500元]以上不满[3000元→8000元]的"),
    // An amount that ends one range and begins another is not the same amount.
    ("扣三百元以上九百元的押金。", "扣九百元以上两千元的押金。", "扣[三百元以上九百元→九百元以上两千元]的押金。"),
  ])
  func editsTheEndsOfARange(old: String, new: String, edits: String) {
    #expect(marked(Wording.edits(from: old, to: new)) == edits)
  }

  @Test(arguments: [
    ("依照第八条、第九条办理。", "依照第九条、第十条办理。", "依照[第八条、第九条→第九条、第十条]办理。"),
    ("违反第六条之一的。", "违反第六条之二的。", "违反[第六条之一→第六条之二]的。"),
    ("符合第（二）项的。", "符合第（三）项的。", "符合[第（二）项→第（三）项]的。"),
    ("依第 6 條申請。", "依第 6-1 條申請。", "依[第 6 條→第 6-1 條]申請。"),
    ("1．钥匙由值班员保管。", "2．钥匙由值班员保管。", "[1．→2．]钥匙由值班员保管。"),
    ("每日记录3.5次水位。", "每日记录4.5次水位。", "每日记录[3.5→4.5]次水位。"),
  ])
  func keepsNumbersOfProvisionsWhole(old: String, new: String, edits: String) {
    #expect(marked(Wording.edits(from: old, to: new)) == edits)
  }

  @Test(arguments: [
    ("应当在2日内补填。", "应当在2个工作日内补填。", "应当在[2日→2个工作日]内补填。"),
    ("留存30日以上。", "留存30小时以上。", "留存[30日→30小时]以上。"),
    ("由2人值守。", "由2名保安值守。", "由[2人→2名保安]值守。"),
  ])
  func takesTheNumberAlongWithItsUnit(old: String, new: String, edits: String) {
    #expect(marked(Wording.edits(from: old, to: new)) == edits)
  }

  @Test func takesOutAWholeSentence() {
    let edits = Wording.edits(
      from: "本守则自2016年2月1日起施行。2011年6月1日印发的《仓库守则》同时废止。", to: "本守则自2019年9月1日起施行。")
    #expect(marked(edits) == "本守则自[2016年2月1日→2019年9月1日]起施行。[2011年6月1日印发的《仓库守则》同时废止。→]")
  }

  @Test func replacesTextsWithLittleInCommonAtOnce() {
    let old = "员工请假应当提前一日向直属主管提出，并填写请假单。\n病假须附医院证明。"
    let new = "访客进入厂区要在门卫处登记姓名、单位和车牌，领取临时通行证。"
    #expect(Wording.edits(from: old, to: new).map(\.kind) == [.deleted, .inserted, .kept])
  }

  @Test func keepsNoSingleScalarBetweenChanges() {
    let edits = Wording.edits(from: "甲乙丙丁戊己庚，登记。", to: "子乙丑丁寅己卯，登记。")
    #expect(marked(edits) == "[甲乙丙丁戊己庚→子乙丑丁寅己卯]，登记。")
  }

  // The end of a line that moved once drew the word beside it into a change.
  @Test func letsLinesEndElsewhere() {
    let edits = Wording.edits(from: "领用人应\n当登记姓名和部门", to: "领用人应当登记\n姓名和部门")
    #expect(marked(edits) == "领用人应[\n→]当登记[→\n]姓名和部门")
  }

  @Test func keepsEqualTextsInOnePiece() {
    #expect(Wording.edits(from: "不得外借。", to: "不得外借。") == [Edit(.kept, "不得外借。")])
  }

  @Test func readsEmptyTexts() {
    #expect(Wording.edits(from: "", to: "") == [])
    #expect(Wording.edits(from: "", to: "甲") == [Edit(.inserted, "甲")])
    #expect(Wording.edits(from: "甲", to: "") == [Edit(.deleted, "甲")])
  }

  @Test(arguments: [
    ("先要预约😀。", "先要登记😁。", "先要[预约😀→登记😁]。"),
    ("标记👍🏻为准。", "标记👍🏿为准。", "标记[👍🏻→👍🏿]为准。"),
    ("家庭👨‍👩‍👧成员", "家庭👨‍👩‍👦成员", "家庭[👨‍👩‍👧→👨‍👩‍👦]成员"),
    ("旗帜🇨🇳图样", "旗帜🇨🇭图样", "旗帜[🇨🇳→🇨🇭]图样"),
    ("姓名为𠮷，登记", "姓名为𠮸，登记", "姓名为[𠮷→𠮸]，登记"),
  ])
  func keepsMarksWithTheirBase(old: String, new: String, edits: String) {
    #expect(marked(Wording.edits(from: old, to: new)) == edits)
  }

  // Swift holds both spellings equal; the edits must not.
  @Test func tellsSpellingsOfOneCharacterApart() {
    let edits = Wording.edits(from: "cafe\u{301}", to: "caf\u{E9}")
    #expect(edits.map(\.kind) == [.deleted, .inserted])
    #expect(edits.map { $0.text.unicodeScalars.count } == [5, 4])
  }
}
