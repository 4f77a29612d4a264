/// A character encoding of Chinese texts.
public enum TextEncoding: String, CaseIterable, Hashable, Sendable {
  /// UTF-8, with or without a byte order mark.
  case utf8 = "UTF-8"
  /// UTF-16, little-endian.
  case utf16LittleEndian = "UTF-16LE"
  /// UTF-16, big-endian.
  case utf16BigEndian = "UTF-16BE"
  /// GB18030, which contains GBK and GB2312.
  case gb18030 = "GB18030"
  /// Big5 with its HKSCS extension.
  case big5 = "Big5"
}
