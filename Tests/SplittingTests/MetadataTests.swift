import ChineseText
import Regulations
import Splitting
import Testing

@Suite struct MetadataTests {
  private func metadata(_ text: String) throws -> RegulationMetadata {
    try #require(try split(text).regulations.first).metadata
  }

  @Test func readsNumberDatesScopeAndInterpreter() throws {
    let metadata = try metadata(
      """
      停车管理办法
      云公服发〔2024〕18号
      （2023年12月20日局务会议通过　2024年1月5日公布　自2024年3月1日起施行）
      第一条　为规范停车，制定本办法。
      第二条　本办法适用于市区道路停车。
      第三条　本办法由市公共服务管理局负责解释。
      第四条　本办法自2024年3月1日起施行。《停车暂行规定》同时废止。
      """)
    #expect(metadata.documentNumber == "云公服发〔2024〕18号")
    #expect(metadata.adopted == CalendarDate("2023-12-20"))
    #expect(metadata.promulgated == CalendarDate("2024-01-05"))
    #expect(metadata.effective == CalendarDate("2024-03-01"))
    #expect(metadata.scope == "本办法适用于市区道路停车")
    #expect(metadata.interpreter == "市公共服务管理局")
    #expect(metadata.repeals == ["停车暂行规定"])
    #expect(metadata.isComplete == true)
  }

  @Test func takesThePromulgationForTheEffectiveDateWhenTheTextSaysSo() throws {
    let tail = "第一条　甲。\n第二条　本办法自公布之日起施行。"
    #expect(try metadata("用水办法\n（2022年6月1日公布）\n" + tail).effective == CalendarDate("2022-06-01"))
    #expect(try metadata("用水办法\n" + tail).effective == nil)
  }

  @Test func readsKeysInLetterheadsAndRows() throws {
    let metadata = try metadata(
      "文件编号：QM-07　版本：B/2\n发布机关：某某局\n生效日期：2023年12月1日\n装配规范\n1.范围\n1.1 甲。\n1.2 乙。")
    #expect(metadata.documentNumber == "QM-07")
    #expect(metadata.issuer == "某某局")
    #expect(metadata.effective == CalendarDate("2023-12-01"))
  }

  @Test func readsTheSignature() throws {
    let metadata = try metadata("关于值班的通知\n一、甲。\n二、乙。\n某某局\n二〇二四年五月一日")
    #expect(metadata.issuer == "某某局")
    #expect(metadata.dated == CalendarDate("2024-05-01"))
  }
}
