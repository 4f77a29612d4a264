import ChineseText
import Regulations

/// Reads what a text says about itself: number, issuer, dates, scope.
///
/// Nothing is inferred: 自公布之日起施行 takes its date from a date of
/// promulgation that the text gives, or gives none.
struct MetadataReader {
  private var metadata = RegulationMetadata()

  /// The metadata of a text.
  ///
  /// - Parameters:
  ///   - zone: what stands beside the title, a line each.
  ///   - provisions: the provisions of the text.
  ///   - given: what a sidecar says, which holds against the text.
  static func metadata(
    zone: [String], provisions: [Provision], given: GivenMetadata
  ) -> RegulationMetadata {
    var reader = MetadataReader()
    for line in zone { reader.readZoneLine(line) }
    for index in provisions.indices where provisions[index].kind == .closing {
      reader.readSignature(provisions[index])
    }
    // 自公布之日起施行 takes the day that was given.
    given.apply(to: &reader.metadata)
    reader.readProvisions(provisions)
    given.apply(to: &reader.metadata)
    return reader.metadata
  }

  private mutating func readZoneLine(_ line: String) {
    for field in Self.fields(of: line) {
      if metadata.documentNumber == nil {
        metadata.documentNumber = Self.documentNumber(in: Self.value(of: field))
      }
      readKeyedValue(field)
      for dated in Self.dates(in: field) { take(dated.date, meaning: dated.following) }
    }
  }

  /// The fields of a line, without blanks inside: a row of a table, or several
  /// keys with their values on one line.
  private static func fields(of line: String) -> [String] {
    var fields: [String] = []
    for part in line.unicodeScalars.split(whereSeparator: { $0.structure == .blank }) {
      let text = String(String.UnicodeScalarView(part))
      let opensField =
        keys.contains { text.begins(with: $0) }
        || text.unicodeScalars.contains { $0.structure == .colon }
      if let last = fields.last, !opensField {
        fields[fields.count - 1] = last + (keys.contains(last) ? "：" : "") + text
      } else {
        fields.append(text)
      }
    }
    return fields
  }

  /// What stands after the key and colon of a field.
  private static func value(of field: String) -> String {
    guard let key = keys.first(where: field.begins(with:)) else { return field }
    let rest = field.unicodeScalars.dropFirst(key.unicodeScalars.count)
    guard let sign = rest.first, sign.structure == .colon else { return field }
    return String(String.UnicodeScalarView(rest.dropFirst()))
  }

  /// The keys of metadata, longer ones before those they begin with.
  static let keys = [
    "发布机关", "发文机关", "发布单位", "发文单位", "制定部门", "制定机关", "颁布单位", "颁布机关", "发布日期", "生效日期", "施行日期", "实施日期",
    "公布日期", "颁布日期", "发文字号", "文件编号", "文号", "编号", "版本号", "版本", "版次", "时效性", "效力级别", "归口部门", "密级",
    "受控状态",
    "编制", "审核", "批准人", "批准", "签发人", "发文日期", "主管部门", "成文日期", "索引号", "主题分类", "公开方式", "公开类别", "责任部门",
    "起草部门",
    "修订日期", "通过日期", "名称", "有效性", "主题词", "分类", "标题", "页码", "页次", "修订状态",
  ]

  private mutating func readKeyedValue(_ text: String) {
    let paths: [(String, WritableKeyPath<RegulationMetadata, String?>)] = [
      ("发布机关", \.issuer), ("发文机关", \.issuer), ("发布单位", \.issuer), ("发文单位", \.issuer),
      ("制定机关", \.issuer), ("颁布单位", \.issuer), ("颁布机关", \.issuer), ("归口部门", \.department),
      ("制定部门", \.department), ("责任部门", \.department), ("主管部门", \.department),
      ("文件编号", \.documentNumber), ("发文字号", \.documentNumber), ("文号", \.documentNumber),
      ("编号", \.documentNumber),
    ]
    let value = Self.value(of: text)
    for (key, path) in paths
    where metadata[keyPath: path] == nil && text.begins(with: key) && value != text
      && !value.isEmpty
    {
      metadata[keyPath: path] = value
    }
    for key in ["生效日期", "施行日期", "实施日期"] where text.begins(with: key) {
      if metadata.effective == nil { metadata.effective = Self.dates(in: text).first?.date }
    }
    for key in ["发布日期", "公布日期", "颁布日期", "发文日期", "成文日期"] where text.begins(with: key) {
      if metadata.promulgated == nil { metadata.promulgated = Self.dates(in: text).first?.date }
    }
  }

