/// Reading of WordprocessingML, whose strict and transitional forms differ
/// only in the names of their namespaces.
extension XMLNode {
  /// The first element of a name directly in the node, or `nil`.
  func child(_ name: String) -> XMLNode? {
    var node = firstChild
    while let current = node {
      if current.isElement, current.name == name { return current }
      node = current.next
    }
    return nil
  }

  /// The `w:val` of an element directly in the node, or `nil`.
  func value(of name: String) -> String? { child(name)?.attribute("val") }

  /// The number in the `w:val` of an element directly in the node, or `nil`.
  func number(of name: String) -> Int? { value(of: name).flatMap { Int($0) } }

  /// Whether a property is on; `nil` when it is not given.
  func flag(_ name: String) -> Bool? {
    guard let node = child(name) else { return nil }
    switch node.attribute("val") {
    case "0", "false", "off": return false
    default: return true
    }
  }
}
