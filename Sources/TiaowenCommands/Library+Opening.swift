import ChineseText
import Glibc
import Library
import SystemPackage

extension LibraryOption {
  /// Opens the library for reading.
  func open() throws(Failure) -> LibraryReader {
    do {
      return try LibraryReader(directory: path.string)
    } catch {
      throw Failure(error)
    }
  }
}

extension RevisionStatus {
  /// The status in the reader's language.
  var words: String {
    let sentences = Sentences.current
    return switch self {
    case .notYetInForce: sentences.text(.notYetInForce)
    case .inForce: sentences.text(.inForce)
    case .amended: sentences.text(.amended)
    case .repealed: sentences.text(.repealed)
    case .unknown: sentences.text(.unknownStatus)
    }
  }

  /// The status where texts that are in force stand beside others: one that no
  /// longer holds says so outright.
  var wordsInHit: String {
    self == .amended || self == .repealed ? Sentences.current.text(.noLongerInForce, words) : words
  }
}

extension CalendarDate {
  /// The day it is here.
  static func today() throws(Failure) -> CalendarDate {
    var now = time(nil)
    var day = tm()
    localtime_r(&now, &day)
    let today = CalendarDate(
      year: Int(day.tm_year) + 1900, month: Int(day.tm_mon) + 1, day: Int(day.tm_mday))
    guard let today else {
      throw Failure(place: "tiaowen", message: Sentences.current.text(.noClock))
    }
    return today
  }
}