  private mutating func take(_ date: CalendarDate, meaning: String) {
    // 通过的《…决定》修正: what was adopted is the decision that amends.
    if Self.amendmentWords.contains(where: { meaning.holds($0) }) {
      metadata.amended = max(metadata.amended ?? date, date)
      return
    }
    let meanings: [(words: [String], path: WritableKeyPath<RegulationMetadata, CalendarDate?>)] = [
      (["起施行", "施行", "起实施", "实施", "起执行", "起生效", "生效"], \.effective),
      (["公布", "发布", "颁布", "印发", "令第"], \.promulgated), (["通过", "批准", "审议", "訂定", "制定"], \.adopted),
    ]
    var nearest: (distance: Int, path: WritableKeyPath<RegulationMetadata, CalendarDate?>)?
    for (words, path) in meanings {
      for word in words {
        guard let distance = Self.distance(of: word, in: meaning) else { continue }
        if distance < nearest?.distance ?? Int.max { nearest = (distance, path) }
      }
    }
    guard let nearest else {
      metadata.dated = metadata.dated ?? date
      return
    }
    // Of several dates of one kind the latest is the text's own.
    if let old = metadata[keyPath: nearest.path], old >= date { return }
    metadata[keyPath: nearest.path] = date
  }

  private static let amendmentWords = ["修订", "修正", "修改", "修訂"]

  private static func distance(of word: String, in text: String) -> Int? {
    text.offset(of: word)
  }

  private mutating func readSignature(_ provision: Provision) {
    let lines = provision.text.split(separator: "\n").map { PageFurniture.squeeze(String($0)) }
    for (index, line) in lines.enumerated() {
      guard let dated = Self.dates(in: line).first, line.unicodeScalars.count <= 24 else {
        continue
      }
      if metadata.promulgated == nil, metadata.dated == nil { metadata.dated = dated.date }
      if metadata.issuer == nil, index > 0, lines[index - 1].unicodeScalars.count <= 40,
        let last = lines[index - 1].unicodeScalars.last, !last.structure.endsStatement
      {
        metadata.issuer = lines[index - 1]
      }
    }
  }

  /// Effective date, interpreter, scope and repeals stand in the text, the
  /// first three mostly in its first and last articles.
  private mutating func readProvisions(_ provisions: [Provision]) {
    for provision in provisions.prefix(10) where metadata.scope == nil {
      if provision.text.utf8.count < 2000 { readScope(provision.text) }
    }
    for provision in provisions.suffix(12).reversed() where provision.text.utf8.count < 4000 {
      readEffectiveDate(provision.text)
      readInterpreter(provision.text)
      readRepeals(provision.text)
    }
  }

  private mutating func readScope(_ text: String) {
    guard text.holds("适用") || text.holds("適用"),
      let found = Self.scopeWords.lazy.compactMap({ text.offset(of: $0) }).first
    else { return }
    let bytes = Array(text.utf8)
    var start = found
    while start > 0, bytes[start - 1] != 0x0A, !Self.endsSentence(bytes, at: start) { start -= 1 }
    var end = found
    while end < bytes.count, bytes[end] != 0x0A, !Self.endsSentence(bytes, at: end + 3) { end += 1 }
    guard end - start < 900 else { return }
    metadata.scope = String(decoding: bytes[start..<end], as: UTF8.self)
  }

