import ChineseText
import Testing

@Suite struct HanVariantsTests {
  private func forms(_ character: Character) -> String {
    let units = character.utf16.flatMap { HanVariants.table.forms(of: $0) }
    return String(decoding: units, as: UTF16.self)
  }

  @Test(
    arguments: [
      ("发", "发發髮"), ("髮", "髮发發"), ("后", "后後"), ("國", "國国"), ("人", "人"), ("a", "a"), ("。", "。"),
    ] as [(Character, String)]) func namesWhatIsWrittenForACharacter(
      _ character: Character, _ expected: String
    )
  {
    #expect(forms(character) == expected)
  }

  // 畫 is 画 or 划: to take it for either would make these two the same.
  @Test(arguments: ["畫", "瞭", "藉", "覆"] as [Character])
  func leavesAloneWhatHasTwoForms(_ character: Character) {
    #expect(forms(character) == String(character))
  }

  @Test func isTheSameFromEachForm() {
    for unit in UInt16(0x3400)...0x9FFF {
      let all = Set(HanVariants.table.forms(of: unit))
      for form in all { #expect(Set(HanVariants.table.forms(of: form)) == all) }
    }
  }
}
