import CLibXML2
import Glibc

/// The library libxml2, loaded when the first page or Word file is read.
enum XMLLibrary {
  private static let loaded: tiaowen_libxml2? = {
    var functions = tiaowen_libxml2()
    return tiaowen_libxml2_load(&functions) ? functions : nil
  }()

  static func functions(for path: String) throws(ReadError) -> tiaowen_libxml2 {
    if let loaded { return loaded }
    throw ReadError(path: path, reason: .libraryMissing(name: "libxml2", package: "libxml2"))
  }
}

/// A node of a parsed page or part.
typealias XMLNode = UnsafeMutablePointer<xmlNode>

/// A parsed page or part; its nodes live as long as it does.
final class XMLTree {
  private let document: xmlDocPtr
  private let free: @convention(c) (xmlDocPtr?) -> Void

  /// Takes over a document that libxml2 made.
  init(_ document: xmlDocPtr, _ functions: tiaowen_libxml2) {
    self.document = document
    free = functions.xmlFreeDoc
  }

  deinit { free(document) }

  /// The first node of the document.
  var firstNode: XMLNode? { document.pointee.children }

  /// Whether the document declares a document type.
  var hasDocumentType: Bool { document.pointee.intSubset != nil }
}

extension UnsafeMutablePointer<xmlNode> {
  /// Whether the node is an element.
  var isElement: Bool { pointee.type == XML_ELEMENT_NODE }

  /// Whether the node is text.
  var isText: Bool { pointee.type == XML_TEXT_NODE || pointee.type == XML_CDATA_SECTION_NODE }

  /// The name of an element, without its prefix.
  var name: String {
    guard let name = pointee.name else { return "" }
    return String(cString: name)
  }

  /// The bytes of a text node.
  var content: UnsafeBufferPointer<UInt8> {
    guard let content = pointee.content else { return UnsafeBufferPointer(start: nil, count: 0) }
    return UnsafeBufferPointer(start: content, count: strlen(content))
  }

  /// The value of an attribute, whatever its prefix, or `nil`.
  func attribute(_ name: String) -> String? {
    var attribute = pointee.properties
    while let current = attribute {
      if let own = current.pointee.name, String(cString: own) == name {
        guard let value = current.pointee.children?.pointee.content else { return "" }
        return String(cString: value)
      }
      attribute = current.pointee.next
    }
    return nil
  }

  private func strlen(_ text: UnsafePointer<UInt8>) -> Int {
    UnsafeRawPointer(text).withMemoryRebound(to: CChar.self, capacity: 1) { Glibc.strlen($0) }
  }
}
