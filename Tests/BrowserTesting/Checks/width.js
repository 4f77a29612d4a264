(function () {
  'use strict';
  const width = document.documentElement.clientWidth;
  const isTooWide = document.documentElement.scrollWidth > width
    || document.body.scrollWidth > width;
  if (!isTooWide) return [];
  const problems = ['the page is ' + document.documentElement.scrollWidth + ' pixels wide in '
    + width];
  for (const element of document.querySelectorAll('body *')) {
    const right = element.getBoundingClientRect().right + window.scrollX;
    if (right <= width + 0.5 || problems.length > 5) continue;
    const classes = Array.from(element.classList, (name) => '.' + name).join('');
    problems.push(
      element.localName + (element.id ? '#' + element.id : '') + classes + '「'
      + element.textContent.replace(/\s+/g, ' ').trim().slice(0, 20) + '」 reaches '
      + Math.round(right));
  }
  return problems;
})
