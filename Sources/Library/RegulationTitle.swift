internal import ChineseText

/// A title as regulations are told apart by it.
///
/// 《中华人民共和国消防法》 and 《消防法》, 《X办法（试行）》 and 《X办法》, 《X暂行办法》 and
/// 《X办法》 have the same stem: texts under them may be of one regulation.
struct RegulationTitle: Hashable {
  /// The folded title.
  let whole: [UInt16]
  /// The folded title without what comes and goes between revisions.
  let stem: [UInt16]

  init(_ title: String) {
    whole = FoldedText(title).units
    stem = Self.stem(of: whole)
  }

  /// A number that titles of one stem share.
  var key: UInt64 { stem.withUnsafeBytes { ContentHash($0).high } }

  /// The folded title without the name of the state, by which it is cited.
  var core: [UInt16] {
    whole.starts(with: Self.state) && whole.count > Self.state.count + 1
      ? Array(whole.dropFirst(Self.state.count)) : whole
  }

  /// Whether the title says what the regulation is about, unlike 《管理制度》.
  var namesSubject: Bool {
    var rest = stem[...]
    while let word = Self.generalWords.first(where: { rest.starts(with: $0) }) {
      rest = rest.dropFirst(word.count)
    }
    return !rest.isEmpty
  }

  private static let generalWords = [
    "公司", "单位", "部门", "员工", "内部", "日常", "基本", "综合", "有关", "若干", "其他", "工作", "管理", "实施", "执行", "操作",
    "规章", "制度", "办法", "规定", "细则", "规则", "规程", "规范", "标准", "条例", "守则", "准则", "章程", "方案", "通知", "决定",
    "意见", "须知", "手册", "的", "及", "和",
  ].map { Array($0.utf16) }

  private static let state = Array("中华人民共和国".utf16)
  private static let trials = [Array("暂行".utf16), Array("试行".utf16)]
  private static let marks = ["修订", "修正", "修改", "试行", "暂行", "年", "版", "稿", "本"].map {
    Array($0.utf16)
  }

  private static func stem(of whole: [UInt16]) -> [UInt16] {
    var stem = whole[...]
    while let start = startOfMark(at: stem) { stem = stem[..<start] }
    if stem.starts(with: state), stem.count > state.count + 1 {
      stem = stem.dropFirst(state.count)
    }
    for trial in trials {
      for start in stem.indices.dropFirst().suffix(6) where stem[start...].starts(with: trial) {
        return Array(stem[..<start] + stem[(start + trial.count)...])
      }
    }
    return stem.isEmpty ? whole : Array(stem)
  }

  /// Where a title's last words in parentheses begin, when they name its edition.
  private static func startOfMark(at title: ArraySlice<UInt16>) -> Int? {
    guard title.last == 0x29, let open = title.lastIndex(of: 0x28), open > title.startIndex else {
      return nil
    }
    let inner = title[(open + 1)...].dropLast()
    let isDate =
      !inner.isEmpty && inner.allSatisfy { 0x30...0x39 ~= $0 || $0 == 0x2D || $0 == 0x2E }
    let isMark = marks.contains { mark in
      inner.indices.contains { inner[$0...].starts(with: mark) }
    }
    return isDate || isMark ? open : nil
  }
}
