/// When a catalogue is written anew, instead of what has changed of it.
///
/// What stands in the manifest is written at every commit, and a new catalogue
/// file costs what the library has of rows. So the first may grow with the second,
/// but slowly.
package struct CataloguePolicy: Sendable {
  /// The tables of a library that has no catalogue file are at most so large.
  var smallest: Int
  /// The share of a catalogue file that changes may have.
  var share = 64

  /// A policy whose smallest catalogue files are as large as said.
  package init(smallest: Int = 1 << 16) {
    self.smallest = smallest
  }

  /// Whether changes go into a new catalogue file with all the rest.
  ///
  /// - Parameters:
  ///   - here: The bytes in the manifest.
  ///   - catalogue: Those of the catalogue file.
  ///   - rows: The rows of the catalogue file, and those of them that are left.
  ///   - isLate: Whether this commit has other work to do.
  func isDue(
    here: Int, catalogue: Int, rows: Int, live: Int, isLate: Bool
  ) -> Bool {
    let most = max(smallest, catalogue / share)
    return here > (isLate ? 2 * most : most) || 2 * live < rows
  }
}
