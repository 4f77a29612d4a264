import Regulations

/// The script that gives `search-citation.js` the names of statutes that are no short forms
/// of their titles.
enum NamesScript {
  /// The bytes of the script.
  static var bytes: [UInt8] {
    let titles = StatuteNicknames.titles.sorted { $0.key < $1.key }
      .map { "\"\($0.key)\":\"\($0.value)\"" }.joined(separator: ",")
    let replaced = StatuteNicknames.replaced.sorted().map { "\"\($0)\"" }.joined(separator: ",")
    return Array("tiaowen.names={titles:{\(titles)},replaced:[\(replaced)]};\n".utf8)
  }
}
