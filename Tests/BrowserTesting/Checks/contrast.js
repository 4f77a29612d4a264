(function (minimum) {
  'use strict';
  const context = Object.assign(document.createElement('canvas'), { width: 1, height: 1 })
    .getContext('2d', { willReadFrequently: true });
  const colors = new Map();
  const failures = new Set();

  // A colour in any notation as red, green, blue and alpha from 0 to 1.
  function color(text) {
    if (!colors.has(text)) {
      context.clearRect(0, 0, 1, 1);
      context.fillStyle = text;
      context.fillRect(0, 0, 1, 1);
      colors.set(text, Array.from(context.getImageData(0, 0, 1, 1).data, (value) => value / 255));
    }
    return colors.get(text);
  }

  function over(upper, lower) {
    const alpha = upper[3] + lower[3] * (1 - upper[3]);
    if (alpha === 0) return [0, 0, 0, 0];
    return [0, 1, 2].map(
      (i) => (upper[i] * upper[3] + lower[i] * lower[3] * (1 - upper[3])) / alpha).concat(alpha);
  }

  function faded(paint, opacity) {
    return [paint[0], paint[1], paint[2], paint[3] * opacity];
  }

  // What a browser paints behind everything.
  function canvas() {
    const schemes = getComputedStyle(document.documentElement).colorScheme;
    const isDark = /dark/.test(schemes)
      && (!/light/.test(schemes) || matchMedia('(prefers-color-scheme: dark)').matches);
    return color(isDark ? '#121212' : '#ffffff');
  }

  function luminance(paint) {
    const [red, green, blue] = paint.map(
      (value) => value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }

  function hex(paint) {
    return '#' + paint.slice(0, 3)
      .map((value) => Math.round(value * 255).toString(16).padStart(2, '0')).join('');
  }

  function check(element, style, text, part) {
    text = text.replace(/\s+/g, ' ').trim();
    if (!text || element.closest(':disabled')) return;
    let front = faded(color(style.color), part ? Number(style.opacity) : 1);
    let back = part === '' || part === '::placeholder' ? [0, 0, 0, 0] : color(style.backgroundColor);
    let isOnPicture = part !== '' && style.backgroundImage !== 'none';
    front = over(front, back);
    for (let node = element; node; node = node.parentElement) {
      const around = getComputedStyle(node);
      if (back[3] < 1 && around.backgroundImage !== 'none') isOnPicture = true;
      const ground = color(around.backgroundColor);
      front = faded(over(front, ground), Number(around.opacity));
      back = faded(over(back, ground), Number(around.opacity));
    }
    front = over(front, canvas());
    back = over(back, canvas());
    const [dark, light] = [luminance(front), luminance(back)].sort((a, b) => a - b);
    const ratio = (light + 0.05) / (dark + 0.05);
    if (ratio >= minimum && !isOnPicture) return;
    const classes = Array.from(element.classList, (name) => '.' + name).join('');
    failures.add(
      element.localName + (element.id ? '#' + element.id : '') + classes + part
      + '「' + text.slice(0, 20) + '」: ' + hex(front) + ' on '
      + (isOnPicture ? 'a picture' : hex(back) + ' is ' + ratio.toFixed(2)));
  }

  function checkParts(element) {
    for (const part of ['::before', '::after']) {
      const style = getComputedStyle(element, part);
      const text = (style.content.match(/"(?:[^"\\]|\\.)*"/g) || []).map((q) => q.slice(1, -1));
      if (style.content.includes('attr(') || text.length > 0) {
        check(element, style, text.join('') || style.content, part);
      }
    }
    if ('placeholder' in element && element.placeholder && !element.value) {
      check(element, getComputedStyle(element, '::placeholder'), element.placeholder, '::placeholder');
    }
    const isField = ['input', 'textarea', 'select'].includes(element.localName);
    if (isField && !['checkbox', 'radio', 'hidden', 'range', 'color'].includes(element.type)) {
      const chosen = element.selectedOptions && element.selectedOptions[0];
      check(element, getComputedStyle(element), chosen ? chosen.text : element.value || '', '');
    }
  }

  for (const element of document.querySelectorAll('body, body *')) {
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    if (['select', 'option', 'optgroup', 'textarea', 'script', 'style'].includes(element.localName)) {
      checkParts(element);
      continue;
    }
    let text = '';
    for (const node of element.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) text += node.data;
    }
    check(element, getComputedStyle(element), text, '');
    checkParts(element);
  }
  return Array.from(failures);
})
