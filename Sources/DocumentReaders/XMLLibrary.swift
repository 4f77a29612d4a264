import CLibXML2
import Glibc

/// The library libxml2, loaded when the first page or Word file is read.
enum XMLLibrary {
  private static let isLoaded = tiaowen_xml_load()

  /// Makes sure that the library is there.
  static func load(for path: String) throws(ReadError) {
    if isLoaded { return }
    throw ReadError(path: path, reason: .missingLibrary(name: "libxml2", package: "libxml2"))
  }
}

/// A parsed page or part; its nodes live as long as it does.
final class XMLTree {
  private let tree: OpaquePointer

  private init(_ tree: OpaquePointer) {
    self.tree = tree
  }

  deinit { tiaowen_xml_free(tree) }

  /// The tree of a page, however broken it is, or `nil`.
  static func ofPage(_ utf8: [UInt8]) -> XMLTree? {
    parse(utf8) { tiaowen_xml_parse_html($0, $1) }
  }

  /// The tree of well-formed XML, or `nil`.
  static func ofXML(_ utf8: [UInt8]) -> XMLTree? {
    parse(utf8) { tiaowen_xml_parse($0, $1) }
  }

  private static func parse(
    _ utf8: [UInt8], _ parser: (UnsafePointer<CChar>?, Int32) -> OpaquePointer?
  ) -> XMLTree? {
    utf8.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { bytes in
        parser(bytes.baseAddress, Int32(clamping: bytes.count)).map { XMLTree($0) }
      }
    }
  }

  /// The first node.
  var firstNode: XMLNode? { tiaowen_xml_first(tree).map { XMLNode(pointer: $0) } }

  /// The outermost element.
  var root: XMLNode? {
    var node = firstNode
    while let current = node, !current.isElement { node = current.next }
    return node
  }
}

/// A node of a parsed page or part.
struct XMLNode: Hashable {
  fileprivate let pointer: OpaquePointer

  fileprivate init(pointer: OpaquePointer) {
    self.pointer = pointer
  }

  /// The first node in this one.
  var firstChild: XMLNode? { tiaowen_xml_first_child(pointer).map { XMLNode(pointer: $0) } }

  /// The node after this one.
  var next: XMLNode? { tiaowen_xml_next(pointer).map { XMLNode(pointer: $0) } }

  /// The element that the node is in.
  var parent: XMLNode? { tiaowen_xml_parent(pointer).map { XMLNode(pointer: $0) } }

  /// Whether the node is an element.
  var isElement: Bool { tiaowen_xml_kind_of(pointer) == tiaowen_xml_element }

  /// Whether the node is text.
  var isText: Bool { tiaowen_xml_kind_of(pointer) == tiaowen_xml_text }

  /// The name of an element, without its prefix.
  var name: String { String(cString: tiaowen_xml_name(pointer)) }

  /// The bytes of a text node.
  var content: UnsafeBufferPointer<UInt8> {
    guard let content = tiaowen_xml_content(pointer) else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    let bytes = UnsafeRawBufferPointer(start: content, count: strlen(content))
    return bytes.assumingMemoryBound(to: UInt8.self)
  }

  /// The value of an attribute, whatever its prefix, or `nil`.
  func attribute(_ name: String) -> String? {
    tiaowen_xml_attribute(pointer, name).map { String(cString: $0) }
  }

  /// The elements directly in the node.
  var elements: [XMLNode] {
    var elements: [XMLNode] = []
    var node = firstChild
    while let current = node {
      if current.isElement { elements.append(current) }
      node = current.next
    }
    return elements
  }
}
