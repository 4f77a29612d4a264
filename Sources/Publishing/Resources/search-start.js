/* Loads what searches when somebody begins to. ES5. */
(function () {
  'use strict';
  var tiaowen = window.tiaowen = window.tiaowen || {};
  var names = ['index', 'engine', 'hits'].map(function (part) { return 'assets/search-' + part + '.js'; });
  var waiting = null;

  function end(missing) {
    var all = waiting;
    waiting = null;
    all.forEach(function (done) { done(missing); });
  }

  /* Loads the scripts that search, and what every search needs; `done` gets the name of one that did not come. */
  tiaowen.prepare = function (done) {
    if (tiaowen.engine && tiaowen.engine.hits) return done(null);
    if (waiting) {
      waiting.push(done);
      return;
    }
    waiting = [done];
    var left = names.length, missing = null;
    names.forEach(function (name) {
      var script = document.createElement('script');
      function leave(isMissing) {
        if (isMissing) missing = missing || name;
        if (--left > 0) return;
        if (!missing) tiaowen.load(['core'], function () {});
        end(missing);
      }
      // In their order.
      script.async = false;
      script.onload = function () { leave(false); };
      script.onerror = function () { leave(true); };
      script.src = name;
      document.head.appendChild(script);
    });
  };

  /* Searches as `tiaowen.search` of search-hits.js does, which takes the place of this one. */
  function search(text, options, done) {
    var isCancelled = false, handle = null;
    tiaowen.prepare(function (missing) {
      if (isCancelled) return;
      if (!missing) handle = tiaowen.search(text, options, done);
      else done({ name: missing, retry: function () { return tiaowen.search(text, options, done); } }, null);
    });
    return {
      cancel: function () {
        isCancelled = true;
        if (handle) handle.cancel();
      }
    };
  }
  tiaowen.search = search;
})();
