import FoundationEssentials
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Serves the files of a folder to this machine over HTTP, as slowly as a test wants.
///
/// It knows GET of plain files and nothing else, each on a connection of its own.
public final class StaticServer: Sendable {
  private let socket: Int32
  private let folder: String
  /// How long a file is held back, in milliseconds, by its path.
  private let delay: Mutex<@Sendable (String) -> Int>

  /// The address of the folder, ended by a slash.
  public let address: String

  /// A server of the files in a folder.
  ///
  /// - Parameters:
  ///   - folder: The path of the folder.
  ///   - delay: How long a file is held back, in milliseconds; less than 0 for never served.
  public init(
    _ folder: String, delay: @escaping @Sendable (String) -> Int = { _ in 0 }
  ) throws {
    self.folder = folder
    self.delay = Mutex(delay)
    let listener = makeSocket()
    var place = sockaddr_in()
    place.sin_family = sa_family_t(AF_INET)
    place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &place) { place in
      place.withMemoryRebound(to: sockaddr.self, capacity: 1) { place in
        bind(listener, place, size) == 0 && listen(listener, 64) == 0
          && getsockname(listener, place, &size) == 0
      }
    }
    guard listener >= 0, isBound else { throw BrowserError("no port to serve files at") }
    self.socket = listener
    address = "http://127.0.0.1:\(UInt16(bigEndian: place.sin_port))/"
    run { [weak self] in
      while true {
        let connection = accept(listener, nil, nil)
        guard connection >= 0 else { return }
        guard let self else {
          close(connection)
          return
        }
        run { self.serve(connection) }
      }
    }
  }

  deinit {
    shutdown(socket, Int32(2))
    close(socket)
  }

  /// Holds files back from now on as another rule says.
  public func hold(_ delay: @escaping @Sendable (String) -> Int) {
    self.delay.withLock { $0 = delay }
  }

  private func serve(_ connection: Int32) {
    defer { close(connection) }
    var request: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while request.count < 1 << 16, request.suffix(4) != [13, 10, 13, 10] {
      let count = read(connection, &buffer, buffer.count)
      guard count > 0 else { return }
      request += buffer.prefix(count)
    }
    let line = String(decoding: request.prefix { $0 != 13 }, as: UTF8.self)
    let words = line.split(separator: " ")
    guard words.count == 3, words[0] == "GET" else { return }
    let path = String(words[1].prefix { $0 != "?" }.dropFirst())
    let delay = self.delay.withLock { $0 }(path)
    if delay > 0 { usleep(UInt32(delay) * 1000) }
    let isServed = delay >= 0 && !path.contains("..")
    var bytes = isServed ? try? Data(contentsOf: URL(filePath: folder + "/" + path)) : nil
    // A browser asks for a picture that no page names.
    if path == "favicon.ico" { bytes = Data() }
    let head =
      bytes.map {
        "HTTP/1.1 200 OK\r\nContent-Type: \(Self.type(of: path))\r\nContent-Length: \($0.count)"
      }
      ?? "HTTP/1.1 404 Not Found\r\nContent-Length: 0"
    var rest = Array("\(head)\r\nConnection: close\r\n\r\n".utf8)[...]
    rest += bytes ?? Data()
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { send(connection, $0.baseAddress, $0.count, noSignal) }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  private static func type(of path: String) -> String {
    switch path.split(separator: ".").last {
    case "html": "text/html"
    case "js": "text/javascript"
    case "css": "text/css"
    default: "application/octet-stream"
    }
  }
}

// Names of the system that members of the type would hide.

#if canImport(Darwin)
  private let noSignal: Int32 = 0
  private func makeSocket() -> Int32 { socket(AF_INET, SOCK_STREAM, 0) }
#else
  private let noSignal = Int32(MSG_NOSIGNAL)
  private func makeSocket() -> Int32 { socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0) }
#endif

/// Runs work on a thread of its own.
private func run(_ work: @escaping @Sendable () -> Void) {
  final class Box: Sendable {
    let work: @Sendable () -> Void
    init(_ work: @escaping @Sendable () -> Void) { self.work = work }
  }
  var thread = pthread_t()
  let box = Unmanaged.passRetained(Box(work))
  let code = pthread_create(
    &thread, nil,
    { argument in
      guard let argument else { return nil }
      Unmanaged<Box>.fromOpaque(argument).takeRetainedValue().work()
      return nil
    }, box.toOpaque())
  if code == 0 { pthread_detach(thread) } else { box.release() }
}
