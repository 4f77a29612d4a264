/// A search whose answers a test decides.
enum PlayedAnswers {
  /// Answers every query with 31 hits, unless it names something else.
  ///
  /// `缺` lacks a file once, `无` finds nothing, `近` only what is like it, `名` titles,
  /// `错` is no query, `条` cites; `至少` has more than are known. While `played.isHeld`, answers wait for
  /// `played.release(query)`.
  static let script = """
    var tiaowen = window.tiaowen = window.tiaowen || {};
    tiaowen.prepare = function () {};
    var played = window.played = { asked: [], isHeld: false, held: {}, lacks: true, options: null, cancelled: [] };
    played.release = function (text) { played.held[text].shift()(); };
    played.hits = function (text, first, end) {
      var hits = [];
      for (var i = first; i < end; i++) hits.push({
        title: '员工考核办法', address: 'r-none/index.html', revision: '2020-01-01',
        state: i === 1 ? 'repealed' : 'in-force', id: 'art_' + (i + 1), label: '第' + (i + 1) + '条',
        pinpoint: '第' + (i + 1) + '条第二款', heading: i ? null : '考核<b>标题', path: [{ label: '第二章', heading: '考核与培训' }],
        text: i === 2 ? new Array(60).join('前文若干，') + '。关键在此处。' + new Array(60).join('后文若干，') : text + '在第' + i + '处',
        marks: i === 2 ? [[296, 298]] : [[0, Math.min(2, text.length)]], headingMarks: i ? [] : [[0, 2]], titleMarks: [[2, 4]],
        pathMarks: [[[0, 2]]]
      });
      return hits;
    };
    tiaowen.search = function (text, options, done) {
      var isCancelled = false;
      played.asked.push(text);
      played.options = options;
      function answer() {
        if (/缺/.test(text) && played.lacks) {
          return done({ reason: 'missing', name: 'p12', retry: function () {
            played.lacks = false;
            return tiaowen.search(text, options, done);
          } }, null);
        }
        var total = /无|名/.test(text) ? 0 : /条/.test(text) ? 1 : /近/.test(text) ? 3 : 31;
        var result = {
          query: text, mode: /近/.test(text) ? 'closest' : /条/.test(text) ? 'citation' : 'exact', total: total,
          isLeast: /至少/.test(text), titles: /名/.test(text) ? [{ title: '名<i>办法', address: 'r-none/index.html' }] : [],
          hits: played.hits(text, 0, Math.min(total, options.limit)), counts: null,
          hint: /错/.test(text) ? { reason: 'plainWords', error: { reason: 'unbalanced', value: null, offset: 1 } }
            : /条/.test(text) ? { reason: 'otherTitles', titles: ['考核办法<u>', '培训办法'] } : null,
          countsByRegulation: function (done) {
            setTimeout(function () { done(null, [{ title: '员工考核办法', address: 'a', count: 20 }, { title: '考勤细则', address: 'b', count: 11 }]); }, 0);
          },
          more: function (limit, done) {
            setTimeout(function () {
              result.hits = played.hits(text, 0, Math.min(total, limit));
              done(null, result);
            }, 0);
          }
        };
        done(null, result);
      }
      if (played.isHeld) (played.held[text] = played.held[text] || []).push(answer);
      else setTimeout(function () { if (!isCancelled) answer(); }, 0);
      return { cancel: function () { isCancelled = true; played.cancelled.push(text); } };
    };
    """
}
