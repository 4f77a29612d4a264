/// The characters that make up some nine tenths of a Chinese text.
///
/// Garbled text is made of rare characters instead: the share of these tells
/// the two apart. The list was counted in statutes and completed with the
/// traditional forms and with common words of everyday language.
enum FrequentHan {
  private static let simplified = """
    的人第条法定行十当应者以民和有国或规理关管政一务机业事部用二不其院门三对在作保生工可证责公产本员地经为出合制会依处权设\
    上中主安照由四发施五所物构级品资全他家及查动提请方单件监位等进实下自案并同府期任得审时区检情要成内准款通申建报六据违交\
    收利外告予标取职护按重日营分向组律七企执督未体决受诉办立年罚使被明境金信书计与百罪后议备相程八开求织共之接市水记于供项\
    能个代起调防学具委采批负治限运犯性列九害大刑商察文险直原承活章社反费财专场加过服指表销技支认海确是前元质况知量正解电例\
    持料息农县造许税术给医除止化改意需担登形复入度口特教偿划根损核育万基军协展从车名无司措到各货强高药格令间现效因范数验力\
    结域式适节源辖环额系判种算将置目统放集送省包非器付导月变面该道路病染长故助转易评称录注土网劳科测材围传排密领停际达食但\
    见常回已村总平身更类居公我们你这那了也就说还没什么来去好天里小多如想只很子心女两样看手做让问给把点
    """
  private static let traditional = """
    條應國規關務機業門對證責產員經為會處權設發構級資動請單監進實並審時區檢準報據違護營組執體決訴辦罰書計與後議備開織\
    記於項個調學採負運險費財專場過銷術認確質況電農縣許稅給醫擔複償劃損軍協車無貨強藥間現範數驗結適節轄環額係種將統\
    從導變該轉評稱錄網勞測圍傳領際達見總類們這來還沒麼樣讓問點說鄉臺灣訂則編
    """

  /// One bit for each character from U+4E00 to U+9FFF.
  static let bits: [UInt64] = {
    var bits = [UInt64](repeating: 0, count: 0x5200 / 64)
    for scalar in (simplified + traditional).unicodeScalars where contains(block: scalar.value) {
      let index = Int(scalar.value - 0x4E00)
      bits[index / 64] |= 1 << UInt64(index % 64)
    }
    return bits
  }()

  private static func contains(block scalar: UInt32) -> Bool { 0x4E00..<0xA000 ~= scalar }

  /// Whether a scalar from U+4E00 to U+9FFF is one of the characters, given `bits`.
  @inline(__always)
  static func contains(block scalar: UInt32, _ bits: UnsafeBufferPointer<UInt64>) -> Bool {
    let index = Int(scalar &- 0x4E00)
    return bits[index &>> 6] &>> UInt64(index & 63) & 1 == 1
  }
}
