import Synchronization

@testable import Library

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The system's calls, of which one fails, and all that were made.
final class FailingCalls: Sendable {
  /// How a call goes wrong.
  enum Fault: Hashable, CaseIterable {
    case noSpace
    case ioError
    /// Half of what was to be written is, and then the disk is full.
    case shortWrite

    var number: Int32 { self == .ioError ? EIO : ENOSPC }
  }

  private struct State {
    var made: [String] = []
    var isFull = false
    /// The descriptors of files that only a repair wants.
    var copies: Set<Int32> = []
  }

  private let failing: Int?
  private let fault: Fault
  private let state = Mutex(State())

  /// Lets the call of this number fail, counted from 0; none for `nil`.
  init(failing: Int? = nil, _ fault: Fault = .ioError) {
    self.failing = failing
    self.fault = fault
  }

  /// The names of the calls that were made.
  var made: [String] { state.withLock { $0.made } }

  /// Notes a call and says whether it is the one that fails.
  private func fails(_ name: String) -> Bool {
    let fails = state.withLock { state in
      state.made.append(name)
      return state.made.count - 1 == failing
    }
    if fails { errno = fault.number }
    return fails
  }

  /// The name of a call on a descriptor.
  private func name(_ call: String, _ descriptor: Int32) -> String {
    state.withLock { $0.copies.contains(descriptor) } ? "copy" : call
  }

  private static func isCopy(_ path: String) -> Bool {
    path.hasSuffix(".copy") || path.hasSuffix(".copy.new")
  }

  private func create(_ path: String) -> Int32 {
    let isCopy = Self.isCopy(path)
    guard !fails(isCopy ? "copy" : "create") else { return -1 }
    let descriptor = FileCalls.system.create(path)
    state.withLock { state in
      state.copies.remove(descriptor)
      if isCopy { state.copies.insert(descriptor) }
    }
    return descriptor
  }

  private func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    let wasFull = state.withLock { $0.isFull }
    if wasFull {
      errno = ENOSPC
      return -1
    }
    guard fails(name("write", descriptor)) else { return FileCalls.system.write(descriptor, bytes) }
    guard fault == .shortWrite else { return -1 }
    state.withLock { $0.isFull = true }
    let half = UnsafeRawBufferPointer(rebasing: bytes[..<(bytes.count / 2)])
    return FileCalls.system.write(descriptor, half)
  }

  var calls: FileCalls {
    let system = FileCalls.system
    return FileCalls(
      makeDirectory: { [self] in fails("makeDirectory") ? -1 : system.makeDirectory($0) },
      create: { [self] in create($0) },
      openDirectory: { [self] in fails("openDirectory") ? -1 : system.openDirectory($0) },
      write: { [self] in write($0, $1) },
      // Nothing here has to last.
      synchronize: { [self] in fails(name("synchronize", $0)) ? -1 : 0 },
      close: { [self] descriptor in
        let name = name("close", descriptor)
        let isClosed = system.close(descriptor)
        return fails(name) ? -1 : isClosed
      },
      rename: { [self] in
        fails(Self.isCopy($0) ? "copy" : "rename") ? -1 : system.rename($0, $1)
      },
      remove: { [self] in fails("remove") ? -1 : system.remove($0) })
  }
}
