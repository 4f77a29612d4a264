internal import ChineseText

// The tables of `ManifestFormat`, in the order in which they are written there.

extension ByteWriter {
  init(_ decisions: Decisions) {
    self.init()
    append(decisions.supplements) { $0.append($1) }
    append(decisions.assignments) { $0.append($1) }
    append(varint: decisions.removals.count)
    for removal in decisions.removals { append(removal) }
    append(varint: decisions.repeals.count)
    for (id, repeal) in decisions.repeals.sorted(by: { $0.key < $1.key }) {
      append(id)
      append(repeal.day)
      append(repeal.by ?? 0)
    }
  }

  /// Appends the table of copies, which follows the decisions.
  mutating func append(copies: [String: [Catalogue.Address]]) {
    append(varint: copies.count)
    for (path, addresses) in copies.sorted(by: { $0.key.isBefore($1.key) }) {
      append(text: path)
      append(varint: addresses.count)
      for address in addresses {
        append(address.regulation)
        append(varint: address.ordinal)
      }
    }
  }

  private mutating func append<Value>(
    _ table: OriginTable<Value>, _ write: (inout ByteWriter, Value) -> Void
  ) {
    let rows = table.rows
    append(varint: rows.count)
    for row in rows {
      append(text: row.path)
      append(text: row.title)
      write(&self, row.value)
    }
  }

  private mutating func append(_ supplement: Supplement) {
    append(optional: supplement.title)
    append(optional: supplement.issuer)
    append(optional: supplement.department)
    append(supplement.promulgated)
    append(supplement.effective)
  }

  private mutating func append(_ removal: Decisions.Removal) {
    append(text: removal.path)
    append(removal.content)
    append(removal.regulation)
    append(text: removal.title)
    append(varint: removal.ordinal)
    append(varint: removal.edition)
    append(removal.day)
  }
}

extension Decisions {
  /// The decisions that stand in the bytes of a manifest.
  init(_ cursor: inout ByteCursor) {
    supplements = cursor.originTable { $0.supplement() }
    assignments = cursor.originTable { $0.number(as: UInt32.self) }
    for _ in 0..<cursor.count() { removals.append(cursor.removal()) }
    for _ in 0..<cursor.count() {
      let id = cursor.number(as: UInt32.self)
      let day = cursor.date()
      let by = cursor.number(as: UInt32.self)
      if let day { repeals[id] = Repeal(day: day, by: by == 0 ? nil : by) }
    }
  }
}

extension ByteCursor {
  /// The table of copies, which follows the decisions.
  mutating func copies() -> [String: [Catalogue.Address]] {
    var copies: [String: [Catalogue.Address]] = [:]
    for _ in 0..<count() {
      let path = text()
      for _ in 0..<count() {
        let regulation = number(as: UInt32.self)
        copies[path, default: []].append(.init(regulation: regulation, ordinal: varint()))
      }
    }
    return copies
  }

  fileprivate mutating func originTable<Value>(
    _ read: (inout ByteCursor) -> Value
  ) -> OriginTable<Value> {
    var table = OriginTable<Value>()
    for _ in 0..<count() {
      let path = text()
      let title = text()
      table.keep(read(&self), path: path, title: title, isOnly: false)
    }
    return table
  }

  fileprivate mutating func supplement() -> Supplement {
    var supplement = Supplement()
    supplement.title = optionalText()
    supplement.issuer = optionalText()
    supplement.department = optionalText()
    supplement.promulgated = date()
    supplement.effective = date()
    return supplement
  }

  fileprivate mutating func removal() -> Decisions.Removal {
    let path = text()
    let content = hash()
    let regulation = number(as: UInt32.self)
    return Decisions.Removal(
      path: path, content: content, regulation: regulation, title: text(), ordinal: varint(),
      edition: varint(), day: date())
  }
}
