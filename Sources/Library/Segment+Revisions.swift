package import Regulations

extension Segment {
  /// The nodes of a revision.
  package func nodes(of revision: Int) -> Range<Int> {
    let row = revision * SegmentFormat.revisionByteCount
    let first = min(revisions.count32(at: row), nodeCount)
    return first..<max(first, min(revisions.count32(at: row + 4), nodeCount))
  }

  /// The revision that holds a node.
  package func revision(of node: Int) -> Int {
    var low = 0
    var high = revisionCount
    while low < high {
      let middle = (low + high) / 2
      if nodes(of: middle).upperBound > node { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The source of a revision.
  func document(of revision: Int) -> Int {
    revisions.count32(at: revision * SegmentFormat.revisionByteCount + 8)
  }

  /// A revision without its provisions.
  func details(of revision: Int) -> Revision {
    let offset = revisions.count32(at: revision * SegmentFormat.revisionByteCount + 12)
    var cursor = ByteCursor(details, at: offset)
    return cursor.revisionDetails()
  }

  /// The title of a revision.
  package func title(of revision: Int) -> String {
    let offset = revisions.count32(at: revision * SegmentFormat.revisionByteCount + 12)
    var cursor = ByteCursor(details, at: offset)
    return cursor.text()
  }

  /// A revision with all its provisions.
  package func revision(at revision: Int) -> Revision {
    var whole = details(of: revision)
    let nodes = nodes(of: revision)
    var provisionOfNode: [Int] = []
    for node in nodes {
      let parent = self.nodes.parent(of: node).flatMap { above in
        nodes.contains(above) ? provisionOfNode[above - nodes.lowerBound] : nil
      }
      provisionOfNode.append(whole.provisions.count)
      append(node, below: parent, to: &whole.provisions)
    }
    return whole
  }

  private func append(_ node: Int, below parent: Int?, to provisions: inout [Provision]) {
    let text = text(of: node)
    let first = provisions.count
    let units = text.units
    var offset = 0
    provisions.append(provision(units, text.own, below: parent, in: provisions, &offset))
    let outlines = text.outlines
    for (part, parent) in zip(outlines.parts, outlines.parents) {
      let above = first + min(max(0, parent), provisions.count - 1 - first)
      provisions.append(provision(units, part, below: above, in: provisions, &offset))
    }
  }

  /// The provision whose texts begin at an offset, which moves to those of the next.
  private func provision(
    _ units: [UInt16], _ outline: ProvisionOutline, below parent: Int?, in provisions: [Provision],
    _ offset: inout Int
  ) -> Provision {
    func take(_ count: Int?) -> String? {
      guard let count else { return nil }
      defer { offset += count }
      let start = min(offset, units.count)
      return units.withUnsafeBufferPointer {
        String(utf16: UnsafeBufferPointer(rebasing: $0[start..<min(start + count, $0.count)]))
      }
    }
    var provision = Provision(
      id: outline.id(below: parent.map { provisions[$0].id }), kind: outline.kind, parent: parent)
    provision.label = take(outline.labelCount)
    provision.heading = take(outline.headingCount)
    provision.separator = take(outline.separatorCount)
    provision.text = take(outline.textCount) ?? ""
    provision.number = outline.number
    offset += 1
    return provision
  }
}
