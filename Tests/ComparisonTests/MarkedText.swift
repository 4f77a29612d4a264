import Comparison

/// Edits as one text, `[old→new]` for a change.
///
/// A deletion is `[old→]`, an insertion `[→new]`.
func marked(_ edits: [Edit]) -> String {
  var text = ""
  var index = 0
  while index < edits.count {
    let edit = edits[index]
    index += 1
    switch edit.kind {
    case .kept: text += edit.text
    case .inserted: text += "[→\(edit.text)]"
    case .deleted:
      text += "[\(edit.text)→"
      if index < edits.count, edits[index].kind == .inserted {
        text += edits[index].text
        index += 1
      }
      text += "]"
    }
  }
  return text
}

/// The scalars of one side of edits: the kept ones and those of a kind.
func scalars(of edits: [Edit], with kind: Edit.Kind) -> [Unicode.Scalar] {
  edits.filter { $0.kind == .kept || $0.kind == kind }.flatMap { Array($0.text.unicodeScalars) }
}
