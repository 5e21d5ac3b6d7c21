// What a run came to, put in the place of what was checked, a text at a time; what stood there is kept and put back.
const results = (() => {
  const checked = new Map();
  const put = (node, words) => {
    const old = checked.get(node);
    // The author has changed it meanwhile, in a preview.
    if (!old || node.data !== old.mine) checked.set(node, { words: node.data, mine: words });
    else old.mine = words;
    if (node.data !== words) node.data = words;
  };
  const leaf = (element) => {
    const first = element.firstChild;
    if (first?.nodeType === 3 && !element.firstElementChild) return first;
    if (first?.nodeType !== 1) return element.appendChild(document.createTextNode(''));
    const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT), own = walk.nextNode();
    for (let next = walk.nextNode(); next; next = walk.nextNode()) put(next, '');
    return own;
  };
  const attributes = new Map();
  const putAttribute = (element, name, words) => {
    if (!attributes.has(element)) attributes.set(element, [name, element.getAttribute(name)]);
    element.setAttribute(name, words);
  };
  // Numbers outside of code and pictures have the minus of print.
  const printed = (words) => words.replace(/(?<![\p{L}\p{N}])-(?=[\d.∞])|(?<=\d[eE])-(?=\d)/gu, '−');
  const restore = (element) => {
    const kept = (node) => element.contains(node);
    element.classList.remove('theirs');
    for (const one of $$('.added', element)) one.remove();
    for (const one of $$('tr[hidden], .outcome > [hidden]', element)) one.hidden = false;
    for (const [node, [name, words]] of [...attributes].filter(([node]) => kept(node))) {
      if (words === null) node.removeAttribute(name);
      else node.setAttribute(name, words);
      attributes.delete(node);
    }
    for (const [node, { words, mine }] of [...checked].filter(([node]) => kept(node))) {
      if (node.data === mine) node.data = words;
      checked.delete(node);
    }
  };

  // A number with as many digits as its author wrote, in the author's words. The form says what of the words is the number.
  const raised = (power) => [...`${power}`].map((digit) => digit === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[digit]).join('');
  const written = ({ text, number }, words, form) => {
    const lead = words.match(/^\/\/\s*=>\s*/)?.[0] ?? '';
    const plain = words.slice(lead.length).match(/-?\d+(?:\.(\d+))?/);
    const [own, decimals, power, mark, separator, minus, head, tail, times] = form?.split('|') ?? [plain?.[0], plain?.[1]?.length ?? 0, 0, '.', '', '-', '', '', ''];
    if (Number.isNaN(number) || !Number.isFinite(number) || !own || !words.includes(own)) return lead + text;
    const size = Math.abs(number) / 10 ** power;
    const put = (digits, end = '') => {
      const [whole, rest] = digits.split('.');
      const grouped = separator ? whole.replace(/\B(?=(\d{3})+$)/g, separator) : whole;
      const isZero = !/[1-9]/.test(digits);
      return words.replace(own, () => (number < 0 && !isZero ? minus : '') + head + grouped + (rest ? mark + rest : '') + end + tail);
    };
    // Where the digits that are written would say nothing, or too much, a power of ten says how large it is.
    const isLost = decimals > 0 && size > 0 && +size.toFixed(decimals) === 0 && size < 1e-4;
    if (times || isLost || size >= 1e15) {
      const [mantissa, exponent] = size.toExponential(times || !isLost ? decimals : 1).split('e');
      return put(mantissa, times === 'e' || lead ? `e${+exponent}` : `${times || '×'}10${raised(+exponent)}`);
    }
    if (Number.isInteger(+text) && +power === 0 && +decimals === 0) return put(text.replace(/^-/, '').replace(/\.0$/, ''));
    return put(decimals > 0 && size > 0 && +size.toFixed(decimals) === 0 ? `${+size.toPrecision(1)}` : size.toFixed(decimals));
  };

  // A drawing stands in a file of its own and knows nothing of the page: it is given the colors.
  const style = () => {
    const look = getComputedStyle(document.documentElement);
    const colors = ['ink', 'paper', ...[1, 2, 3, 4, 5, 6].map((n) => `chart-${n}`)].map((name) => `--${name}:${look.getPropertyValue('--' + name)};`);
    return `<style>:root{color-scheme:light dark;${colors.join('')}--chart-page:var(--paper);color:var(--ink)}text{font-family:system-ui,sans-serif}.ghost{opacity:.3;filter:grayscale(1)}</style>`;
  };
  // The author's curve stays in gray where the axes are the same; elsewhere it would lie.
  const axes = (svg) => svg?.match(/<text class="chart-[xy]-tick"[^]*?<\/text>|<path class="chart-axes"[^>]*>/g)?.join();
  const isComparable = (made, before) => before && before.svg !== made.svg && axes(before.svg) && axes(before.svg) === axes(made.svg);
  const drawn = (svg, old) => {
    const open = svg.indexOf('>') + 1;
    const ghost = old ? `<g class="ghost">${old.slice(old.indexOf('>') + 1, old.lastIndexOf('</svg')).replace(/<(text|title|desc)[^]*?<\/\1>|<path class="chart-(grid|axes)"[^>]*>/g, '')}</g>` : '';
    return 'data:image/svg+xml,' + encodeURIComponent(svg.slice(0, open) + style() + ghost + svg.slice(open));
  };
  // In characters: what is none of a word, where nothing stands now.
  const words = /[([{]*[\p{L}\p{N}]+(?:[.,'−-][\p{L}\p{N}]+)*[)\]}]*/gu;
  const ghostly = (lines, old) => old.map((line, i) => {
    const now = [...lines[i] ?? ''];
    return [...line.replace(words, (word) => ' '.repeat([...word].length))].map((mark, j) => (now[j] ?? ' ') === ' ' ? mark : ' ').join('').trimEnd();
  }).join('\n');
  const body = ({ title, text }) => {
    const lines = text.split('\n');
    if (title && lines[0] === title) lines.shift();
    while (title && lines[0] === '') lines.shift();
    return lines;
  };
  const putFigure = (box, made, before) => {
    if (box.matches('.table')) return putRows(box, made);
    const [picture, lines, isGhost] = [$('.chart-text', box), body(made), isComparable(made, before)];
    if (made.title) put(leaf($('figcaption', box)), printed(made.title));
    put(leaf(picture), lines.join('\n'));
    putAttribute(picture, 'data-ghost', isGhost ? ghostly(lines, body(before)) : '');
    put(leaf($('.chart-summary', box)), printed(made.summary));
    // The drawing for a wide column and for a narrow one.
    for (const [part, name, form] of [['.chart-drawing img', 'src', 'svg'], ['.chart-drawing source', 'srcset', 'narrow']]) {
      const image = $(part, box);
      if (image && made[form]) putAttribute(image, name, drawn(made[form], isGhost && before[form]));
    }
    putRows(box, made);
  };
  const putRows = (box, { rows }) => {
    const table = $('tbody', box);
    if (!table || !rows) return;
    while (table.rows.length < rows.length) table.append(Object.assign(table.rows[0].cloneNode(true), { className: 'added' }));
    [...table.rows].forEach((row, i) => {
      row.hidden = i >= rows.length;
      rows[i]?.forEach((words, j) => { if (row.cells[j]) put(leaf(row.cells[j]), printed(words) + (j === row.cells.length - 1 ? '\n' : '')); });
    });
  };
  const putCell = (cell, result, before) => {
    const places = cell.dataset.live.split(' ').slice(1).map(Number);
    const [now, old] = [records.pieces(result, ...places), records.pieces(before, ...places)];
    $$(':scope > .outcome > :is(pre.output, figure.chart, div.table)', cell).forEach((box, i) => {
      box.hidden = !now[i];
      if (now[i]?.figure && !box.matches('.output')) putFigure(box, now[i].figure, old[i]?.figure);
      else if (now[i]) put(leaf($('samp', box) ?? box), now[i].figure?.text ?? now[i].text);
    });
    // What is promised in the code: values are said anew, and lines that are printed stay their author's.
    const promises = $$('.listing i.p', cell), values = promises.filter((one) => /^\/\/\s*=>/.test(one.textContent));
    for (const one of promises) if (!values.includes(one)) putAttribute(one, 'data-authors', $('.explore').dataset.authors);
    for (const pair of cell.dataset.promises?.split(' ') ?? []) {
      const [at, place] = pair.split(':'), found = result.values.get(+place);
      if (found && values[at]) putValue(values[at], found);
    }
  };
  const putValue = (element, found) => {
    const node = leaf(element), old = checked.get(node), words = old?.mine === node.data ? old.words : node.data;
    put(node, written(found, words, element.dataset.form));
    // The note beside it tells of the checked one.
    if (element.matches('.v')) putAttribute(element, 'data-theirs', fill($('.explore').dataset.moved, words));
  };
  const live = (part) => $$('[data-live]').filter((element) => element.dataset.live.split(' ')[0] === part);
  return {
    show(part, result, before) {
      for (const element of live(part)) {
        if (element.matches('.cell')) putCell(element, result, before);
        else {
          const found = result.values.get(+element.dataset.live.split(' ')[1]);
          if (found) putValue(element, found);
        }
        element.classList.add('theirs');
      }
    },
    restore(part) { live(part).forEach(restore); },
    // What a part came to, in one sentence.
    summary(part) {
      const found = live(part).map((element) => element.matches('.cell') ? $('.chart-summary', element) : element).find(Boolean);
      return found?.textContent ?? '';
    },
  };
})();
