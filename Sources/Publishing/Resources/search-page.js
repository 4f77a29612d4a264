/* The page of the search: reads form and address, asks tiaowen.search, and shows the answer. Texts are put in as
   text, never as HTML. ES5. */
(function () {
  'use strict';
  var tiaowen = window.tiaowen = window.tiaowen || {};
  var batch = 10, delay = 150;

  function all(selector, parent) { return [].slice.call((parent || document).querySelectorAll(selector)); }

  function at(id) { return document.getElementById(id); }

  var form = all('form.find')[0], field = at('q'), within = at('in'), boxes = all('[name=state]');
  var results = at('results'), count = at('count'), hint = at('hint'), problem = at('problem');
  var facets = at('facets'), titles = at('titles'), hits = at('hits'), more = at('more');
  var pageTitle = document.title;

  // What is asked, as address and form say it; the answer, how many of its hits are shown, and what counts them.
  var asked = { text: '', title: '', states: null, limit: batch };
  var result = null, shown = 0, counted = '';
  // The number of the search whose answer is awaited: answers to others are late.
  var turn = 0, handle = null, timer = 0, clearing = 0;
  // Whether the first result shall be focused when it comes.
  var isWanted = false;
  var isBusy = false, isSlow = false, isComposing = false;

  // Elements

  function add(parent, name, kind, text) {
    var made = document.createElement(name);
    if (kind) made.className = kind;
    if (text) made.textContent = text;
    return parent.appendChild(made);
  }

  function say(parent, text) { parent.appendChild(document.createTextNode(text)); }

  function press(parent, text, action) {
    var button = add(parent, 'button', 'plain', text);
    button.type = 'button';
    button.addEventListener('click', action);
  }

  // Adds text[start, end) with its marks.
  function mark(parent, text, marks, start, end) {
    end = end || text.length;
    marks.forEach(function (range) {
      var from = Math.max(start, range[0]), to = Math.min(end, range[1]);
      if (from >= to) return;
      say(parent, text.slice(start, from));
      add(parent, 'mark', '', text.slice(from, to));
      start = to;
    });
    say(parent, text.slice(start, end));
  }

  // A text in a sentence: a long one is cut, never between the halves of a pair.
  function quoted(text) {
    return '“' + text.slice(0, 40).replace(/[\uD800-\uDBFF]$/, '') + (text.length > 40 ? '…”' : '”');
  }

  // The address

  function parameters(text) {
    var found = {};
    text.split('&').forEach(function (part) {
      var sign = part.indexOf('='), value = part.slice(sign + 1);
      try { value = decodeURIComponent(value); } catch (error) { /* It stays as it is. */ }
      found[part.slice(0, sign)] = value;
    });
    return found;
  }

  function checked(test) { return boxes.filter(test).map(function (box) { return box.value; }); }

  // What is in force is searched unless others are asked for.
  var usual = checked(function (box) { return box.defaultChecked; }).join();

  function unusual(states) { return states.join() === usual ? null : states; }

  function fromAddress() {
    // Some browsers decode location.hash.
    var found = parameters(location.href.split('#').slice(1).join('#'));
    if (found.q === undefined) found = parameters(location.search.slice(1).replace(/\+/g, ' '));
    var named = (found.state || '').split(',');
    var states = checked(function (box) { return named.indexOf(box.value) >= 0; });
    return {
      text: found.q || '', title: found['in'] || '', states: states.length ? unusual(states) : null,
      limit: Math.min(500, Math.max(batch, found.n | 0))
    };
  }

  // Halves of pairs cannot stand in an address.
  function encode(text) {
    try { return encodeURIComponent(text); } catch (error) { return encodeURIComponent(text.replace(/[\uD800-\uDFFF]/g, '')); }
  }

  function address(query) {
    return '#q=' + encode(query.text) + (query.title ? '&in=' + encode(query.title) : '')
      + (query.states ? '&state=' + query.states.join() : '') + (query.limit > batch ? '&n=' + query.limit : '');
  }

  // Only the fragment changes, since nothing else may where the page is a file. `place` is the hit that is left for.
  function save(place) {
    try {
      history.replaceState({ at: place }, '', address(asked));
    } catch (error) {
      location.replace(address(asked));
    }
  }

  // Goes to another search, from which the reader can go back.
  function go(text, title, states) {
    location.hash = address({ text: text, title: title, states: states, limit: batch });
    field.focus();
  }

  // The form

  function run() {
    timer = clearTimeout(timer);
    var query = {
      text: field.value, title: within.value.trim(), states: unusual(checked(function (box) { return box.checked; })),
      limit: asked.limit
    };
    var isNew = address(query) !== address(asked);
    if (!isNew && (isBusy || result)) return;
    if (isNew) query.limit = batch;
    search(query);
    if (isNew) save();
  }

  function schedule() {
    clearTimeout(timer);
    stop();
    if (tiaowen.prepare) tiaowen.prepare(function () { /* A search says what is missing. */ });
    timer = setTimeout(run, delay);
  }

  function follow() {
    var query = fromAddress();
    if (address(query) === address(asked) && (isBusy || result)) return;
    clearTimeout(timer);
    field.value = query.text;
    within.value = query.title;
    boxes.forEach(function (box) { box.checked = query.states ? query.states.indexOf(box.value) >= 0 : box.defaultChecked; });
    search(query);
  }

  // Searching

  function stop() {
    turn++;
    if (handle) handle.cancel();
    handle = null;
    isWanted = false;
    if (isBusy) wait(false);
  }

  function tell(text) {
    counted = text;
    count.textContent = isBusy && isSlow ? '正在读取…' : text;
  }

  tiaowen.onslow = function (isWaiting) {
    isSlow = isWaiting;
    tell(counted);
  };

  function clear() {
    clearTimeout(clearing);
    result = null;
    shown = 0;
    [hint, problem, titles, hits].forEach(function (node) { node.textContent = ''; });
    hint.hidden = problem.hidden = titles.hidden = facets.hidden = more.hidden = true;
    tell('');
  }

  function wait(isWaiting) {
    isBusy = isWaiting;
    results.setAttribute('aria-busy', isWaiting);
    problem.hidden = true;
    tell(counted);
  }

  function search(query) {
    stop();
    asked = query;
    var isAsking = /\S/.test(query.text);
    document.title = (isAsking ? quoted(query.text) + ' – ' : '') + pageTitle;
    at('help').hidden = isAsking;
    results.hidden = !isAsking;
    if (!isAsking) return clear();
    wait(true);
    // What is shown answers another query; it stays for a moment, so that nothing flickers.
    clearTimeout(clearing);
    clearing = setTimeout(clear, 250);
    var own = turn;
    function done(error, answer) {
      if (own !== turn) return;
      wait(false);
      clear();
      if (error) fail(error, error.retry && function () { handle = error.retry(); }); else show(answer);
    }
    if (!tiaowen.search) return done({ name: 'assets/search-start.js' });
    handle = tiaowen.search(query.text, { limit: query.limit, states: query.states, title: query.title || null }, done);
  }

  // Says which file did not come, and tries again when asked to.
  function fail(error, retry) {
    var name = error.name.indexOf('/') < 0 ? 'search/' + error.name + '.js' : error.name;
    problem.textContent = '';
    add(problem, 'p', '', '搜索没有完成：读不到文件 ' + name + '。页面也许刚更新过，请重新载入；还是这样的话，就是文件不全，请告诉发布者。');
    press(problem, '重试', function () {
      field.focus();
      wait(true);
      if (retry) retry(); else location.reload();
    });
    problem.hidden = false;
  }

  // Results

  function show(answer) {
    result = answer;
    showHint();
    if (answer.titles.length) {
      add(titles, 'h2', '', '名称含有' + quoted(asked.text));
      var list = add(titles, 'ul');
      answer.titles.slice(0, batch).forEach(function (title) {
        add(add(list, 'li'), 'a', 'stop', title.title || '（无标题）').href = title.address;
      });
      titles.hidden = false;
    }
    append();
    facets.hidden = answer.total < 2;
    if (facets.open) showFacets();
    // Who comes back is where the reader left.
    var left = history.state && hits.children[history.state.at];
    if (left && document.activeElement !== field) all('.stop', left)[0].focus();
    else if (isWanted && stops()[0]) stops()[0].focus();
    isWanted = false;
  }

  function append() {
    var first = shown, unit = result.mode === 'citation' ? ' 条' : ' 处';
    result.hits.slice(first).forEach(function (hit, index) { showHit(hit, first + index); });
    shown = result.hits.length;
    var isAll = shown >= result.total && !result.isLeast;
    more.hidden = isAll || shown === first;
    if (!result.total) tell('没有条文含有' + quoted(asked.text));
    else if (result.mode === 'closest') tell('没有条文逐字含有' + quoted(asked.text) + '，下面是文字最接近的');
    else tell((result.isLeast ? '至少 ' : '') + result.total + unit + (isAll ? '' : '，显示 ' + shown + unit));
  }

  function showMore() {
    var own = turn, first = shown;
    wait(true);
    result.more(shown + 2 * batch, function (error) {
      if (own !== turn) return;
      wait(false);
      if (error) return fail(error, showMore);
      append();
      asked.limit = Math.max(batch, shown);
      save();
      if (shown > first) all('.stop', hits.children[first])[0].focus();
    });
  }

  function nameOf(hit) {
    var kinds = { preamble: '序言', annex: '附件', closing: '落款' };
    return hit.pinpoint || hit.label || (hit.heading ? '' : kinds[hit.id.split('_')[0]] || '正文');
  }

  function showHit(hit, place) {
    var row = add(hits, 'li', 'hit'), path = add(row, 'p', 'path'), name = add(add(row, 'h2'), 'a', 'stop');
    path.id = 'path-' + place;
    mark(path, hit.title, hit.titleMarks, 0);
    hit.path.forEach(function (step, depth) {
      add(path, 'span', '', ' › ').setAttribute('aria-hidden', 'true');
      say(path, (step.label || '') + (step.label && step.heading ? ' ' : ''));
      mark(path, step.heading || '', hit.pathMarks[depth], 0);
    });
    var state = {
      'not-yet-in-force': '尚未生效', amended: '已修改', repealed: '已废止', unknown: '时效未知'
    }[hit.state];
    // Of one that is repealed the last text is found; of others that do not hold there may be several.
    if (/^(a|n)/.test(hit.state)) state = hit.revision + ' 文本，' + state;
    if (state) add(path, 'span', 'badge state ' + hit.state, state);
    var query = encode(asked.text);
    // A server may refuse a long address.
    name.href = hit.address + (result.mode === 'exact' && query.length < 1500 ? '?q=' + query : '') + '#' + hit.id;
    name.setAttribute('aria-describedby', path.id);
    name.addEventListener('click', function () { save(place); });
    say(name, nameOf(hit) + (hit.heading && nameOf(hit) ? '　' : ''));
    mark(name, hit.heading || '', hit.headingMarks, 0);
    showText(add(row, 'p', 'text'), hit.text, hit.marks);
  }

  function isEnd(text, place) { return !/[^。；！？\n]/.test(text.charAt(place - 1)) || place >= text.length; }

  // The nearest end of a sentence from a place on, forwards or backwards, else a place a little off.
  function border(text, place, step) {
    for (var off = 0; off < 36; off++) if (isEnd(text, place + off * step)) return place + off * step;
    place += 20 * step;
    return place + (/[\uDC00-\uDFFF]/.test(text.charAt(place)) ? step : 0);
  }

  // Shows a short text whole, of a long one the surroundings of its first marks.
  function showText(parent, text, marks) {
    var pieces = text.length > 200 ? [] : [[0, text.length]], size = 0;
    (pieces[0] ? [] : marks[0] ? marks : [[0, 0]]).forEach(function (range) {
      var last = pieces[pieces.length - 1];
      if (size > 150 || last && range[1] <= last[1]) return;
      var start = border(text, range[0], -1);
      var end = border(text, Math.max(Math.min(range[1], range[0] + 200), start + (last ? 40 : 110)), 1);
      size += end - start;
      if (last && start <= last[1]) last[1] = end; else pieces.push([start, end]);
    });
    pieces.forEach(function (piece, index) {
      if (index || !isEnd(text, piece[0])) say(parent, '…');
      mark(parent, text, marks, piece[0], piece[1]);
      if (!isEnd(text, piece[1])) say(parent, '…');
    });
  }

  function showFacets() {
    var list = all('ul', facets)[0], own = result;
    list.textContent = '';
    if (own) own.countsByRegulation(function (error, counts) {
      if (own !== result) return;
      if (error) return fail(error, function () { wait(false); showFacets(); });
      list.textContent = '';
      counts.forEach(function (row) {
        var item = add(list, 'li');
        press(item, row.title || '（无标题）', function () { go(asked.text, row.title, asked.states); });
        add(item, 'span', 'number', row.count);
      });
    });
  }

  // Hints

  function wordsOf(error) {
    var value = quoted(error.value || '');
    return {
      unknownField: '没有字段' + value, badNumber: value + '不是条文编号', missingOperand: value + '前后缺少词语',
      unbalanced: '括号或引号不成对', nothingAsked: '没有要找的文字', tooDeep: '括号嵌套太深'
    }[error.reason];
  }

  // Titles as buttons that ask for the same article of them.
  function offer(names) {
    var article = /第?[\d０-９〇零一二两三四五六七八九十百千]+(-\d+)?条.*/.exec(asked.text) || [''];
    names.forEach(function (name, index) {
      if (index) say(hint, '、');
      press(hint, '《' + name + '》', function () { go('《' + name + '》' + article[0], asked.title, asked.states); });
    });
  }

  function showHint() {
    var told = result.hint || {};
    if (told.reason === 'plainWords') {
      say(hint, wordsOf(told.error) + '，已按普通词语查找。要找符号本身，请加引号。');
    } else if (told.reason === 'noArticle') {
      say(hint, '《' + told.title + '》没有' + told.article + (told.before && told.after ? '，前后是' + told.before + '和' + told.after
        : told.before ? '，最后一条是' + told.before : told.after ? '，第一条是' + told.after : '') + '。');
    } else if (told.reason === 'noTitle') {
      say(hint, '没有名为《' + told.title + '》的法规' + (told.near.length ? '，相近的有' : '。'));
      offer(told.near);
    } else if (told.reason === 'otherTitles') {
      say(hint, '也可能指');
      offer(told.titles);
    }
    var isPart = boxes.length > 0 && (!asked.states || asked.states.length < boxes.length);
    if ((asked.title || isPart) && (!result.total || result.mode === 'closest')) {
      if (told.reason) add(hint, 'br');
      if (asked.title) {
        say(hint, '只找了名称含有' + quoted(asked.title) + '的法规。');
        press(hint, '在全部法规里找', function () { go(asked.text, '', asked.states); });
      } else {
        say(hint, asked.states ? '只找了一部分文本。' : '只找了现行文本。');
        press(hint, '在全部文本里找', function () { go(asked.text, '', checked(Boolean)); });
      }
    }
    hint.hidden = !hint.firstChild;
  }

  // Keys and events

  function stops() { return all('.stop, #more', results).filter(function (node) { return node.offsetWidth; }); }

  document.addEventListener('keydown', function (event) {
    if (isComposing || event.keyCode === 229 || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    var key = (event.key || '').replace('Arrow', ''), links = stops(), place = links.indexOf(event.target), next = null;
    if (/^Esc/.test(key) && event.target !== field) {
      next = field;
    } else if (key === 'Down' && event.target === field) {
      if (timer) run();
      isWanted = isBusy;
      next = isBusy ? field : links[0];
    } else if (key === 'Down' && place >= 0) {
      next = links[place + 1] || event.target;
    } else if (key === 'Up' && place >= 0) {
      next = links[place - 1] || field;
    }
    if (!next) return;
    event.preventDefault();
    next.focus();
  });

  more.addEventListener('click', function () { if (!isBusy) showMore(); });
  // It opens after the click; browsers that cannot close it show the list when they are asked.
  all('summary', facets)[0].addEventListener('click', function () { if (!facets.open) showFacets(); });
  form.addEventListener('submit', function (event) {
    event.preventDefault();
    if (!isComposing) run();
  });
  form.addEventListener('compositionstart', function () { isComposing = true; });
  form.addEventListener('compositionend', function () { isComposing = false; run(); });
  form.addEventListener('input', function () { if (!isComposing) schedule(); });
  form.addEventListener('change', run);
  window.addEventListener('hashchange', follow);

  form.hidden = false;
  // A browser may have kept what was typed; the address counts.
  follow();
  if (!history.state || history.state.at === undefined) field.focus();
})();
