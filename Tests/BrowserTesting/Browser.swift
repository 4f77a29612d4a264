import Foundation
import Synchronization

/// A headless Chromium for the tests of pages; it opens files and never the network.
///
/// Use ``shared``: it starts with the first page and ends with the test run. At most
/// two pages are open at a time, so that browser tests leave room for the others; a
/// test that wants more waits for the others' to go, and therefore holds one at most.
public final class Browser: Sendable {
  /// The browser of all tests.
  public static let shared: Browser = {
    atexit { Browser.shared.stop() }
    return Browser()
  }()

  private static let pageLimit = 2

  private let program: String
  private let launch = Mutex<Result<DevToolsConnection, BrowserError>?>(nil)
  private let openPages = Mutex(0)

  /// A browser whose program is looked for in PATH when the first page is opened.
  public init(program: String = "chromium") {
    self.program = program
  }

  deinit { stop() }

  /// Ends the browser if it runs; it does not start again.
  public func stop() {
    launch.withLock { launch in
      if case .success(let connection) = launch { connection.stop() }
      launch = .failure(BrowserError("the browser was stopped"))
    }
  }

  /// A new empty page of 1280 × 800 pixels, with a storage of its own.
  ///
  /// It is closed when the test lets go of it.
  public func page() async throws -> Page {
    try await waitForPlace()
    do {
      return try await Page(connection(), in: self)
    } catch {
      leave()
      throw error
    }
  }

  /// Gives the place of a page to another.
  func leave() { openPages.withLock { $0 -= 1 } }

  // In a run of all tests those that compute may keep one that holds a page from going
  // on for minutes.
  private func waitForPlace() async throws {
    let limit = 1200
    let isThere = try await Deadline(seconds: limit).reaches {
      self.openPages.withLock { count in
        guard count < Self.pageLimit else { return false }
        count += 1
        return true
      }
    }
    guard isThere else {
      throw BrowserError("no page became free in \(limit) seconds; a test may hold one at most")
    }
  }

  private func connection() throws -> DevToolsConnection {
    try launch.withLock { launch in
      if let launch { return try launch.get() }
      let result: Result<DevToolsConnection, BrowserError>
      do {
        result = .success(try DevToolsConnection(program: program))
      } catch let error as BrowserError {
        result = .failure(error)
      } catch {
        result = .failure(BrowserError("the browser did not start: \(error)"))
      }
      launch = result
      return try result.get()
    }
  }
}