  private static let scopeWords = ["适用于", "适用本", "適用於", "適用本"]

  /// Whether 。 ends at an offset.
  private static func endsSentence(_ bytes: [UInt8], at end: Int) -> Bool {
    end >= 3 && end <= bytes.count && bytes[end - 3] == 0xE3 && bytes[end - 2] == 0x80
      && bytes[end - 1] == 0x82
  }

  private mutating func readEffectiveDate(_ text: String) {
    guard metadata.effective == nil,
      text.holds("施行") || text.holds("实施") || text.holds("生效") || text.holds("执行")
    else { return }
    let squeezed = PageFurniture.squeeze(text)
    for dated in Self.dates(in: squeezed) {
      let words = ["起施行", "起实施", "起生效", "起执行", "施行", "起正式施行", "起试行"]
      if words.contains(where: dated.following.begins(with:)) {
        metadata.effective = dated.date
        return
      }
    }
    let phrases = ["自公布之日起", "自发布之日起", "自印发之日起", "自颁布之日起", "自下发之日起"]
    if phrases.contains(where: { squeezed.holds($0) }) { metadata.effective = metadata.promulgated }
  }

  private mutating func readInterpreter(_ text: String) {
    guard metadata.interpreter == nil, let word = text.offset(of: "解释") else { return }
    var end = word
    if text.prefix(upTo: text.utf8.index(text.startIndex, offsetBy: word)).ends(with: "负责") {
      end -= 6
    }
    let before = text[..<text.utf8.index(text.startIndex, offsetBy: end)].unicodeScalars
    guard let start = before.lastIndex(of: "由") else { return }
    let name = Substring(before[before.index(after: start)...])
    guard (6...90).contains(name.utf8.count), !name.holds("，"), !name.holds("。"),
      !name.ends(with: "的")
    else { return }
    metadata.interpreter = String(name)
  }

  private static let repealWords = ["同时废止", "即行废止", "予以废止", "同時廢止"]

  private mutating func readRepeals(_ text: String) {
    guard text.holds("废止"), Self.repealWords.contains(where: { text.holds($0) }) else { return }
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "《"), let close = rest[open...].firstIndex(of: "》") {
      var title = String(rest[rest.index(after: open)..<close])
      let following = rest[rest.index(after: close)...]
      if following.begins(with: "（") || following.begins(with: "("),
        let number = Self.documentNumber(in: String(following.prefix(40))),
        following.offset(of: number) ?? 9 <= 3
      {
        title += "（\(number)）"
      }
      if !metadata.repeals.contains(title) { metadata.repeals.append(title) }
      rest = rest[close...].dropFirst()
    }
  }
}

extension MetadataReader {
  /// The document number (文号) in a line without blanks, or `nil`:
  /// 国办发〔2024〕5号, 令第34号.
  static func documentNumber(in text: String) -> String? {
    let scalars = Array(text.unicodeScalars)
    for open in scalars.indices
    where "〔[（(［【﹝".unicodeScalars.contains(scalars[open]) {
      guard open + 6 < scalars.count,
        scalars[(open + 1)...(open + 4)].allSatisfy({ $0.structure == .digit }),
        "〕])）］】﹞".unicodeScalars.contains(scalars[open + 5])
      else { continue }
      var end = open + 6
      if scalars[end] == "第" { end += 1 }
      let digits = end
      while end < scalars.count, scalars[end].structure == .digit { end += 1 }
      guard end > digits, end < scalars.count, scalars[end] == "号" || scalars[end] == "號" else {
        continue
      }
      var start = open
      while start > 0, scalars[start - 1].isHan || scalars[start - 1].structure == .latin {
        start -= 1
      }
      guard start < open else { continue }
      return String(String.UnicodeScalarView(scalars[start...end]))
    }
    return nil
  }

