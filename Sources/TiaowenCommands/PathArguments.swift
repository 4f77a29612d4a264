import SystemPackage

/// Paths as they were given on the command line, byte for byte.
///
/// Swift's argument strings are repaired UTF-8; a path of other bytes is found
/// again among the process's raw arguments.
enum PathArguments {
  /// The paths that `arguments` stand for.
  static func paths(of arguments: [String]) -> [FilePath] {
    var raw = rawArguments()
    return arguments.map { argument in
      guard argument.unicodeScalars.contains("\u{FFFD}"),
        let index = raw.firstIndex(where: { $0.repaired == argument })
      else { return FilePath(argument) }
      return raw.remove(at: index).path
    }
  }

  private static func rawArguments() -> [(repaired: String, path: FilePath)] {
    (0..<Int(CommandLine.argc)).compactMap { index in
      guard let argument = CommandLine.unsafeArgv[index] else { return nil }
      return (String(cString: argument), FilePath(platformString: argument))
    }
  }
}

extension FilePath {
  /// The path as text; bytes that are no UTF-8 are written `\xE9`.
  ///
  /// Unlike repaired UTF-8, two paths never become one.
  var asText: String {
    withPlatformString { pointer in
      if let text = String(validatingCString: pointer) { return text }
      var rest = Array(UnsafeRawBufferPointer(start: pointer, count: length))[...]
      var text = ""
      while !rest.isEmpty {
        let (scalar, byteCount) = Self.firstScalar(of: rest)
        text += scalar ?? "\\x" + String(rest[rest.startIndex], radix: 16, uppercase: true)
        rest = rest.dropFirst(byteCount)
      }
      return text
    }
  }

  /// The path that `asText` writes as `text`, if it has bytes that are no UTF-8.
  init(escaped text: String) {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.first {
      let digits = rest.dropFirst(2).prefix(2)
      if rest.starts(with: "\\x".utf8), let value = Self.byte(of: digits) {
        bytes.append(value)
        rest = rest.dropFirst(4)
      } else {
        bytes.append(byte)
        rest = rest.dropFirst()
      }
    }
    self = (bytes.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { pointer in
      pointer.baseAddress.map { FilePath(platformString: $0) } ?? FilePath()
    }
  }

  /// The byte of two digits such as `E9`; one of ASCII is never escaped.
  private static func byte(of digits: ArraySlice<UInt8>) -> UInt8? {
    guard digits.count == 2,
      let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16), value >= 0x80
    else { return nil }
    return value
  }

  private static func firstScalar(of bytes: ArraySlice<UInt8>) -> (String?, Int) {
    for count in 1...4 where count <= bytes.count {
      if let text = String(validating: bytes.prefix(count), as: UTF8.self) { return (text, count) }
    }
    return (nil, 1)
  }
}
