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

  private static func firstScalar(of bytes: ArraySlice<UInt8>) -> (String?, Int) {
    for count in 1...4 where count <= bytes.count {
      if let text = String(validating: bytes.prefix(count), as: UTF8.self) { return (text, count) }
    }
    return (nil, 1)
  }
}
