(function () {
  'use strict';
  const problems = [];
  const all = (selector) => Array.from(document.querySelectorAll(selector));
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true });
  const words = (text) => (text || '').trim().split(/\s+/).filter(Boolean);

  function told(element) {
    const copy = element.cloneNode(false).outerHTML;
    return copy.length > 120 ? copy.slice(0, 120) + '…' : copy;
  }

  function name(element) {
    const labelled = words(element.getAttribute('aria-labelledby'))
      .map((id) => document.getElementById(id)).filter(Boolean).map((label) => label.textContent);
    const pictures = Array.from(element.querySelectorAll('img[alt], [aria-label]'))
      .map((inner) => inner.getAttribute('alt') || inner.getAttribute('aria-label'));
    const isButton = ['button', 'submit', 'reset'].includes(element.type);
    const isField = ['INPUT', 'SELECT', 'TEXTAREA'].includes(element.nodeName);
    const own = isField ? (isButton ? [element.value] : []) : [element.textContent].concat(pictures);
    return labelled
      .concat(element.getAttribute('aria-label'))
      .concat(Array.from(element.labels || [], (label) => label.textContent))
      .concat(own, element.getAttribute('alt'), element.title)
      .map((text) => (text || '').trim()).find(Boolean) || '';
  }

  if (!document.documentElement.lang) problems.push('html has no lang');
  if (!document.title.trim()) problems.push('the page has no title');
  for (const kind of ['main', 'h1']) {
    const count = all(kind === 'main' ? 'main, [role=main]' : kind).filter(isShown).length;
    if (count !== 1) problems.push(count + ' ' + kind + ' instead of one');
  }

  let level = 0;
  for (const heading of all('h1, h2, h3, h4, h5, h6').filter(isShown)) {
    const own = Number(heading.nodeName[1]);
    const text = heading.textContent.trim();
    if (own > level + 1) {
      problems.push('h' + own + '「' + text + '」 follows ' + (level ? 'h' + level : 'no heading'));
    }
    if (!text) problems.push('an h' + own + ' is empty');
    level = own;
  }

  const controls = 'button, select, textarea, summary, a[href], input:not([type=hidden]), '
    + '[role=button], [role=link], [role=checkbox], [role=tab], [role=combobox], [role=textbox]';
  for (const control of all(controls)) {
    if (isShown(control) && !name(control)) problems.push('without a name: ' + told(control));
  }
  for (const picture of all('img:not([alt]), iframe:not([title])')) {
    problems.push('without a name: ' + told(picture));
  }
  const navigations = all('nav, [role=navigation]').filter(isShown);
  const names = navigations.map((element) => {
    const label = element.getAttribute('aria-label');
    const id = words(element.getAttribute('aria-labelledby'))[0];
    const target = id && document.getElementById(id);
    return label || (target ? target.textContent.trim() : '');
  });
  if (navigations.length > 1 && new Set(names.filter(Boolean)).size < names.length) {
    problems.push('several nav share a name or have none: ' + JSON.stringify(names));
  }
  for (const element of all('[tabindex]')) {
    if (element.tabIndex > 0) problems.push('a tab order of its own: ' + told(element));
  }

  const ids = new Set();
  for (const element of all('[id]')) {
    if (!element.id) problems.push('an empty id: ' + told(element));
    if (ids.has(element.id)) problems.push('id stands twice: ' + element.id);
    ids.add(element.id);
  }
  for (const link of all('a[href]')) {
    const address = new URL(link.href, document.baseURI);
    if (address.href.split('#')[0] !== location.href.split('#')[0] || !address.hash) continue;
    const target = decodeURIComponent(address.hash.slice(1));
    if (!ids.has(target)) problems.push('no target for the link: #' + target);
  }
  for (const attribute of ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'headers',
    'list', 'aria-activedescendant', 'aria-owns', 'form']) {
    for (const element of all('[' + attribute + ']')) {
      for (const id of words(element.getAttribute(attribute))) {
        if (!ids.has(id)) problems.push(attribute + ' names no id: ' + id);
      }
    }
  }
  return problems;
})
