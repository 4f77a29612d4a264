/// An index that is read where it lies.
///
/// Nothing a damaged index holds makes a reader trap or read elsewhere; unless
/// the checksum was verified, it may make it answer wrongly.
public struct IndexReader: Sendable {
  private let file: MappedFile
  private let bytes: IndexBytes
  private let fields: [FieldIndex]

  /// The number of fields.
  public var fieldCount: Int { fields.count }

  /// The index that takes `byteCount` bytes of a file from `offset` on.
  ///
  /// Checks the magic, the version and the tables, and with `verifyingChecksum`
  /// every byte.
  public init(
    _ file: MappedFile, offset: Int = 0, byteCount: Int, verifyingChecksum: Bool
  ) throws(IndexError) {
    guard let bytes = IndexBytes(file, offset: offset, byteCount: byteCount),
      bytes.byteCount >= IndexFormat.headerByteCount + IndexFormat.trailerByteCount - 8,
      bytes.all.starts(with: IndexFormat.magic)
    else { throw IndexError(.notAnIndex, at: 0) }
    self.bytes = bytes
    self.file = file
    let version = bytes.number(at: 8, width: 4)
    guard version <= IndexFormat.version else {
      throw IndexError(.newerFormat(version: version), at: 8)
    }
    guard version == IndexFormat.version else { throw IndexError(.damaged, at: 8) }
    let start = try Self.checkedHeader(bytes)
    if verifyingChecksum { try Self.checkSum(bytes) }
    var fields: [FieldIndex] = []
    let stride = bytes.number(at: 24, width: 4)
    for place in Swift.stride(from: IndexFormat.headerByteCount, to: start, by: stride) {
      fields.append(try FieldIndex(bytes, at: place))
    }
    self.fields = fields
  }

  /// The index that is in memory; verifies its checksum.
  public init(_ bytes: [UInt8]) throws(IndexError) {
    try self.init(
      MappedFile(copying: bytes), byteCount: bytes.count, verifyingChecksum: true)
  }

  /// The index that is in memory, of which only the tables are checked.
  init(unchecked bytes: [UInt8]) throws(IndexError) {
    try self.init(
      MappedFile(copying: bytes), byteCount: bytes.count, verifyingChecksum: false)
  }

  /// Checks what frames the sections and returns where these begin.
  private static func checkedHeader(_ bytes: IndexBytes) throws(IndexError) -> Int {
    let all = bytes.all
    let fieldCount = bytes.number(at: 12, width: 4)
    let fieldByteCount = bytes.number(at: 24, width: 4)
    guard bytes.largeNumber(at: 16) == all.count, fieldByteCount >= IndexFormat.fieldByteCount,
      fieldCount <= all.count / fieldByteCount, all.suffix(8).elementsEqual(IndexFormat.endMagic)
    else { throw IndexError(.damaged, at: 16) }
    let start = IndexFormat.headerByteCount + fieldCount * fieldByteCount
    guard start <= all.count - IndexFormat.trailerByteCount,
      bytes.word(at: all.count - IndexFormat.trailerByteCount)
        == Checksum.of(UnsafeRawBufferPointer(rebasing: all[..<start]))
    else { throw IndexError(.damaged, at: 12) }
    return start
  }

  private static func checkSum(_ bytes: IndexBytes) throws(IndexError) {
    let end = bytes.all.count - 16
    guard bytes.word(at: end) == Checksum.of(UnsafeRawBufferPointer(rebasing: bytes.all[..<end]))
    else { throw IndexError(.damaged, at: end) }
  }

  /// The number of units that have text in a field.
  public func unitCount(of field: Int) -> Int {
    fields[field].unitCount
  }

  /// The number of folded UTF-16 units in all texts of a field.
  public func totalLength(of field: Int) -> Int {
    fields[field].totalLength
  }

  /// The lengths of the units of a field; all 0 for a field that is not ranked.
  public func lengths(in field: Int) -> UnitLengths {
    fields[field].lengths
  }

  /// The number of units that hold a gram in a field.
  public func documentFrequency(of gram: Gram, in field: Int) -> Int {
    PhraseGrams(gram.units, in: fields[field]).counted
  }

  /// The units that hold a gram in a field, with its frequency in each.
  public func postings(of gram: Gram, in field: Int) -> PostingsCursor {
    let field = fields[field]
    return PostingsCursor(PhraseGrams(gram.units, in: field).rarestList(in: field))
  }

  /// What a field knows of the units that hold a phrase.
  ///
  /// It is exact for phrases of one and two folded UTF-16 units, and of three where
  /// both pairs are frequent or one stands nowhere. For others each candidate holds
  /// the rarest grams of the phrase and must be verified in the text.
  /// No unit holds an empty phrase or one with a line feed.
  public func lookup(_ phrase: [UInt16], in field: Int) -> PhraseLookup {
    PhraseLookup(phrase, in: fields[field])
  }

  /// The units of a field that may hold a phrase, ascending; see `lookup`.
  public func candidates(of phrase: [UInt16], in field: Int) -> CandidateCursor {
    lookup(phrase, in: field).candidates
  }

  /// The units that hold a phrase in a field, in blocks for finding the best, or
  /// `nil` where the index does not know them; see `lookup`.
  public func impacts(of phrase: [UInt16], in field: Int) -> ImpactBlocks? {
    lookup(phrase, in: field).impacts
  }

  /// Calls `body` with each pair of units that stands in a field.
  public func forEachPair(in field: Int, _ body: (UInt16, UInt16) -> Void) {
    fields[field].forEachPair(body)
  }

  /// Reads every list and checks it.
  ///
  /// Finds what no checksum can: lists that were written wrongly.
  public func verify() throws(IndexError) {
    try Self.checkSum(bytes)
    try verifyLists()
  }

  /// Reads every list and checks it, whatever the checksum says.
  func verifyLists() throws(IndexError) {
    for field in fields {
      var verification = IndexVerification(field)
      try verification.run()
    }
  }
}
