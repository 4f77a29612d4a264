/* Finds, counts and ranks what holds a query, as the Search module does: the same hits in the same order. Its
   types tell the reasons; here UnitScore, SingleTermSearch, ExactSearch and Plan are one. ES5. */
(function () {
  'use strict';
  var tiaowen = window.tiaowen = window.tiaowen || {};
  var engine = tiaowen.engine = {};
  var saturation = 1.2;
  var core = null;
  var norms = null;

  // Steps that wait for files, and end with the first one that did not come

  /* Calls steps in turn; each gets a function to call with what is missing and a value for the next one. */
  engine.chain = function (steps, done) {
    var index = 0, missing = null, value, isWaiting, isGiven;
    // Steps that need not wait do not stack up.
    function run() {
      while (index < steps.length && !missing) {
        isWaiting = false;
        isGiven = false;
        steps[index++](take, value);
        if (!isGiven) {
          isWaiting = true;
          return;
        }
      }
      if (missing) done(missing); else done(null, value);
    }
    function take(reason, given) {
      missing = reason;
      value = given;
      isGiven = true;
      if (isWaiting) run();
    }
    run();
  };

  function each(items, step, done) {
    engine.chain(items.map(function (item) { return function (next) { step(item, next); }; }), done);
  }
  engine.each = each;

  // Weights

  function prepare() {
    if (norms) return;
    norms = [];
    for (var code = 0; code < 256; code++) {
      var length = code < 16 ? code : (16 | code & 15) * Math.pow(2, (code >> 4) - 1);
      norms.push(0.25 + 0.75 * length / Math.max(1, core.length / Math.max(1, core.units)));
    }
  }

  /* The norm of a length, which the index knows to 1/32 (UnitLengths). */
  engine.norm = function (length) {
    if (length < 32) return norms[length];
    var shift = 0;
    while (length >> (shift + 5)) shift++;
    var rounded = (length + (1 << (shift - 1)) - 1) >> shift;
    return norms[Math.min(255, (shift << 4) + rounded)];
  };

  engine.weight = function (frequency) {
    return Math.log(1 + (Math.max(0, Math.max(1, core.units) - frequency) + 0.5) / (frequency + 0.5));
  };

  function share(count, unit) {
    return count * (saturation + 1) / (count + saturation * engine.norm(core.lengths[unit]));
  }

  // Places

  /* Where the pairs begin that give a phrase exactly: every second one, and the last. */
  function offsets(length) {
    var all = [];
    for (var offset = 0; offset + 1 < length; offset += 2) all.push(offset);
    if (length % 2 && length > 1) all.push(length - 2);
    return all;
  }

  function holds(places, place) {
    var low = 0, high = places.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (places[middle] < place) low = middle + 1; else high = middle;
    }
    return low < places.length && places[low] === place;
  }

  /* Looks a phrase up: its places in texts, headings and titles, without overlaps, and how many units hold its
     rarest pair. Its ends are asked for first, then only a few files at once, since most long phrases stand nowhere.
     Where the ends leave few places, isAlone allows to read these instead: of a term without others, of which
     nothing is a heading or a definition, the weight does not matter. */
  function lookUp(phrase, isAlone, done) {
    var found = { places: [], frequency: 0, first: null, last: null };
    if (phrase.length === 1) {
      tiaowen.index.grams([phrase], function (missing, grams) {
        if (missing) return done(missing);
        if (grams[0]) found = { units: grams[0].units, counts: grams[0].counts, frequency: grams[0].frequency };
        done(null, found);
      });
      return;
    }
    var inner = offsets(phrase.length), starts = null, isRead = false;
    var batches = [phrase.length > 2 ? [inner.shift(), inner.pop()] : inner.splice(0, 1)];
    while (inner.length) batches.push(inner.splice(0, 6));
    found.frequency = Infinity;
    each(batches, function (batch, next) {
      if (isRead || starts && !starts.length) return next(null);
      tiaowen.index.grams(batch.map(function (offset) { return phrase.substr(offset, 2); }), function (missing, grams) {
        if (missing) return next(missing);
        grams.map(function (gram, index) { return { gram: gram, offset: batch[index] }; })
          .sort(function (left, right) { return size(left.gram) - size(right.gram); })
          .forEach(function (entry) {
            var gram = entry.gram, offset = entry.offset;
            found.frequency = Math.min(found.frequency, gram ? gram.frequency : 0);
            if (offset === 0) found.first = gram;
            if (offset === phrase.length - 2) found.last = gram;
            if (!gram) starts = [];
            else if (!starts) starts = Array.prototype.map.call(gram.places, function (place) { return place - offset; });
            else starts = starts.filter(function (start) { return holds(gram.places, start + offset); });
          });
        isRead = isAlone && batch !== batches[batches.length - 1] && starts.length <= fewPlaces
          && starts.every(function (start) { return isPlace(start, phrase.length, found); });
        if (!isRead) return next(null);
        tiaowen.index.holding(phrase, starts, function (missing, places) {
          starts = places;
          next(missing);
        });
      });
    }, function (missing) {
      var end = -1;
      // The index counts pairs that overlap, as 00 in 000.
      found.places = (starts || []).filter(function (place) {
        if (place < end && phrase.length > 2) return false;
        end = place + phrase.length;
        return true;
      });
      done(missing, found);
    });
  }
  engine.lookUp = lookUp;

  var fewPlaces = 10;

  /* Whether a place is one of a text and says nothing of what the phrase means. */
  function isPlace(place, length, found) {
    return place < core.headingPlace && !(found.last.ends && found.last.ends[place + length])
      && !(found.first.beginnings && found.first.beginnings[place] !== undefined);
  }

  function size(gram) { return gram ? gram.places.length : 0; }

  // Terms

  /* What is known of a term: units with counts, headings, titles, definitions. */
  function Matcher(term) {
    this.term = term;
    this.units = [];
    this.counts = [];
    this.headings = [];
    this.titles = new Uint8Array(core.revisions.length);
    this.strengths = {};
    this.frequency = 0;
  }

  Matcher.prototype.read = function (isAlone, done) {
    var matcher = this, term = this.term, length = term.units.length;
    var isInText = term.scope === 'anywhere' || term.scope === 'text';
    var isInHeading = term.scope === 'anywhere' || term.scope === 'heading';
    var isInTitle = term.scope === 'anywhere' || term.scope === 'title';
    var found, rows;
    engine.chain([
      function (next) { lookUp(term.units, isAlone && term.scope === 'anywhere', next); },
      function (next, value) {
        found = value;
        matcher.frequency = isInText ? found.frequency : 0;
        rows = found.units ? split(found.units, core.unitCount) : split(found.places, core.headingPlace);
        if (!isInText) return next(null);
        if (found.units) {
          matcher.units = rows.before;
          matcher.counts = found.counts;
        }
        tiaowen.index.measure(rows.before, !!found.units, next);
      },
      function (next) {
        if (isInText && !found.units) matcher.count(rows.before, found);
        if (!isInHeading && !isInTitle || !rows.after.length) return next(null);
        tiaowen.index.headings(next);
      },
      function (next, headings) {
        if (!headings) return next(null);
        var titles = matcher.addHeadings(headings, rows.after, found.units, isInHeading);
        if (!titles.length || !isInTitle) return next(null);
        tiaowen.index.titles(function (missing, all) {
          if (!missing) matcher.addTitles(all, titles, found.units);
          next(missing);
        });
      }
    ], done);
  };

  function split(numbers, border) {
    var index = 0;
    while (index < numbers.length && numbers[index] < border) index++;
    var slice = Array.prototype.slice;
    return { before: slice.call(numbers, 0, index), after: slice.call(numbers, index) };
  }

  Matcher.prototype.count = function (places, found) {
    var length = this.term.units.length, unit = -1, end = -1;
    var defines = length > 1 && (length > 2 || this.frequency * 12 < Math.max(1000, core.nodes));
    for (var index = 0; index < places.length; index++) {
      var place = places[index];
      if (place >= end) {
        unit = tiaowen.index.unitAt(place, unit < 0 ? 0 : unit);
        end = core.starts[unit + 1];
        this.units.push(unit);
        this.counts.push(0);
      }
      this.counts[this.counts.length - 1]++;
      if (!defines) continue;
      var strength = strengthAt(place, length, found);
      if (strength > (this.strengths[unit] || 0)) this.strengths[unit] = strength;
    }
  };

  /* How plainly a text says at a place what the term means: 1 within, 2 included, 3 called, 4 meant; 0 if not. */
  function strengthAt(place, length, found) {
    var end = found.last.ends && found.last.ends[place + length];
    var strength = 0;
    if (end) strength = end.others.hasOwnProperty(length) ? end.others[length] : end.usual;
    var beginning = found.first.beginnings ? found.first.beginnings[place] : undefined;
    return beginning === 0 || beginning === length ? Math.max(strength, 3) : strength;
  }

  /* Takes the headings in which places are, and returns what are places of titles. */
  Matcher.prototype.addHeadings = function (headings, rest, areUnits, isWanted) {
    var titles = [], length = this.term.units.length, last = headings[headings.length - 1], index = 0;
    var titlePlace = last ? last.place + last.length + 1 : core.headingPlace;
    for (var at = 0; at < rest.length; at++) {
      var place = rest[at];
      if (areUnits) {
        index = place - core.unitCount;
        if (index >= headings.length) titles.push(index - headings.length);
      } else if (place >= titlePlace) {
        titles.push(place - titlePlace);
        continue;
      } else {
        while (headings[index].place + headings[index].length < place) index++;
      }
      var row = headings[index];
      if (!isWanted || !row || this.headings[this.headings.length - 1] === row) continue;
      this.headings.push(row);
    }
    this.held = below(this.headings);
    // A heading is the term where it is as long.
    this.equal = below(this.headings.filter(function (row) { return row.length === length; }));
    return titles;
  };

  Matcher.prototype.addTitles = function (titles, places, areUnits) {
    var index = 0, start = 0, matcher = this, phrase = this.term.units;
    places.forEach(function (place) {
      if (areUnits) {
        index = place;
      } else {
        while (start + titles[index].folded.length < place) start += titles[index++].folded.length + 1;
      }
      matcher.titles[index] = 1;
    });
    titles.forEach(function (row, index) {
      var before = row.folded.length - phrase.length;
      if (!matcher.titles[index] || row.folded.slice(before) !== phrase) return;
      var isName = !before || phrase.length >= 4 || row.folded.slice(0, before) === '中华人民共和国';
      // The term is the name of the regulation.
      if (isName) matcher.titles[index] = 2;
    });
  };

  /* Of each unit whether one of some headings is its own, 2, or stands above it, 1. */
  function below(rows) {
    var held = new Uint8Array(core.unitCount);
    rows.forEach(function (row) {
      for (var unit = row.first; unit < row.end; unit++) {
        held[unit] = Math.max(held[unit], unit === row.first && row.isOwn ? 2 : 1);
      }
    });
    return held;
  }

  Matcher.prototype.headingBonus = function (unit) {
    if (!this.headings.length) return 0;
    if (this.held[unit] === 2) return this.equal[unit] === 2 ? 24 : 6;
    return this.equal[unit] ? 20 : this.held[unit];
  };

  var definitionBonus = [0, 10, 8, 20, 32];

  // Queries

  /* Of each unit whether a query holds, 1, and whether a term of it stands in text or headings, 2. */
  function verdicts(query, matchers, numbers) {
    var all = new Uint8Array(core.unitCount), index, unit;
    function part(query) { return verdicts(query, matchers, numbers); }
    if (query.kind === 'term') {
      var matcher = matchers.filter(function (matcher) { return matcher.term === query; })[0];
      for (index = 0; index < matcher.units.length; index++) all[matcher.units[index]] = 3;
      matcher.headings.forEach(function (row) { for (unit = row.first; unit < row.end; unit++) all[unit] = 3; });
      core.revisions.forEach(function (row, index) {
        if (matcher.titles[index]) for (unit = row.first; unit < row.end; unit++) all[unit] |= 1;
      });
    } else if (query.kind === 'number') {
      for (unit = 0; unit < all.length; unit++) {
        if (numbers[unit].kind && numbers[unit].number === query.number) all[unit] = 3;
      }
    } else if (query.kind === 'not') {
      var other = part(query.part);
      for (unit = 0; unit < all.length; unit++) all[unit] = other[unit] & 1 ? 0 : 1;
    } else {
      query.parts.map(part).forEach(function (other, place) {
        for (unit = 0; unit < all.length; unit++) {
          var one = other[unit];
          if (query.kind === 'any') all[unit] |= one & 1 ? one : 0;
          else if (place === 0) all[unit] = one;
          else all[unit] = all[unit] & one & 1 ? (all[unit] | one) & 3 : 0;
        }
      });
    }
    return all;
  }

  function holdsInTitle(query, matchers, revision) {
    function part(query) { return holdsInTitle(query, matchers, revision); }
    if (query.kind === 'term') {
      return matchers.some(function (matcher) { return matcher.term === query && matcher.titles[revision]; });
    }
    if (query.kind === 'not') return !part(query.part);
    if (query.kind === 'all') return query.parts.every(part);
    return query.kind === 'any' && query.parts.some(part);
  }

  function visit(query, take, isExcluded) {
    if (query.part) visit(query.part, take, true);
    if (query.parts) query.parts.forEach(function (part) { visit(part, take, isExcluded); });
    if (!query.part && !query.parts) take(query, isExcluded);
  }

  /* All units in which a query holds, with their scores, and the revisions whose title alone holds it. */
  engine.exact = function (query, scope, done) {
    var matchers = [], positive = [], asksForNumber = false, numbers = null;
    visit(query, function (leaf, isExcluded) {
      if (leaf.kind !== 'term') {
        asksForNumber = true;
        return;
      }
      matchers.push(new Matcher(leaf));
      if (!isExcluded) positive.push(matchers[matchers.length - 1]);
    });
    engine.chain([
      function (next) { each(matchers, function (matcher, next) { matcher.read(matchers.length === 1, next); }, next); },
      function (next) { if (asksForNumber) tiaowen.index.numbers(next); else next(null, null); },
      function (next, rows) {
        numbers = rows;
        weigh(positive);
        var all = verdicts(query, matchers, numbers), found = { units: [], scores: [], revisions: [] };
        for (var unit = 0; unit < all.length; unit++) {
          if (all[unit] === 3 && scope.units[unit]) found.units.push(unit);
        }
        found.scores = query.kind === 'term' ? scoresOfTerm(positive[0], found.units) : scores(positive, found.units);
        core.revisions.forEach(function (row, index) {
          var isTitled = positive.some(function (matcher) { return matcher.titles[index]; });
          if (isTitled && scope.revisions[index] && holdsInTitle(query, matchers, index)) found.revisions.push(index);
        });
        next(null, found);
      }
    ], done);
  };

  /* A term that is given twice is taken for one that twice as many units hold. */
  function weigh(matchers) {
    matchers.forEach(function (matcher) {
      var frequency = 0;
      matchers.forEach(function (other) {
        var term = matcher.term, same = other.term;
        if (same.units === term.units && same.text === term.text && same.scope === term.scope) frequency += other.frequency;
      });
      matcher.weight = engine.weight(frequency);
    });
  }

  function countsOf(matcher) {
    var counts = new Int32Array(core.unitCount);
    for (var index = 0; index < matcher.units.length; index++) counts[matcher.units[index]] = matcher.counts[index];
    return counts;
  }

  function revisionOf(unit) {
    var low = 0, high = core.revisions.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (core.revisions[middle].end <= unit) low = middle + 1; else high = middle;
    }
    return low;
  }
  engine.revisionOf = revisionOf;

  function scoresOfTerm(matcher, units) {
    var counts = countsOf(matcher);
    return units.map(function (unit) {
      var score = counts[unit] ? matcher.weight * share(counts[unit], unit) : 0;
      var bonus = matcher.headingBonus(unit), strength = matcher.strengths[unit];
      if (bonus || strength) {
        score += bonus;
        if (strength) score += definitionBonus[strength];
        if (matcher.titles[revisionOf(unit)]) score += 0.3 * matcher.weight;
      }
      return score;
    });
  }

  function scores(matchers, units) {
    var counts = matchers.map(countsOf);
    return units.map(function (unit) {
      var score = 0, revision = revisionOf(unit);
      matchers.forEach(function (matcher, index) {
        if (counts[index][unit]) score += matcher.weight * share(counts[index][unit], unit);
        score += matcher.headingBonus(unit);
        if (matcher.strengths[unit]) score += definitionBonus[matcher.strengths[unit]];
      });
      matchers.forEach(function (matcher) {
        var title = matcher.titles[revision];
        if (title) score += title === 2 ? 20 : 0.3 * matcher.weight;
      });
      return score;
    });
  }

  /* The best units, those of one score in the order of the library. */
  engine.best = function (found, limit) {
    var order = found.units.map(function (unit, index) { return index; });
    order.sort(function (left, right) { return found.scores[right] - found.scores[left] || left - right; });
    return order.slice(0, limit).map(function (index) { return found.units[index]; });
  };

  // Scopes

  /* The revisions and units that are searched. */
  engine.scope = function (options, done) {
    var wanted = options.title ? tiaowen.text.fold(options.title, true).units : '';
    function make(titles) {
      var scope = { units: new Uint8Array(core.unitCount), revisions: [] };
      core.revisions.forEach(function (row, index) {
        var isWanted = options.states ? options.states.indexOf(row.state) >= 0 : row.state === 'in-force' || row.state === 'unknown';
        if (isWanted && wanted) isWanted = tiaowen.text.fold(titles[index].regulation, true).units.indexOf(wanted) >= 0;
        scope.revisions.push(isWanted);
        if (isWanted) for (var unit = row.first; unit < row.end; unit++) scope.units[unit] = 1;
      });
      return scope;
    }
    if (!wanted) return done(null, make(null));
    tiaowen.index.titles(function (missing, titles) { done(missing, missing ? null : make(titles)); });
  };

  /* Calls `done` with the core. */
  engine.open = function (done) {
    tiaowen.index.open(function (missing, opened) {
      if (!missing) {
        core = engine.core = opened;
        prepare();
      }
      done(missing);
    });
  };
})();
