/* Marks in the text of a regulation what was searched by whom a result led here with ?q=…, and leads from place
   to place. ES5. */
(function () {
  'use strict';
  var tiaowen = window.tiaowen;
  var body = document.querySelector('.body'), link = document.querySelector('header.site a.search');
  var asked = /[?&]q=([^&]*)/.exec(location.search);
  if (!tiaowen || !tiaowen.query || !asked) return;
  asked = decode(asked[1].replace(/\+/g, ' '));
  var terms = [], places = [], current = 0, bar = null, told = null;

  function decode(text) {
    try { return decodeURIComponent(text); } catch (error) { return text; }
  }

  function has(node, names) { return new RegExp('(^| )(' + names + ')( |$)').test(node.className); }

  // The text nodes of each line; links do not end one, and numbers are none.
  function lines() {
    var all = [], line = [];
    function end() {
      if (line.length) all.push(line);
      line = [];
    }
    function walk(node) {
      for (var child = node.firstChild; child; child = child.nextSibling) {
        if (child.nodeType === 3) {
          line.push(child);
        } else if (has(child, 'ref|term')) {
          walk(child);
        } else if (!has(child, 'at')) {
          end();
          if (!has(child, 'label|was|copying|citing')) walk(child);
          end();
        }
      }
    }
    walk(body);
    return all;
  }

  function placeOf(node) {
    while (node !== body && !/^H\d$/.test(node.nodeName) && !has(node, 'heading')) node = node.parentNode;
    return node === body ? 'text' : 'heading';
  }

  // Marks a range of a line, in each of its text nodes.
  function mark(line, range) {
    var place = 0, marks = [];
    line.forEach(function (node) {
      var start = Math.max(range[0] - place, 0), end = Math.min(range[1] - place, node.length);
      place += node.length;
      if (start >= end) return;
      var middle = node.splitText(start), made = document.createElement('mark');
      middle.splitText(end - start);
      middle.parentNode.replaceChild(made, middle);
      made.appendChild(middle);
      marks.push(made);
    });
    return marks;
  }

  function markLine(line) {
    var place = placeOf(line[0].parentNode);
    var phrases = terms.filter(function (term) { return term.scope === 'anywhere' || term.scope === place; })
      .map(function (term) { return term.units; });
    var ranges = tiaowen.text.ranges(line.map(function (node) { return node.data; }).join(''), phrases, true);
    // From the end: what stands before stays as it is.
    places = places.concat(ranges.reverse().map(function (range) { return mark(line, range); }).reverse());
  }

  function show(index) {
    places[current].forEach(function (node) { node.className = ''; });
    current = (index + places.length) % places.length;
    places[current].forEach(function (node) { node.className = 'current'; });
    told.textContent = '第 ' + (current + 1) + '/' + places.length + ' 处';
    var box = places[current][0].getBoundingClientRect();
    if (box.top > 0 && box.bottom < window.innerHeight - 80) return;
    window.scrollBy(0, box.top - window.innerHeight / 3);
  }

  // The first place in or after what the address names, else the first of all.
  function firstPlace() {
    var target = document.getElementById(decode(location.href.split('#')[1] || ''));
    for (var index = 0; target && index < places.length; index++) {
      var node = places[index][0];
      if (target.contains(node) || target.compareDocumentPosition(node) & 4) return index;
    }
    return 0;
  }

  function close() {
    document.removeEventListener('keydown', key);
    [].concat.apply([], places).forEach(function (made) {
      var parent = made.parentNode;
      parent.replaceChild(made.firstChild, made);
      parent.normalize();
    });
    document.body.removeChild(bar);
    document.body.className = document.body.className.replace(' found', '');
  }

  function key(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.nodeName)) return;
    if (event.key === 'n') show(current + 1);
    if (event.key === 'p') show(current - 1);
    if (/^Esc/.test(event.key)) close();
  }

  function add(name, text, title, action) {
    var made = document.createElement(name);
    made.textContent = text;
    if (action) {
      made.type = 'button';
      made.title = title;
      made.addEventListener('click', action);
    }
    return bar.appendChild(made);
  }

  function showBar() {
    bar = document.createElement('div');
    bar.className = 'places';
    bar.setAttribute('role', 'region');
    bar.setAttribute('aria-label', '搜索到的文字');
    told = add('span', '');
    told.setAttribute('role', 'status');
    add('button', '上一处', '按 p 键', function () { show(current - 1); });
    add('button', '下一处', '按 n 键', function () { show(current + 1); });
    add('a', '返回搜索').href = link.getAttribute('href') + '#q=' + encodeURIComponent(asked);
    add('button', '✕', '去掉标记，按 Esc 键', close).setAttribute('aria-label', '去掉标记');
    document.body.appendChild(bar);
    document.body.className += ' found';
    document.addEventListener('keydown', key);
  }

  function start() {
    var query;
    try { query = tiaowen.query.parse(asked); } catch (error) { query = tiaowen.query.plain(asked); }
    terms = query ? tiaowen.query.positiveTerms(query) : [];
    lines().forEach(markLine);
    if (!places.length) return;
    showBar();
    show(firstPlace());
    // The browser goes to the article once all is loaded.
    window.addEventListener('load', function () { setTimeout(function () { show(current); }, 0); });
  }

  if (tiaowen.text.isPlain(asked + body.textContent)) return start();
  var script = document.createElement('script');
  script.src = link.getAttribute('href').replace('search.html', 'search/folding.js');
  script.onload = start;
  document.head.appendChild(script);
})();
