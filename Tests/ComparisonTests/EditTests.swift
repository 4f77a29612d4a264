import Comparison
import Testing

@Suite struct EditTests {
  @Test func holdsAPiece() {
    #expect(Edit(.kept, "甲").text == "甲")
  }
}