  /// The dates in a text without blanks, each with what follows it up to the
  /// next date.
  static func dates(in text: String) -> [(date: CalendarDate, following: String)] {
    let scalars = Array(text.unicodeScalars)
    var found: [(date: CalendarDate, range: Range<Int>)] = []
    for year in scalars.indices {
      if scalars[year] == "年", let date = date(scalars, year: year) {
        found.append(date)
      } else if ".-/．".unicodeScalars.contains(scalars[year]),
        let date = dottedDate(scalars, year: year)
      {
        found.append(date)
      }
    }
    return found.indices.map { index in
      let end = index + 1 < found.count ? found[index + 1].range.lowerBound : scalars.count
      return (
        found[index].date,
        String(
          String.UnicodeScalarView(
            scalars[found[index].range.upperBound..<max(end, found[index].range.upperBound)]))
      )
    }
  }

  private static func date(
    _ scalars: [Unicode.Scalar], year: Int
  ) -> (date: CalendarDate, range: Range<Int>)? {
    var start = year
    while start > 0, year - start < 6, ChineseNumeral.isNumeral(scalars[start - 1]) { start -= 1 }
    // 于2024年 may follow another number: a year has four digits.
    if year - start > 4, scalars[start].structure == .digit { start = year - 4 }
    guard let yearValue = yearValue(scalars, start..<year) else { return nil }
    if year - start < 4 { start -= 2 }
    var position = year + 1
    guard let month = component(scalars, &position, unit: "月"),
      let day = component(scalars, &position, unit: "日"),
      let date = CalendarDate(year: yearValue, month: month, day: day)
    else { return nil }
    return (date, start..<position)
  }

  /// The year of a date: four digits, or a year of the Republic's calendar
  /// after 民國, which counts from 1912.
  private static func yearValue(_ scalars: [Unicode.Scalar], _ range: Range<Int>) -> Int? {
    guard let value = ChineseNumeral.value(of: scalars[range]) else { return nil }
    if range.count == 4, value >= 1000 { return (1900...2200).contains(value) ? value : nil }
    var start = range.lowerBound
    while start > 0, ChineseNumeral.isNumeral(scalars[start - 1]) { start -= 1 }
    guard start >= 2, scalars[start - 2] == "民",
      scalars[start - 1] == "國" || scalars[start - 1] == "国",
      let republic = ChineseNumeral.value(of: scalars[start..<range.upperBound]),
      (1...290).contains(republic)
    else { return nil }
    return republic + 1911
  }

  /// 2023.2.20, 2023-02-20 or 2023/2/20, of which `year` is the first sign.
  private static func dottedDate(
    _ scalars: [Unicode.Scalar], year: Int
  ) -> (date: CalendarDate, range: Range<Int>)? {
    let sign = scalars[year]
    guard year >= 4, scalars[(year - 4)..<year].allSatisfy({ $0.structure == .digit }),
      let yearValue = ChineseNumeral.value(of: scalars[(year - 4)..<year]),
      (1900...2200).contains(yearValue), year < 5 || scalars[year - 5].structure != .digit
    else { return nil }
    var position = year + 1
    guard let month = component(scalars, &position, unit: sign) else { return nil }
    let start = position
    while position < scalars.count, position - start < 2, scalars[position].structure == .digit {
      position += 1
    }
    guard position > start, let day = ChineseNumeral.value(of: scalars[start..<position]),
      let date = CalendarDate(year: yearValue, month: month, day: day)
    else { return nil }
    return (date, (year - 4)..<position)
  }

  private static func component(
    _ scalars: [Unicode.Scalar], _ position: inout Int, unit: Unicode.Scalar
  ) -> Int? {
    let start = position
    while position < scalars.count, position - start < 4,
      ChineseNumeral.isNumeral(scalars[position])
    {
      position += 1
    }
    guard position > start, position < scalars.count, scalars[position] == unit,
      let value = ChineseNumeral.value(of: scalars[start..<position])
    else { return nil }
    position += 1
    return value
  }
}
