/// Finds the ends of atoms, the pieces of a text that no edit parts.
///
/// An atom is
/// - a run of Chinese numerals, also where they spell no number (一 of 一般);
/// - a run of letters and digits, with the signs that join them (`GB/T`,
///   `COVID-19`, `1,000.5`, `2024-03-01`);
/// - a number with what makes it an amount or a date: 5万元, 3.5%, 百分之五,
///   二〇二四年三月一日, 3月1日;
/// - the number of a provision with its signs: 第十六条, 第五条之一, 第（二）项, and
///   the label （二） or 2、 that begins a line;
/// - any other scalar with the marks and joiners that follow it.
struct AtomScan {
  private let scalars: [UInt32]

  /// A scan of a text.
  init(_ scalars: [UInt32]) {
    self.scalars = scalars
  }

  /// The end of the atom that begins at `start`.
  ///
  /// - Precondition: `start` is the beginning of an atom, not the text's end.
  func end(from start: Int) -> Int {
    if let end = placeEnd(from: start) ?? labelEnd(from: start) { return end }
    if let end = numberEnd(from: start) {
      return amountEnd(from: start, number: end)
    }
    if let end = wordEnd(from: start) { return end }
    return signEnd(from: start)
  }

  /// Whether an atom ends at a place, of those that begin at `start`.
  func isEnd(_ place: Int, from start: Int) -> Bool {
    var end = start
    while end < place { end = self.end(from: end) }
    return end == place
  }

  private func scalar(_ place: Int) -> UInt32 {
    place < scalars.count ? scalars[place] : 0
  }

  private func has(_ sign: Unicode.Scalar, at place: Int) -> Bool {
    scalar(place) == sign.value
  }
}

// MARK: - Numbers, amounts and dates

extension AtomScan {
  /// The end of the number that begins at `start`: of digits, or of numerals.
  private func numberEnd(from start: Int) -> Int? {
    if AtomSigns.isNumeral(scalar(start)) {
      var end = numeralsEnd(from: start)
      if has("点", at: end) || has("點", at: end), AtomSigns.isNumeral(scalar(end + 1)) {
        end = numeralsEnd(from: end + 1)
      }
      return end
    }
    guard AtomSigns.isDigit(scalar(start)), let end = wordEnd(from: start),
      scalars[start..<end].allSatisfy({ !AtomSigns.isLetter($0) })
    else { return nil }
    return AtomSigns.isUnit(scalar(end)) ? numeralsEnd(from: end) : end
  }

  private func numeralsEnd(from start: Int) -> Int {
    var end = start
    while AtomSigns.isNumeral(scalar(end)) { end += 1 }
    return end
  }

  /// The end of the amount or date whose first number ends at `end`.
  private func amountEnd(from start: Int, number end: Int) -> Int {
    if let end = dateEnd(number: end) { return end }
    if has("分", at: end), has("之", at: end + 1), let end = numberEnd(from: end + 2) { return end }
    var end = end
    if AtomSigns.isPercent(scalar(end)) { end += 1 }
    return moneyEnd(number: end) ?? marksEnd(from: end)
  }

  private func dateEnd(number end: Int) -> Int? {
    if has("年", at: end), let month = numberEnd(from: end + 1), has("月", at: month) {
      return dayEnd(from: month + 1) ?? month + 1
    }
    return has("月", at: end) ? dayEnd(from: end + 1) : nil
  }

  private func dayEnd(from start: Int) -> Int? {
    guard let end = numberEnd(from: start) else { return nil }
    return has("日", at: end) || has("号", at: end) || has("號", at: end) ? end + 1 : nil
  }

  private func moneyEnd(number end: Int) -> Int? {
    if has("元", at: end) || has("圆", at: end) || has("圓", at: end) { return end + 1 }
    guard has("元", at: end + 1) else { return nil }
    return "美欧歐港日澳".unicodeScalars.contains { $0.value == scalar(end) } ? end + 2 : nil
  }
}

// MARK: - Numbers of provisions

extension AtomScan {
  /// The end of 第十六条, 第五条之一 or 第（二）项, if that begins at `start`.
  private func placeEnd(from start: Int) -> Int? {
    guard has("第", at: start) else { return nil }
    var end = blankEnd(from: start + 1)
    if isOpening(end) { end += 1 }
    guard let number = countEnd(from: end) else { return nil }
    end = number
    while has("-", at: end) || has("－", at: end), let further = countEnd(from: end + 1) {
      end = further
    }
    if isClosing(end) { end += 1 }
    end = blankEnd(from: end)
    guard Self.levels.contains(scalar(end)) else { return nil }
    end += 1
    while has("之", at: end), let further = countEnd(from: end + 1) { end = further }
    return end
  }

  /// The end of the label （二） or 2、 that begins a line at `start`.
  private func labelEnd(from start: Int) -> Int? {
    guard start == 0 || has("\n", at: start - 1) else { return nil }
    if isOpening(start), let end = countEnd(from: start + 1), isClosing(end) { return end + 1 }
    guard let end = countEnd(from: start) else { return nil }
    let isLabel =
      has("、", at: end) || (has(".", at: end) || has("．", at: end)) && !isNumber(end + 1)
    return isLabel ? end + 1 : nil
  }

  private static let levels = Set("条條款項项目章节節编編".unicodeScalars.map(\.value))

  /// The end of a whole number without its unit.
  private func countEnd(from start: Int) -> Int? {
    var end = start
    while isNumber(end) { end += 1 }
    return end > start ? end : nil
  }

  private func isNumber(_ place: Int) -> Bool {
    AtomSigns.isDigit(scalar(place)) || AtomSigns.isNumeral(scalar(place))
  }

  private func isOpening(_ place: Int) -> Bool { has("（", at: place) || has("(", at: place) }

  private func isClosing(_ place: Int) -> Bool { has("）", at: place) || has(")", at: place) }

  private func blankEnd(from start: Int) -> Int { has(" ", at: start) ? start + 1 : start }
}

// MARK: - Words and signs

extension AtomScan {
  /// The end of the run of letters and digits that begins at `start`.
  private func wordEnd(from start: Int) -> Int? {
    guard AtomSigns.isWordSign(scalar(start)) else { return nil }
    var end = start + 1
    while true {
      let next = scalar(end)
      if AtomSigns.isWordSign(next) || next >= 0x300 && AtomSigns.isMark(next) {
        end += 1
      } else if AtomSigns.joins(next, scalar(end - 1), scalar(end + 1)) {
        end += 2
      } else {
        return end
      }
    }
  }

  /// The end of the sign at `start` with all that belongs to it.
  private func signEnd(from start: Int) -> Int {
    if has("\r", at: start), has("\n", at: start + 1) { return start + 2 }
    if AtomSigns.isRegion(scalar(start)), AtomSigns.isRegion(scalar(start + 1)) {
      return marksEnd(from: start + 2)
    }
    return marksEnd(from: start + 1)
  }

  /// The end of the marks at `start`; a joiner takes the sign after it along.
  private func marksEnd(from start: Int) -> Int {
    var end = start
    while end < scalars.count, AtomSigns.isMark(scalars[end]) {
      let joins = scalars[end] == AtomSigns.joiner && end + 1 < scalars.count
      end += joins && !AtomSigns.isWordSign(scalars[end + 1]) ? 2 : 1
    }
    return end
  }
}
