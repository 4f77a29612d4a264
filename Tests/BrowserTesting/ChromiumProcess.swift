import Foundation
import Synchronization
import TestingSupport

/// A running Chromium without a window, and the socket on which it is told what to do.
final class ChromiumProcess: Sendable {
  /// Our end of the socket; the browser reads and writes the other.
  let socket: Int32
  private let id: pid_t
  private let folder: TemporaryFolder
  private let isRunning = Mutex(true)

  /// Starts `program` from PATH with a profile of its own.
  init(_ program: String) throws {
    guard let path = Self.path(of: program) else {
      throw BrowserError("no '\(program)' in PATH; Scripts/install installs it")
    }
    folder = try TemporaryFolder()
    var ends: [Int32] = [-1, -1]
    guard
      socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends) == 0
    else { throw BrowserError("no socket for the browser: error \(errno)") }
    socket = ends[0]
    // Out of the way of the numbers that the browser's own end is to have.
    let theirs = fcntl(ends[1], F_DUPFD_CLOEXEC, 10)
    close(ends[1])
    defer { close(theirs) }
    var limit = timeval(tv_sec: 20, tv_usec: 0)
    setsockopt(
      socket, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    var started: pid_t = 0
    let code = Self.spawn(
      path, Self.arguments(profile: folder.path + "/profile"), home: folder.path,
      errors: folder.path + "/errors.txt", socket: theirs, id: &started)
    guard code == 0 else {
      close(socket)
      throw BrowserError("'\(path)' did not start: error \(code)")
    }
    id = started
  }

  /// The last lines that the browser wrote to standard error.
  var lastWords: String {
    let bytes = (try? TemporaryFolder.bytes(at: folder.path + "/errors.txt")) ?? []
    return String(decoding: bytes.suffix(2000), as: UTF8.self)
  }

  /// Ends the browser with all of its processes and takes away its profile; a second
  /// time does nothing.
  func stop() {
    isRunning.withLock { isRunning in
      guard isRunning else { return }
      isRunning = false
      kill(-id, SIGKILL)
      waitpid(id, nil, 0)
      // At the end of a run nothing lets go of the folder.
      try? FileManager.default.removeItem(atPath: folder.path)
    }
  }

  // What would use the network or ask a person is off; names of hosts are not looked
  // up, so that a page that asks for one is seen to ask and gets nothing.
  private static func arguments(profile: String) -> [String] {
    [
      "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
      "--remote-debugging-pipe", "--user-data-dir=\(profile)", "--no-first-run",
      "--no-default-browser-check", "--no-proxy-server", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
      "--disable-background-networking", "--disable-component-update", "--disable-sync",
      "--disable-extensions", "--disable-default-apps", "--disable-breakpad", "--mute-audio",
      "--hide-scrollbars",
      "--password-store=basic", "--use-mock-keychain", "--lang=zh-CN",
      "--force-color-profile=srgb", "--disable-renderer-backgrounding",
      "--disable-background-timer-throttling", "--disable-backgrounding-occluded-windows",
      "--disable-features=Translate,OptimizationHints,MediaRouter,DialMediaRouteProvider",
      "about:blank",
    ]
  }

  private static func path(of program: String) -> String? {
    let folders = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return folders.split(separator: ":").map { "\($0)/\(program)" }
      .first { access($0, X_OK) == 0 }
  }

  private static func spawn(
    _ path: String, _ arguments: [String], home: String, errors: String, socket: Int32,
    id: inout pid_t
  ) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_adddup2(&actions, socket, 3)
    posix_spawn_file_actions_adddup2(&actions, socket, 4)
    // A pipe of another test that stayed open here would never end there.
    for file in Int32(5)..<1000 { posix_spawn_file_actions_addclose(&actions, file) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    var environment = ProcessInfo.processInfo.environment
    environment["HOME"] = home
    environment["TMPDIR"] = home
    for name in ["DISPLAY", "WAYLAND_DISPLAY", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"] {
      environment[name] = nil
    }
    return withCStrings([path] + arguments) { arguments in
      withCStrings(environment.map { "\($0)=\($1)" }) { environment in
        posix_spawn(&id, path, &actions, &attributes, arguments, environment)
      }
    }
  }

  private static func withCStrings<Result>(
    _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let pointers = texts.map { strdup($0) }
    defer { for pointer in pointers { free(pointer) } }
    return body(pointers + [nil])
  }
}
