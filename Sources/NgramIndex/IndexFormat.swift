// The format of an n-gram index, version 1.
//
// An index knows units by number and grams of one or two folded UTF-16 units, and
// trigrams of frequent pairs. It has fields, each with its own grams and its own
// numbering of units. All numbers are little endian. Sections begin at multiples
// of 8; bytes between them are 0.
//
//     header        magic "tw-grams"                                    8 bytes
//                   version                                             4
//                   number of fields                                    4
//                   bytes of the whole index                            8
//                   bytes of what follows per field                     8
//     per field     folded UTF-16 units in all texts                    8
//                   units that have text                                4
//                   greatest unit + 1                                   4
//                   n, the distinct folded UTF-16 units                 4
//                   p, the pairs with which trigrams begin              4
//                   T, the units that hold a frequent pair at least     4
//                   w, the bytes of a place                             4
//                   firsts, groupTable, groups, lists, lengths:
//                   offset, bytes                                       5 × (8 + 8)
//                   a reader passes over what follows up to the next field
//     sections      of each field in this order
//     trailer       checksum (XXH64) of header and fields               8
//                   checksum of all bytes before this one               8
//                   magic "smarg-wt"                                    8
//
// firsts: the n folded units, ascending, 2 bytes each; the place of one is its rank.
// After alignment to 8 the p pairs, ascending: the rank of the first × 65,536 + the
// rank of the second, 4 bytes each. After alignment to 8, n + p + 1 rows, of the
// units, of the pairs, and one that ends the groups of the one before:
//
//     units that hold it; 0 for a pair                                  4
//     its first group                                                   4
//     where its list, or the first list of its groups, is in `lists`    w
//
// The groups of a unit hold the pairs that begin with it, those of a pair the
// trigrams. They stand in them by the rank of what comes last, at most 16 a group.
// A pair is frequent if T units or more hold it; at most 4,096 are. There are all trigrams that occur
// and of which both pairs are frequent, and no others, so that a phrase of two such
// pairs that is no trigram stands nowhere.
//
// groupTable: the rank of the first gram's last unit of each group, 2 bytes each;
// after alignment to 8, where the group begins in `groups`, w bytes each.
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
// groups: a byte with the number of grams; then bits. For each gram: the step from
// the last rank less one in exp(⌊log2(n / (16 g))⌋ - 1, at least 0), g being the
// groups of the unit or the pair (not for the first gram of a group); the units
// that hold it less one in exp(0); if these are more than 128, where its list
// begins in `lists`, from the place in the row on, in exp(12). Then the short lists
// of the others, one after the other.
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
//      16  f8 00 00 00 00 00 00 00  70 00 00 00 00 00 00 00  248 bytes, 112 per field
//      32  05 00 00 00 00 00 00 00  02 00 00 00 03 00 00 00  5 long, 2 units below 3
//      48  02 00 00 00 00 00 00 00  00 01 00 00 01 00 00 00  n 2, p 0, T 256, w 1
//      64  90 00 .. 23 00 ..  b8 00 .. 0a 00 ..              firsts, groupTable
//      96  c8 00 .. 04 00 ..  d0 00 .. 03 00 ..              groups, lists
//     128  d8 00 .. 03 00 ..                                 lengths
//     144  59 4e 32 75 00 00 00 00                           乙, 甲
//     152  02 00 00 00 00 00 00 00 00                        乙: 2 units, group 0, list 0
//     161  02 00 00 00 01 00 00 00 01                        甲: 2 units, group 1, list 1
//     170  00 00 00 00 02 00 00 00 03                        the end
//     184  01 00 00 00 00 00 00 00  00 02                    乙甲 at 0, 甲乙 at 2
//     200  01 1d                                             1  01 1  1
//     202  01 aa                                             010  101 0  1
//     208  15                                                101 0  1
//     209  a5 03                                             101 0  010 1 1 1
//     216  02 00 03                                          units 0 and 2: 2 and 3 long
//     224  checksums, magic
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
  static let fieldByteCount = 32 + 5 * 16
  static let trailerByteCount = 24
  /// The most grams of a group.
  static let groupSize = 16

  /// The parameter for the place of a long list.
  static let listOffsetParameter = 12

  /// The parameter for the steps between the ranks of the grams of a group.
  static func rankParameter(groupCount: Int, rankCount: Int) -> Int {
    max(0, PostingsCode.magnitude(rankCount / max(groupCount * groupSize, 1)) - 1)
  }

  /// The most pairs that are frequent in a field.
  static let mostFrequentPairs = 4096

  /// No pair is frequent that fewer units hold.
  ///
  /// Of phrases of three units those made of two frequent pairs have the most
  /// candidates that hold them nowhere. So few pairs are frequent that the
  /// trigrams take a tenth of the index.
  static func pairThreshold(unitCount: Int) -> Int {
    max(256, unitCount / 64)
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
