/* Texts as search sees them: the folding of the ChineseText module, by the same table, and Chinese numbers. ES5. */
(function () {
  'use strict';
  var tiaowen = window.tiaowen = window.tiaowen || {};
  var text = tiaowen.text = {};

  /* What signs become that do not become themselves; without the table nothing is known of most. */
  var changed = null;
  var runs = [];

  // What is known without the table: signs that stay as they are, blanks, dots, and ASCII with its full-width forms.
  var plain = /^[\t-\r -~\xb0\xb7\xd7\xf7\u03b1-\u03c9\u200b\u2014\u2018\u2019\u201c\u201d\u2026\u2030\u2032\u2236\u25cb\u3000-\u3011\u3014\u3015\u3400-\u4dbf\u4e00-\u9fa5\ue000-\uf8ff\uff01-\uff5e]*$/;

  /* Whether a text can be folded before the table is there. */
  text.isPlain = function (source) { return changed !== null || plain.test(source); };

  text.isBlank = function (sign) {
    return /^[\t-\r \x85\xa0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u3000\u3164\ufeff]$/.test(sign);
  };

  /* Reads the records of FoldingData: see FoldingRecords.swift. */
  function readRecords(records, take) {
    var place = 0, scalar = 0;
    function number() {
      var value = 0, factor = 1;
      while (place < records.length) {
        var code = records.charCodeAt(place++) - 0x30;
        value += (code & 31) * factor;
        factor *= 32;
        if (!(code & 32)) break;
      }
      return value;
    }
    while (place < records.length) {
      scalar += number();
      var header = number(), count = header >> 2, kind = header & 3;
      if (kind === 2) {
        var units = '';
        while (count-- > 0) units += fromScalar(number());
        take(scalar, scalar, 1, 0, units);
      } else {
        var code = number(), delta = code & 1 ? -(code >> 1) - 1 : code >> 1, last = scalar + (count - 1) * (kind + 1);
        take(scalar, last, kind + 1, delta, null);
        scalar = last;
      }
      scalar++;
    }
  }

  function fromScalar(scalar) {
    if (scalar < 0x10000) return String.fromCharCode(scalar);
    return String.fromCharCode(0xD7C0 + (scalar >> 10), 0xDC00 | scalar & 0x3FF);
  }

  /* Takes the table, as `search/folding.js` gives it. */
  text.setTable = function (plane0, otherPlanes) {
    changed = {};
    readRecords(plane0, function (first, last, step, delta, units) {
      for (var scalar = first; scalar <= last; scalar += step) {
        changed[scalar] = units === null ? fromScalar(scalar + delta & 0xFFFF) : units;
      }
    });
    readRecords(otherPlanes, function (first, last, step, delta, units) {
      if (units !== null) changed[first] = units; else runs.push([first, last, step, delta]);
    });
  };

  function foldOther(scalar) {
    if (changed && changed.hasOwnProperty(scalar)) return changed[scalar];
    for (var index = 0; index < runs.length; index++) {
      var run = runs[index];
      if (scalar >= run[0] && scalar <= run[1] && (scalar - run[0]) % run[2] === 0) return fromScalar(scalar + run[3]);
    }
    return fromScalar(scalar);
  }

  function foldUnit(code) {
    if (code >= 0xFF01 && code <= 0xFF5E) code -= 0xFEE0;
    if (code >= 0x41 && code <= 0x5A) code += 0x20;
    if (code === 0x2026) return '...';
    if (code < 0x7F || code >= 0x4E00 && code <= 0x9FA5 || !changed || !changed.hasOwnProperty(code)) return String.fromCharCode(code);
    return changed[code];
  }

  function isLatin(code) { return code >= 0x61 && code <= 0x7A || code >= 0x30 && code <= 0x39; }

  function isSpace(code) {
    if (code === 0x20 || code >= 9 && code <= 13 || code === 0x3000) return true;
    return (code < 0x2060 && code > 0x7E) && text.isBlank(String.fromCharCode(code));
  }

  // Blanks that do not even part Latin words.
  function isUnseen(code) { return code === 0xAD || code === 0x200B || code === 0x3164 || code === 0xFEFF; }

  /* The folded text, and of each of its units where the sign begins and ends from which it came. */
  text.fold = function (source, withoutPlaces) {
    if (!text.isPlain(source)) throw new Error('folding');
    var units = [], starts = [], ends = [], last = 0, parting = 0, partedAt = 0;
    function push(unit, start, end) {
      units.push(unit);
      last = unit.charCodeAt(unit.length - 1);
      if (withoutPlaces) return;
      for (var count = unit.length; count > 0; count--) {
        starts.push(start);
        ends.push(end);
      }
    }
    function append(folded, start, end) {
      if (parting) {
        var was = parting;
        parting = 0;
        if (was === 2) push('\n', partedAt, partedAt + 1);
        else if (isLatin(folded.charCodeAt(0))) push(' ', partedAt, partedAt + 1);
      }
      push(folded, start, end);
    }
    for (var index = 0; index < source.length; index++) {
      var code = source.charCodeAt(index);
      if (code === 10 || isSpace(code) || isUnseen(code)) {
        if (!units.length || parting === 2) continue;
        if (code === 10 || !isUnseen(code) && !parting && isLatin(last)) {
          parting = code === 10 ? 2 : 1;
          partedAt = index;
        }
      } else if ((code & 0xF800) === 0xD800) {
        var low = source.charCodeAt(index + 1);
        if (code < 0xDC00 && (low & 0xFC00) === 0xDC00) {
          append(foldOther(0x10000 + ((code & 0x3FF) << 10) + (low & 0x3FF)), index, index + 2);
          index++;
        } else {
          append('\uFFFD', index, index + 1);
        }
      } else {
        append(foldUnit(code), index, index + 1);
      }
    }
    return { units: units.join(''), starts: starts, ends: ends };
  };

  /* Where phrases stand in a text, as ranges of it; with `joins` those that overlap are one. */
  text.ranges = function (source, phrases, joins) {
    if (!phrases.length || !source) return [];
    var folded = text.fold(source), all = [], seen = {};
    phrases.forEach(function (phrase) {
      for (var at = folded.units.indexOf(phrase); at >= 0; at = folded.units.indexOf(phrase, at + phrase.length)) {
        var range = [folded.starts[at], folded.ends[at + phrase.length - 1]];
        if (!seen[range]) all.push(range);
        seen[range] = true;
      }
    });
    all.sort(function (left, right) { return left[0] - right[0] || left[1] - right[1]; });
    if (!joins) return all;
    return all.reduce(function (joined, range) {
      var last = joined[joined.length - 1];
      if (last && range[0] < last[1]) last[1] = Math.max(last[1], range[1]); else joined.push(range);
      return joined;
    }, []);
  };

  // Numbers

  var digits = '零一二三四五六七八九';
  var forms = { '〇': 0, '○': 0, '壹': 1, '两': 2, '兩': 2, '贰': 2, '貳': 2, '叁': 3, '參': 3, '肆': 4, '伍': 5, '陆': 6, '陸': 6, '柒': 7, '捌': 8, '玖': 9 };
  var powers = { '十': 10, '拾': 10, '百': 100, '佰': 100, '千': 1000, '仟': 1000 };

  function digit(sign) {
    var code = sign.charCodeAt(0);
    if (code >= 0x30 && code <= 0x39) return code - 0x30;
    if (code >= 0xFF10 && code <= 0xFF19) return code - 0xFF10;
    if (forms.hasOwnProperty(sign)) return forms[sign];
    var value = digits.indexOf(sign);
    return sign && value >= 0 ? value : null;
  }

  /* Whether a sign may be part of a number. */
  text.isNumeral = function (sign) {
    return !!sign && (digit(sign) !== null || powers.hasOwnProperty(sign) || sign === '廿' || sign === '卅');
  };

  /* 三十九 of 39. */
  text.numeral = function (number) {
    if (!(number >= 0 && number <= 9999)) return String(number);
    if (number === 0) return '零';
    var result = '', owesZero = false;
    [[1000, '千'], [100, '百'], [10, '十'], [1, '']].forEach(function (unit) {
      var digit = Math.floor(number / unit[0]) % 10;
      if (digit === 0) {
        owesZero = result !== '';
        return;
      }
      if (owesZero) result += '零';
      owesZero = false;
      result += (unit[0] === 10 && digit === 1 && !result ? '' : digits.charAt(digit)) + unit[1];
    });
    return result;
  };

  /* The number that a text spells, or `null`. */
  text.value = function (source) {
    var hasUnits = /[十拾百佰千仟廿卅]/.test(source), total = 0, pending = null, smallest = 10000;
    if (!source || source.length > (hasUnits ? 12 : 9)) return null;
    for (var index = 0; index < source.length; index++) {
      var sign = source.charAt(index), value = digit(sign);
      if (!hasUnits) {
        if (value === null) return null;
        total = total * 10 + value;
      } else if (sign === '廿' || sign === '卅') {
        if (smallest <= 10 || pending) return null;
        total += sign === '廿' ? 20 : 30;
        smallest = 10;
        pending = null;
      } else if (powers.hasOwnProperty(sign)) {
        var unit = powers[sign];
        if (unit >= smallest || pending === 0 && !(unit === 10 && total > 0)) return null;
        total += (pending || 1) * unit;
        smallest = unit;
        pending = null;
      } else {
        if (value === null || pending) return null;
        pending = value;
      }
    }
    return total + (pending || 0);
  };
})();
