/// Counts the lists of a Word file and prints their numbers as Word does.
struct WordNumbering {
  private struct Level {
    let start: Int
    let format: NumberFormat
    let text: String
    /// The level, from 1, whose use restarts this one; 0 is none.
    let restart: Int?
    let isLegal: Bool
    let hasBlank: Bool
    let style: String?
  }

  private struct Definition {
    var levels: [Int: Level] = [:]
    var styleLink: String?
  }

  private struct Instance {
    let definition: Int
    var starts: [Int: Int] = [:]
    var levels: [Int: Level] = [:]
  }

  /// A printed number.
  struct Label {
    let text: String
    /// Whether Word sets a blank after it.
    let hasBlank: Bool
    let isBullet: Bool
  }

  private var definitions: [Int: Definition] = [:]
  private var instances: [Int: Instance] = [:]
  private var counters: [Int: [Int: Int]] = [:]
  private var startedOverrides: Set<[Int]> = []

  /// The lists in a part, or none.
  init(_ root: XMLNode?, _ styles: WordStyles) {
    for node in root?.elements ?? [] {
      if node.name == "abstractNum", let id = node.attribute("abstractNumId").flatMap({ Int($0) }) {
        definitions[id] = Self.definition(node)
      } else if node.name == "num", let id = node.attribute("numId").flatMap({ Int($0) }) {
        instances[id] = Self.instance(node)
      }
    }
    resolveLinks(styles)
  }

  private static func definition(_ node: XMLNode) -> Definition {
    var definition = Definition()
    definition.styleLink = node.value(of: "numStyleLink")
    for child in node.elements where child.name == "lvl" {
      guard let index = child.attribute("ilvl").flatMap({ Int($0) }), 0...8 ~= index else {
        continue
      }
      definition.levels[index] = level(child)
    }
    return definition
  }

  private static func level(_ node: XMLNode) -> Level {
    let alternative = node.child("AlternateContent")
    let format =
      node.value(of: "numFmt") ?? alternative?.child("Fallback")?.value(of: "numFmt") ?? "decimal"
    return Level(
      start: node.number(of: "start") ?? 0, format: NumberFormat(rawValue: format) ?? .decimal,
      text: node.value(of: "lvlText") ?? "", restart: node.number(of: "lvlRestart"),
      isLegal: node.flag("isLgl") ?? false, hasBlank: node.value(of: "suff") != "nothing",
      style: node.value(of: "pStyle"))
  }

  private static func instance(_ node: XMLNode) -> Instance? {
    guard let definition = node.number(of: "abstractNumId") else { return nil }
    var instance = Instance(definition: definition)
    for change in node.elements where change.name == "lvlOverride" {
      guard let index = change.attribute("ilvl").flatMap({ Int($0) }) else { continue }
      instance.starts[index] = change.number(of: "startOverride")
      instance.levels[index] = change.child("lvl").map(level)
    }
    return instance
  }

  /// Gives definitions that name a list style the levels of that style.
  private mutating func resolveLinks(_ styles: WordStyles) {
    for (id, definition) in definitions {
      guard let link = definition.styleLink,
        let number = styles.properties(of: link).numberID,
        let target = instances[number]?.definition, target != id
      else { continue }
      let levels = definitions[target]?.levels ?? [:]
      definitions[id]?.levels = levels
    }
  }

  /// The level that a list keeps for paragraphs of a style, or `nil`.
  func level(forStyle style: String, in number: Int) -> Int? {
    guard let instance = instances[number] else { return nil }
    return definitions[instance.definition]?.levels.first { $0.value.style == style }?.key
  }

  /// Counts a paragraph and returns what Word prints before it, or `nil`.
  mutating func count(number: Int, level index: Int) -> Label? {
    guard let instance = instances[number], let level = level(index, of: instance) else {
      return nil
    }
    advance(index, number, instance, level)
    if level.format == .bullet { return Label(text: "", hasBlank: false, isBullet: true) }
    let text = print(level, instance)
    return text.isEmpty ? nil : Label(text: text, hasBlank: level.hasBlank, isBullet: false)
  }

  private func level(_ index: Int, of instance: Instance) -> Level? {
    instance.levels[index] ?? definitions[instance.definition]?.levels[index]
  }

  private mutating func advance(_ index: Int, _ number: Int, _ instance: Instance, _ level: Level) {
    var counts = counters[instance.definition] ?? [:]
    if let start = instance.starts[index], startedOverrides.insert([number, index]).inserted {
      counts[index] = start
    } else if let count = counts[index] {
      counts[index] = count &+ 1
    } else {
      counts[index] = instance.starts[index] ?? level.start
    }
    for lower in counts.keys where lower > index {
      let restart = self.level(lower, of: instance)?.restart
      if restart == nil || (restart ?? 0) > index { counts[lower] = nil }
    }
    counters[instance.definition] = counts
  }

  /// The text of a level with its places filled: 第%1条, %1.%2.
  private func print(_ level: Level, _ instance: Instance) -> String {
    var text = ""
    var isPlace = false
    for scalar in level.text.unicodeScalars {
      if isPlace, 0x31...0x39 ~= scalar.value {
        text += value(of: Int(scalar.value) - 0x31, instance, isLegal: level.isLegal)
        isPlace = false
      } else {
        if isPlace { text += "%" }
        isPlace = scalar == "%"
        if !isPlace { text.unicodeScalars.append(scalar) }
      }
    }
    return isPlace ? text + "%" : text
  }

  private func value(of index: Int, _ instance: Instance, isLegal: Bool) -> String {
    guard let level = level(index, of: instance) else { return "" }
    let count =
      counters[instance.definition]?[index] ?? instance.starts[index] ?? level.start
    let isPrinted = level.format != .none && level.format != .bullet
    return isLegal && isPrinted ? String(count) : level.format.text(of: count)
  }
}
