/* Marks in the text of a regulation what a reader searched who comes from there with ?q=…, and leads from one
   place to the next. */
(function () {
  'use strict';
  var tiaowen = window.tiaowen;
  var body = document.querySelector('.body');
  var link = document.querySelector('header.site a.search');
  var asked = /[?&]q=([^&]*)/.exec(location.search);
  if (!tiaowen || !tiaowen.query || !body || !link || !asked) return;
  try { asked = decodeURIComponent(asked[1].replace(/\+/g, ' ')); } catch (error) { return; }
  var query = null;
  var places = [];
  var current = 0;
  var bar = null;
  var told = null;

  // Texts

  function has(node, names) { return new RegExp('(^| )(' + names + ')( |$)').test(node.className); }

  // The runs of text that a reader sees as one line, each as the text nodes that make it; links do not end one.
  function runs() {
    var all = [];
    var run = [];
    function end() {
      if (run.length) all.push(run);
      run = [];
    }
    function walk(node) {
      for (var child = node.firstChild; child; child = child.nextSibling) {
        if (child.nodeType === 3) {
          run.push(child);
        } else if (child.nodeType === 1 && has(child, 'ref|term')) {
          walk(child);
        } else if (child.nodeType === 1 && !has(child, 'at')) {
          end();
          // Not what the text does not say itself.
          if (!has(child, 'label|was|copying|citing')) walk(child);
          end();
        }
      }
    }
    walk(body);
    end();
    return all;
  }

  function isHeading(node) {
    while (node !== body && !/^H\d$/.test(node.nodeName) && !has(node, 'heading')) node = node.parentNode;
    return node !== body;
  }

  // Where terms stand in a text, in order, what overlaps as one.
  function found(text, terms) {
    var folded = tiaowen.text.fold(text);
    var all = [];
    terms.forEach(function (term) {
      var units = term.units;
      for (var at = folded.units.indexOf(units); at >= 0; at = folded.units.indexOf(units, at + units.length)) {
        all.push([folded.starts[at], folded.ends[at + units.length - 1]]);
      }
    });
    all.sort(function (left, right) { return left[0] - right[0]; });
    return all.filter(function (range, index) {
      for (var next = index + 1; next < all.length && all[next][0] < range[1]; next++) {
        all[next][0] = range[0];
        all[next][1] = Math.max(all[next][1], range[1]);
      }
      return next === index + 1;
    });
  }

  // Marks a range of a run: one mark in each text node of it.
  function mark(run, range) {
    var place = 0;
    var marks = [];
    run.forEach(function (node) {
      var start = Math.max(range[0] - place, 0);
      var end = Math.min(range[1] - place, node.length);
      place += node.length;
      if (start >= end) return;
      var middle = node.splitText(start);
      middle.splitText(end - start);
      var made = document.createElement('mark');
      middle.parentNode.insertBefore(made, middle);
      made.appendChild(middle);
      marks.push(made);
    });
    return marks;
  }

  function markAll() {
    var terms = tiaowen.query.positiveTerms(query);
    runs().forEach(function (run) {
      var text = run.map(function (node) { return node.data; }).join('');
      var place = isHeading(run[0].parentNode) ? 'heading' : 'text';
      var ranges = found(text, terms.filter(function (term) { return term.scope === 'anywhere' || term.scope === place; }));
      // From the end, so that the nodes before stay what they are.
      var marks = ranges.reverse().map(function (range) { return mark(run, range); });
      places = places.concat(marks.reverse());
    });
  }

  // Places

  function show(index, isQuiet) {
    places[current].forEach(function (node) { node.className = ''; });
    current = (index + places.length) % places.length;
    places[current].forEach(function (node) { node.className = 'current'; });
    told.textContent = '第 ' + (current + 1) + '/' + places.length + ' 处';
    var node = places[current][0];
    var box = node.getBoundingClientRect();
    if (isQuiet && box.top > 0 && box.bottom < window.innerHeight - 80) return;
    node.scrollIntoView();
    window.scrollBy(0, -window.innerHeight / 3);
  }

  // The first one in or after what the address names, else the first of all.
  function firstPlace() {
    var name = location.href.split('#')[1];
    var target = null;
    try { target = name && document.getElementById(decodeURIComponent(name)); } catch (error) { /* No address. */ }
    for (var index = 0; target && index < places.length; index++) {
      var node = places[index][0];
      if (target.contains(node) || target.compareDocumentPosition(node) & 4) return index;
    }
    return 0;
  }

  function close() {
    document.removeEventListener('keydown', key);
    places.forEach(function (marks) {
      marks.forEach(function (made) {
        var parent = made.parentNode;
        while (made.firstChild) parent.insertBefore(made.firstChild, made);
        parent.removeChild(made);
        parent.normalize();
      });
    });
    document.body.removeChild(bar);
    document.body.className = document.body.className.replace(' found', '');
  }

  function key(event) {
    var name = event.key;
    if (event.ctrlKey || event.altKey || event.metaKey || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.nodeName)) return;
    if (name === 'n') show(current + 1);
    else if (name === 'p') show(current - 1);
    else if (name === 'Escape' || name === 'Esc') close();
  }

  function button(text, title, action) {
    var made = document.createElement('button');
    made.type = 'button';
    made.textContent = text;
    made.title = title;
    made.addEventListener('click', action);
    bar.appendChild(made);
    return made;
  }

  function showBar() {
    bar = document.createElement('div');
    bar.className = 'places';
    bar.setAttribute('role', 'region');
    bar.setAttribute('aria-label', '搜索到的文字');
    told = document.createElement('span');
    told.setAttribute('role', 'status');
    bar.appendChild(told);
    button('上一处', '按 p 键', function () { show(current - 1); });
    button('下一处', '按 n 键', function () { show(current + 1); });
    var back = document.createElement('a');
    back.href = link.getAttribute('href') + '#q=' + encodeURIComponent(asked);
    back.textContent = '返回搜索';
    bar.appendChild(back);
    button('✕', '去掉标记，按 Esc 键', close).setAttribute('aria-label', '去掉标记');
    document.body.appendChild(bar);
    document.body.className += ' found';
    document.addEventListener('keydown', key);
  }

  function start() {
    try {
      query = tiaowen.query.parse(asked);
    } catch (error) {
      query = tiaowen.query.plain(asked);
    }
    if (query) markAll();
    if (!places.length) return;
    showBar();
    show(firstPlace(), true);
    // The browser goes to the article when all is loaded.
    if (document.readyState !== 'complete') {
      window.addEventListener('load', function () { setTimeout(function () { show(current, true); }, 0); });
    }
  }

  if (tiaowen.text.isPlain(asked + body.textContent)) {
    start();
  } else {
    var script = document.createElement('script');
    script.src = link.getAttribute('href').replace('search.html', 'search/folding.js');
    script.onload = start;
    document.head.appendChild(script);
  }
})();
