/// Texts that hold what the files of the corpus do not.
enum WrittenSeeds {
  /// A short article in GB18030.
  static let gb18030: [UInt8] = [
    0xB5, 0xDA, 0xD2, 0xBB, 0xCC, 0xF5, 0x20, 0xCE, 0xAA, 0xBC, 0xD3, 0xC7, 0xBF, 0xB9, 0xDC, 0xC0,
    0xED, 0xA3, 0xAC, 0xD6, 0xC6, 0xB6, 0xA8, 0xB1, 0xBE, 0xB0, 0xEC, 0xB7, 0xA8, 0xA1, 0xA3,
  ]

  static var utf16: [UInt8] {
    "第一条 为加强管理，制定本办法。𠮷".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }

  static let text = """
    目录
    第一章 总则……1
    第二章 附则……2
    考勤管理办法
    （2020年1月1日通过 2021年5月6日修订）
    第一编 通则
    第一章 总则
    第一条 为了加强管理，制定本办法。
    第二条 本办法所称员工：
    （一）正式员工；
    1.全日制；
    2.其他。
    （二）试用期员工。
    — 3 —
    第三条之一 依照第二条的规定办理。
    第二章 附则
    第四条 自公布之日起施行，同时废止《旧办法》。
    附件1：表
    一、说明
    （一）甲：乙。
    """

  static let page = """
    <!DOCTYPE html><html><head><meta charset="utf-8"><title>办法</title><style>p{}</style></head>
    <body><nav><a href="#">首页</a> &gt; <a>制度</a></nav><!-- 说明 --><div class="main">
    <h1>考勤管理办法</h1><p style="text-align:center">（2024年1月5日发布）</p>
    <p><b>第一条</b>&nbsp;为了管理，<br>制定本办法。</p><ol type="a" start="3"><li value="7">甲</li>
    <li>乙<ul><li>丙</li></ul></li></ol><table><tr><th>项</th><td rowspan="2">值</td></tr></table>
    <pre>第二条
      原样</pre><select><option>选</option></select><blockquote>引用&#12288;&lt;条&gt;</blockquote>
    </div><aside>相关文档</aside><footer>版权所有</footer><script>var a = "<p>";</script></body></html>
    """

  static let markdown = """
    ---
    title: 用印管理办法
    issuer: 某公司
    ---
    # 用印管理办法

    ## 第一章 总则

    **第一条** 为了管理，\\*制定*本*办法[^1]。
    1. 甲
       - 乙 `码`
         + [ ] 丙
    2. 丁  
    接行

    | 项 | 值 |
    |---|:-:|
    | a | b\\|c |

    > 第二条 引用 [链](a.md "题") ![图](b.png)

    ```
    第三条 码
    ```
    第二章
    ===
    <!-- 注
    释 --> &amp;<br>完

    [^1]: 脚注。
    """

  static let word = """
    === word/document.xml
    <w:document xmlns:w="w" xmlns:mc="mc" xmlns:wps="wps" xmlns:v="v" xmlns:m="m"><w:body>\
    <w:p><w:pPr><w:pStyle w:val="1"/><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/></w:rPr>\
    <w:t>考勤管理办法</w:t></w:r></w:p>\
    <w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r>\
    <w:t xml:space="preserve">为了管理，制定本办法。</w:t><w:footnoteReference w:id="1"/><w:br/><w:tab/>\
    <w:endnoteReference w:id="1"/></w:r></w:p>\
    <w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="2"/>\
    <w:rPr><w:del w:id="3"/></w:rPr></w:pPr><w:ins><w:r><w:t>正式员工；</w:t></w:r></w:ins>\
    <w:del><w:r><w:delText>删</w:delText></w:r></w:del></w:p>\
    <w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>\
    <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>3</w:t></w:r>\
    <w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r></w:p>\
    <w:tbl><w:tr><w:tc><w:p><w:r><w:t>项</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:vMerge/></w:tcPr>\
    <w:p><w:r><w:t>值</w:t></w:r></w:p></w:tc></w:tr></w:tbl>\
    <w:sdt><w:sdtPr/><w:sdtContent><w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps">\
    <wps:txbx><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></wps:txbx>\
    </mc:Choice><mc:Fallback><v:textbox><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p>\
    </w:txbxContent></v:textbox></mc:Fallback></mc:AlternateContent></w:r></w:p></w:sdtContent></w:sdt>\
    <w:p><m:oMath><m:r><m:t>a</m:t></m:r></m:oMath><w:ruby><w:rt><w:r><w:t>yin</w:t></w:r></w:rt>\
    <w:rubyBase><w:r><w:t>音</w:t></w:r></w:rubyBase></w:ruby><w:hyperlink><w:r><w:noBreakHyphen/>\
    <w:sym w:char="F0A8"/></w:r></w:hyperlink></w:p><w:sectPr/></w:body></w:document>
    === word/styles.xml
    <w:styles xmlns:w="w"><w:docDefaults><w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" \
    w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" \
    w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:numPr><w:numId \
    w:val="2"/></w:numPr></w:pPr><w:rPr><w:b w:val="0"/></w:rPr></w:style><w:style \
    w:type="numbering" w:styleId="n"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>\
    </w:styles>
    === word/numbering.xml
    <w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start \
    w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:suff w:val="space"/><w:lvlText \
    w:val="第%1条"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/>\
    <w:lvlRestart w:val="0"/><w:isLgl/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>\
    <w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="n"/></w:abstractNum><w:num \
    w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride \
    w:val="5"/></w:lvlOverride></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>\
    </w:numbering>
    === word/footnotes.xml
    <w:footnotes xmlns:w="w"><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote \
    w:id="1"><w:p><w:r><w:t>脚注。</w:t></w:r></w:p></w:footnote></w:footnotes>
    === word/header1.xml
    <w:hdr xmlns:w="w"><w:p><w:r><w:t>内部文件</w:t></w:r></w:p></w:hdr>
    === docProps/core.xml
    <c:coreProperties xmlns:c="c" xmlns:d="d"><d:title>办法</d:title></c:coreProperties>
    """
}
