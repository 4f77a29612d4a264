import Library
import Regulations

/// A revision, or a part of it, as `show` prints it.
struct ShownText {
  let regulation: CataloguedRegulation
  let catalogued: CataloguedRevision
  let revision: Revision
  /// The provisions to print.
  let range: Range<Int>
  /// Those of them that were asked for, when that is not all.
  let cited: Range<Int>?

  /// Text to read: labels and headings as printed, what is below indented.
  var lines: String {
    let terminal = Terminal.output
    var lines = terminal.styled(revision.title.asTitle, .bold)
    lines += "  \(catalogued.name)  \(terminal.styled(status, statusStyle))\n"
    if range == revision.provisions.indices {
      for (name, value) in MetadataRows.rows(of: revision.metadata) {
        lines += "  \(name): \(value.shown)\n"
      }
    } else {
      for step in path { lines += "\(Self.head(of: step))\n" }
    }
    lines += "\n"
    for index in range { lines += paragraph(at: index, terminal) }
    return lines
  }

  /// The status, and what is in force instead.
  private var status: String {
    let words = catalogued.status.words
    if catalogued.status == .repealed, let repeal = regulation.repeal {
      return Sentences.current.text(.statusSince, words, repeal.day)
    }
    guard !catalogued.status.isCurrent, let current = regulation.current else { return words }
    return Sentences.current.text(.otherInForce, words, current.name)
  }

  private var statusStyle: Terminal.Style { catalogued.status.isCurrent ? .faint : .warning }

  /// The divisions above the first provision.
  private var path: [Provision] {
    var path: [Provision] = []
    var parent = revision.provisions[range.lowerBound].parent
    while let index = parent {
      path.insert(revision.provisions[index], at: 0)
      parent = revision.provisions[index].parent
    }
    return path
  }

  private func paragraph(at index: Int, _ terminal: Terminal) -> String {
    let provision = revision.provisions[index]
    let isCited = cited?.contains(index) ?? false
    let gutter = cited == nil ? "" : isCited ? "> " : "  "
    let indent = gutter + String(repeating: "  ", count: depth(of: index))
    let texts = provision.text.split(separator: "\n").map { line in
      isCited ? terminal.styled(String(line).shown, .match) : String(line).shown
    }
    let head = Self.head(of: provision)
    let styled = provision.kind.isDivision ? terminal.styled(head, .bold) : head
    let isOpen = head.unicodeScalars.last.map { !"）)、】].．".unicodeScalars.contains($0) } ?? false
    let sign = provision.separator?.shown ?? (isOpen && !texts.isEmpty ? "　" : "")
    var paragraph = "\(indent)\(styled)\(sign)\(texts.first ?? "")\n"
    for text in texts.dropFirst() { paragraph += "\(indent)\(text)\n" }
    guard provision.kind.isDivision else { return paragraph }
    let isAfterBlank = index == range.lowerBound || revision.provisions[index - 1].kind.isDivision
    return (isAfterBlank ? "" : "\n") + paragraph + "\n"
  }

  /// Divisions set nothing off; what is below an article is indented.
  private func depth(of index: Int) -> Int {
    guard let parent = revision.provisions[index].parent, parent >= range.lowerBound,
      !revision.provisions[parent].kind.isDivision
    else { return 0 }
    return depth(of: parent) + 1
  }

  private static func head(of provision: Provision) -> String {
    [provision.label, provision.heading].compactMap { $0?.shown }.joined(separator: "　")
  }

  /// The same for programs, as one object.
  var json: String {
    var json = JSONWriter()
    json.object { json in
      json.member("regulation", revision.title)
      json.member("regulationID", regulation.id)
      json.member("revision", catalogued.name)
      json.member("status", catalogued.status.rawValue)
      json.member("kind", revision.kind.rawValue)
      json.object("metadata") { ParseJSON.write(revision.metadata, to: &$0) }
      if let cited {
        json.array("cited", cited) { $0.value(revision.provisions[$1].id.description) }
      }
      json.array("provisions", range) { json, index in
        json.object { $0.write(revision.provisions[index], of: revision) }
      }
    }
    json.endLine()
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
