import Dispatch
import Glibc
import Synchronization
import SystemPackage

/// What Ctrl-C does while files are made: the command ends, and what was there stays as
/// it was.
///
/// Once they are put in their places, the first interruption only says so.
final class Interruption: Sendable {
  private enum Phase { case reading, writing, isWarned }

  private let phase = Mutex(Phase.reading)
  // Made and cancelled on one thread; Dispatch does not say it is Sendable.
  nonisolated(unsafe) private let source: any DispatchSourceSignal
  private let command: String
  private let told: (interrupted: Sentence, finishing: Sentence)
  private let cleanUp: @Sendable () -> Void

  /// Watches over an ingest into the library in `folder`.
  convenience init(of folder: FilePath) {
    let leftovers = Self.leftovers(in: folder)
    self.init("ingest", (.interrupted, .finishing)) {
      guard Self.isOurs(leftovers.first) else { return }
      for path in leftovers where unlink(path) != 0 { rmdir(path) }
    }
  }

  /// Watches over a command.
  ///
  /// - Parameters:
  ///   - told: What is said when it ends, and when it does not any more.
  ///   - cleanUp: Removes what it has begun to write.
  init(
    _ command: String, _ told: (interrupted: Sentence, finishing: Sentence),
    cleanUp: @escaping @Sendable () -> Void
  ) {
    self.command = command
    self.told = told
    self.cleanUp = cleanUp
    signal(SIGINT, SIG_IGN)
    // A queue of its own: the global one is busy with the files.
    let queue = DispatchQueue(label: "interruption", qos: .userInteractive)
    source = DispatchSource.makeSignalSource(signal: SIGINT, queue: queue)
    source.setEventHandler { [weak self] in self?.interrupt() }
    source.resume()
  }

  /// Does something that no interruption comes between.
  func guarding<Failure: Error>(_ work: () throws(Failure) -> Void) throws(Failure) {
    try phase.withLock { _ throws(Failure) in try work() }
  }

  /// What was made is put in its place from now on.
  func finish() {
    phase.withLock { $0 = .writing }
  }

  /// The command is over.
  func end() {
    source.cancel()
    signal(SIGINT, SIG_DFL)
  }

  private func interrupt() {
    let clear = Terminal.showsProgress ? "\r\u{1B}[K" : ""
    // Held to the end, so that no writing begins meanwhile.
    phase.withLock { phase in
      if phase == .writing {
        phase = .isWarned
        StandardError.write(
          clear + "tiaowen \(command): \(Sentences.current.text(told.finishing))\n")
        return
      }
      if phase == .reading {
        cleanUp()
        StandardError.write(
          clear + "tiaowen \(command): \(Sentences.current.text(told.interrupted))\n")
      }
      _exit(130)
    }
  }

  /// Whether this process holds a lock: one that another holds must stay.
  private static func isOurs(_ lock: String?) -> Bool {
    guard let lock else { return false }
    let descriptor = open(lock, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return true }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 20)
    let count = read(descriptor, &bytes, bytes.count)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self) == "\(getpid())"
  }

  /// What an ingest that was stopped leaves of a library that was not there.
  private static func leftovers(in folder: FilePath) -> [String] {
    let manifest = folder.appending("manifest").string
    guard access(manifest, F_OK) != 0 else { return [] }
    let lock = folder.appending("lock").string
    guard access(lock, F_OK) != 0 else { return [] }
    return access(folder.string, F_OK) == 0 ? [lock] : [lock, folder.string]
  }
}
