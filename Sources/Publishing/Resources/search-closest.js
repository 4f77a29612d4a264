/* The closest texts to a question of which nothing holds every term, as ClosestSearch, GramScores and
   QuestionGrams of the Search module find them. Loaded when it is needed. ES5. */
(function () {
  'use strict';
  var tiaowen = window.tiaowen;
  var engine = tiaowen.engine;
  var functionWords = '的了吗呢么是在和与或及把被怎什如何哪谁否吧嗎麼與誰';
  var saturation = 1.2;
  /* Of a longer question so many grams are asked for: each may be a file. */
  var mostGrams = 160;

  // Scores are sums of single precision, as the tool's: ties are the same.
  var single = new Float32Array(1);
  function round(number) {
    single[0] = number;
    return single[0];
  }

  function isWordUnit(unit) {
    var code = unit.charCodeAt(0);
    if (code >= 0x30 && code <= 0x39 || code >= 0x61 && code <= 0x7A) return true;
    return !(code <= 0xBF || code >= 0x2000 && code <= 0x2BFF || code >= 0x3000 && code <= 0x3004
      || code >= 0x3008 && code <= 0x3020 || code >= 0xFF00 && code <= 0xFFEF);
  }

  function gramsOf(text) {
    var all = [], seen = {};
    function add(gram) {
      if (!seen.hasOwnProperty(gram)) all.push(gram);
      seen[gram] = true;
    }
    for (var index = 0; index < text.length; index++) {
      if (!isWordUnit(text.charAt(index))) continue;
      add(text.charAt(index));
      if (index + 1 < text.length && isWordUnit(text.charAt(index + 1))) add(text.substr(index, 2));
    }
    return all;
  }

  function shareOf(gram) {
    var first = functionWords.indexOf(gram.charAt(0)) >= 0;
    if (gram.length < 2) return first ? 0 : 1;
    var second = functionWords.indexOf(gram.charAt(1)) >= 0;
    return first && second ? 0 : first || second ? 0.7 : 1;
  }

  /* The grams of a question with the part of their weight that counts. */
  function partsOf(text) {
    var all = gramsOf(text).map(function (gram) { return { gram: gram, share: shareOf(gram) }; });
    var parts = all.filter(function (part) { return part.share > 0; });
    if (!parts.length) {
      parts = all;
      parts.forEach(function (part) { part.share = 1; });
    }
    return parts.slice(0, mostGrams);
  }

  function isLatinPair(part) {
    return part.gram.length > 1 && part.gram.charCodeAt(0) < 0x250 && part.gram.charCodeAt(1) < 0x250;
  }

  function isHanPair(part) { return part.gram.length > 1 && !isLatinPair(part); }

  // Where grams stand

  /* What is known of a gram: units with counts, and runs of units below headings and titles that have it. */
  function placesOf(gram, row, headings, titlePlaces) {
    var core = engine.core, units = [], counts = [], headingRuns = [], titleRuns = [];
    function addHeading(heading) {
      var last = headingRuns[headingRuns.length - 1];
      if (!(last && heading.first < last.end) && heading.end > heading.first) headingRuns.push(heading);
    }
    function addTitle(index) {
      var revision = core.revisions[index];
      if (titleRuns[titleRuns.length - 1] !== revision && revision.end > revision.first) titleRuns.push(revision);
    }
    var numbers = row.units || row.places, unit = -1, end = -1, heading = 0, title = 0;
    for (var index = 0; index < numbers.length; index++) {
      var number = numbers[index];
      if (row.units) {
        if (number < core.unitCount) {
          units.push(number);
          counts.push(row.counts[index]);
        } else if (number < core.unitCount + headings.length) {
          addHeading(headings[number - core.unitCount]);
        } else {
          addTitle(number - core.unitCount - headings.length);
        }
        continue;
      }
      if (number < core.headingPlace) {
        if (number >= end) {
          unit = tiaowen.index.unitAt(number, unit < 0 ? 0 : unit);
          end = core.starts[unit + 1];
          units.push(unit);
          counts.push(0);
        }
        counts[counts.length - 1]++;
      } else if (number < titlePlaces[0]) {
        while (headings[heading].place + headings[heading].length < number) heading++;
        addHeading(headings[heading]);
      } else {
        while (title + 1 < titlePlaces.length && titlePlaces[title + 1] <= number) title++;
        addTitle(title);
      }
    }
    return { units: units, counts: counts, runs: runsOf(headingRuns, titleRuns) };
  }

  /* Disjoint runs with the frequency that headings and titles give. */
  function runsOf(headings, titles) {
    var borders = [];
    headings.concat(titles).forEach(function (run) { borders.push(run.first, run.end); });
    borders.sort(function (left, right) { return left - right; });
    var runs = [], heading = 0, title = 0;
    for (var index = 0; index + 1 < borders.length; index++) {
      var start = borders[index];
      if (start === borders[index + 1]) continue;
      while (heading < headings.length && headings[heading].end <= start) heading++;
      while (title < titles.length && titles[title].end <= start) title++;
      var frequency = round((heading < headings.length && headings[heading].first <= start ? round(0.8) : 0)
        + (title < titles.length && titles[title].first <= start ? round(0.2) : 0));
      if (frequency > 0) runs.push({ first: start, end: borders[index + 1], frequency: frequency });
    }
    return runs;
  }

  // Scores

  function saturated(frequency) {
    var more = round(saturation);
    return round(round(frequency * round(more + 1)) / round(frequency + more));
  }

  function addGram(part, places, sums, steps) {
    var weight = round(part.weight), run = 0, runs = places.runs, core = engine.core;
    runs.forEach(function (run) {
      var value = round(weight * saturated(run.frequency));
      steps[run.first] += value;
      steps[run.end] -= value;
    });
    for (var index = 0; index < places.units.length; index++) {
      var unit = places.units[index];
      while (run < runs.length && runs[run].end <= unit) run++;
      var there = run < runs.length && runs[run].first <= unit ? runs[run].frequency : 0;
      var frequency = round(places.counts[index] * round(1 / engine.norm(core.lengths[unit])));
      sums[unit] += round(weight * round(saturated(round(frequency + there)) - (there ? saturated(there) : 0)));
    }
  }

  function totalsOf(sums, steps) {
    var totals = new Float32Array(sums.length), run = 0;
    for (var unit = 0; unit < sums.length; unit++) {
      run += steps[unit];
      var total = round(sums[unit] + run);
      totals[unit] = total > round(0.001) ? total : 0;
    }
    return totals;
  }

  /* Marks the units that share enough pairs of letters and digits, or enough single signs. */
  function markOthers(parts, isClose) {
    var hasPairs = parts.some(function (part) { return part.gram.length > 1; });
    var counted = parts.filter(function (part) { return hasPairs ? isLatinPair(part) : true; });
    if (!counted.length) return;
    var least = hasPairs ? (counted.length + 1) >> 1 : Math.min(2, counted.length);
    var counts = new Uint16Array(isClose.length);
    counted.forEach(function (part) {
      if (!part.places) return;
      var has = new Uint8Array(isClose.length), unit;
      part.places.units.forEach(function (unit) { has[unit] = 1; });
      part.places.runs.forEach(function (run) { for (unit = run.first; unit < run.end; unit++) has[unit] = 1; });
      for (unit = 0; unit < has.length; unit++) {
        counts[unit] += has[unit];
        if (has[unit] && counts[unit] >= least) isClose[unit] = 1;
      }
    });
  }

  function ranked(parts, scope) {
    var core = engine.core, sums = new Float32Array(core.unitCount), steps = new Float64Array(core.unitCount + 1);
    function add(part) { if (part.places) addGram(part, part.places, sums, steps); }
    var pairs = parts.filter(isHanPair), rest = parts.filter(function (part) { return !isHanPair(part); });
    pairs.forEach(add);
    var isClose = new Uint8Array(core.unitCount), totals = totalsOf(sums, steps);
    for (var unit = 0; unit < totals.length; unit++) isClose[unit] = totals[unit] > 0 ? 1 : 0;
    if (rest.length) markOthers(parts, isClose);
    rest.forEach(add);
    totals = totalsOf(sums, steps);
    var found = { units: [], scores: [] };
    core.revisions.forEach(function (row, index) {
      if (!scope.revisions[index]) return;
      var best = [0, 0, 0, 0], unit;
      for (unit = row.first; unit < row.end; unit++) {
        if (!isClose[unit] || totals[unit] <= best[0]) continue;
        best[0] = totals[unit];
        for (var place = 0; place < 3 && best[place] > best[place + 1]; place++) {
          var moved = best[place];
          best[place] = best[place + 1];
          best[place + 1] = moved;
        }
      }
      var mean = round(round(round(round(best[0] + best[1]) + best[2]) + best[3]) / 4);
      for (unit = row.first; unit < row.end; unit++) {
        if (!isClose[unit] || !totals[unit]) continue;
        found.units.push(unit);
        found.scores.push(round(totals[unit] + round(0.5 * mean)));
      }
    });
    return found;
  }

  /* Makes of a result that of the closest texts. */
  engine.closest = function (text, scope, result, limit, done) {
    var plain = tiaowen.query.plain(text);
    var words = plain ? tiaowen.query.positiveTerms(plain).map(function (term) { return term.units; }).join('\n') : '';
    var parts = partsOf(words), rows = null, headings = null;
    if (!parts.length) return done(null, result);
    engine.chain([
      function (next) { tiaowen.index.grams(parts.map(function (part) { return part.gram; }), next); },
      function (next, grams) {
        rows = grams;
        tiaowen.index.measureAll(next);
      },
      function (next) { tiaowen.index.headings(next); },
      function (next, all) {
        headings = all;
        tiaowen.index.titles(next);
      },
      function (next, titles) {
        var last = headings[headings.length - 1], place = last ? last.place + last.length + 1 : engine.core.headingPlace;
        var titlePlaces = titles.map(function (row) {
          var start = place;
          place += row.folded.length + 1;
          return start;
        });
        parts.forEach(function (part, index) {
          part.weight = engine.weight(rows[index] ? rows[index].frequency : 0) * part.share;
          part.places = rows[index] ? placesOf(part.gram, rows[index], headings, titlePlaces) : null;
        });
        var found = ranked(parts, scope);
        var best = { units: engine.best(found, limit), scores: null };
        var pairs = parts.filter(function (part) { return part.gram.length > 1; });
        var phrases = (pairs.length ? pairs : parts).map(function (part) { return part.gram; });
        if (best.units.length) result.mode = 'closest';
        engine.answer(result, best, { text: phrases, heading: phrases, title: phrases, joins: true }, null, limit, next);
      }
    ], done);
  };
})();
