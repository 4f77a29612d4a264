/* Finds the articles that a citation names, as CitationSearch, CitedTitleSearch and CitedPlace of the Search
   module do. Loaded with search-citation.js when a query may be a citation. ES5. */
(function () {
  'use strict';
  var tiaowen = window.tiaowen;
  var engine = tiaowen.engine;
  var fits = { same: 0, whole: 1, short: 2, end: 3, abbreviation: 4, inner: 5, part: 6 };
  var mostAliases = 20;

  /* 第八十二条之一 of 82-1. */
  function nameOf(number) {
    var parts = number.split('-');
    return '第' + tiaowen.text.numeral(+parts[0].split('.').pop()) + '条'
      + parts.slice(1).map(function (part) { return '之' + tiaowen.text.numeral(+part); }).join('');
  }

  // Titles

  /* The titles of all revisions, each once, with the revisions that bear it. */
  function directoryOf(rows) {
    var titles = [], places = [], known = {};
    rows.forEach(function (row, index) {
      var key = '=' + row.title;
      if (!known.hasOwnProperty(key)) {
        known[key] = titles.length;
        titles.push(row.title);
        places.push([]);
      }
      places[known[key]].push(index);
    });
    return { titles: titles, places: places, names: tiaowen.citation.directory(titles) };
  }

  function yearOf(row) { return +row.name.slice(0, 4) || 0; }

  /* The revisions that a name means, or `null`. */
  function meaning(name, isExplicit, rows, scope, alias, done) {
    var all = directoryOf(rows);
    function isSearched(index) { return scope.revisions[index]; }
    function hasText(match) {
      return all.places[match.index].some(function (index) {
        return isSearched(index) || match.year && yearOf(rows[index]) === match.year;
      });
    }
    function cited(indices, year) {
      var places = [].concat.apply([], indices.map(function (index) { return all.places[index]; }));
      var ofYear = year ? places.filter(function (index) { return yearOf(rows[index]) === year; }) : [];
      return { places: ofYear.length ? ofYear.slice(-1) : places.filter(isSearched), others: [] };
    }
    var matches = all.names.matches(name, isExplicit), searched = matches.filter(hasText), best = searched[0];
    if (matches[0] && matches[0].fit <= fits.whole && (!best || best.fit > fits.whole)) return done(null, null);
    function finish() {
      if (!best) return done(null, null);
      var same = best.fit === fits.same ? searched.filter(function (match) { return match.fit === fits.same; }) : [best];
      var found = cited(same.map(function (match) { return match.index; }), best.year);
      if (best.fit > fits.whole) {
        for (var at = 1; at < searched.length && at <= 3; at++) {
          var other = searched[at];
          if (other.fit !== best.fit || best.fit !== fits.end && other.cost !== best.cost) break;
          found.others.push(all.titles[other.index]);
        }
      }
      done(null, found);
    }
    if (best ? best.fit < fits.inner : !isExplicit) return finish();
    alias(name, function (missing, title) {
      if (missing) return done(missing);
      var meant = title && all.names.matches(title, true).filter(hasText)[0];
      if (meant && meant.fit <= fits.end) done(null, cited([meant.index], null)); else finish();
    });
  }

  /* The title for which a text introduces an alias. */
  function aliasIn(scope) {
    return function (alias, done) {
      var terms = ['简称', alias].map(function (text) {
        return { kind: 'term', text: text, units: tiaowen.text.fold(text, true).units, scope: 'text' };
      });
      if (alias.length < 2 || !terms[1].units) return done(null, null);
      engine.exact({ kind: 'all', parts: terms }, scope, function (missing, found) {
        if (missing) return done(missing);
        tiaowen.index.units(engine.best(found, mostAliases), function (missing, units) {
          if (missing) return done(missing);
          done(null, units.reduce(function (title, unit) { return title || tiaowen.citation.aliasIn(unit.text, alias); }, null));
        });
      });
    };
  }

  // Articles

  /* The units of some numbers in a revision: articles, or the topmost clauses where there are none. */
  function unitsOf(articles, revision, numbers) {
    var row = engine.core.revisions[revision], found = [], clauses = [];
    for (var unit = row.first; unit < row.end; unit++) {
      var own = numbers[unit];
      if (!own.kind || !tiaowen.citation.holds(articles, own.number)) continue;
      if (own.kind === 1) {
        if (articles.last === null) return [unit];
        found.push(unit);
      } else if (own.kind === 2) {
        clauses.push(unit);
      }
    }
    return found.length ? found : articles.last === null ? clauses.slice(0, 1) : clauses;
  }

  /* What stands beside an article that a revision lacks. */
  function around(number, revision, numbers) {
    var row = engine.core.revisions[revision], before = null, after = null;
    for (var unit = row.first; unit < row.end; unit++) {
      var own = numbers[unit];
      if (own.kind !== 1) continue;
      var order = tiaowen.citation.compare(own.number, number);
      if (order < 0 && (!before || tiaowen.citation.compare(before, own.number) < 0)) before = own.number;
      if (order > 0 && (!after || tiaowen.citation.compare(own.number, after) < 0)) after = own.number;
    }
    return { before: before && nameOf(before), after: after && nameOf(after) };
  }

  // Parts

  var form = /^(?:第([^款]+)款)?(?:第?[（(]?([^）)项]+)[）)]?项)?(?:第([^目]+)目)?$/;

  function partOf(unit, words) {
    var found = form.exec(words.indexOf(unit.label) === 0 ? words.slice(unit.label.length) : words) || [];
    function number(text) { return text ? tiaowen.text.value(text.replace(/[（）()]/g, '')) : null; }
    return { paragraph: number(found[1]), item: number(found[2]), subitem: number(found[3]) };
  }

  /* Where a 款, 项 or 目 stands in the text of a unit, with what is below it; `null` for the whole. */
  function rangeOf(place, unit) {
    var parts = unit.parts.map(function (part) {
      var names = partOf(unit, part.words);
      names.start = part.start;
      return names;
    });
    if (!parts.length || parts[0].start > 0) parts.unshift({ paragraph: null, item: null, subitem: null, start: 0 });
    var isDivided = parts.some(function (part) { return part.paragraph; });
    function fitsIn(part, level) {
      if (place.paragraph && place.paragraph !== (part.paragraph || 1)) return false;
      if (level > 0 && place.item && place.item !== part.item) return false;
      return level < 2 || !place.subitem || place.subitem === part.subitem;
    }
    var level = place.subitem ? 2 : place.item ? 1 : 0;
    if (!place.paragraph && !level) return null;
    // The only 款 is the whole, unless it has parts that are none of it.
    for (var first = 0; first < parts.length && !fitsIn(parts[first], level); first++);
    if (first === parts.length || !level && !isDivided && parts[first].start > 0) return null;
    var end = first + 1;
    while (end < parts.length && fitsIn(parts[end], level)
      && (!place.item || parts[end].paragraph === parts[first].paragraph)) end++;
    return [parts[first].start, end < parts.length ? parts[end].start - 1 : unit.text.length];
  }

  // Answers

  function near(name, rows) {
    function pairs(text) {
      var folded = tiaowen.text.fold(text, true).units, all = {};
      for (var at = 0; at + 1 < folded.length; at++) all[folded.substr(at, 2)] = true;
      return Object.keys(all);
    }
    var wanted = pairs(name), seen = {}, found = [];
    rows.forEach(function (row, index) {
      if (seen[row.slug]) return;
      seen[row.slug] = true;
      var own = pairs(row.regulation);
      var count = wanted.filter(function (pair) { return own.indexOf(pair) >= 0; }).length;
      if (count && 2 * count >= wanted.length) found.push({ title: row.regulation, count: count, size: own.length, index: index });
    });
    found.sort(function (left, right) { return right.count - left.count || left.size - right.size || left.index - right.index; });
    return found.slice(0, 3).map(function (entry) { return entry.title; });
  }

  /* Answers a citation: with the articles that it names, or with what to say if nothing else is found. */
  engine.cited = function (citation, scope, options, result, limit, done) {
    var rows = null, meant = null, numbers = null;
    var answer = { isFound: false, isMissing: false, hint: null };
    if (citation.title === null && !options.title) return done(null, answer);
    engine.chain([
      function (next) { tiaowen.index.titles(next); },
      function (next, all) {
        rows = all;
        if (citation.title !== null) return meaning(citation.title, citation.isExplicit, rows, scope, aliasIn(scope), next);
        next(null, { places: rows.map(function (row, index) { return index; }).filter(function (index) { return scope.revisions[index]; }), others: [] });
      },
      function (next, found) {
        meant = found;
        tiaowen.index.numbers(next);
      },
      function (next, all) {
        numbers = all;
        if (!meant) {
          answer.isMissing = citation.title !== null && citation.isExplicit;
          if (answer.isMissing) answer.hint = { reason: 'noTitle', title: citation.title, near: near(citation.title, rows) };
          return next(null, answer);
        }
        var units = [];
        meant.places.forEach(function (revision) {
          citation.articles.forEach(function (articles) {
            units = units.concat(unitsOf(articles, revision, numbers));
          });
        });
        if (!units.length) {
          answer.isMissing = meant.places.length > 0;
          if (!answer.isMissing) return next(null, answer);
          var first = meant.places[0], beside = around(citation.articles[0].first, first, numbers);
          answer.hint = {
            reason: 'noArticle', title: rows[first].title, article: nameOf(citation.articles[0].first),
            before: beside.before, after: beside.after
          };
          return next(null, answer);
        }
        answer.isFound = true;
        result.mode = 'citation';
        if (meant.others.length) result.hint = { reason: 'otherTitles', titles: meant.others };
        var places = [].concat.apply([], citation.articles.map(function (articles) { return articles.places; }));
        engine.answer(result, { units: units, scores: null }, { text: [], heading: [], title: [], joins: false }, function (unit) {
          return places.map(function (place) { return rangeOf(place, unit); })
            .filter(function (range) { return range; }).sort(function (left, right) { return left[0] - right[0]; });
        }, limit, function (missing) { next(missing, answer); });
      }
    ], done);
  };
})();
