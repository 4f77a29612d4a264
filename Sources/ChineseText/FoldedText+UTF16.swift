extension FoldedText {
  /// The folded text of UTF-16 units; lone surrogates become U+FFFD.
  ///
  /// Here `sourceOffsets` count UTF-16 units of the source.
  public init(utf16: UnsafeBufferPointer<UInt16>, keepingOffsets: Bool = false) {
    var folding = Folding(capacity: utf16.count + 8, keepingOffsets)
    folding.read(utf16: utf16)
    self.init(units: folding.units, sourceOffsets: folding.offsets)
  }

  private init(units: [UInt16], sourceOffsets: [UInt32]) {
    self.units = units
    self.sourceOffsets = sourceOffsets
  }
}
