/// A page in the browser, for one test.
public final class Page: Sendable {
  let connection: DevToolsConnection
  let session: String
  let log = PageLog()
  private let browser: Browser
  private let context: String

  init(_ connection: DevToolsConnection, in browser: Browser) async throws {
    let made = try await connection.call("Target.createBrowserContext", within: .seconds(60))
    let context = made["browserContextId"].string ?? ""
    let target = try await connection.call(
      "Target.createTarget", ["url": "about:blank", "browserContextId": .string(context)])
    let attached = try await connection.call(
      "Target.attachToTarget", ["targetId": target["targetId"], "flatten": true])
    self.connection = connection
    self.browser = browser
    self.context = context
    session = attached["sessionId"].string ?? ""
    connection.follow(session, with: log)
    for domain in ["Page", "Runtime", "Log", "Network", "Audits", "Inspector"] {
      try await call("\(domain).enable")
    }
    try await call("Page.setLifecycleEventsEnabled", ["enabled": true])
    // A page that is not in front would neither focus nor blink.
    try await call("Emulation.setFocusEmulationEnabled", ["enabled": true])
    try await setViewport()
  }

  deinit {
    connection.forget(session)
    connection.post("Target.disposeBrowserContext", ["browserContextId": .string(context)])
    browser.leave()
  }

  /// Calls a method of the protocol for this page, for what has no name here.
  @discardableResult public func call(
    _ method: String, _ parameters: JSONValue = [:]
  ) async throws -> JSONValue {
    try await connection.call(method, parameters, session: session)
  }

  /// Opens an address and waits until all of it is loaded.
  ///
  /// An address that differs from the page's own in the fragment alone moves there
  /// without loading the page again, as a click on a link does.
  public func open(_ address: String) async throws {
    let answer = try await call("Page.navigate", ["url": .string(address)])
    if let error = answer["errorText"].string { throw BrowserError("\(address): \(error)") }
    guard let loader = answer["loaderId"].string else { return }
    guard try await Deadline(seconds: 30).reaches({ self.log.hasLoaded(loader) }) else {
      throw BrowserError("\(address): not loaded in 30 seconds")
    }
  }

  /// Sets the size of the page in pixels, whether the reader prefers dark colours, and
  /// whether the rules for paper hold instead of those for screens.
  public func setViewport(
    width: Int = 1280, height: Int = 800, dark: Bool = false, print: Bool = false
  ) async throws {
    try await call(
      "Emulation.setDeviceMetricsOverride",
      [
        "width": .number(Double(width)), "height": .number(Double(height)),
        "deviceScaleFactor": 1, "mobile": false,
      ])
    try await call(
      "Emulation.setEmulatedMedia",
      [
        "media": .string(print ? "print" : ""),
        "features": [
          ["name": "prefers-color-scheme", "value": .string(dark ? "dark" : "light")]
        ],
      ])
  }

  /// Keeps the scripts of pages that are opened from now on from running.
  ///
  /// What a test evaluates still runs.
  public func disableScripts() async throws {
    try await call("Emulation.setScriptExecutionDisabled", ["value": true])
  }

  // MARK: What the page did

  /// What the page and the browser complained of since the page was made.
  ///
  /// These are errors and warnings on the console, uncaught exceptions, violations of
  /// the page's policy, files that were not found, dialogs, and the browser's issues.
  public var problems: [String] {
    get async throws {
      try await catchUp()
      return log.problems
    }
  }

  /// The addresses that the page asked for since it was made, its own among them.
  public var requests: [String] {
    get async throws {
      try await catchUp()
      return log.requests
    }
  }

  /// Forgets the problems and requests so far.
  public func clearLog() async throws {
    try await catchUp()
    log.clear()
  }

  // Events come in order, so those of the past are here when an answer is.
  private func catchUp() async throws { _ = try await evaluate("0") }
}
