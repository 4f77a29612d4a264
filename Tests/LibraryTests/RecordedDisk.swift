import Synchronization

@testable import Library

/// What the calls of a writer leave on a disk that loses its power after one of
/// them.
///
/// Only what was synchronised is sure to be there: of a file its bytes, of the
/// directory its names. Of the rest anything may be there or not, in any order.
final class RecordedDisk: Sendable {
  private typealias Names = [String: Int]

  private struct State {
    var names: Names
    var lastingNames: Names
    /// The changes of names that the directory was not synchronised after.
    var pending: [[String: Int?]] = []
    var bytes: [[UInt8]]
    var lastingBytes: [[UInt8]]
    var open: [Int32: Int] = [:]

    mutating func change(_ change: [String: Int?]) {
      for (name, file) in change { names[name] = file }
      pending.append(change)
    }
  }

  private let state: Mutex<State>
  private let left = Mutex<[[String: [UInt8]]]>([])

  /// A disk with files that last.
  init(_ files: [String: [UInt8]]) {
    let sorted = files.sorted { $0.key < $1.key }
    let names = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1.key, $0) })
    let bytes = sorted.map { $0.value }
    state = Mutex(
      State(names: names, lastingNames: names, bytes: bytes, lastingBytes: bytes))
  }

  /// Every set of files that a power failure during the calls may leave.
  var leftAtAnyTime: [[String: [UInt8]]] { left.withLock { $0 } }

  /// Every set of files that a power failure after the calls may leave.
  var leftAtTheEnd: [[String: [UInt8]]] { state.withLock { Self.remains(of: $0) } }

  /// The system's calls, which are recorded.
  var calls: FileCalls {
    var calls = FileCalls.system
    calls.create = { [self] path in
      let descriptor = FileCalls.system.create(path)
      record { state in
        state.open[descriptor] = state.bytes.count
        state.change([Self.name(path): state.bytes.count])
        state.bytes.append([])
        state.lastingBytes.append([])
      }
      return descriptor
    }
    calls.beginSynchronizing = { _ in }
    calls.write = { [self] descriptor, bytes in
      let copy = Array(bytes)
      record { state in state.open[descriptor].map { state.bytes[$0] += copy } }
      return FileCalls.system.write(descriptor, bytes)
    }
    calls.synchronize = { [self] descriptor in
      record { state in
        if let file = state.open[descriptor] {
          state.lastingBytes[file] = state.bytes[file]
        } else {
          state.lastingNames = state.names
          state.pending = []
        }
      }
      return 0
    }
    calls.close = { [self] descriptor in
      record { $0.open[descriptor] = nil }
      return FileCalls.system.close(descriptor)
    }
    calls.rename = { [self] path, newPath in
      record { state in
        let (name, newName) = (Self.name(path), Self.name(newPath))
        state.change([name: Int?.none, newName: state.names[name]])
      }
      return FileCalls.system.rename(path, newPath)
    }
    calls.remove = { [self] path in
      record { $0.change([Self.name(path): Int?.none]) }
      return FileCalls.system.remove(path)
    }
    return calls
  }

  private func record(_ call: (inout State) -> Void) {
    let remains = state.withLock { state in
      call(&state)
      return Self.remains(of: state)
    }
    left.withLock { $0 += remains }
  }

  /// With none, all, and each of the names that do not last yet, and with all
  /// bytes or only those that last.
  private static func remains(of state: State) -> [[String: [UInt8]]] {
    var choices: [[[String: Int?]]] = [[], state.pending]
    for index in state.pending.indices {
      choices.append([state.pending[index]])
      choices.append(Array(state.pending[..<index] + state.pending[(index + 1)...]))
    }
    return choices.flatMap { changes in
      var names = state.lastingNames
      for change in changes {
        for (name, file) in change { names[name] = file }
      }
      return [state.bytes, state.lastingBytes].map { bytes in names.mapValues { bytes[$0] } }
    }
  }

  private static func name(_ path: String) -> String {
    String(path.split(separator: "/").last ?? "")
  }
}
