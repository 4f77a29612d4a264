/* Loads the files of a site's index when they are needed, and reads what is in them. How they are written is
   told in SearchIndex.swift and the types that it names. ES5, without anything else. */
(function () {
  'use strict';
  var tiaowen = window.tiaowen = window.tiaowen || {};

  // Bits

  var signs = new Uint8Array(128);
  for (var code = 0x21, value = 0; code < 0x7F; code++) {
    if (code !== 0x22 && code !== 0x3C && code !== 0x5C) signs[code] = value++;
  }

  function Bits(text) {
    this.text = text;
    this.place = 0;
    this.buffer = 0;
    this.count = 0;
  }

  Bits.prototype.fill = function (width) {
    while (this.count < width) {
      var first = this.text.charCodeAt(this.place) || 0x21;
      var second = this.text.charCodeAt(this.place + 1) || 0x21;
      this.buffer |= (signs[first] * 91 + signs[second]) << this.count;
      this.place += 2;
      this.count += 13;
    }
  };

  /* The next bits as a number, the lowest first. */
  Bits.prototype.read = function (width) {
    if (width > 16) {
      var low = this.read(16);
      return low + this.read(width - 16) * 0x10000;
    }
    this.fill(width);
    var number = this.buffer & ((1 << width) - 1);
    this.buffer >>>= width;
    this.count -= width;
    return number;
  };

  /* A number of any size. */
  Bits.prototype.number = function () {
    var width = 0;
    while (width < 31 && !this.read(1)) width++;
    return this.read(width) + Math.pow(2, width) - 1;
  };

  /* So many numbers of one width. */
  Bits.prototype.numbers = function (count) {
    var width = this.read(5), all = [];
    while (all.length < count) all.push(width ? this.read(width) : 0);
    return all;
  };

  /* The code whose widths come next. */
  Bits.prototype.code = function (count) {
    var widths = new Uint8Array(count);
    for (var symbol = 0; symbol < count; symbol++) widths[symbol] = this.read(4);
    return new Code(widths);
  };

  function Code(widths) {
    this.widths = widths;
    this.table = null;
    this.most = 0;
  }

  /* Of all bits that may come next the symbol and its width. */
  Code.prototype.prepare = function () {
    var counts = new Int32Array(17), next = new Int32Array(17), symbol, width;
    for (symbol = 0; symbol < this.widths.length; symbol++) counts[this.widths[symbol]]++;
    counts[0] = 0;
    for (width = 1; width < 16; width++) {
      next[width + 1] = (next[width] + counts[width]) << 1;
      if (counts[width]) this.most = width;
    }
    this.table = new Int32Array(1 << this.most);
    for (symbol = 0; symbol < this.widths.length; symbol++) {
      width = this.widths[symbol];
      if (!width) continue;
      var code = next[width]++, reversed = 0;
      for (var bit = 0; bit < width; bit++) reversed |= (code >> bit & 1) << (width - 1 - bit);
      for (var place = reversed; place < this.table.length; place += 1 << width) {
        this.table[place] = symbol << 4 | width;
      }
    }
  };

  Code.prototype.read = function (bits) {
    if (!this.table) this.prepare();
    bits.fill(this.most);
    var entry = this.table[bits.buffer & ((1 << this.most) - 1)];
    bits.buffer >>>= entry & 15;
    bits.count -= entry & 15;
    return entry >> 4;
  };

  function widthOf(number) {
    var width = 0;
    for (; number >= 1; number = Math.floor(number / 2)) width++;
    return width;
  }

  /* Ascending numbers below a total; `behind` reads what belongs to each. */
  function ascending(bits, count, total, behind) {
    var code = core.places[Math.min(widthOf(Math.floor(total / (count + 1))), core.places.length - 1)];
    var numbers = new Int32Array(count), last = -1;
    for (var index = 0; index < count; index++) {
      var width = code.read(bits);
      last += (1 << (width - 1)) + (width > 1 ? bits.read(width - 1) : 0);
      numbers[index] = last;
      if (behind) behind(index);
    }
    return numbers;
  }

  // The core

  var core = null;

  function codes(bits, count, symbols) {
    var all = [];
    while (all.length < count) all.push(bits.code(symbols));
    return all;
  }

  /* Takes what every search needs. */
  tiaowen.core = function (values, text) {
    var bits = new Bits(text), index, count;
    core = values;
    core.alphabet = [];
    core.ranks = {};
    for (count = bits.number(), index = 0; index < count; index++) {
      var unit = (index ? core.alphabet[index - 1] : -1) + 1 + bits.number();
      core.alphabet.push(unit);
      core.ranks[String.fromCharCode(unit)] = index;
    }
    core.steps = bits.code(count + 32);
    core.distances = bits.code(20);
    core.places = codes(bits, 26, 32);
    core.frequencies = codes(bits, 4, 16);
    core.revisions = [];
    var unitCount = 0, regulation = -1, place = 0, first = 0;
    bits.numbers(bits.number()).forEach(function (units) {
      if (!bits.read(1)) regulation++;
      core.revisions.push({ regulation: regulation, state: core.states[bits.read(3)], first: unitCount, end: unitCount += units });
    });
    core.unitCount = unitCount;
    core.texts = [];
    count = bits.number();
    var units = bits.numbers(count), places = bits.numbers(count);
    for (index = 0; index < count; index++) {
      core.texts.push({ first: first, place: place });
      first += units[index];
      place += places[index];
    }
    core.texts.push({ first: first, place: place });
    core.headingPlace = place;
    var width = widthOf(core.alphabet.length);
    core.grams = [];
    var gram = 0;
    for (count = bits.number(); count > 0; count--) {
      gram += bits.number();
      core.grams.push(gram * 0x10000 + bits.read(width));
    }
    core.sums = {};
    count = bits.number();
    names().forEach(function (name, index) { if (index < count) core.sums[name] = bits.read(10); });
    core.starts = new Int32Array(unitCount + 1);
    core.lengths = new Int32Array(unitCount);
    core.starts[unitCount] = place;
    core.isMeasured = [];
    arrived.core = true;
  };

  /* The names of all other files, in the order in which the core tells of them. */
  function names() {
    var all = [];
    function add(sign, count) { for (var index = 0; index < count; index++) all.push(sign + index); }
    add('g', core.grams.length);
    add('t', core.texts.length - 1);
    add('l', Math.ceil((core.texts.length - 1) / core.textsOfLengths));
    return all.concat(['headings', 'titles', 'numbers']);
  }

  // Loading

  var arrived = {};
  var read = {};
  var waiting = {};
  var attempts = 0;
  var slow = 0;
  var mostSeconds = 30;

  /* Takes the bits of a file, unless they are not those that the core tells of. */
  tiaowen.chunk = function (name, text) {
    var sum = 1;
    for (var index = 0; index < text.length; index++) sum = (sum * 31 + text.charCodeAt(index)) & 0xFFFFFF;
    if (core && core.sums[name] === ((sum ^ sum >> 12) & 0x3FF)) arrived[name] = text;
  };

  function end(name) {
    var script = waiting[name];
    if (!script) return;
    delete waiting[name];
    clearTimeout(script.slow);
    clearTimeout(script.late);
    if (script.isSlow && --slow === 0 && tiaowen.onslow) tiaowen.onslow(false);
    script.done.forEach(function (done) { done(); });
  }

  function isScript(name) { return name === 'folding' || name === 'names' || name.indexOf('/') >= 0; }

  function fetch(name, done) {
    if (waiting[name]) {
      waiting[name].done.push(done);
      return;
    }
    var script = document.createElement('script');
    var entry = waiting[name] = { done: [done], isSlow: false };
    entry.slow = setTimeout(function () {
      entry.isSlow = true;
      if (slow++ === 0 && tiaowen.onslow) tiaowen.onslow(true);
    }, 2000);
    entry.late = setTimeout(function () { if (waiting[name] === entry) end(name); }, mostSeconds * 1000);
    function leave() {
      if (script.parentNode) script.parentNode.removeChild(script);
      if (waiting[name] === entry) end(name);
    }
    script.onload = function () {
      // Scripts do not say that they are there.
      if (isScript(name)) arrived[name] = true;
      leave();
    };
    script.onerror = leave;
    // What a server's cache kept of an earlier site would not fit the core.
    var version = location.protocol === 'file:' ? '' : '?' + (core ? core.sums[name] : '') + '-' + attempts;
    script.src = (name.indexOf('/') < 0 ? 'search/' + name + '.js' : name) + version;
    document.head.appendChild(script);
  }

  /* Loads files by their names, scripts by their paths, and says which one did not come. */
  tiaowen.load = function (names, done) {
    var left = 1;
    var missing = null;
    function finish() { if (--left === 0) done(missing); }
    names.forEach(function (name) {
      if (arrived[name]) return;
      left++;
      fetch(name, function () {
        if (!arrived[name]) {
          missing = missing || name;
          attempts++;
        }
        finish();
      });
    });
    finish();
  };

  // Grams

  /* The file in which a gram is, if any; of one unit, or of two. */
  function keyOf(gram) {
    var first = core.ranks[gram.charAt(0)];
    var second = gram.length > 1 ? core.ranks[gram.charAt(1)] : -1;
    return first === undefined || second === undefined ? -1 : first * 0x10000 + second + 1;
  }

  function gramFile(key) {
    var low = 0, high = core.grams.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (core.grams[middle] <= key) low = middle + 1; else high = middle;
    }
    return low - 1;
  }

  function readGrams(bits) {
    var grams = {};
    var first = bits.number(), second = 0;
    while (!bits.read(1)) {
      var step = bits.number();
      if (step) second = 0;
      first += step;
      second += bits.number();
      grams[first * 0x10000 + second] = second ? readPair(bits) : readSingle(bits);
    }
    return grams;
  }

  function readSingle(bits) {
    var frequency = bits.number(), count = bits.number() + 1, sum = count + bits.number();
    var code = core.frequencies[Math.min(4, Math.floor(sum / count)) - 1];
    var counts = new Int32Array(count);
    var units = ascending(bits, count, core.rows, function (index) {
      var symbol = code.read(bits);
      counts[index] = symbol < 15 ? symbol + 1 : 16 + bits.number();
    });
    return { frequency: frequency, units: units, counts: counts };
  }

  function readPair(bits) {
    var pair = { frequency: bits.number(), places: null, ends: null, beginnings: null };
    var count = bits.number() + 1;
    pair.places = ascending(bits, count, core.placeCount);
    if (!bits.read(1)) return pair;
    pair.ends = {};
    pair.beginnings = {};
    var index = -1;
    for (count = bits.number(); count > 0; count--) {
      index += bits.number() + 1;
      var end = pair.ends[pair.places[index] + 2] = { usual: bits.read(3), others: {} };
      for (var others = bits.number(); others > 0; others--) end.others[bits.read(5)] = bits.read(3);
    }
    index = -1;
    for (count = bits.number(); count > 0; count--) {
      index += bits.number() + 1;
      pair.beginnings[pair.places[index]] = bits.read(5);
    }
    return pair;
  }

  function parsed(name, parse) {
    if (!read[name]) {
      read[name] = parse(new Bits(arrived[name]));
      arrived[name] = true;
    }
    return read[name];
  }

  // Texts

  function readText(bits) {
    var count = bits.number(), units = new Uint16Array(count), place = 0, base = core.alphabet.length;
    while (place < count) {
      var symbol = core.steps.read(bits);
      if (symbol < base) {
        units[place++] = core.alphabet[symbol];
        continue;
      }
      symbol -= base;
      var length = symbol < 16 ? symbol + 2 : bits.read(symbol - 16) + (1 << (symbol - 16)) + 17;
      var width = core.distances.read(bits);
      var distance = (1 << (width - 1)) + (width > 1 ? bits.read(width - 1) : 0);
      for (; length > 0; length--, place++) units[place] = units[place - distance];
    }
    var text = '';
    for (place = 0; place < count; place += 8192) {
      text += String.fromCharCode.apply(null, units.subarray(place, place + 8192));
    }
    return text;
  }

  /* The units of a file of texts, or revisions alone. */
  function readRecords(bits) {
    var rows = [], revision = null, path = [], number = 0;
    var text = readText(bits);
    if (!text) return rows;
    text.split('\uFDD0').forEach(function (record) {
      var fields = record.split('\uFDD1');
      if (fields[0] === 'r') {
        revision = {
          title: fields[1], regulation: fields[2] || fields[1], address: fields[3] + '/' + fields[4], name: fields[5],
          slug: fields[3]
        };
        path = [];
        number = 0;
        rows.revisions = (rows.revisions || []).concat([revision]);
      } else if (fields[0] === 'p') {
        path = path.filter(function (step) { return step.depth < +fields[1]; });
        path.push({ depth: +fields[1], label: fields[2], heading: fields[3] });
      } else {
        if (fields[2] === '\uFDD2') fields.splice(2, 1, 'art_' + (number + 1), '第' + tiaowen.text.numeral(number + 1) + '条');
        var article = /^art_(\d+)$/.exec(fields[2]);
        if (article) number = +article[1];
        rows.push(unitOf(fields, revision, path));
      }
    });
    return rows;
  }

  function unitOf(fields, revision, path) {
    var unit = {
      revision: revision, id: fields[2], label: fields[3], heading: fields[4], pinpoint: fields[5] || fields[3],
      path: path.filter(function (step) { return step.depth < +fields[1]; }), text: '', parts: []
    };
    fields[6].split('\uFDD3').forEach(function (piece, index) {
      if (index % 2 === 0) {
        unit.text += piece;
      } else {
        var words = piece.charAt(0) === '\uFDD4' ? unit.label + piece.slice(1) : piece;
        unit.parts.push({ start: unit.text.length, words: words });
      }
    });
    return unit;
  }

  function measure(file, lengthOf) {
    if (core.isMeasured[file]) return;
    core.isMeasured[file] = true;
    var place = core.texts[file].place;
    for (var unit = core.texts[file].first; unit < core.texts[file + 1].first; unit++) {
      core.starts[unit] = place;
      place += lengthOf(unit) + 1;
    }
  }

  function readLengths(file, bits) {
    var code = bits.code(32);
    var end = Math.min((file + 1) * core.textsOfLengths, core.texts.length - 1);
    for (var text = file * core.textsOfLengths; text < end; text++) {
      var lengths = [];
      for (var unit = core.texts[text].first; unit < core.texts[text + 1].first; unit++) {
        var width = code.read(bits);
        var length = width > 1 ? (1 << (width - 1)) + bits.read(width - 1) : width;
        lengths.push(length);
        core.lengths[unit] = length - bits.number();
      }
      measure(text, function (unit) { return lengths[unit - core.texts[text].first]; });
    }
    return true;
  }

  // What searches ask for

  var index = tiaowen.index = {};

  /* Calls `done` with the core. */
  index.open = function (done) {
    tiaowen.load(['core'], function (missing) { done(missing, core); });
  };

  /* Calls `done` with what is known of each gram, or `null` for one that stands nowhere. */
  index.grams = function (grams, done) {
    var keys = grams.map(keyOf);
    var files = keys.map(function (key) { return key < 0 ? -1 : gramFile(key); });
    var names = [];
    files.forEach(function (file) {
      if (file >= 0 && names.indexOf('g' + file) < 0) names.push('g' + file);
    });
    tiaowen.load(names, function (missing) {
      if (missing) return done(missing);
      done(null, keys.map(function (key, place) {
        return files[place] < 0 ? null : parsed('g' + files[place], readGrams)[key] || null;
      }));
    });
  };

  /* The file in which a place is. */
  function textOf(place, member) {
    var low = 0, high = core.texts.length - 1;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (core.texts[middle][member] <= place) low = middle + 1; else high = middle;
    }
    return low - 1;
  }

  /* Makes known where the units begin in which ascending places lie, or units by their numbers. */
  index.measure = function (places, areUnits, done) {
    var files = [], file = -1, member = areUnits ? 'first' : 'place';
    for (var place = 0; place < places.length; place++) {
      if (file >= 0 && places[place] < core.texts[file + 1][member]) continue;
      file = textOf(places[place], member);
      if (!core.isMeasured[file]) files.push(file);
    }
    // Few texts will be shown anyway.
    if (files.length <= 10) return index.texts(files, done);
    var names = [];
    files.forEach(function (file) {
      var name = 'l' + Math.floor(file / core.textsOfLengths);
      if (names.indexOf(name) < 0) names.push(name);
    });
    tiaowen.load(names, function (missing) {
      if (missing) return done(missing);
      names.forEach(function (name) {
        parsed(name, function (bits) { return readLengths(+name.slice(1), bits); });
      });
      done(null);
    });
  };

  /* Makes all units known. */
  index.measureAll = function (done) {
    var units = core.texts.map(function (text) { return text.first; });
    index.measure(units.slice(0, -1), true, done);
  };

  /* Reads files of texts. */
  index.texts = function (files, done) {
    tiaowen.load(files.map(function (file) { return 't' + file; }), function (missing) {
      if (missing) return done(missing);
      var texts = files.map(function (file) { return parsed('t' + file, readRecords); });
      var isPlain = texts.every(function (rows) {
        return rows.every(function (unit) { return tiaowen.text.isPlain(unit.text); });
      });
      tiaowen.load(isPlain ? [] : ['folding'], function (missing) {
        if (missing) return done(missing);
        files.forEach(function (file, at) {
          var rows = texts[at];
          if (core.isMeasured[file]) return;
          measure(file, function (unit) {
            var folded = tiaowen.text.fold(rows[unit - core.texts[file].first].text, true).units;
            core.lengths[unit] = folded.length - folded.split('\n').length + 1;
            return folded.length;
          });
        });
        done(null);
      });
    });
  };

  /* Calls `done` with those of some places in texts at which a phrase stands. */
  index.holding = function (phrase, places, done) {
    index.texts(distinct(places.map(function (place) { return textOf(place, 'place'); })), function (missing) {
      if (missing) return done(missing);
      done(null, places.filter(function (place) {
        var file = textOf(place, 'place'), unit = index.unitAt(place), row = read['t' + file][unit - core.texts[file].first];
        return tiaowen.text.fold(row.text, true).units.substr(place - core.starts[unit], phrase.length) === phrase;
      }));
    });
  };

  function distinct(numbers) {
    return numbers.filter(function (number, place) { return numbers.indexOf(number) === place; });
  }

  /* Calls `done` with what pages show of some units. */
  index.units = function (units, done) {
    var files = units.map(function (unit) { return textOf(unit, 'first'); });
    index.texts(distinct(files), function (missing) {
      if (missing) return done(missing);
      done(null, units.map(function (unit, place) { return read['t' + files[place]][unit - core.texts[files[place]].first]; }));
    });
  };

  /* The unit in which a place lies, once it is known. */
  index.unitAt = function (place, from) {
    var low = from || 0, high = core.unitCount;
    var file = textOf(place, 'place');
    low = Math.max(low, core.texts[file].first);
    high = core.texts[file + 1].first;
    while (low + 1 < high) {
      var middle = (low + high) >> 1;
      if (core.starts[middle] <= place) low = middle; else high = middle;
    }
    return low;
  };

  /* Calls `done` with the headings: first unit, end, whether it is the first unit's own, and its place. */
  index.headings = function (done) {
    tiaowen.load(['headings'], function (missing) {
      done(missing, missing ? null : parsed('headings', function (bits) {
        var rows = [], first = 0, place = core.headingPlace;
        for (var count = bits.number(); count > 0; count--) {
          first += bits.number();
          var row = { first: first, end: first + bits.number(), isOwn: bits.read(1) === 1, place: place, length: bits.number() };
          place += row.length + 1;
          rows.push(row);
        }
        return rows;
      }));
    });
  };

  /* Calls `done` with the titles of all revisions, with their folded forms. */
  index.titles = function (done) {
    tiaowen.load(['titles'], function (missing) {
      if (missing) return done(missing);
      var rows = parsed('titles', readRecords).revisions || [];
      var isPlain = rows.every(function (row) { return tiaowen.text.isPlain(row.title + row.regulation); });
      tiaowen.load(isPlain ? [] : ['folding'], function (missing) {
        if (missing) return done(missing);
        rows.forEach(function (row) {
          if (row.folded === undefined) row.folded = tiaowen.text.fold(row.title, true).units;
        });
        done(null, rows);
      });
    });
  };

  /* Calls `done` with the number of each unit: its kind, 1 for an article, 2 for a topmost clause, 3 for
     another one, and the number, as `39` or `82-1`. */
  index.numbers = function (done) {
    tiaowen.load(['numbers'], function (missing) {
      done(missing, missing ? null : parsed('numbers', function (bits) {
        var rows = [], last = 0;
        while (rows.length < core.unitCount) {
          var row = { kind: 1, number: String(last + 1) };
          if (bits.read(1)) {
            row = { kind: bits.read(2), number: '' };
            for (var digits = row.kind ? bits.number() : 0; digits > 0; digits--) row.number += String.fromCharCode(bits.read(7));
          }
          if (row.kind === 1 && /^\d+$/.test(row.number)) last = +row.number;
          rows.push(row);
        }
        return rows;
      }));
    });
  };
})();
