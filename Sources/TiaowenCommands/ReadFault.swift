import Glibc

/// What is said when the system cannot read a mapped file any more: it was cut
/// while it was open, or its disk or share is out of reach.
enum ReadFault {
  private static let english: StaticString =
    "tiaowen: error: a file of the library was cut or cannot be read any more\n"
  private static let chinese: StaticString = "tiaowen：错误：法规库的某个文件被截短，或已无法读取\n"

  /// Ends the process with a sentence where it would crash.
  static func install() {
    if Sentences.current.isChinese {
      signal(SIGBUS) { _ in ReadFault.end(ReadFault.chinese) }
    } else {
      signal(SIGBUS) { _ in ReadFault.end(ReadFault.english) }
    }
  }

  /// Calls nothing but what a signal handler may.
  private static func end(_ sentence: StaticString) {
    _ = write(STDERR_FILENO, sentence.utf8Start, sentence.utf8CodeUnitCount)
    _exit(2)
  }
}
