/* Citations and the titles that names mean, as CitationReader, CitedArticlesReader, TitleDirectory, TitleForm and
   TitleWords of the Regulations module read them; their comments tell the rules. Loaded when it is needed. ES5. */
(function () {
  'use strict';
  var tiaowen = window.tiaowen;
  var text = tiaowen.text;
  var citation = tiaowen.citation = {};

  function isIn(signs, sign) { return sign !== undefined && sign !== '' && signs.indexOf(sign) >= 0; }
  function starts(source, words) { return source.slice(0, words.length) === words; }
  function ends(source, words) { return source.length >= words.length && source.slice(source.length - words.length) === words; }

  // Articles: 第三条第二款、第五条至第七条, 39-41条

  var rangeSigns = '至到-－—–~～〜';
  var listSigns = '、，,和与及或';
  var mostPlaces = 100;

  function ArticlesReader(signs, start) {
    this.signs = signs;
    this.index = start;
  }

  ArticlesReader.prototype.skip = function (signs) {
    if (!isIn(signs, this.signs[this.index])) return false;
    this.index++;
    return true;
  };

  ArticlesReader.prototype.skipBlanks = function () {
    while (this.signs[this.index] === ' ') this.index++;
  };

  ArticlesReader.prototype.value = function () {
    var start = this.index;
    while (this.index < this.signs.length && text.isNumeral(this.signs[this.index])) this.index++;
    return this.index > start ? text.value(this.signs.slice(start, this.index).join('')) : null;
  };

  /* The number behind a sign, 之 or a hyphen; at most `most`. */
  ArticlesReader.prototype.behind = function (signs, most) {
    var start = this.index;
    var value = this.skip(signs) ? this.value() : null;
    if (value !== null && value <= most) return value;
    this.index = start;
    return null;
  };

  ArticlesReader.prototype.part = function (endsRange) {
    var hasOrdinal = this.skip('第');
    this.skipBlanks();
    var value = this.value();
    if (value === null) return null;
    var insertion = this.behind('之', Infinity);
    if (insertion === null) insertion = this.behind('-－', value);
    var end = this.index;
    this.skipBlanks();
    var saysArticle = this.skip('条條');
    if (!saysArticle) this.index = end;
    if (saysArticle && !hasOrdinal && isIn('例件约線线', this.signs[this.index])) return null;
    if (saysArticle && insertion === null) insertion = this.behind('之', Infinity);
    var number = insertion === null ? String(value) : value + '-' + insertion;
    var places = saysArticle ? this.places() : [];
    return { number: number, saysArticle: saysArticle, places: places, endsRange: endsRange, end: this.index };
  };

  /* What parts two of a list: true for a range, false for a list, `null` for neither. */
  ArticlesReader.prototype.separator = function (last) {
    var start = this.index;
    this.skipBlanks();
    if (this.index >= this.signs.length) return null;
    var sign = this.signs[this.index];
    if (isIn(rangeSigns, sign) || isIn(listSigns, sign)) {
      while (this.signs[this.index] === sign) this.index++;
      this.skipBlanks();
      return isIn(rangeSigns, sign);
    }
    return this.index > start && last.saysArticle && sign === '第' ? false : null;
  };

  ArticlesReader.prototype.list = function () {
    var next = this.part(false), parts = [];
    while (next) {
      parts.push(next);
      this.index = next.end;
      var isRange = this.separator(next);
      next = isRange === null ? null : this.part(isRange);
    }
    if (parts.length) this.index = parts[parts.length - 1].end;
    return parts;
  };

  function articlesOf(parts) {
    var articles = [];
    parts.forEach(function (part) {
      var before = articles[articles.length - 1];
      if (part.endsRange && before && before.last === null && !before.places.length && citation.compare(before.first, part.number) < 0) {
        before.last = part.number;
      } else {
        articles.push({ first: part.number, last: null, places: part.places });
      }
    });
    return articles;
  }

  /* The articles, of which the last one says 条. */
  ArticlesReader.prototype.articles = function () {
    var parts = this.list();
    while (parts.length && !parts[parts.length - 1].saysArticle) parts.pop();
    if (!parts.length) return null;
    this.index = parts[parts.length - 1].end;
    return articlesOf(parts);
  };

  /* The articles of a list that nowhere says 条. */
  ArticlesReader.prototype.bareArticles = function () {
    var parts = this.list();
    return parts.length && !parts.some(function (part) { return part.saysArticle; }) ? articlesOf(parts) : null;
  };

  /* What of an article is meant: 第二款第（一）、（三）项. */
  ArticlesReader.prototype.places = function () {
    var places = this.numbers('款', false).map(function (number) { return { paragraph: number, item: null, subitem: null }; });
    function add(member, numbers, mayBegin) {
      if (!numbers.length || !places.length && !mayBegin) return;
      var last = places.pop() || { paragraph: null, item: null, subitem: null };
      numbers.forEach(function (number) {
        var place = { paragraph: last.paragraph, item: last.item, subitem: last.subitem };
        place[member] = number;
        places.push(place);
      });
    }
    add('item', this.numbers('项項', true), true);
    add('subitem', this.numbers('目', false), false);
    return places;
  };

  /* The numbers before a sign; （二） alone where the sign may be missing. */
  ArticlesReader.prototype.numbers = function (signs, mayLackSign) {
    var start = this.index, numbers = [], end = start, count = 0, isRange = false;
    while (true) {
      this.skipBlanks();
      this.skip('第');
      var isOpen = this.skip('（(');
      var value = this.value();
      if (value === null || value > mostPlaces) break;
      var isClosed = isOpen && this.skip('）)');
      var last = numbers[numbers.length - 1];
      if (isRange && last < value) {
        while (last < value) numbers.push(++last);
      } else {
        numbers.push(value);
      }
      var hasSign = this.skip(signs);
      if (hasSign || mayLackSign && isClosed) {
        end = this.index;
        count = numbers.length;
      }
      this.skipBlanks();
      isRange = isIn(rangeSigns, this.signs[this.index]);
      if (!isRange && !isIn(listSigns, this.signs[this.index])) break;
      this.index++;
    }
    this.index = end;
    return numbers.slice(0, count);
  };

  // Citations

  var leads = ['请问', '查一下', '查询', '查看', '根据', '依据', '依照', '按照'];
  var titleSigns = '《》〈〉「」“”"的：:， ,';
  var questionWords = ['的', '是', '怎么', '怎样', '如何', '规定', '了', '什么', '内容', '说', '讲', '写', '原文', '全文', '具体', '有',
    '哪些', '意思', '里', '中', '呢', '吗', '条文'];

  function titleOf(signs) {
    var first = 0, last = signs.length;
    while (last > first && isIn(titleSigns, signs[last - 1])) last--;
    while (first < last && isIn(titleSigns, signs[first])) first++;
    var title = signs.slice(first, last).join('');
    var lead = leads.filter(function (lead) { return starts(title, lead); })[0];
    if (!lead) return title;
    title = title.slice(lead.length);
    while (title && isIn(titleSigns, title.charAt(0))) title = title.slice(1);
    return title;
  }

  function isQuestion(signs) {
    var rest = signs.filter(function (sign) { return !isIn(' ？?。，,', sign); }).join('');
    function leading(word) { return starts(rest, word); }
    while (rest) {
      var word = questionWords.filter(leading)[0];
      if (!word) return false;
      rest = rest.slice(word.length);
    }
    return true;
  }

  function explicit(signs, start) {
    var reader = new ArticlesReader(signs, start), articles = reader.articles();
    if (!articles) return null;
    var rest = signs.slice(reader.index), before = titleOf(signs.slice(0, start)), after = titleOf(rest);
    if (!after || isQuestion(rest)) return { title: before || null, articles: articles, isExplicit: true };
    if (before || rest[0] !== ' ' && rest[0] !== '《') return null;
    return { title: after, articles: articles, isExplicit: true };
  }

  function bare(signs, start) {
    var reader = new ArticlesReader(signs, start), articles = reader.bareArticles();
    if (!articles || reader.index !== signs.length) return null;
    var title = titleOf(signs.slice(0, start)), first = articles[0].first;
    // 公司法2018 names a revision.
    if (!title || /^\d+$/.test(first) && first >= 1949 && first <= 2099) return null;
    return { title: title, articles: articles, isExplicit: false };
  }

  /* The citation that a text is, or `null`. */
  citation.read = function (source) {
    var signs = (source.match(/[\ud800-\udbff][\udc00-\udfff]|[\s\S]/g) || []).map(function (sign) {
      return text.isBlank(sign) ? ' ' : sign;
    });
    while (signs.length && isIn(' ？?。', signs[signs.length - 1])) signs.pop();
    while (signs[0] === ' ') signs.shift();
    if (signs.length > 200) return null;
    function mayStart(index) {
      if (signs[index] === '第') return true;
      if (!text.isNumeral(signs[index])) return false;
      return index === 0 || signs[index - 1] !== '第' && !text.isNumeral(signs[index - 1]);
    }
    var found = null;
    [explicit, bare].forEach(function (read) {
      for (var start = 0; start < signs.length && !found; start++) if (mayStart(start)) found = read(signs, start);
    });
    return found;
  };

  // Numbers

  function levels(number) {
    var parts = number.split('-');
    return { levels: parts[0].split('.').map(Number), insertions: parts.slice(1).map(Number) };
  }

  function compareLists(left, right) {
    for (var index = 0; index < left.length && index < right.length; index++) {
      if (left[index] !== right[index]) return left[index] - right[index];
    }
    return left.length - right.length;
  }

  /* Less than 0 where the left number comes first in a regulation, 0 for the same. */
  citation.compare = function (left, right) {
    var first = levels(left), second = levels(right);
    return compareLists(first.levels, second.levels) || compareLists(first.insertions, second.insertions);
  };

  /* Whether a number is one of those that are named. */
  citation.holds = function (articles, number) {
    if (articles.last === null) return articles.first === number;
    return citation.compare(articles.first, number) <= 0 && citation.compare(number, articles.last) <= 0;
  };

  // Titles

  var kinds = ['司法解释', '法典', '条例', '办法', '规定', '细则', '规则', '规程', '规范', '解释', '制度', '章程', '准则', '守则', '标准',
    '方案', '通则', '决定', '意见', '通知', '安排', '指引', '指南', '手册', '公约', '协定', '须知', '流程', '程序', '要求',
    '批复', '答复', '纪要', '预案', '法'];
  var courtKinds = ['解释', '司法解释', '规定'];
  var fillers = ['中华人民共和国', '具体应用法律', '适用法律', '应用法律', '若干', '有关', '几个问题', '问题', '案件', '的'];
  var openings = ['审理', '办理', '适用'];
  var yearWords = ['年', '修正', '修订', '修改', '版', '本', '的'];
  var state = '中华人民共和国';

  function yearIn(digits) {
    return /^[0-9]{4}$/.test(digits) && digits >= 1949 && digits <= 2099 ? +digits : null;
  }

  function trimmed(source, words, test, cut) {
    var found = words.filter(function (word) { return test(source, word); })[0];
    return found ? trimmed(cut(source, found), words, test, cut) : source;
  }

  function cutEnd(source, word) { return source.slice(0, source.length - word.length); }
  function cutStart(source, word) { return source.slice(word.length); }

  function yearAtStart(title) {
    var year = yearIn(title.slice(0, 4));
    return year === null ? null : { year: year, rest: trimmed(title.slice(4), yearWords, starts, cutStart) };
  }

  function yearAtEnd(title) {
    var rest = trimmed(title, yearWords, ends, cutEnd);
    var year = yearIn(rest.slice(-4));
    return year === null || rest.length <= 4 ? null : { year: year, rest: rest.slice(0, -4) };
  }

  function yearInNote(note) {
    for (var index = 0; index < note.length; index++) {
      var year = yearIn(note.substr(index, 4));
      if (year !== null) return year;
    }
    return null;
  }

  function ordinalAtEnd(title) {
    for (var count = 1; count <= 2 && title.length > count + 2; count++) {
      var rest = title.slice(0, -count), value = text.value(title.slice(-count));
      if (value !== null && courtKinds.some(function (kind) { return ends(rest, kind); })) return { ordinal: value, rest: rest };
    }
    return null;
  }

  function bodyOf(title) {
    var rest = title, about = title.indexOf('关于');
    if (about >= 0) rest = title.slice(about + 2);
    var opening = openings.filter(function (word) { return starts(rest, word); })[0];
    if (opening) rest = cutStart(rest, opening);
    var body = '';
    function leading(word) { return starts(rest, word); }
    while (rest) {
      var filler = fillers.filter(leading)[0];
      if (!filler) body += rest.charAt(0);
      rest = rest.slice(filler ? filler.length : 1);
    }
    return body || title;
  }

  /* A folded title in the parts that tell what is meant. */
  function formOf(folded) {
    var rest = folded.replace(/[《》〈〉<>“”"、 ]/g, ''), form = { ordinal: null, year: null }, found;
    while (ends(rest, ')') && rest.lastIndexOf('(') > 0) {
      var note = rest.slice(rest.lastIndexOf('(') + 1, -1), value = text.value(note);
      if (value !== null && value < 1000 && form.ordinal === null) form.ordinal = value;
      if (form.year === null) form.year = yearInNote(note);
      rest = rest.slice(0, rest.lastIndexOf('('));
    }
    found = yearAtEnd(rest) || yearAtStart(rest);
    if (found) {
      if (form.year === null) form.year = found.year;
      rest = found.rest;
    }
    found = form.ordinal === null ? ordinalAtEnd(rest) : null;
    if (found) {
      form.ordinal = found.ordinal;
      rest = found.rest;
    }
    form.isOfHighestCourt = starts(rest, '最高人民');
    if (starts(rest, state)) rest = cutStart(rest, state);
    form.whole = rest;
    form.kind = kinds.filter(function (kind) { return ends(rest, kind); })[0] || '';
    form.body = bodyOf(cutEnd(rest, form.kind));
    return form;
  }

  function holdsInOrder(units, wanted) {
    var index = 0;
    for (var place = 0; place < units.length && index < wanted.length; place++) if (units.charAt(place) === wanted.charAt(index)) index++;
    return index === wanted.length;
  }

  /* How a name fits a title; 0 is the best, `null` not at all. The same title is 0. */
  function fitOf(name, title, isExplicit) {
    if (name.ordinal !== null && name.ordinal !== title.ordinal) return null;
    if (title.whole === name.whole) return 1;
    if (!name.kind) {
      if (!isExplicit || name.whole.length < 2) return null;
      if (ends(title.whole, name.whole)) return 3;
      return name.whole.length > 2 && title.whole.indexOf(name.whole) >= 0 ? 6 : null;
    }
    var isKind = title.kind === name.kind
      || title.isOfHighestCourt && courtKinds.indexOf(title.kind) >= 0 && ends(name.kind, '解释');
    if (!isKind || !name.body || name.body === name.kind || name.whole === name.kind) return null;
    if (title.body === name.body) return 2;
    if (title.kind === name.kind && ends(title.whole, name.whole)) return 3;
    if (ends(title.body, name.body) && name.body.length > 1) return 3;
    for (var start = 0; start < title.body.length; start++) {
      var mayStart = start === 0 || start >= 3 && isIn('省市县区州盟旗局厅院部司社', title.body.charAt(start - 1));
      if (mayStart && title.body.charAt(start) === name.body.charAt(0) && holdsInOrder(title.body.slice(start), name.body)) return 4;
    }
    return isExplicit && name.body.length > 1 && holdsInOrder(title.body, name.body) ? 5 : null;
  }

  /* The fewest places at which a name goes on inside a word of which it left out the beginning. */
  function brokenWords(name, units, next, fromStart, count) {
    var pairs = [], index;
    for (index = 0; index + 1 < units.length; index++) pairs.push(count(units.substr(index, 2)));
    if (units && next) pairs.push(count(units.slice(-1) + next));
    var isStart = units.split('').map(function (unit, index) { return index === 0 || index >= pairs.length || pairs[index - 1] < pairs[index]; });
    var best = units.split('').map(function () { return Infinity; });
    name.split('').forEach(function (unit, step) {
      var least = Infinity;
      best = best.map(function (own, index) {
        var before = step === 0 ? 0 : least, together = step > 0 && index > 0 ? best[index - 1] : Infinity;
        least = Math.min(least, own);
        if (units.charAt(index) !== unit || before === Infinity) return Infinity;
        return Math.min(before + (isStart[index] || step === 0 && fromStart ? 0 : 1), together);
      });
    });
    var fewest = Math.min.apply(null, best.concat([Infinity]));
    return fewest === Infinity ? 0 : fewest;
  }

  /* Finds titles by the names that people use for them; those that are no short forms are in `search/names.js`. */
  citation.directory = function (titles) {
    var folded = titles.map(function (title) { return text.fold(title, true).units; });
    var forms = [], joined = folded.join('\u0000');

    function count(pair) {
      var found = 0;
      for (var at = joined.indexOf(pair); at >= 0; at = joined.indexOf(pair, at + 1)) found++;
      return found;
    }

    function precedes(left, right) {
      var a = forms[left.index], b = forms[right.index];
      return left.fit - right.fit || left.cost - right.cost || a.whole.length - b.whole.length
        || (a.ordinal || 0) - (b.ordinal || 0) || left.index - right.index;
    }

    function matchesOf(name, isExplicit) {
      var found = [], wanted = name.body + (ends(name.kind, '解释') ? '' : name.kind);
      folded.forEach(function (title, index) {
        if (!holdsInOrder(title, wanted)) return;
        var form = forms[index] = forms[index] || formOf(title);
        if (form.year !== null && name.year !== null && form.year !== name.year) return;
        var fit = fitOf(name, form, isExplicit);
        if (fit === null) return;
        var cost = fit <= 1 ? 0 : form.body.length;
        if (form.kind !== name.kind) cost += 3;
        if (fit === 5 && form.body.indexOf(name.body) < 0) cost += 2;
        if (form.ordinal !== null && name.ordinal === null) cost += 1;
        found.push({ index: index, fit: fit, cost: cost, year: form.year === null ? name.year : null });
      });
      found.sort(precedes);
      // Words that are broken weigh only among the shortest.
      var close = found.slice(0, 4);
      close.forEach(function (match) {
        var form = forms[match.index];
        if (match.fit === 4 || match.fit === 5) {
          match.cost += 2 * brokenWords(name.body, form.body, form.kind.charAt(0), match.fit === 4, count);
        }
      });
      return close.sort(precedes).concat(found.slice(4));
    }

    function matches(words, isExplicit) {
      var units = text.fold(words, true).units, same = [];
      if (!units) return [];
      folded.forEach(function (title, index) { if (title === units) same.push({ index: index, fit: 0, cost: 0, year: null }); });
      if (same.length) return same;
      var name = formOf(units);
      if (!name.whole || name.whole === name.kind || name.body === '本' || name.body === '该') return [];
      var found = matchesOf(name, isExplicit);
      if (!found.length || found[0].fit > 1) {
        if (tiaowen.names.replaced.indexOf(name.whole) >= 0) found = [];
        var title = tiaowen.names.titles.hasOwnProperty(name.whole) ? tiaowen.names.titles[name.whole] : null;
        var statutes = title === null ? [] : matchesOf(formOf(text.fold(title, true).units), true)
          .filter(function (match) { return match.fit <= 1; })
          .map(function (match) { return { index: match.index, fit: 2, cost: 0, year: name.year }; });
        if (statutes.length) found = statutes;
      }
      // 公司法 of 新公司法: what is in force is meant.
      return found.length || units.charAt(0) !== '新' || units.length <= 2 ? found : matches(units.slice(1), isExplicit);
    }

    return { matches: matches };
  };

  /* The title in 《》 for which a text introduces an alias: 《…》（以下简称“停车办法”）; or `null`. */
  citation.aliasIn = function (source, alias) {
    var signs = source.split('').filter(function (sign) { return !text.isBlank(sign); }).join('');
    var wanted = alias.split('').filter(function (sign) { return !text.isBlank(sign); }).join('');
    for (var at = signs.indexOf('简称'); at >= 0; at = signs.indexOf('简称', at + 1)) {
      var rest = signs.slice(at + 2);
      if (isIn('为称', rest.charAt(0))) rest = rest.slice(1);
      while (isIn('“"《「：:', rest.charAt(0))) rest = rest.slice(1);
      if (!starts(rest, wanted) || !isIn('”"》」）),，。；;', rest.charAt(wanted.length))) continue;
      var before = signs.slice(0, at), depth = 0;
      while (isIn('（(，,以下统', before.slice(-1))) before = before.slice(0, -1);
      if (before.slice(-1) !== '》') continue;
      for (var start = before.length - 1; start >= 0; start--) {
        if (before.charAt(start) === '》') depth++;
        if (before.charAt(start) === '《' && --depth === 0) return before.slice(start + 1, -1);
      }
    }
    return null;
  };
})();
