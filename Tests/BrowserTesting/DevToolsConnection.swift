import Foundation
import Synchronization

/// The calls to a browser and their answers, in the Chrome DevTools Protocol.
///
/// A message is JSON and ends with a zero byte. One thread reads: it hands each
/// answer to its call, each event to the log of its page, and ends the calls whose
/// time is over, so that nothing waits for ever.
final class DevToolsConnection: Sendable {
  private struct Call {
    let method: String
    let session: String?
    let deadline: ContinuousClock.Instant
    let continuation: CheckedContinuation<JSONValue, any Error>
  }

  private struct State {
    var lastID = 0
    var calls: [Int: Call] = [:]
    var logs: [String: PageLog] = [:]
    var crashedSessions: Set<String> = []
    var failure: BrowserError?

    func failure(of session: String?) -> BrowserError? {
      if let failure { return failure }
      guard let session, crashedSessions.contains(session) else { return nil }
      return BrowserError("the page crashed")
    }
  }

  private let process: ChromiumProcess
  private let state = Mutex(State())
  private let writing = Mutex(())

  /// Starts the browser `program`.
  init(program: String) throws {
    process = try ChromiumProcess(program)
    Thread.detachNewThread { [self] in read() }
  }

  /// Ends the browser; calls that wait fail.
  func stop() { process.stop() }

  /// The log of the page of a session, from now on.
  func follow(_ session: String, with log: PageLog) {
    state.withLock { $0.logs[session] = log }
  }

  /// Forgets the page of a session.
  func forget(_ session: String) {
    state.withLock { $0.logs[session] = nil }
  }

  /// Calls a method of the protocol and waits for its answer.
  @discardableResult func call(
    _ method: String, _ parameters: JSONValue = [:], session: String? = nil,
    within limit: Duration = .seconds(30)
  ) async throws -> JSONValue {
    try await withCheckedThrowingContinuation { continuation in
      let (id, failure) = state.withLock { state in
        state.lastID += 1
        let failure = state.failure(of: session)
        if failure == nil {
          state.calls[state.lastID] = Call(
            method: method, session: session, deadline: .now + limit, continuation: continuation)
        }
        return (state.lastID, failure)
      }
      if let failure { return continuation.resume(throwing: failure) }
      if let error = send(id, method, parameters, session) { finish(id, .failure(error)) }
    }
  }

  /// Calls a method and does not wait.
  func post(_ method: String, _ parameters: JSONValue = [:], session: String? = nil) {
    let id = state.withLock { state in
      state.lastID += 1
      return state.lastID
    }
    _ = send(id, method, parameters, session)
  }

  private func send(
    _ id: Int, _ method: String, _ parameters: JSONValue, _ session: String?
  ) -> BrowserError? {
    var message: [String: JSONValue] = [
      "id": .number(Double(id)), "method": .string(method), "params": parameters,
    ]
    if let session { message["sessionId"] = .string(session) }
    guard let json = try? JSONValue.object(message).json else {
      return BrowserError("\(method): its parameters are no JSON")
    }
    return writing.withLock { _ in
      var rest = (json + [0])[...]
      while !rest.isEmpty {
        let count = rest.withUnsafeBytes {
          Foundation.send(process.socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
        }
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return BrowserError("\(method): the browser does not listen") }
        rest = rest.dropFirst(count)
      }
      return nil
    }
  }

  private func finish(_ id: Int, _ result: Result<JSONValue, BrowserError>) {
    let call = state.withLock { $0.calls.removeValue(forKey: id) }
    call?.continuation.resume(with: result.mapError { $0 as any Error })
  }

  // MARK: Reading

  private func read() {
    var message: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      var waiting = pollfd(fd: process.socket, events: Int16(POLLIN), revents: 0)
      if poll(&waiting, 1, 100) > 0 {
        let count = recv(process.socket, &buffer, buffer.count, 0)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { break }
        for part in buffer[..<count].split(separator: 0, omittingEmptySubsequences: false)
          .enumerated()
        {
          if part.offset > 0 {
            take(message)
            message.removeAll(keepingCapacity: true)
          }
          message += part.element
        }
      }
      endLateCalls()
    }
    let failure = BrowserError("the browser ended: \(process.lastWords)")
    process.stop()
    close(process.socket)
    let calls = state.withLock { state in
      state.failure = failure
      defer { state.calls = [:] }
      return state.calls
    }
    for call in calls.values { call.continuation.resume(throwing: failure) }
  }

  private func take(_ json: [UInt8]) {
    guard let message = try? JSONValue(json: json) else { return }
    if let id = message["id"].number {
      let error = message["error"]["message"].string
      let method = state.withLock { $0.calls[Int(id)]?.method } ?? ""
      finish(
        Int(id),
        error.map { .failure(BrowserError("\(method): \($0)")) }
          ?? .success(message["result"]))
    } else if let method = message["method"].string, let session = message["sessionId"].string {
      // A dialog stops its page until somebody answers it.
      if method == "Page.javascriptDialogOpening" {
        post("Page.handleJavaScriptDialog", ["accept": false], session: session)
      }
      if method == "Inspector.targetCrashed" { endCalls(ofCrashed: session) }
      state.withLock { $0.logs[session] }?.take(method, message["params"])
    }
  }

  private func endCalls(ofCrashed session: String) {
    let (calls, failure) = state.withLock { state in
      state.crashedSessions.insert(session)
      return (state.calls.filter { $0.value.session == session }, state.failure(of: session))
    }
    guard let failure else { return }
    for id in calls.keys { finish(id, .failure(failure)) }
  }

  private func endLateCalls() {
    let now = ContinuousClock.now
    let late = state.withLock { state in state.calls.filter { $0.value.deadline < now } }
    for (id, call) in late {
      finish(id, .failure(BrowserError("\(call.method): no answer in time")))
    }
  }
}
