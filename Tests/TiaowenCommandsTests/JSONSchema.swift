import Foundation

/// A schema of JSON Schema 2020-12, as far as ours go.
///
/// A keyword that it does not know is reported like a value that does not fit,
/// so that no schema passes unread.
struct JSONSchema {
  private static let notes: Set<String> = ["$schema", "$defs", "title", "description"]
  private let root: [String: Any]

  /// The schema that a file holds.
  init(_ data: Data) throws {
    root = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
  }

  /// What of a value does not fit, each with the path to it.
  func problems(of value: Any) -> [String] { problems(of: value, root, at: "$") }

  private func problems(of value: Any, _ schema: [String: Any], at path: String) -> [String] {
    schema.keys.sorted().flatMap { keyword -> [String] in
      guard let rule = schema[keyword], !Self.notes.contains(keyword) else { return [] }
      return problems(of: value, keyword, rule, schema, at: path)
    }
  }

  private func problems(
    of value: Any, _ keyword: String, _ rule: Any, _ schema: [String: Any], at path: String
  ) -> [String] {
    let fails = ["\(path): \(keyword)"]
    switch (keyword, rule) {
    case ("$ref", let name as String):
      let target = definition(name)
      return target.map { problems(of: value, $0, at: path) } ?? ["\(path): no \(name)"]
    case ("oneOf", let schemas as [[String: Any]]):
      let all = schemas.map { problems(of: value, $0, at: path) }
      return all.count { $0.isEmpty } == 1 ? [] : fails + all.joined()
    case ("type", let type as String): return Self.isOf(type, value) ? [] : fails
    case ("const", let only as Int): return value as? Int == only ? [] : fails
    case ("enum", let names as [String]):
      return (value as? String).map { names.contains($0) } == true ? [] : fails
    case ("minimum", let least as Int): return (value as? Int ?? least) >= least ? [] : fails
    case ("minLength", let least as Int):
      return (value as? String)?.unicodeScalars.count ?? least >= least ? [] : fails
    case ("pattern", let pattern as String):
      let text = value as? String ?? ""
      return text.range(of: pattern, options: .regularExpression) != nil ? [] : fails
    case ("items", let items as [String: Any]):
      return (value as? [Any] ?? []).enumerated().flatMap {
        problems(of: $1, items, at: "\(path)[\($0)]")
      }
    case ("required", let names as [String]):
      let members = value as? [String: Any] ?? [:]
      return names.filter { members[$0] == nil }.map { "\(path): \($0) is missing" }
    case ("properties", let properties as [String: [String: Any]]):
      let members = value as? [String: Any] ?? [:]
      return members.keys.sorted().flatMap { name in
        properties[name].map { problems(of: members[name] ?? [], $0, at: "\(path).\(name)") } ?? []
      }
    case ("additionalProperties", false as Bool):
      let known = schema["properties"] as? [String: Any] ?? [:]
      return (value as? [String: Any] ?? [:]).keys.sorted().filter { known[$0] == nil }
        .map { "\(path): \($0) is not foreseen" }
    default: return ["\(path): unknown keyword \(keyword)"]
    }
  }

  private func definition(_ name: String) -> [String: Any]? {
    let definitions = root["$defs"] as? [String: [String: Any]]
    return definitions?[String(name.dropFirst("#/$defs/".count))]
  }

  private static func isOf(_ type: String, _ value: Any) -> Bool {
    switch type {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "boolean": value is Bool
    case "integer": value is Int
    case "number": value is Double
    default: false
    }
  }
}
