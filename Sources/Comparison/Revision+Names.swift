import Regulations

extension Revision {
  /// What a provision is called: its label without the sign at its end, else its
  /// heading; empty for what bears neither.
  ///
  /// A clause is called by the labels from the topmost one on (三、（二）1), since its
  /// own says little.
  func name(of index: Int) -> String {
    let provision = provisions[index]
    guard var name = provision.label else { return provision.heading ?? "" }
    var above = provision.kind == .clause ? provision.parent : nil
    while let parent = above, provisions[parent].kind == .clause {
      name = (provisions[parent].label ?? "") + name
      above = provisions[parent].parent
    }
    let signs = name.reversed().prefix { "：:、．.".contains($0) }
    return signs.count < name.count ? String(name.dropLast(signs.count)) : name
  }
}
