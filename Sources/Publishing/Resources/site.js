/* The pages of a site are complete without this script. It shows the text that a link leads to, copies
   citations and links, filters the list of regulations, and leads to the search. ES5, since old browsers read
   the pages too. */
(function () {
  'use strict';
  var root = document.documentElement;
  root.className += ' scripted';

  function all(selector, within) {
    return Array.prototype.slice.call((within || document).querySelectorAll(selector));
  }

  function closest(node, test) {
    while (node && node !== document && !test(node)) node = node.parentNode;
    return node && node !== document ? node : null;
  }

  function has(node, name) {
    return (' ' + (node.className || '') + ' ').indexOf(' ' + name + ' ') >= 0;
  }

  function element(name, kind, text) {
    var made = document.createElement(name);
    if (kind) made.className = kind;
    if (text) made.textContent = text;
    return made;
  }

  // The contents stand open where there is room for them beside the text.
  var contents = document.querySelector('.contents details');
  if (contents && window.matchMedia && window.matchMedia('(min-width: 80rem)').matches) contents.open = true;

  // Copying

  function copy(text, done) {
    function old() {
      var field = element('textarea');
      field.value = text;
      field.style.position = 'fixed';
      field.style.top = '0';
      field.setAttribute('aria-hidden', 'true');
      document.body.appendChild(field);
      field.select();
      var isDone = false;
      try { isDone = document.execCommand('copy'); } catch (error) { isDone = false; }
      document.body.removeChild(field);
      done(isDone);
    }
    if (navigator.clipboard && window.isSecureContext) {
      navigator.clipboard.writeText(text).then(function () { done(true); }, old);
    } else {
      old();
    }
  }

  var tools = null;
  var toolsOf = null;

  function citation(unit) {
    var body = closest(unit, function (node) { return node.nodeType === 1 && node.hasAttribute('data-title'); });
    return '《' + (body ? body.getAttribute('data-title') : document.title) + '》' + unit.getAttribute('data-name');
  }

  // The permanent address, which leads to what became of the article also later.
  function link(unit) {
    var label = unit.querySelector('a.label');
    return label ? label.href : location.href.split('#')[0] + '#' + unit.id;
  }

  function button(text, value) {
    var made = element('button', '', text);
    made.type = 'button';
    made.addEventListener('click', function () {
      copy(value(toolsOf), function (isDone) {
        var said = tools.querySelector('.said');
        said.textContent = isDone ? '已复制' : '无法复制';
        made.focus();
      });
    });
    return made;
  }

  function showTools(unit) {
    if (unit === toolsOf) return;
    if (!tools) {
      tools = element('span', 'copying');
      tools.setAttribute('role', 'group');
      tools.setAttribute('aria-label', '复制');
      tools.appendChild(button('复制引用', citation));
      tools.appendChild(button('复制链接', link));
      var said = element('span', 'said');
      said.setAttribute('role', 'status');
      tools.appendChild(said);
    }
    tools.querySelector('.said').textContent = '';
    toolsOf = unit;
    var label = unit.querySelector('a.label');
    label.parentNode.insertBefore(tools, label.nextSibling);
  }

  function unitOf(node) {
    return closest(node, function (node) { return node.nodeType === 1 && node.hasAttribute('data-name'); });
  }

  // What links lead to

  var tip = null;
  var tipOf = null;

  function hideTip() {
    if (!tipOf) return;
    tipOf.setAttribute('title', tip.textContent);
    tipOf.removeAttribute('aria-describedby');
    tip.hidden = true;
    tipOf = null;
  }

  function showTip(anchor) {
    if (anchor === tipOf) return;
    hideTip();
    var words = anchor.getAttribute('title');
    if (!words) return;
    if (!tip) {
      tip = element('div', 'tip');
      tip.id = 'tip';
      tip.setAttribute('role', 'tooltip');
      document.body.appendChild(tip);
    }
    tip.textContent = words;
    tip.hidden = false;
    anchor.removeAttribute('title');
    anchor.setAttribute('aria-describedby', 'tip');
    tipOf = anchor;
    var box = anchor.getBoundingClientRect();
    var left = Math.max(8, Math.min(box.left, root.clientWidth - tip.offsetWidth - 8));
    var isBelow = box.bottom + tip.offsetHeight + 8 < root.clientHeight || box.top < tip.offsetHeight + 8;
    var top = isBelow ? box.bottom + 4 : box.top - tip.offsetHeight - 4;
    tip.style.left = left + window.pageXOffset + 'px';
    tip.style.top = top + window.pageYOffset + 'px';
  }

  function anchorOf(node) {
    return closest(node, function (node) {
      return node.nodeName === 'A' && (has(node, 'ref') || has(node, 'term'));
    });
  }

  function meet(event) {
    var anchor = anchorOf(event.target);
    if (anchor) showTip(anchor);
    else if (!tip || !tip.contains(event.target)) hideTip();
    var unit = unitOf(event.target);
    if (unit && unit.querySelector('a.label')) showTools(unit);
  }

  document.addEventListener('mouseover', meet);
  document.addEventListener('focus', meet, true);
  document.addEventListener('keydown', function (event) {
    if (event.key === 'Escape' || event.key === 'Esc') hideTip();
  });

  // The search; a single file has none.

  var searchLink = document.querySelector('header.site a.search');
  var form = document.querySelector('form.find');
  var asked = form && form.querySelector('input');
  if (form) {
    form.hidden = false;
    // Only a page of its own has the scripts that search.
    if (searchLink) form.addEventListener('submit', function (event) {
      event.preventDefault();
      location.href = searchLink.href + '#q=' + encodeURIComponent(asked.value);
    });
  }
  if (form || searchLink) document.addEventListener('keydown', function (event) {
    var at = event.target;
    var isText = /^(INPUT|TEXTAREA|SELECT)$/.test(at.nodeName) || at.isContentEditable;
    var isBox = at.type === 'checkbox' || at.type === 'radio';
    if (event.key !== '/' || event.ctrlKey || event.altKey || event.metaKey || isText && !isBox) return;
    event.preventDefault();
    if (!asked) {
      location.href = searchLink.href;
      return;
    }
    asked.focus();
    asked.select();
  });

  // Marks what was searched in the text that a result led to.
  if (searchLink && /[?&]q=[^&]/.test(location.search) && document.querySelector('.body')) {
    var site = searchLink.getAttribute('href').replace('search.html', '');
    var style = element('link');
    style.rel = 'stylesheet';
    style.href = site + 'assets/search.css';
    document.head.appendChild(style);
    ['text', 'query', 'mark'].forEach(function (name) {
      var script = element('script');
      script.async = false;
      script.src = site + 'assets/search-' + name + '.js';
      document.head.appendChild(script);
    });
  }

  // The list of regulations

  var rows = all('.regulations li');
  var head = document.querySelector('.index .head');
  if (head && rows.length > 1) {
    var finder = element('div', 'finder');
    var field = element('input');
    field.type = 'search';
    field.id = 'finder';
    field.setAttribute('placeholder', '按名称筛选下列法规');
    field.setAttribute('aria-label', '按名称筛选下列法规');
    finder.appendChild(field);
    var boxes = [];
    rows.forEach(function (row) {
      var state = row.getAttribute('data-state');
      if (boxes.some(function (box) { return box.value === state; })) return;
      var label = element('label');
      var box = element('input');
      box.type = 'checkbox';
      box.name = 'state';
      box.checked = true;
      box.value = state;
      label.appendChild(box);
      label.appendChild(document.createTextNode(' ' + row.querySelector('.state').textContent));
      boxes.push(box);
      finder.appendChild(label);
    });
    if (boxes.length < 2) boxes.forEach(function (box) { box.parentNode.hidden = true; });
    var told = element('span', 'told');
    told.setAttribute('role', 'status');
    finder.appendChild(told);
    head.appendChild(finder);
    var filter = function () {
      var wanted = field.value.replace(/\s+/g, '').toLowerCase();
      var count = 0;
      rows.forEach(function (row) {
        var title = row.querySelector('a').textContent.replace(/\s+/g, '').toLowerCase();
        var isState = boxes.some(function (box) {
          return box.checked && box.value === row.getAttribute('data-state');
        });
        row.hidden = !isState || title.indexOf(wanted) < 0;
        if (!row.hidden) count++;
      });
      all('.group').forEach(function (group) {
        group.hidden = !group.querySelector('li:not([hidden])');
      });
      told.textContent = count === rows.length ? '' : count + ' 部';
    };
    field.addEventListener('input', filter);
    boxes.forEach(function (box) { box.addEventListener('change', filter); });
    if (field.value) filter();
  }
})();
