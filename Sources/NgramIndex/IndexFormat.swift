// The format of an n-gram index, version 1.
//
// An index knows units by number and grams of one or two folded UTF-16 units. It
// has fields, each with its own grams and its own numbering of units. All numbers
// are little endian. Sections begin at multiples of 8; bytes between them are 0.
//
//     header        magic "tw-grams"                                    8 bytes
//                   version                                             4
//                   number of fields                                    4
//                   bytes of the whole index                            8
//                   bytes of what follows per field                     8
//     per field     units that have text                                4
//                   greatest unit + 1                                   4
//                   folded UTF-16 units in all texts                    8
//                   firsts, groupTable, groups, lists, lengths:
//                   offset, bytes                                       5 × (8 + 8)
//     sections      of each field in this order
//     trailer       checksum (XXH64) of header and fields               8
//                   checksum of all bytes before this one               8
//                   magic "smarg-wt"                                    8
//
// firsts: the n distinct folded units of the field, ascending, 2 bytes each; the
// place of one is its rank. After alignment to 8, n + 1 rows:
//
//     units that hold it                                                4
//     where its list begins in `lists`                                  4
//     its first group                                                   4
//
// The last row ends the lists and groups of the one before. A unit's groups hold
// the bigrams that begin with it, by the rank of what stands second, at most 16 a
// group. groupTable: the rank of the first bigram's second of each group, 2 bytes
// each; after alignment to 8, where the group begins in `groups`, 4 bytes each.
//
// The rest is bits, the lowest bit of a byte first. Three codes are used, each
// for a row of numbers whose prefixes stand together before their payloads, so
// that a reader can count its way over them:
//
//     exp(k)     v + 2^k has m + k + 1 digits: prefix m zeros and a one, payload
//                the lowest m + k digits
//     rice(k)    prefix v >> k zeros and a one, payload the lowest k digits
//     sparse     of c numbers, those that are not 0: their count e in exp(0); the
//                runs of zeros before each in rice(⌊log2(c / e)⌋); each less one
//                in exp(0)
//
// groups: a byte with the number of bigrams; then bits. For each bigram: the step
// from the last rank less one in exp(⌊log2(n / (16 g))⌋ - 1, at least 0), g being
// the groups of the first unit (not for the first bigram of a group); the units
// that hold it less one in exp(0); if these are more than 128, where its list
// begins in `lists`, from that of the first unit on, in exp(12). Then the short
// lists of the others, one after the other.
//
// A short list has c ≤ 128 postings:
//
//     choice     2 bits, if c ≥ 6, else 0
//     gaps       exp(⌊log2(limit / c)⌋ - 2 - choice), between 0 and 24: unit
//                less the one before less one, from -1; limit is the greatest
//                unit + 1
//     repeats    sparse: how often the gram stands in the unit, less one
//
// A long list stands in `lists`, has blocks of 128 postings, the last of fewer:
//
//     width of an end in bytes                                          1
//     the last unit of each block, without its s low bits               2 each
//     where each block ends, from the first block on                    width each
//     the bound of each block's impacts, if the field is ranked         1 each
//     blocks
//
// A ranked field has lengths: the code of the length of the text of every unit from
// 0 up to the greatest, a byte each, 0 for a unit without text. A length below 32
// is its own code; otherwise the code is 16 e + m, m being the five highest binary
// digits of the length, rounded to the nearest, and e how many follow them; 255 for
// all that are longer. The impact of a posting is f / (.25 + .75 l / a): f how often
// the gram stands in the unit, l the length that the unit's code stands for, a the
// average length of the units with text. The bound of a block is a byte b that
// stands for a single float with the bits (1952 + b) << 19, the least that is above
// every impact in the block by a millionth or more; 255 is no bound.
//
// s is what makes the greatest unit fit into 16 bits. A block is a byte, then the
// bits of its gaps and of its repeats. The byte's low half is the k of exp(k) for
// the gaps, or 15 for rice(0), which makes the gaps a bitmap; the high half is the
// k of rice(k) for the repeats, or 15 for sparse. The first gap of a block counts
// from what the table says of the block before, its s low bits being 0.
//
// Example: one field, unit 0 is 甲乙, unit 2 is 甲乙甲.
//
//       0  74 77 2d 67 72 61 6d 73  01 00 00 00 01 00 00 00
//      16  f0 00 00 00 00 00 00 00  60 00 00 00 00 00 00 00  240 bytes, 96 per field
//      32  02 00 00 00 03 00 00 00  05 00 00 00 00 00 00 00  2 units below 3, 5 long
//      48  80 00 .. 2c 00 ..  b0 00 .. 10 00 ..              firsts, groupTable
//      80  c0 00 .. 04 00 ..  c8 00 .. 03 00 ..              groups, lists
//     112  d0 00 .. 03 00 ..                                 lengths
//     128  59 4e 32 75 00 00 00 00                           乙, 甲
//     136  02 00 00 00 00 00 00 00 00 00 00 00               乙: 2 units, list 0, group 0
//     148  02 00 00 00 01 00 00 00 01 00 00 00               甲: 2 units, list 1, group 1
//     160  00 00 00 00 03 00 00 00 02 00 00 00               the end
//     176  01 00 00 00 00 00 00 00  00 00 00 00 02 00 00 00  乙甲 at 0, 甲乙 at 2
//     192  01 1d                                             1  01 1  1
//     194  01 aa                                             010  101 0  1
//     200  15                                                101 0  1
//     201  a5 03                                             101 0  010 1 1 1
//     208  02 00 03                                          units 0 and 2: 2 and 3 long
//     216  checksums, magic
//
// 乙甲: 1 unit; gap 2: prefix 01, payload 1; no repeats: 1. 甲乙: 2 units; gaps 0
// and 1: prefixes 1 and 01, payload 0; no repeats. 甲 alone: the same gaps; one
// repeat is not 0 (010), after a run of one (rice(1): 1 1), and is 1 (1).
//
// Versions: 1 is the first.

/// The numbers of the format.
enum IndexFormat {
  static let magic: [UInt8] = Array("tw-grams".utf8)
  static let endMagic: [UInt8] = Array("smarg-wt".utf8)
  static let version = 1
  static let headerByteCount = 32
  static let fieldByteCount = 16 + 5 * 16
  static let trailerByteCount = 24
  /// The most bigrams of a group.
  static let groupSize = 16

  /// The parameter for the place of a long list.
  static let listOffsetParameter = 12

  /// The parameter for the steps between the ranks of the bigrams of a group.
  static func rankParameter(groupCount: Int, distinctFirsts: Int) -> Int {
    max(0, PostingsCode.magnitude(distinctFirsts / max(groupCount * groupSize, 1)) - 1)
  }

  /// How many low bits of its units the skip table of a long list leaves out.
  static func skipShift(unitLimit: Int) -> Int {
    max(0, Int.bitWidth - max(0, unitLimit - 1).leadingZeroBitCount - 16)
  }

  /// The bytes that the number takes, at least one.
  static func width(of number: Int) -> Int {
    max(1, (Int.bitWidth - number.leadingZeroBitCount + 7) / 8)
  }
}
