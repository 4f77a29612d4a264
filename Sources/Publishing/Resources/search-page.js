/* The page of the search: reads the form and the address, asks tiaowen.search, and shows what it answers.
   All texts are put in as text, never as HTML. */
(function () {
  'use strict';
  var tiaowen = window.tiaowen = window.tiaowen || {};
  var batch = 10;
  var delay = 150;

  function at(id) { return document.getElementById(id); }

  var form = document.querySelector('form.find');
  var field = at('q');
  var within = at('in');
  var boxes = Array.prototype.slice.call(document.querySelectorAll('input[name=state]'));
  var results = at('results');
  var count = at('count');
  var hint = at('hint');
  var problem = at('problem');
  var facets = at('facets');
  var titles = at('titles');
  var hits = at('hits');
  var more = at('more');
  var pageTitle = document.title;

  // What is asked, as address and form say it; the answer to it, once it came; how many of its hits are shown.
  var asked = { text: '', title: '', states: null, limit: batch };
  var result = null;
  var shown = 0;
  // The number of the search whose answer is awaited: answers to others are late.
  var turn = 0;
  var handle = null;
  var isBusy = false;
  var isSlow = false;
  var isComposing = false;
  // Whether the first result shall be focused when it comes.
  var isWanted = false;
  var timer = 0;
  var clearing = 0;
  var counted = '';

  // Elements

  function add(parent, name, kind, text) {
    var made = document.createElement(name);
    if (kind) made.className = kind;
    if (text) made.textContent = text;
    if (name === 'button') made.type = 'button';
    return parent.appendChild(made);
  }

  function say(parent, text) { parent.appendChild(document.createTextNode(text)); }

  function empty(node) { while (node.firstChild) node.removeChild(node.firstChild); }

  function press(parent, text, action) {
    var button = add(parent, 'button', 'plain', text);
    button.addEventListener('click', action);
    return button;
  }

  // Adds text[start, end) with its marks.
  function mark(parent, text, marks, start, end) {
    var place = start || 0;
    if (end === undefined) end = text.length;
    (marks || []).forEach(function (range) {
      var from = Math.max(place, range[0]);
      var to = Math.min(end, range[1]);
      if (from >= to) return;
      say(parent, text.slice(place, from));
      add(parent, 'mark', '', text.slice(from, to));
      place = to;
    });
    say(parent, text.slice(place, end));
  }

  // A query in a sentence: long ones are cut, never between the halves of a pair.
  function quoted(text) {
    var short = text.replace(/\s+/g, ' ');
    if (short.length > 40) short = short.slice(0, 40).replace(/[\uD800-\uDBFF]$/, '') + '…';
    return '“' + short + '”';
  }

  // The address

  function decode(text) {
    try { return decodeURIComponent(text); } catch (error) { return text; }
  }

  function parameters(text) {
    var found = {};
    text.split('&').forEach(function (part) {
      var sign = part.indexOf('=');
      if (sign > 0) found[part.slice(0, sign)] = decode(part.slice(sign + 1));
    });
    return found;
  }

  function fromAddress() {
    // location.hash is decoded in some browsers.
    var found = parameters(location.href.split('#').slice(1).join('#'));
    if (found.q === undefined) found = parameters(location.search.slice(1).replace(/\+/g, '%20'));
    var states = (found.state || '').split(',').filter(function (state) {
      return boxes.some(function (box) { return box.value === state; });
    });
    return {
      text: found.q || '', title: found['in'] || '',
      states: states.length > 0 && states.length < boxes.length ? states : null,
      limit: Math.min(500, Math.max(batch, parseInt(found.n, 10) || 0))
    };
  }

  function address(query) {
    return '#q=' + encodeURIComponent(query.text)
      + (query.title ? '&in=' + encodeURIComponent(query.title) : '')
      + (query.states ? '&state=' + query.states.join(',') : '')
      + (query.limit > batch ? '&n=' + query.limit : '');
  }

  // Only the fragment changes: nothing else may where the page is a file.
  function save() {
    try {
      history.replaceState(null, '', address(asked));
    } catch (error) {
      location.replace(address(asked));
    }
  }

  // Goes to another search in a way that can be gone back.
  function go(changes) {
    var next = { text: asked.text, title: asked.title, states: asked.states, limit: batch };
    for (var name in changes) next[name] = changes[name];
    location.hash = address(next);
    field.focus();
  }

  // The form

  function fromForm() {
    var states = boxes.filter(function (box) { return box.checked; }).map(function (box) { return box.value; });
    return {
      text: field.value, title: within.value.trim(), states: states.length < boxes.length ? states : null, limit: batch
    };
  }

  function fill(query) {
    if (field.value !== query.text) field.value = query.text;
    if (within.value.trim() !== query.title) within.value = query.title;
    boxes.forEach(function (box) { box.checked = !query.states || query.states.indexOf(box.value) >= 0; });
  }

  function isSame(query) {
    return address({ text: query.text, title: query.title, states: query.states, limit: asked.limit }) === address(asked);
  }

  function run() {
    clearTimeout(timer);
    timer = 0;
    var query = fromForm();
    if (isSame(query) && (isBusy || result)) return;
    var isNew = !isSame(query);
    search(query);
    if (isNew) save();
  }

  // An answer to what stood there before is not wanted any more.
  function schedule() {
    clearTimeout(timer);
    if (isSame(fromForm()) && (isBusy || result)) {
      timer = 0;
      return;
    }
    stop();
    timer = setTimeout(run, delay);
  }

  // Searching

  function stop() {
    turn++;
    if (handle) handle.cancel();
    handle = null;
    isBusy = isWanted = false;
  }

  function clear() {
    clearTimeout(clearing);
    result = null;
    shown = 0;
    tell('');
    [hint, problem, titles, hits].forEach(empty);
    [hint, problem, titles, facets, more].forEach(function (node) { node.hidden = true; });
  }

  function search(query) {
    stop();
    asked = query;
    var isAsking = /\S/.test(query.text);
    document.title = (isAsking ? quoted(query.text) + ' – ' : '') + pageTitle;
    at('help').hidden = isAsking;
    results.hidden = !isAsking;
    if (!isAsking) return clear();
    if (query.states && !query.states.length) {
      clear();
      return tell('没有选任何时效，因此没有结果');
    }
    wait();
    // What is shown is of another query: a moment is allowed, so that nothing flickers.
    clearTimeout(clearing);
    clearing = setTimeout(clear, 250);
    var own = turn;
    var done = function (error, answer) {
      if (own !== turn) return;
      clearTimeout(clearing);
      ready();
      clear();
      if (error) fail(error, function () { if (error.retry) handle = error.retry(); else location.reload(); });
      else show(answer);
    };
    if (!tiaowen.search) return done({ reason: 'missing', name: 'assets/search-hits.js' });
    try {
      handle = tiaowen.search(query.text, { limit: query.limit, states: query.states, title: query.title || null }, done);
    } catch (error) {
      done({ message: String(error && error.message || error) });
    }
  }

  function wait() {
    isBusy = true;
    results.setAttribute('aria-busy', 'true');
    problem.hidden = true;
    tell(counted);
  }

  function ready() {
    isBusy = false;
    results.removeAttribute('aria-busy');
    tell(counted);
  }

  function tell(text) {
    counted = text;
    count.textContent = isBusy && isSlow ? '正在读取…' : text;
  }

  tiaowen.onslow = function (isWaiting) {
    isSlow = isWaiting;
    tell(counted);
  };

  // Tells what did not come, and tries again if asked to.
  function fail(error, retry) {
    var name = error.name || '';
    empty(problem);
    add(problem, 'p', '', '搜索没有完成：' + (error.reason === 'missing'
      ? '读不到文件 ' + (name.indexOf('/') < 0 ? 'search/' + name + '.js' : name)
        + '。页面也许刚更新过，请重新载入；如果还是这样，就是文件不全，请告诉发布者。' : error.message || error.reason));
    press(problem, '重试', function () {
      field.focus();
      wait();
      retry();
    });
    problem.hidden = false;
  }

  // Results

  function show(answer) {
    result = answer;
    showHint(answer);
    showTitles(answer.titles || []);
    append(answer);
    facets.hidden = answer.total < 2;
    if (facets.open) showFacets();
    restore();
  }

  function append(answer) {
    result = answer;
    answer.hits.slice(shown).forEach(showHit);
    var isMore = answer.hits.length > shown || !shown;
    shown = answer.hits.length;
    more.hidden = !(shown < answer.total || answer.isLeast && isMore) || !shown;
    var total = (answer.isLeast ? '至少 ' : '') + answer.total;
    var unit = answer.mode === 'citation' ? ' 条' : ' 处';
    if (answer.mode === 'closest' && shown) {
      tell('没有条文逐字含有' + quoted(asked.text) + '，下面是文字最接近的 ' + shown + ' 条');
    } else if (!answer.total) {
      tell('没有条文含有' + quoted(asked.text));
    } else {
      tell(total + unit + (shown < answer.total || answer.isLeast ? '，显示 ' + shown + unit : ''));
    }
  }

  function showMore() {
    var own = turn;
    var first = shown;
    wait();
    result.more(shown + 2 * batch, function (error, answer) {
      if (own !== turn) return;
      ready();
      if (error) return fail(error, showMore);
      append(answer);
      asked.limit = Math.max(batch, shown);
      save();
      if (shown > first) hits.children[first].querySelector('.stop').focus();
    });
  }

  more.addEventListener('click', function () { if (!isBusy) showMore(); });

  var stateWords = {
    'not-yet-in-force': '尚未生效', amended: '已修改', repealed: '已废止', unknown: '时效未知'
  };

  function link(parent, hit, place) {
    var made = add(parent, 'a', 'stop');
    var mayMark = result.mode === 'exact' && hit.marks;
    var query = encodeURIComponent(asked.text);
    // A server may refuse a long address.
    made.href = hit.address + (mayMark && query.length < 1500 ? '?q=' + query : '') + (hit.id ? '#' + hit.id : '');
    made.addEventListener('click', function () {
      // Who comes back finds the place again.
      try { history.replaceState({ at: place }, '', address(asked)); } catch (error) { /* It is only a comfort. */ }
    });
    return made;
  }

  function nameOf(hit) {
    var kinds = { preamble: '序言', annex: '附件', closing: '落款' };
    return hit.pinpoint || hit.label || (hit.heading ? '' : kinds[(hit.id || '').split('_')[0]] || '正文');
  }

  function showHit(hit, index) {
    var row = add(hits, 'li', 'hit');
    var path = add(row, 'p', 'path');
    path.id = 'path-' + (shown + index);
    mark(path, hit.title, hit.titleMarks);
    (hit.path || []).forEach(function (step, depth) {
      add(path, 'span', 'sign', ' › ').setAttribute('aria-hidden', 'true');
      say(path, (step.label || '') + (step.label && step.heading ? ' ' : ''));
      mark(path, step.heading || '', (hit.pathMarks || [])[depth]);
    });
    if (stateWords[hit.state]) add(path, 'span', 'state badge ' + hit.state, stateWords[hit.state]);
    var name = link(add(row, 'h2'), hit, shown + index);
    name.setAttribute('aria-describedby', path.id);
    say(name, nameOf(hit));
    if (hit.heading) {
      say(name, nameOf(hit) ? '　' : '');
      mark(name, hit.heading, hit.headingMarks);
    }
    showText(add(row, 'p', 'text'), hit.text, hit.marks || []);
  }

  // Snippets

  function isEnd(text, place) { return place <= 0 || place >= text.length || /[。；！？\n]/.test(text.charAt(place - 1)); }

  // The nearest end of a sentence from place on in a direction, else a place a little off.
  function border(text, place, step, reach) {
    for (var i = 0; i <= reach; i++) if (isEnd(text, place + i * step)) return place + i * step;
    place += step * Math.round(reach / 2);
    return /[\uDC00-\uDFFF]/.test(text.charAt(place)) ? place + step : place;
  }

  // Shows a short text whole, of a long one the surroundings of its first marks.
  function showText(parent, text, marks) {
    var windows = [];
    var size = 0;
    if (text.length <= 200) windows = [[0, text.length]];
    else (marks.length ? marks : [[0, 0]]).forEach(function (range) {
      var last = windows[windows.length - 1];
      if (last && range[1] <= last[1] || size > 150 || windows.length > 2) return;
      var start = border(text, range[0], -1, 36);
      var end = border(text, Math.max(Math.min(range[1], range[0] + 200), start + (windows.length ? 40 : 110)), 1, 40);
      size += end - start;
      if (last && start <= last[1]) last[1] = end; else windows.push([start, end]);
    });
    windows.forEach(function (range, index) {
      if (!isEnd(text, range[0]) || index) say(parent, '…');
      mark(parent, text, marks, range[0], range[1]);
      if (!isEnd(text, range[1])) say(parent, '…');
    });
  }

  // Titles

  function showTitles(all) {
    if (!all.length) return;
    add(titles, 'h2', '', '名称含有' + quoted(asked.text)).id = 'titles-name';
    var list = add(titles, 'ul');
    all.forEach(function (title, index) {
      if (index === 5) {
        var rest = add(titles, 'details');
        add(rest, 'summary', '', '另有 ' + (all.length - 5) + ' 部');
        list = add(rest, 'ul');
      }
      var made = add(add(list, 'li'), 'a', 'stop', title.title || '（无标题）');
      made.href = title.address;
    });
    titles.hidden = false;
  }

  function showFacets() {
    var list = facets.querySelector('ul');
    var own = result;
    empty(list);
    if (!own) return;
    own.countsByRegulation(function (error, counts) {
      if (own !== result) return;
      if (error) return fail(error, function () { ready(); showFacets(); });
      empty(list);
      counts.forEach(function (row) {
        var item = add(list, 'li');
        press(item, row.title || '（无标题）', function () { go({ title: row.title }); });
        add(item, 'span', 'number', String(row.count));
      });
    });
  }

  // The toggle comes after the click; old browsers have none and show the list at once.
  facets.querySelector('summary').addEventListener('click', function () { if (!facets.open) showFacets(); });

  // Hints

  var errorWords = {
    unbalanced: '括号或引号不成对', nothingAsked: '没有要找的文字', tooDeep: '括号嵌套太深'
  };

  function wordsOf(error) {
    var value = quoted(String(error.value || ''));
    if (error.reason === 'unknownField') return '没有字段' + value;
    if (error.reason === 'badNumber') return value + '不是条文编号';
    if (error.reason === 'missingOperand') return value + '前后缺少词语';
    return errorWords[error.reason] || '写法不能理解';
  }

  // The titles as buttons that ask for the same article of them.
  function offer(all) {
    var article = /第?[0-9０-９〇零一二两三四五六七八九十百千]+(-[0-9]+)?条.*$/.exec(asked.text);
    all.forEach(function (title, index) {
      if (index) say(hint, '、');
      press(hint, '《' + title + '》', function () { go({ text: '《' + title + '》' + (article ? article[0] : '') }); });
    });
  }

  function showHint(answer) {
    var told = answer.hint;
    if (told && told.reason === 'plainWords') {
      say(hint, wordsOf(told.error || {}) + '，已按普通词语查找。要找符号本身，请加引号。');
    } else if (told && told.reason === 'noArticle') {
      say(hint, '《' + told.title + '》没有' + told.article
        + (told.before && told.after ? '，前后是' + told.before + '和' + told.after
          : told.before ? '，最后一条是' + told.before : told.after ? '，第一条是' + told.after : '') + '。');
    } else if (told && told.reason === 'noTitle') {
      say(hint, '没有名为《' + told.title + '》的法规' + ((told.near || []).length ? '，相近的有' : '。'));
      offer(told.near || []);
    } else if (told && told.reason === 'otherTitles') {
      say(hint, '也可能指');
      offer(told.titles);
    }
    if ((asked.title || asked.states) && (!answer.total || answer.mode === 'closest')) {
      if (hint.firstChild) add(hint, 'br');
      say(hint, '只找了一部分法规。');
      press(hint, '在全部法规里找', function () { go({ title: '', states: null }); });
    }
    hint.hidden = !hint.firstChild;
  }

  // Keys

  function stops() {
    return Array.prototype.slice.call(results.querySelectorAll('.stop, #more')).filter(function (node) {
      return node.offsetWidth > 0;
    });
  }

  // Focuses what was left for a page from which the reader has come back.
  function restore() {
    var left = history.state && history.state.at;
    var row = typeof left === 'number' && hits.children[left];
    if (row && document.activeElement !== field) row.querySelector('.stop').focus();
    else if (isWanted && stops()[0]) stops()[0].focus();
    isWanted = false;
  }

  document.addEventListener('keydown', function (event) {
    if (isComposing || event.keyCode === 229 || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    var key = (event.key || '').replace('Arrow', '');
    var all = stops();
    var place = all.indexOf(event.target);
    if (/^Esc/.test(key) && event.target !== field) {
      field.focus();
    } else if (key === 'Down' && event.target === field) {
      if (timer) run();
      if (isBusy) isWanted = true; else if (all[0]) all[0].focus(); else return;
    } else if (key === 'Down' && place >= 0) {
      if (all[place + 1]) all[place + 1].focus();
    } else if (key === 'Up' && place >= 0) {
      (all[place - 1] || field).focus();
    } else {
      return;
    }
    event.preventDefault();
  });

  // Events

  form.addEventListener('submit', function (event) {
    event.preventDefault();
    if (!isComposing) run();
  });
  form.addEventListener('compositionstart', function () { isComposing = true; clearTimeout(timer); });
  form.addEventListener('compositionend', function () { isComposing = false; run(); });
  form.addEventListener('input', function (event) { if (!isComposing && !event.isComposing) schedule(); });
  form.addEventListener('change', function () { if (!isComposing) run(); });

  window.addEventListener('hashchange', function () {
    var query = fromAddress();
    if (address(query) === address(asked)) return;
    clearTimeout(timer);
    fill(query);
    search(query);
  });

  form.hidden = false;
  var start = fromAddress();
  // A browser may have kept what was typed when the page is loaded again.
  fill(start);
  search(start);
  if (!history.state) field.focus();
})();
