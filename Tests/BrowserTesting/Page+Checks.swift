extension Page {
  /// Texts that stand out too little from what is behind them, with both colours.
  ///
  /// Looks at every text that is shown now: those of elements, of their `::before`
  /// and `::after`, of fields and their placeholders. Controls that are disabled are
  /// exempt (WCAG 2.2, 1.4.3). Backgrounds are those of the elements around a text; a
  /// text on a picture is always told, since nobody can say.
  public func contrastFailures(below minimum: Double = 4.5) async throws -> [String] {
    try await strings("\(Self.source(PackageResources.contrast_js))(\(minimum))")
  }

  /// What keeps readers that do not see the page from finding their way through it.
  ///
  /// Tells of a missing language or title, of other than one `main` and one `h1`, of
  /// headings that skip a level, of controls, links and pictures without a name, of
  /// several `nav` that are not told apart, of ids that stand twice, and of links and
  /// references to ids that do not exist.
  public func landmarkProblems() async throws -> [String] {
    try await strings("\(Self.source(PackageResources.landmarks_js))()")
  }

  /// What makes the page wider than its window, or nothing if it is not.
  public func widthProblems() async throws -> [String] {
    try await strings("\(Self.source(PackageResources.width_js))()")
  }

  /// Requests for anything outside of a folder, such as "file:///tmp/site/".
  ///
  /// What a page holds itself, at `data:` and `blob:` addresses, is inside.
  public func requests(outside folder: String) async throws -> [String] {
    try await requests.filter { request in
      !request.hasPrefix(folder) && !request.hasPrefix("data:") && !request.hasPrefix("blob:")
    }
  }

  private static func source(_ script: [UInt8]) -> String {
    String(decoding: script, as: UTF8.self)
  }
}
