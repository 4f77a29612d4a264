import CLibXML2
import Glibc

/// An XML document that libxml2 puts together and writes.
final class XMLDocument {
  private static let isLoaded = tiaowen_xml_load()
  private let tree: OpaquePointer
  private let rootPointer: OpaquePointer
  /// Whether memory was short for a node, so that the document is not whole.
  fileprivate var isBroken = false

  /// A document whose elements are of one namespace.
  init(root name: String, namespace: String) throws(PublishingError) {
    guard Self.isLoaded else {
      throw PublishingError(.missingLibrary(name: "libxml2", package: "libxml2"))
    }
    guard let tree = tiaowen_xml_new() else { throw PublishingError(.notPacked) }
    guard let root = tiaowen_xml_add_root(tree, name, namespace) else {
      tiaowen_xml_free(tree)
      throw PublishingError(.notPacked)
    }
    (self.tree, rootPointer) = (tree, root)
  }

  deinit { tiaowen_xml_free(tree) }

  /// The outermost element.
  var root: XMLElement { XMLElement(document: self, pointer: rootPointer) }

  /// The document in UTF-8, indented.
  func bytes() throws(PublishingError) -> [UInt8] {
    var count: Int32 = 0
    guard !isBroken, let bytes = tiaowen_xml_bytes(tree, &count) else {
      throw PublishingError(.notPacked)
    }
    defer { free(bytes) }
    return Array(UnsafeRawBufferPointer(start: bytes, count: Int(count)))
  }
}

/// An element of a document that is put together.
struct XMLElement {
  fileprivate let document: XMLDocument
  fileprivate let pointer: OpaquePointer?

  /// Adds an element at the end, without the attributes that have no value, and
  /// with a text in it.
  @discardableResult
  func add(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], text: String? = nil
  ) -> XMLElement {
    let element = XMLElement(
      document: document, pointer: pointer.flatMap { tiaowen_xml_add_element($0, name) })
    element.check(element.pointer != nil)
    for (name, value) in attributes {
      if let value { element.set(name, value) }
    }
    if let text { element.add(text: text) }
    return element
  }

  /// Adds text at the end.
  func add(text: String) {
    guard let pointer, !text.isEmpty else { return }
    check(tiaowen_xml_add_text(pointer, text.withoutControls))
  }

  private func set(_ name: String, _ value: String) {
    guard let pointer else { return }
    check(tiaowen_xml_add_attribute(pointer, name, value.withoutControls))
  }

  private func check(_ isDone: Bool) {
    if !isDone { document.isBroken = true }
  }
}
