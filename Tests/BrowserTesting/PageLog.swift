import Synchronization

/// What a page did while a test watched it.
final class PageLog: Sendable {
  private struct State {
    var problems: [String] = []
    var requests: [String] = []
    var loaded: Set<String> = []
  }

  private let state = Mutex(State())

  /// What the page or the browser complained of, in order.
  var problems: [String] { state.withLock { $0.problems } }

  /// The addresses that the page asked for, in order.
  var requests: [String] { state.withLock { $0.requests } }

  /// Whether the document of a loader is there with all that it loads.
  func hasLoaded(_ loader: String) -> Bool { state.withLock { $0.loaded.contains(loader) } }

  /// Forgets what was seen, but not what is loaded.
  func clear() {
    state.withLock {
      $0.problems = []
      $0.requests = []
    }
  }

  /// Notes an event of the page.
  func take(_ method: String, _ event: JSONValue) {
    switch method {
    case "Network.requestWillBeSent":
      if let url = event["request"]["url"].string { state.withLock { $0.requests.append(url) } }
    case "Page.lifecycleEvent":
      if event["name"] == "load", let loader = event["loaderId"].string {
        state.withLock { _ = $0.loaded.insert(loader) }
      }
    default:
      if let problem = Self.problem(method, event) {
        state.withLock { $0.problems.append(problem) }
      }
    }
  }

  private static func problem(_ method: String, _ event: JSONValue) -> String? {
    switch method {
    case "Runtime.consoleAPICalled":
      guard let kind = event["type"].string, ["error", "warning", "assert"].contains(kind) else {
        return nil
      }
      return "console \(kind): " + event["args"].elements.map(text).joined(separator: " ")
    case "Runtime.exceptionThrown":
      return "uncaught: " + exception(event["exceptionDetails"])
    case "Log.entryAdded":
      let entry = event["entry"]
      guard let level = entry["level"].string, ["error", "warning"].contains(level) else {
        return nil
      }
      let place = entry["url"].string.map { " (\($0))" } ?? ""
      return "\(entry["source"].string ?? "") \(level): \(entry["text"].string ?? "")\(place)"
    case "Audits.issueAdded":
      // The log tells of these too, in words.
      guard let code = event["issue"]["code"].string, code != "ContentSecurityPolicyIssue" else {
        return nil
      }
      let details = (try? event["issue"]["details"].json) ?? []
      return "issue \(code): " + String(decoding: details, as: UTF8.self)
    case "Page.javascriptDialogOpening":
      return "dialog: \(event["message"].string ?? "")"
    default:
      return nil
    }
  }

  private static func text(_ argument: JSONValue) -> String {
    if let text = argument["value"].string ?? argument["description"].string { return text }
    return String(decoding: (try? argument["value"].json) ?? [], as: UTF8.self)
  }

  /// The text of an exception and where it was thrown.
  static func exception(_ details: JSONValue) -> String {
    let text =
      details["exception"]["description"].string ?? details["exception"]["value"].string
      ?? details["text"].string ?? "an exception"
    guard let url = details["url"].string, let line = details["lineNumber"].number else {
      return text
    }
    return "\(text) (\(url):\(Int(line) + 1))"
  }
}
