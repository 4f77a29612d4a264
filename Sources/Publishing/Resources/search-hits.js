/* Answers a query: reads it, has the engine find what holds it, and makes the hits that are shown. ES5. */
(function () {
  'use strict';
  var tiaowen = window.tiaowen = window.tiaowen || {};
  var engine = tiaowen.engine;

  // What is marked

  /* The phrases that are marked in texts, headings and titles, for the terms of a query. */
  function phrasesOf(query) {
    var phrases = { text: [], heading: [], title: [], joins: false };
    tiaowen.query.positiveTerms(query).forEach(function (term) {
      ['text', 'heading', 'title'].forEach(function (place) {
        if (term.scope === 'anywhere' || term.scope === place) phrases[place].push(term.units);
      });
    });
    return phrases;
  }

  // Hits

  function pinpointAt(unit, place) {
    var words = unit.pinpoint;
    unit.parts.forEach(function (part) { if (part.start <= place) words = part.words; });
    return words;
  }

  function hitOf(unit, state, phrases, cited) {
    var found = cited || tiaowen.text.ranges(unit.text, phrases.text, phrases.joins);
    var headingMarks = function (heading) { return tiaowen.text.ranges(heading, phrases.heading, phrases.joins); };
    return {
      title: unit.revision.regulation, address: unit.revision.address, regulation: unit.revision.slug,
      revision: unit.revision.name, state: state, id: unit.id, label: unit.label,
      pinpoint: found.length ? pinpointAt(unit, found[0][0]) : unit.pinpoint, heading: unit.heading,
      path: unit.path.map(function (step) { return { label: step.label, heading: step.heading }; }),
      text: unit.text, marks: found, headingMarks: headingMarks(unit.heading),
      pathMarks: unit.path.map(function (step) { return headingMarks(step.heading); }),
      titleMarks: tiaowen.text.ranges(unit.revision.regulation, phrases.title, phrases.joins)
    };
  }

  /* The hits for units; of a citation `cited` says what is meant of each. */
  engine.hits = function (numbers, phrases, cited, done) {
    tiaowen.index.units(numbers, function (missing, units) {
      if (missing) return done(missing);
      var words = units.map(function (unit) {
        return unit.revision.regulation + (unit.heading || '') + unit.path.map(function (step) { return step.heading || ''; }).join('');
      }).join('');
      tiaowen.load(tiaowen.text.isPlain(words) ? [] : ['folding'], function (missing) {
        if (missing) return done(missing);
        done(null, units.map(function (unit, index) {
          var state = engine.core.revisions[engine.revisionOf(numbers[index])].state;
          return hitOf(unit, state, phrases, cited && cited(unit));
        }));
      });
    });
  };

  // Answers

  /* The titles of some revisions, those of one regulation once, the shortest first. */
  function titlesOf(revisions, done) {
    if (!revisions.length) return done(null, []);
    tiaowen.index.titles(function (missing, rows) {
      if (missing) return done(missing);
      var seen = {};
      var titles = [];
      revisions.forEach(function (index) {
        var row = rows[index], last = seen[row.slug];
        if (!last) titles.push(seen[row.slug] = last = { order: titles.length });
        last.title = row.regulation;
        last.address = row.slug + '/index.html';
        last.regulation = row.slug;
        last.size = unescape(encodeURIComponent(row.regulation)).length;
      });
      titles.sort(function (left, right) { return left.size - right.size || left.order - right.order; });
      done(null, titles);
    });
  }

  /* What was found as a result whose hits can become more. */
  engine.answer = function (result, found, phrases, cited, limit, done) {
    result.total = found.units.length;
    result.more = function (limit, done) {
      var best = found.scores ? engine.best(found, limit) : found.units.slice(0, limit);
      engine.hits(best, phrases, cited, function (missing, hits) {
        result.hits = hits || [];
        done(problem(missing), missing ? null : result);
      });
    };
    result.countsByRegulation = function (done) { counts(found.units, done); };
    titlesOf(found.revisions || [], function (missing, titles) {
      if (missing) return done(missing);
      result.titles = titles.slice(0, limit);
      result.more(limit, function (error, result) { done(error && error.name, result); });
    });
  };

  function counts(units, done) {
    tiaowen.index.titles(function (missing, rows) {
      if (missing) return done(problem(missing));
      var bySlug = {}, all = [];
      units.forEach(function (unit) {
        var row = rows[engine.revisionOf(unit)];
        if (!bySlug[row.slug]) {
          all.push(bySlug[row.slug] = { title: row.regulation, address: row.slug + '/index.html', regulation: row.slug, count: 0, order: all.length });
        }
        bySlug[row.slug].count++;
      });
      all.sort(function (left, right) { return right.count - left.count || left.order - right.order; });
      done(null, all);
    });
  }

  function problem(missing) { return missing ? { reason: 'missing', name: missing } : null; }

  /* The query that a text is, or the plain words of one that is none. */
  function understood(text) {
    try {
      return { query: tiaowen.query.parse(text), hint: null };
    } catch (error) {
      if (!error.reason) throw error;
      return { query: tiaowen.query.plain(text), hint: { reason: 'plainWords', error: error } };
    }
  }

  function answer(text, options, done) {
    var limit = options.limit || 10, scope = null, citation = null;
    var result = { query: text, mode: 'exact', total: 0, titles: [], hits: [], hint: null };
    var read = null;
    engine.chain([
      function (next) { tiaowen.load(tiaowen.text.isPlain(text + (options.title || '')) ? [] : ['folding'], next); },
      engine.open,
      function (next) { engine.scope(options, next); },
      function (next, made) {
        scope = made;
        if (!tiaowen.query.mayCite(text)) return next(null, null);
        tiaowen.load(['assets/search-citation.js', 'assets/search-cited.js', 'names'], function (missing) {
          if (missing) return next(missing);
          citation = tiaowen.citation.read(text);
          if (citation) engine.cited(citation, scope, options, result, limit, next); else next(null, null);
        });
      },
      function (next, cited) {
        if (cited && cited.isFound) return next(null, result);
        read = understood(text);
        if (!read.query) return next(null, result);
        engine.exact(read.query, scope, function (missing, found) {
          if (missing) return next(missing);
          result.hint = read.hint;
          if (found.units.length || found.revisions.length) {
            engine.answer(result, found, phrasesOf(read.query), null, limit, next);
          } else if (cited && cited.isMissing) {
            result.mode = 'citation';
            result.hint = cited.hint;
            next(null, result);
          } else {
            tiaowen.load(['assets/search-closest.js'], function (missing) {
              if (missing) return next(missing);
              engine.closest(text, scope, result, limit, next);
            });
          }
        });
      }
    ], function (missing) { done(missing, result); });
  }

  /* Searches a text. Options are limit, the number of hits; states, those of the texts that are searched, or null
     for what is in force; and title, words of titles. done is called once, later, with

       error    name of a file that did not come, and retry, which searches again; or null
       result   mode (exact, citation, closest); total (isLeast where there may be more; here all are counted); titles
                that alone hold the query; hits; a hint why the query was not taken as it stands;
                more(limit, done) for more hits behind the same ones; countsByRegulation(done)

     Marks of hits are ranges of UTF-16 units. */
  tiaowen.search = function (text, options, done) {
    var isCancelled = false;
    setTimeout(function () {
      if (isCancelled) return;
      answer(text, options || {}, function (missing, result) {
        if (isCancelled) return;
        var error = problem(missing);
        if (error) error.retry = function () { return tiaowen.search(text, options, done); };
        done(error, error ? null : result);
      });
    }, 0);
    return { cancel: function () { isCancelled = true; } };
  };
})();
