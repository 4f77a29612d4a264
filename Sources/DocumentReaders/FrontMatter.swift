/// The values between `---` lines at the start of a text.
struct FrontMatter {
  let lineCount: Int
  let properties: [String: String]

  init?(_ lines: [MarkdownLine]) {
    guard let first = lines.first,
      first.text.elementsEqual([0x2D, 0x2D, 0x2D]) || first.body.elementsEqual([0x2D, 0x2D, 0x2D]),
      let end = lines.prefix(200).dropFirst().firstIndex(where: {
        $0.body.elementsEqual([0x2D, 0x2D, 0x2D]) || $0.body.elementsEqual([0x2E, 0x2E, 0x2E])
      })
    else { return nil }
    var properties: [String: String] = [:]
    for line in lines[1..<end] {
      guard let (key, value) = Self.pair(line) else { continue }
      if !value.isEmpty {
        properties[key.lowercased()] = value
      } else {
        properties[key.lowercased()] = properties[key.lowercased()] ?? ""
      }
    }
    guard !properties.isEmpty else { return nil }
    self.properties = properties.filter { !$0.value.isEmpty }
    lineCount = end + 1
  }

  private static func pair(_ line: MarkdownLine) -> (String, String)? {
    guard line.indent == 0, let colon = line.text.firstIndex(of: 0x3A) else { return nil }
    let key = BlankScan.trimmed(line.text[..<colon])
    guard !key.isEmpty, key.first != 0x23, key.first != 0x2D, key.count <= 64 else { return nil }
    var value = BlankScan.trimmed(line.text[(colon + 1)...])
    if value.count >= 2, let quote = value.first, quote == 0x22 || quote == 0x27,
      value.last == quote
    {
      value = value.dropFirst().dropLast()
    }
    return (String(decoding: key, as: UTF8.self), String(decoding: value, as: UTF8.self))
  }
}
