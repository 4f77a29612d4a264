/// What libraries say, in Chinese, by the code of the error or diagnostic.
enum ChineseSentences {
  /// The sentence and what to do, with places for the values.
  static func row(_ code: String) -> (message: String, help: String?)? {
    switch code {
    case "number-gap": ("编号不连续", nil)
    default: nil
    }
  }
}
