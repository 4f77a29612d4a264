/* The query language, as QueryLexer and QueryParser of the Search module read it. A query is a term, a number, or
   all or any of several, or not one; what is none throws why and where. ES5. */
(function () {
  'use strict';
  var tiaowen = window.tiaowen = window.tiaowen || {};
  var query = tiaowen.query = {};
  var deepest = 64;
  var fields = {
    'text': 'text', '正文': 'text', 'heading': 'heading', '标题': 'heading', 'title': 'title', '名称': 'title',
    'no': 'number', '条': 'number'
  };

  function problem(reason, value, offset) { return { reason: reason, value: value || '', offset: offset }; }

  // Tokens

  function isIn(signs, sign) { return sign !== '' && signs.indexOf(sign) >= 0; }
  function isQuotation(sign) { return isIn('"＂“”„‟「『', sign); }
  function isOpen(sign) { return sign === '(' || sign === '（'; }
  function isClose(sign) { return sign === ')' || sign === '）'; }
  function isColon(sign) { return sign === ':' || sign === '：'; }
  function isMinus(sign) { return isIn('-－−', sign); }
  function isBlank(sign) { return tiaowen.text.isBlank(sign); }

  /* Whether a quotation mark ends what another began. */
  function closes(sign, opener) {
    if (sign === '"' || sign === '＂') return opener !== '「' && opener !== '『';
    if (sign === '“' || sign === '”') return isIn('“”„‟', opener);
    return sign === '」' && opener === '「' || sign === '』' && opener === '『';
  }

  /* Cuts a text into tokens: word, phrase, field, or, not, open, close; each with the scalar at which it begins. */
  function tokensOf(source) {
    var signs = source.replace(/[\u0000-\u001f]/g, ' ').match(/[\ud800-\udbff][\udc00-\udfff]|[\s\S]/g) || [];
    var tokens = [], index = 0, depth = 0, unpaired = null;
    function text(start, end) { return signs.slice(start, end).join(''); }
    function add(kind, start, value) { tokens.push({ kind: kind, value: value, start: start }); }

    function readPhrase() {
      var opener = signs[index], end = index + 1;
      while (end < signs.length && !closes(signs[end], opener)) end++;
      if (end === signs.length) {
        if (unpaired === null) unpaired = index;
        index++;
        return;
      }
      add('phrase', index, text(index + 1, end));
      index = end + 1;
    }

    /* Whether a parenthesis groups: what it encloses has a blank or a quotation in it, and nothing is glued to
       its end. */
    function isGroup(start) {
      var level = 0, hasParts = false;
      for (var at = start; at < signs.length; at++) {
        if (isOpen(signs[at])) level++;
        if (isClose(signs[at])) level--;
        if (isBlank(signs[at]) || isQuotation(signs[at])) hasParts = true;
        if (level) continue;
        return hasParts && (at + 1 >= signs.length || isBlank(signs[at + 1]) || isClose(signs[at + 1]));
      }
      return true;
    }

    /* A word before a colon, if it names a field: a name of one, or any Latin word that is not the start of an
       address and has something after it. */
    function field(start, end) {
      var name = text(start, end), next = index < signs.length ? signs[index] : ' ';
      var known = fields.hasOwnProperty(name) ? fields[name] : null;
      if (!known) {
        var folded = tiaowen.text.fold(name, true).units;
        known = fields.hasOwnProperty(folded) ? fields[folded] : null;
      }
      if (known) return { name: name, field: known };
      return /^[A-Za-z]+$/.test(name) && next !== '/' && !isBlank(next) ? { name: name, field: null } : null;
    }

    function readWord() {
      var start = index, inner = 0;
      while (index < signs.length) {
        var sign = signs[index];
        if (isBlank(sign) || isQuotation(sign)) break;
        if (isOpen(sign)) inner++;
        if (isClose(sign)) {
          if (inner === 0 && depth > 0) break;
          inner--;
        }
        index++;
        var found = isColon(sign) ? field(start, index - 1) : null;
        if (found) return add('field', start, found);
      }
      // A quotation mark that opens nothing stands alone.
      if (index === start) index++;
      var word = text(start, index);
      var keyword = { 'OR': 'or', 'ＯＲ': 'or', 'NOT': 'not', 'ＮＯＴ': 'not' }[plainKeyword(word)];
      add(keyword || 'word', start, word);
    }

    while (index < signs.length) {
      if (isBlank(signs[index])) {
        index++;
      } else if (isQuotation(signs[index])) {
        readPhrase();
      } else if (isOpen(signs[index]) && isGroup(index)) {
        add('open', index++);
        depth++;
      } else if (isClose(signs[index]) && depth > 0) {
        add('close', index++);
        depth--;
      } else if (isMinus(signs[index]) && index + 1 < signs.length && !isBlank(signs[index + 1])) {
        add('not', index++);
      } else {
        readWord();
      }
    }
    return { tokens: tokens, unpaired: unpaired };
  }

  /* Full-width capitals as plain ones. */
  function plainKeyword(word) {
    return word.replace(/[\uff21-\uff3a]/g, function (sign) { return String.fromCharCode(sign.charCodeAt(0) - 0xFEE0); });
  }

  // Queries

  function term(text, scope) {
    var units = tiaowen.text.fold(text, true).units;
    return units ? { kind: 'term', text: text, units: units, scope: scope } : null;
  }

  /* Whether a hit can come of a query: it must ask for something. */
  function isPositive(query) {
    if (query.kind === 'all') return query.parts.some(isPositive);
    if (query.kind === 'any') return query.parts.length > 0 && query.parts.every(isPositive);
    return query.kind !== 'not';
  }

  /* The query that a text spells. */
  query.parse = function (source) {
    var read = tokensOf(source), tokens = read.tokens, index = 0;

    function fail(reason, value, token) {
      var last = tokens[tokens.length - 1];
      throw problem(reason, value, token < tokens.length ? tokens[token].start : last ? last.start : null);
    }
    function sign() {
      if (index >= tokens.length) return 'end';
      var kind = tokens[index].kind;
      return kind === 'or' || kind === 'close' ? kind : 'other';
    }
    function alternatives(field, depth) {
      if (depth >= deepest) fail('tooDeep', '', index);
      var part = sequence(field, depth), parts = [], last = index;
      if (sign() !== 'or') return part;
      while (true) {
        if (!part) fail('missingOperand', 'OR', last);
        parts.push(part);
        if (sign() !== 'or') return { kind: 'any', parts: parts };
        last = index++;
        part = sequence(field, depth);
      }
    }
    function sequence(field, depth) {
      var parts = [];
      while (sign() === 'other') {
        var part = single(field, depth);
        if (part) parts.push(part);
      }
      return parts.length > 1 ? { kind: 'all', parts: parts } : parts[0] || null;
    }
    function single(field, depth) {
      if (depth >= deepest) fail('tooDeep', '', index);
      if (index >= tokens.length) fail('missingOperand', '', index);
      var start = index++, token = tokens[start], inner;
      if (token.kind === 'word' || token.kind === 'phrase') {
        if (field !== 'number') return term(token.value, field);
        var number = tiaowen.query.number(token.value);
        if (number === null) fail('badNumber', token.value, start);
        return { kind: 'number', number: number };
      }
      if (token.kind === 'field') {
        if (!token.value.field) fail('unknownField', token.value.name, start);
        return operand(token.value.name + ':', token.value.field, depth);
      }
      if (token.kind === 'not') return { kind: 'not', part: operand('NOT', field, depth) };
      if (token.kind !== 'open') fail('unbalanced', '', start);
      inner = alternatives(field, depth + 1);
      if (sign() !== 'close') fail('unbalanced', '', start);
      index++;
      return inner;
    }
    function operand(name, field, depth) {
      var start = index - 1, part = sign() === 'other' ? single(field, depth + 1) : null;
      if (!part) fail('missingOperand', name, start);
      return part;
    }

    var found = alternatives('anywhere', 0);
    if (sign() !== 'end') fail('unbalanced', '', index);
    if (!found || !isPositive(found)) fail('nothingAsked', '', 0);
    if (read.unpaired !== null) throw problem('unbalanced', '', read.unpaired);
    return found;
  };

  /* The query in which every word of a text is a term, whatever it means, or `null`. */
  query.plain = function (source) {
    var terms = [];
    tokensOf(source).tokens.forEach(function (token) {
      var word = token.kind === 'field' ? token.value.name : token.value;
      var made = token.kind === 'word' || token.kind === 'phrase' || token.kind === 'field' ? term(word, 'anywhere') : null;
      if (made) terms.push(made);
    });
    // Signs alone are searched as they stand.
    if (!terms.length && term(source, 'anywhere')) terms.push(term(source, 'anywhere'));
    return terms.length > 1 ? { kind: 'all', parts: terms } : terms[0] || null;
  };

  /* The terms of a query that may stand in a hit. */
  query.positiveTerms = function (query) {
    if (query.kind === 'term') return [query];
    if (query.kind !== 'all' && query.kind !== 'any') return [];
    return [].concat.apply([], query.parts.map(tiaowen.query.positiveTerms));
  };

  // Numbers

  /* Whether a text says 条 or ends with a number; nothing else is a citation. */
  query.mayCite = function (source) {
    if (/[条條]/.test(source)) return true;
    var last = ' ';
    for (var index = source.length - 1; index >= 0 && last === ' '; index--) {
      if (!isBlank(source.charAt(index))) last = source.charAt(index);
    }
    return tiaowen.text.isNumeral(last);
  };

  /* The number of a provision: 39, 82-1, 三十九, 第八十二条之一, 2.1; `null` for what is none. */
  query.number = function (source) {
    var words = source.replace(/[\s\u3000]/g, '').replace(/[：:，,？?。]+$/, '');
    var parts = /^第?([^条條之\-.]+)((?:-[^条條之\-.]+)*)[条條]?((?:之[^条條之\-.]+)*)$/.exec(words);
    if (/^[0-9]+([.][0-9]+)+(-[0-9]+)*$/.test(words)) return words;
    if (!parts) return null;
    var numbers = (parts[1] + parts[2].replace(/-/g, '之') + parts[3]).split('之').map(tiaowen.text.value);
    return numbers.indexOf(null) >= 0 ? null : numbers.join('-');
  };
})();
