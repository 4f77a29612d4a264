internal import Regulations

/// The texts of a library as far as new ones are compared with them.
struct StoredTexts {
  private var segments: [Int: Segment]
  /// A sketch takes two kilobytes, and is made of a text in less than a millisecond.
  private static let mostSketches = 1 << 12
  private var sketches: [Catalogue.RevisionPlace: TextSketch] = [:]
  private var contents: [Catalogue.RevisionPlace: ContentHash] = [:]

  init(_ segments: [Int: Segment]) {
    self.segments = segments
  }

  /// Makes a segment that was written known.
  mutating func add(_ segment: Segment, number: Int) {
    segments[number] = segment
  }

  /// The first damage in what was read, or `nil`.
  var damage: LibraryError? {
    for segment in segments.values {
      if let damage = segment.damage { return damage }
    }
    return nil
  }

  /// A segment that was written, or `nil`.
  func segment(_ number: Int) -> Segment? { segments[number] }

  /// A sample of a text.
  mutating func sketch(
    of place: Catalogue.RevisionPlace, _ pending: borrowing SegmentBuilder
  ) -> TextSketch {
    if let known = sketches[place] { return known }
    let sketch = withText(of: place, pending) { TextSketch($0) }
    if sketches.count >= Self.mostSketches { sketches.removeAll(keepingCapacity: true) }
    sketches[place] = sketch
    return sketch
  }

  /// The fingerprint of a text.
  mutating func content(
    of place: Catalogue.RevisionPlace, _ pending: borrowing SegmentBuilder
  ) -> ContentHash {
    if let known = contents[place] { return known }
    let content = withText(of: place, pending) { ContentHash(textOf: $0) }
    contents[place] = content
    return content
  }

  /// The metadata of a text.
  func metadata(
    of place: Catalogue.RevisionPlace, _ pending: borrowing SegmentBuilder
  ) -> RegulationMetadata {
    segments[place.segment]?.details(of: place.index).metadata
      ?? pending.metadata(of: place.index)
  }

  private func withText<Result>(
    of place: Catalogue.RevisionPlace, _ pending: borrowing SegmentBuilder,
    _ body: (UnsafeBufferPointer<UInt16>) -> Result
  ) -> Result {
    guard let segment = segments[place.segment] else {
      return body(pending.text(of: place.index))
    }
    return segment.textUnits(of: place.index).withUnsafeBufferPointer(body)
  }
}
