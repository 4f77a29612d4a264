/// What the name or the marks of an element say that it is.
struct FurnitureHint: Hashable {
  let kind: SourceBlock.Furniture
  /// Whether the mark alone decides; a weak one needs links beside it.
  let isStrong: Bool

  init(_ kind: SourceBlock.Furniture, isStrong: Bool) {
    self.kind = kind
    self.isStrong = isStrong
  }

  /// What an element's name and role say, or `nil`.
  init?(element: String, role: String) {
    switch (element, role) {
    case ("nav", _), (_, "navigation"), (_, "search"), (_, "menubar"), (_, "toolbar"):
      self.init(.navigation, isStrong: true)
    case ("aside", _), (_, "complementary"): self.init(.sidebar, isStrong: true)
    case (_, "contentinfo"): self.init(.footer, isStrong: true)
    case ("footer", _): self.init(.footer, isStrong: false)
    case ("header", _), (_, "banner"): self.init(.navigation, isStrong: false)
    case ("dialog", _), (_, "dialog"): self.init(.interface, isStrong: true)
    default: return nil
    }
  }

  /// What the words of a class or an id say, or `nil`.
  init?(names: String) {
    guard !names.isEmpty else { return nil }
    var weak: FurnitureHint?
    for word in Self.words(of: names) {
      if let kind = Self.strongWords[word] ?? Self.kind(ofPartOf: word) {
        self.init(kind, isStrong: true)
        return
      }
      if let kind = Self.weakWords[word] { weak = FurnitureHint(kind, isStrong: false) }
    }
    for name in names.split(separator: " ") {
      guard let kind = Self.kind(ofPartOf: Self.words(of: String(name)).joined()) else { continue }
      self.init(kind, isStrong: true)
      return
    }
    guard let weak else { return nil }
    self = weak
  }

  /// The words of `site-nav`, `siteNav` and `site_nav`, in lower case.
  private static func words(of names: String) -> [String] {
    var words: [String] = []
    var word = ""
    var wasLower = false
    for scalar in names.unicodeScalars {
      let isUpper = 0x41...0x5A ~= scalar.value
      let isLetter = isUpper || 0x61...0x7A ~= scalar.value || scalar.value >= 0x80
      if !isLetter || isUpper && wasLower {
        if !word.isEmpty { words.append(word) }
        word = ""
      }
      if isLetter { word.unicodeScalars.append(isUpper ? lowered(scalar) : scalar) }
      wasLower = isLetter && !isUpper
    }
    return word.isEmpty ? words : words + [word]
  }

  private static func lowered(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    Unicode.Scalar(scalar.value | 0x20) ?? scalar
  }

  private static func kind(ofPartOf word: String) -> SourceBlock.Furniture? {
    guard word.utf8.count >= 5 else { return nil }
    if word.hasSuffix("nav") || word.hasPrefix("nav") { return .navigation }
    let bytes = Array(word.utf8)
    return strongParts.first { bytes.firstRange(of: $0.0) != nil }?.1
  }

  private static let strongParts: [([UInt8], SourceBlock.Furniture)] = {
    let parts: [(String, SourceBlock.Furniture)] = [
      ("crumb", .navigation), ("menu", .navigation), ("toolbar", .navigation),
      ("bdshare", .navigation), ("sharebox", .navigation), ("pagination", .navigation),
      ("daohang", .navigation), ("weizhi", .navigation), ("searchbox", .navigation),
      ("sidebar", .sidebar), ("related", .sidebar), ("recommend", .sidebar),
      ("xiangguan", .sidebar),
      ("tuijian", .sidebar), ("advert", .sidebar), ("footer", .footer), ("copyright", .footer),
      ("banquan", .footer), ("friendlink", .footer), ("youqing", .footer), ("导航", .navigation),
      ("相关", .sidebar), ("推荐", .sidebar), ("版权", .footer), ("页脚", .footer),
    ]
    return parts.map { (Array($0.0.utf8), $0.1) }
  }()

  private static let strongWords: [String: SourceBlock.Furniture] = [
    "nav": .navigation, "navi": .navigation, "gnav": .navigation, "crumb": .navigation,
    "crumbs": .navigation, "mbx": .navigation, "dqwz": .navigation, "dhl": .navigation,
    "menu": .navigation, "toolbar": .navigation, "topbar": .navigation, "share": .navigation,
    "social": .navigation, "pager": .navigation, "login": .navigation, "search": .navigation,
    "prevnext": .navigation, "backtop": .navigation, "gotop": .navigation, "totop": .navigation,
    "side": .sidebar, "aside": .sidebar, "related": .sidebar, "relate": .sidebar,
    "xgwd": .sidebar, "xgnr": .sidebar, "xgxw": .sidebar, "xgwz": .sidebar, "xgjd": .sidebar,
    "ad": .sidebar, "ads": .sidebar, "advert": .sidebar, "hot": .sidebar, "rank": .sidebar,
    "comment": .sidebar, "comments": .sidebar, "pinglun": .sidebar, "respond": .sidebar,
    "commentlist": .sidebar, "commentform": .sidebar, "editsection": .navigation,
    "foot": .footer, "footer": .footer, "copyright": .footer, "beian": .footer, "icp": .footer,
    "friendlink": .footer, "friendlinks": .footer, "yqlj": .footer,
  ]

  private static let weakWords: [String: SourceBlock.Furniture] = [
    "head": .navigation, "header": .navigation, "hd": .navigation, "top": .navigation,
    "logo": .navigation, "banner": .navigation, "tool": .navigation, "tools": .navigation,
    "location": .navigation, "position": .navigation, "path": .navigation, "page": .navigation,
    "btn": .navigation, "button": .navigation, "op": .navigation, "operate": .navigation,
    "tab": .navigation, "tabs": .navigation, "tags": .navigation, "tag": .navigation,
    "left": .sidebar, "right": .sidebar, "fl": .sidebar, "fr": .sidebar, "links": .sidebar,
    "link": .sidebar, "other": .sidebar,
    "bottom": .footer, "ft": .footer, "bot": .footer, "copy": .footer,
  ]
}
