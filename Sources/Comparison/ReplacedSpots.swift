/// A place where something was taken out, put in, or both, with what stands around it.
struct ReplacedSpot {
  var old: [Unicode.Scalar] = []
  var new: [Unicode.Scalar] = []
  var before: [Unicode.Scalar] = []
  var after: [Unicode.Scalar] = []

  /// The spots of some edits.
  static func all(in edits: [Edit]) -> [ReplacedSpot] {
    var spots: [ReplacedSpot] = []
    var index = 0
    while index < edits.count {
      guard edits[index].kind != .kept else {
        index += 1
        continue
      }
      var spot = ReplacedSpot()
      if index > 0 { spot.before = Array(edits[index - 1].text.unicodeScalars) }
      while index < edits.count, edits[index].kind != .kept {
        if edits[index].kind == .deleted { spot.old += edits[index].text.unicodeScalars }
        if edits[index].kind == .inserted { spot.new += edits[index].text.unicodeScalars }
        index += 1
      }
      if index < edits.count { spot.after = Array(edits[index].text.unicodeScalars) }
      spots.append(spot)
    }
    return spots
  }
}

extension String {
  /// The text of some scalars.
  init(scalars: some Sequence<Unicode.Scalar>) {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    self = String(view)
  }
}
