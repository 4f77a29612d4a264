import Testing

@testable import Publishing

struct XMLWriterTests {
  private func xml(_ write: (inout XMLWriter) -> Void) -> Substring {
    var xml = XMLWriter()
    write(&xml)
    return String(decoding: xml.bytes, as: UTF8.self).split(separator: "\n")[1]
  }

  @Test func escapesTextAndAttributes() {
    let written = xml { xml in
      xml.element("a", ["b": "\"<&>\n"]) { $0.text("甲<乙>&\"丙\"]]>\r\n\t") }
      xml.element("c")
    }
    #expect(
      written == """
        <a b="&quot;&lt;&amp;&gt;&#10;">甲&lt;乙&gt;&amp;&quot;丙&quot;]]&gt;&#13;&#10;&#9;</a><c/>
        """)
  }

  @Test func showsWhatXMLForbids() {
    let written = xml { $0.text("一\u{0}二\u{1B}三\u{B}四\u{FFFE}五\u{202E}六\u{20000}七") }
    #expect(written == "一\u{FFFD}二\u{FFFD}三\u{FFFD}四\u{FFFD}五\u{FFFD}六\u{20000}七")
  }
}
