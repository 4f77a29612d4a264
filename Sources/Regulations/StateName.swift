/// The name of the state: titles begin with it, and texts cite them without it.
package enum StateName {
  /// 中华人民共和国, in UTF-16.
  package static let units = Array("中华人民共和国".utf16)

  /// A folded title without the name, which is all of it where it does not begin so.
  package static func dropped(from title: [UInt16]) -> ArraySlice<UInt16> {
    title.starts(with: units) ? title.dropFirst(units.count) : title[...]
  }
}
