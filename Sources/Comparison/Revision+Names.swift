import Regulations

extension Revision {
  /// What a compared provision is called: a part that is followed by itself by its
  /// label, which says where it stands.
  func name(of provision: ComparedProvision) -> String {
    let isPart = provision.label != provisions[provision.index].label
    return isPart ? provision.label ?? "" : name(of: provision.index)
  }

  /// What a provision is called: its label without a colon at its end, else its
  /// heading; empty for what bears neither.
  ///
  /// A clause is called by the labels from the topmost one on (三、（二）1.), since its
  /// own says little; 6.1 says itself what stands above it.
  func name(of index: Int) -> String {
    let provision = provisions[index]
    guard var name = provision.label else { return provision.heading ?? "" }
    let isPath = provision.kind == .clause && provision.number?.isSimple ?? true
    var above = isPath ? provision.parent : nil
    while let parent = above, provisions[parent].kind == .clause {
      name = (provisions[parent].label ?? "") + name
      above = provisions[parent].parent
    }
    let signs = name.reversed().prefix { "：:".contains($0) }
    return signs.count < name.count ? String(name.dropLast(signs.count)) : name
  }
}
