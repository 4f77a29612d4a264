public import ChineseText

/// Collects texts in memory and writes an index of them.
///
/// The same texts give the same bytes.
public struct IndexBuilder: ~Copyable {
  private let fields: [FieldTexts]

  /// A builder for an index of some fields, such as text, heading and title.
  ///
  /// - Parameters:
  ///   - fieldCount: The number of fields.
  ///   - rankedFields: Those in which the best units for a gram will be looked
  ///     for; they get lengths and bounds of impacts. `nil` for all.
  public init(fieldCount: Int, rankedFields: Set<Int>? = nil) {
    fields = (0..<fieldCount).map { FieldTexts(isRanked: rankedFields?.contains($0) ?? true) }
  }

  /// Adds a text to a field of a unit.
  ///
  /// Several texts of one unit and field are parted like paragraphs.
  ///
  /// - Precondition: The units of one field come in ascending order and are
  ///   below 2,147,483,648; `field` is below the number of fields. All texts of
  ///   a field together have less than 4,294,967,296 folded UTF-16 units.
  public mutating func add(_ folded: FoldedText, to field: Int, of unit: Int) {
    add(units: folded.units, to: field, of: unit)
  }

  /// Adds a text, given as folded UTF-16 units, to a field of a unit.
  ///
  /// - Precondition: As for `add(_:to:of:)`.
  public mutating func add(units: [UInt16], to field: Int, of unit: Int) {
    units.withUnsafeBufferPointer { fields[field].add($0, of: unit) }
  }

  /// Adds a text, given as a part of folded UTF-16 units, to a field of a unit.
  ///
  /// - Precondition: As for `add(_:to:of:)`.
  public mutating func add(units: ArraySlice<UInt16>, to field: Int, of unit: Int) {
    units.withUnsafeBufferPointer { fields[field].add($0, of: unit) }
  }

  /// Adds a text, given as folded UTF-16 units, to a field of a unit.
  ///
  /// - Precondition: As for `add(_:to:of:)`.
  public mutating func add(units: UnsafeBufferPointer<UInt16>, to field: Int, of unit: Int) {
    fields[field].add(units, of: unit)
  }

  /// The bytes of an index of all that was added.
  public consuming func finish() -> [UInt8] {
    finish(shares: nil)
  }

  /// The bytes of an index, written in as many shares at once.
  consuming func finish(shares: Int?) -> [UInt8] {
    var sections: [FieldSections] = []
    for index in fields.indices {
      let writer = FieldWriter(
        fields[index].takeRanks(), isRanked: fields[index].isRanked, shares: shares)
      sections.append(writer.sections())
    }
    return IndexWriter.bytes(of: sections)
  }
}
