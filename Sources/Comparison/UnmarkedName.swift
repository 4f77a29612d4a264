/// The name of a regulation that no 《》 mark: 劳动合同法 in 依照劳动合同法第三十九条.
enum UnmarkedName {
  /// Where the name begins in the words before a reference, or `nil` if these name
  /// nothing that could be found.
  ///
  /// Words such as 依照 are cut off, and 该办法 and 有关规定 are no names.
  static func start(in words: ArraySlice<UInt16>) -> Int? {
    var start = words.endIndex
    while start > words.startIndex, isOfName(words[start - 1]) { start -= 1 }
    for word in before {
      let name = words[start...]
      guard name.count > word.count else { continue }
      let last = stride(from: name.endIndex - word.count, through: start, by: -1).first {
        // 适用 in 法律适用法 leaves too little for a name.
        stands(word, at: $0, in: name) && !isPeoplesRepublic(name, $0)
          && name.endIndex - $0 - word.count >= 2
      }
      if let last { start = last + word.count }
    }
    let name = words[start...]
    guard name.count > 2 || name.count == 2 && name.last == Sign.law else { return nil }
    if kinds.contains(where: { $0[...] == name }) { return nil }
    if others.contains(where: { stands($0, at: start, in: name) }) { return nil }
    return start
  }

  private static func stands(_ word: [UInt16], at place: Int, in name: ArraySlice<UInt16>) -> Bool {
    name[place...].starts(with: word)
  }

  /// Whether 和 at a place is that of 共和国.
  private static func isPeoplesRepublic(_ name: ArraySlice<UInt16>, _ place: Int) -> Bool {
    name[place] == Sign.and && place > name.startIndex && name[place - 1] == Sign.common
  }

  /// Whether a sign may stand in a name: Chinese ones, and no punctuation.
  private static func isOfName(_ unit: UInt16) -> Bool { 0x3400...0x9FFF ~= unit }

  private enum Sign {
    static let law: UInt16 = 0x6CD5
    static let and: UInt16 = 0x548C
    static let common: UInt16 = 0x5171
  }

  /// What stands before a name and does not belong to it.
  private static let before: [[UInt16]] = [
    "依照", "依据", "依據", "按照", "根据", "根據", "违反", "違反", "适用", "適用", "参照", "參照", "符合", "遵守",
    "执行", "執行", "触犯", "觸犯", "援引", "准用", "準用", "除", "和", "或", "以及", "并与", "現行", "现行", "属于",
    "的", "为", "由", "依", "按", "及",
  ].map { Array($0.utf16) }

  /// What is no name by itself.
  private static let kinds: [[UInt16]] = [
    "办法", "規定", "规定", "条例", "條例", "辦法", "细则", "細則", "规则", "規則", "章程", "制度", "程序",
    "法律", "法规", "法規", "方法", "约定", "約定", "决定", "決定", "守则", "准则", "通则", "做法",
  ].map { Array($0.utf16) }

  /// What begins words that point at something else than a name.
  private static let others: [[UInt16]] = [
    "本", "该", "該", "同", "此", "上述", "上列", "前", "有关", "有關", "相关", "相關", "其他", "其", "下列", "第",
    "新", "旧", "舊", "原", "这", "這",
  ].map { Array($0.utf16) }
}
