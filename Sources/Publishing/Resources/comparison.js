/* The page of a comparison is complete without this script, which adds a way from
   one change to the next, and filters by kind of change. */
(function () {
  'use strict';
  var tools = document.getElementById('tools');
  // A page without changes has no tools.
  if (!tools) return;
  var place = document.getElementById('place');
  var rows = document.querySelectorAll('tr[data-kinds]');
  var boxes = tools.querySelectorAll('input');
  var current = -1;

  function isShown(row) {
    if (row.hidden) return false;
    var parent = row.parentNode;
    while (parent && parent.nodeName !== 'DETAILS') parent = parent.parentNode;
    return !parent || parent.open;
  }

  function shownRows() {
    var shown = [];
    for (var i = 0; i < rows.length; i++) if (isShown(rows[i])) shown.push(rows[i]);
    return shown;
  }

  function tell() {
    var shown = shownRows();
    var at = current < 0 ? -1 : shown.indexOf(rows[current]);
    place.textContent = (at < 0 ? '' : '第 ' + (at + 1) + ' 处，') + '共 ' + shown.length + ' 处';
  }

  function choose(row) {
    if (current >= 0) rows[current].className = '';
    current = Array.prototype.indexOf.call(rows, row);
    row.className = 'current';
    row.setAttribute('tabindex', '-1');
    row.focus({ preventScroll: true });
    window.scrollTo(0, row.getBoundingClientRect().top + window.pageYOffset - tools.offsetHeight - 8);
    tell();
  }

  // Whether a row lies before the place from which a step goes: the chosen row, or
  // the upper edge of what is in sight.
  function isBefore(row) {
    if (current >= 0) return Array.prototype.indexOf.call(rows, row) < current;
    return row.getBoundingClientRect().top < tools.offsetHeight;
  }

  function step(by) {
    var shown = shownRows();
    var at = 0;
    while (at < shown.length && isBefore(shown[at])) at++;
    if (by < 0) at--;
    else if (at < shown.length && shown[at] === rows[current]) at++;
    if (at >= 0 && at < shown.length) choose(shown[at]);
  }

  function filter() {
    for (var i = 0; i < rows.length; i++) {
      var kinds = ' ' + rows[i].getAttribute('data-kinds') + ' ';
      var isWanted = false;
      for (var j = 0; j < boxes.length; j++) {
        if (boxes[j].checked && kinds.indexOf(' ' + boxes[j].value + ' ') >= 0) isWanted = true;
      }
      rows[i].hidden = !isWanted;
    }
    tell();
  }

  for (var i = 0; i < boxes.length; i++) boxes[i].addEventListener('change', filter);
  document.getElementById('next').addEventListener('click', function () { step(1); });
  document.getElementById('previous').addEventListener('click', function () { step(-1); });
  var details = document.querySelector('details');
  if (details) details.addEventListener('toggle', tell);
  document.addEventListener('keydown', function (event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    var key = event.key;
    if (key === 'n' || key === 'j') step(1);
    else if (key === 'p' || key === 'k') step(-1);
    else return;
    event.preventDefault();
  });
  // A link to a row that is filtered out or folded shows it all the same.
  function follow() {
    var row = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!row || !row.hasAttribute('data-kinds')) return;
    row.hidden = false;
    if (details && details.contains(row)) details.open = true;
    choose(row);
  }
  window.addEventListener('hashchange', follow);
  document.documentElement.className = 'scripted';
  // A browser may remember boxes of an earlier visit.
  filter();
  if (location.hash) follow();
})();
