import ChineseText
import DocumentReaders

/// Puts the page text of a document together from its lines.
struct PageAssembler {
  private let document: SourceDocument
  private let wrapping: LineWrapping?
  private let scalars: UnsafeMutableBufferPointer<Unicode.Scalar>
  private let offsets: UnsafeMutableBufferPointer<UInt32>
  /// The number of scalars written.
  private(set) var count = 0
  /// The lines in reading order.
  private(set) var lines: [PageText.Line] = []
  /// What was rejected line by line, in reading order.
  private(set) var rejected: [RejectedText] = []

  /// An assembler of a page text.
  ///
  /// - Parameters:
  ///   - scalars: Room for the scalars of all lines, and one more for each.
  ///   - offsets: As much room for their offsets in the source.
  init(
    _ document: SourceDocument, _ wrapping: LineWrapping?,
    _ scalars: UnsafeMutableBufferPointer<Unicode.Scalar>,
    _ offsets: UnsafeMutableBufferPointer<UInt32>
  ) {
    self.document = document
    self.wrapping = wrapping
    self.scalars = scalars
    self.offsets = offsets
  }

  /// Writes the text of lines, but for those that are rejected.
  mutating func assemble(_ physical: [PhysicalLine]) {
    lines.reserveCapacity(physical.count)
    var previous: PhysicalLine?
    var followsNotice = false
    var besidePlaceholder = false
    document.text.utf8.withUnsafeBufferPointer { bytes in
      for line in physical {
        if let reason = line.rejection {
          reject(line.range, reason)
          if reason == .placeholder {
            besidePlaceholder = true
            if !lines.isEmpty { lines[lines.count - 1].isBesidePlaceholder = true }
          }
          if reason == .pageFurniture, isNotice(line) { followsNotice = true }
          continue
        }
        let runsOn: Bool =
          switch line.correction {
          case .begins: false
          case .goesOn: previous != nil
          case .none:
            previous.map { continues(in: line, after: $0, wrapping, bytes) } ?? false
              && !followsNotice
          }
        if runsOn {
          join(line, bytes)
        } else {
          begin(line, bytes, followsNotice, besidePlaceholder)
        }
        followsNotice = false
        besidePlaceholder = false
        previous = line
      }
    }
  }

  private func isNotice(_ line: PhysicalLine) -> Bool {
    line.range.byteCount <= 600 && PageFurniture.isDownloadNotice(document.text[line.range])
  }

  private mutating func reject(_ range: TextRange, _ reason: RejectedText.Reason) {
    if let last = rejected.last, last.reason == reason, let end = last.spans.last,
      document.text.isBlank(between: end.upperBound, range.lowerBound)
    {
      rejected[rejected.count - 1].spans[last.spans.count - 1] =
        TextRange(end.lowerBound, range.upperBound)
    } else {
      rejected.append(RejectedText(spans: [range], reason: reason))
    }
  }

  /// Whether a line only goes on with the line before it.
  private func continues(
    in line: PhysicalLine, after previous: PhysicalLine, _ wrapping: LineWrapping?,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard let wrapping, wrapping.isFull(previous), !line.isIndented else { return false }
    if !PageText.endsStatement(previous, in: document) {
      return !LabelScanner.beginsWithTitledLabel(bytes, line.range)
    }
    return !LabelScanner.beginsWithLabel(bytes, line.range)
  }

  private mutating func begin(
    _ line: PhysicalLine, _ bytes: UnsafeBufferPointer<UInt8>, _ followsNotice: Bool,
    _ besidePlaceholder: Bool
  ) {
    if !lines.isEmpty { append("\n", from: max(0, line.range.lowerBound - 1)) }
    let start = count
    append(line.range, bytes)
    let block = document.blocks[line.block]
    var automatic = 0
    if block.automaticLabelByteCount > 0, line.range.lowerBound == block.range.lowerBound {
      let end = block.range.lowerBound + block.automaticLabelByteCount
      while start + automatic < count, offsets[start + automatic] < end { automatic += 1 }
    }
    lines.append(
      PageText.Line(
        range: start..<count, block: line.block, automaticLabelCount: automatic,
        followsDownloadNotice: followsNotice, isBesidePlaceholder: besidePlaceholder))
  }

  private mutating func join(_ line: PhysicalLine, _ bytes: UnsafeBufferPointer<UInt8>) {
    if let last = scalars[..<count].last, last.value < 0x2E80, bytes[line.range.lowerBound] < 0x80,
      last.structure == .latin || last.structure == .digit || last == ","
    {
      let next = Unicode.Scalar(bytes[line.range.lowerBound]).structure
      if next == .latin || (next == .digit && last.structure != .digit) {
        append(" ", from: line.range.lowerBound - 1)
      }
    }
    append(line.range, bytes)
    lines[lines.count - 1].range = lines[lines.count - 1].range.lowerBound..<count
  }

  private mutating func append(_ range: TextRange, _ bytes: UnsafeBufferPointer<UInt8>) {
    var (offset, next) = (range.lowerBound, count)
    while offset < range.upperBound {
      let (scalar, width) = Unicode.Scalar.decoded(bytes, at: offset)
      scalars[next] = scalar
      offsets[next] = UInt32(truncatingIfNeeded: offset)
      next &+= 1
      offset &+= width
    }
    count = next
  }

  private mutating func append(_ scalar: Unicode.Scalar, from offset: Int) {
    scalars[count] = scalar
    offsets[count] = UInt32(truncatingIfNeeded: offset)
    count += 1
  }
}
