import FuzzTargets

/// Runs the fuzzer; returns when it has found something or had its time.
@_silgen_name("LLVMFuzzerRunDriver")
func runFuzzer(
  _ count: UnsafeMutablePointer<Int32>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

/// Changes bytes in place by what the fuzzer knows, and returns how many there are.
@_silgen_name("LLVMFuzzerMutate")
func mutateAsFuzzer(
  _ bytes: UnsafeMutablePointer<UInt8>, _ count: Int, _ capacity: Int
) -> Int

/// Tries an input; libFuzzer finds the function by this name.
@_cdecl("LLVMFuzzerTestOneInput")
func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let input = Array(UnsafeBufferPointer(start: bytes, count: count))
  let faults = Main.target?.faults(in: input) ?? []
  if !faults.isEmpty { fatalError(faults.joined(separator: "\n")) }
  return 0
}

/// Changes an input, in one half of the cases by what the target knows; libFuzzer
/// finds the function by this name.
@_cdecl("LLVMFuzzerCustomMutator")
func mutate(
  _ bytes: UnsafeMutablePointer<UInt8>, _ count: Int, _ capacity: Int, _ seed: UInt32
) -> Int {
  guard let target = Main.target, seed & 1 == 1 else {
    return mutateAsFuzzer(bytes, count, capacity)
  }
  let input = Array(UnsafeBufferPointer(start: bytes, count: count))
  let output = target.mutated(input, seed: UInt64(seed))
  guard !output.isEmpty, output.count <= capacity else {
    return mutateAsFuzzer(bytes, count, capacity)
  }
  bytes.update(from: output, count: output.count)
  return output.count
}
