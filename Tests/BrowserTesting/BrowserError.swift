/// What went wrong between a test and its browser, in one sentence.
public struct BrowserError: Error, Hashable, CustomStringConvertible {
  /// The sentence, with the text of the browser or of the page where there is one.
  public let description: String

  init(_ description: String) {
    self.description = description
  }
}
