// Computes again what hangs on a parameter, by running the lesson's own program. Without this file the page shows what was checked.
(() => {
  const address = document.currentScript.dataset.program;
  const groups = $$('.explore');
  if (!groups.length || !window.WebAssembly || !window.DecompressionStream || !window.Worker) {
    for (const group of groups) group.hidden = true;
    return;
  }
  const controls = $$('[data-parameter]');
  const numberOf = (control) => control.closest('.explore-row').querySelector('[type=number]');
  const setting = (control) => {
    if (control.type === 'checkbox') return +control.checked;
    return control.localName === 'select' ? control.selectedIndex : Number(numberOf(control).value);
  };
  const word = (control) => control.type === 'checkbox' ? `${setting(control)}` : control.localName === 'select' ? control.value : numberOf(control).value;
  // A browser that brings back what stood here before a reload would make it the default.
  for (const control of controls) {
    control.setAttribute('autocomplete', 'off');
    if (control.type === 'checkbox') control.checked = control.defaultChecked;
  }
  const standards = controls.map(setting);
  const count = Math.max(...controls.map((control) => +control.dataset.parameter)) + 1;
  const limit = 1000;

  // The program of the page is a script, so that it is also loaded from a disk; and only when somebody asks for it.
  let bytes;
  const load = () => bytes ??= new Promise((done, failed) => {
    window.lessonsAlive = done;
    document.head.append(make('script', { src: address, onerror: failed }));
  }).then((text) => new Response(new Blob([Uint8Array.from(atob(text), (c) => c.charCodeAt(0))]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer());

  // In the worker: an instance of its own for each run, as a system runs a program, so that nothing is left of the run before.
  // What it writes is good where it ends with the end record, however the program stopped after that.
  const work = () => {
    let compiled;
    onmessage = async ({ data }) => {
      if (data.bytes) {
        compiled = await WebAssembly.compile(data.bytes);
        return postMessage('ready');
      }
      const pieces = [];
      let memory;
      const slices = (at, n) => {
        const view = new DataView(memory.buffer);
        return Array.from({ length: n }, (_, i) => [view.getUint32(at + 8 * i, true), view.getUint32(at + 8 * i + 4, true)]);
      };
      const wasi = {
        fd_read(_, at, n, read) {
          const given = new Uint8Array(new Float64Array(data.settings).buffer);
          let used = 0;
          for (const [start, size] of slices(at, n)) {
            const part = given.subarray(used, used + size);
            new Uint8Array(memory.buffer).set(part, start);
            used += part.length;
          }
          new DataView(memory.buffer).setUint32(read, used, true);
          return 0;
        },
        fd_write(_, at, n, written) {
          let total = 0;
          for (const [start, size] of slices(at, n)) {
            pieces.push(new Uint8Array(memory.buffer.slice(start, start + size)));
            total += size;
          }
          new DataView(memory.buffer).setUint32(written, total, true);
          return 0;
        },
      };
      try {
        const { exports } = new WebAssembly.Instance(compiled, { wasi_snapshot_preview1: wasi });
        memory = exports.memory;
        exports.choose(data.part);
        exports._start();
      } catch {}
      const all = new Uint8Array(await new Blob(pieces).arrayBuffer());
      postMessage(all, [all.buffer]);
    };
  };
  let worker, starting;
  const start = () => starting ??= load().then((program) => new Promise((done, failed) => {
    const source = URL.createObjectURL(new Blob([`(${work})()`], { type: 'text/javascript' }));
    worker = new Worker(source);
    worker.onmessage = () => { URL.revokeObjectURL(source); done(); };
    worker.onerror = failed;
    worker.postMessage({ bytes: program });
  }));
  const end = () => { worker?.terminate(); worker = starting = undefined; };
  const run = async (part, settings) => {
    await start();
    return new Promise((done, failed) => {
      const clock = setTimeout(() => { end(); failed(new Error('too slow')); }, limit);
      worker.onmessage = ({ data }) => {
        clearTimeout(clock);
        const result = read(data);
        if (result) done(result);
        else failed(new Error('stopped'));
      };
      worker.postMessage({ part, settings });
    });
  };

  // Records: `kind place offset form count`, a line each, then as many bytes and a line feed.
  const text = new TextDecoder();
  const read = (data) => {
    const result = { marks: new Map(), values: new Map(), figures: [], printed: new Uint8Array() };
    for (let at = 0, isWhole = false; ;) {
      const line = data.indexOf(10, at);
      if (line < 0) return isWhole ? result : null;
      const [kind, place, offset, form, size] = text.decode(data.subarray(at, line)).split(' ');
      const content = data.subarray(line + 1, line + 1 + +size);
      at = line + 2 + +size;
      if (kind === 'M') result.marks.set(+place, +offset);
      if (kind === 'V') result.values.set(+place, value(form, content));
      if (kind === 'F') result.figures.push({ offset: +offset, ...figure(content) });
      if (kind === 'P') result.printed = content;
      isWhole = kind === 'X';
    }
  };
  const value = (form, content) => {
    if (form === 'g') return { figure: figure(content) };
    const words = text.decode(content);
    if (form === 'v') return null;
    if (form !== 'd' && form !== 'f') return { text: words, number: form === 'i' ? Number(words) : NaN };
    const view = new DataView(new ArrayBuffer(8));
    view.setBigUint64(0, BigInt('0x' + words));
    const number = form === 'd' ? view.getFloat64(0) : view.getFloat32(4);
    return { text: described(number, form === 'f'), number };
  };
  // A number as Swift prints it.
  const described = (number, isFloat) => {
    if (Number.isNaN(number)) return 'nan';
    if (!Number.isFinite(number)) return number > 0 ? 'inf' : '-inf';
    if (number === 0) return Object.is(number, -0) ? '-0.0' : '0.0';
    let digits = 1;
    while (isFloat && Math.fround(+number.toPrecision(digits)) !== number) digits += 1;
    const short = isFloat ? +number.toPrecision(digits) : number, size = Math.abs(short);
    if (size >= 1e-4 && size < (isFloat ? 16777216 : 2 ** 54)) return Number.isInteger(short) ? `${short}.0` : `${short}`;
    const [mantissa, exponent] = short.toExponential().split('e');
    return `${mantissa}e${exponent[0]}${exponent.slice(1).padStart(2, '0')}`;
  };
  const figure = (content) => {
    let at = 0;
    const number = () => { let n = 0; while (content[at] >= 48 && content[at] <= 57) n = n * 10 + content[at++] - 48; at += 1; return n; };
    const field = () => { const n = number(); at += n; return text.decode(content.subarray(at - n, at)); };
    const result = { kind: field(), title: field(), text: field(), svg: field(), narrow: field(), summary: field() };
    if (content[at] === 45) return result;
    const columns = number(), rows = number();
    at += columns;
    for (let i = 0; i < columns; i += 1) field();
    result.rows = Array.from({ length: rows }, () => Array.from({ length: columns }, field));
    return result;
  };
  // What a cell came to, as the page shows it: texts, figures, the value at the end.
  const pieces = (result, start, end, last) => {
    const from = result.marks.get(start), to = result.marks.get(end) ?? result.printed.length, found = [];
    if (from === undefined) return found;
    const own = result.figures.filter(({ offset }) => offset >= from && offset < to);
    let at = from;
    const addText = (until) => {
      const words = text.decode(result.printed.subarray(at, until)).replace(/\x1b\[[0-9;]*m/g, '');
      if (own.length ? words.trim() : words) found.push({ text: words });
    };
    for (const one of own) {
      addText(one.offset);
      found.push({ figure: one });
      at = one.offset + new TextEncoder().encode(one.text).length + 1;
    }
    addText(to);
    const final = result.values.get(last);
    if (final) found.push(final.figure ? final : { text: final.text });
    return found;
  };

  // What the page says is changed in place, a text at a time, and what stood there is kept.
  const checked = new Map();
  const put = (node, words) => {
    const old = checked.get(node);
    // The author has changed it meanwhile, in a preview.
    if (!old || node.data !== old.mine) checked.set(node, { words: node.data, mine: words });
    else old.mine = words;
    if (node.data !== words) node.data = words;
  };
  const leaf = (element) => {
    if (element.firstChild?.nodeType === 3 && !element.firstElementChild) return element.firstChild;
    if (element.firstChild?.nodeType !== 1) return element.appendChild(document.createTextNode(''));
    const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT), first = walk.nextNode();
    for (let next = walk.nextNode(); next; next = walk.nextNode()) put(next, '');
    return first;
  };
  const images = new Map();
  const style = () => {
    const look = getComputedStyle(document.documentElement);
    const colors = ['ink', 'paper', ...[1, 2, 3, 4, 5, 6].map((n) => `chart-${n}`)].map((name) => `--${name}:${look.getPropertyValue('--' + name)};`);
    return `<style>:root{color-scheme:light dark;${colors.join('')}--chart-page:var(--paper);color:var(--ink)}text{font-family:system-ui,sans-serif}.ghost{opacity:.3;filter:grayscale(1)}</style>`;
  };
  const drawn = (svg, ghost) => {
    const axes = (words) => words?.match(/<text class="chart-[xy]-tick"[^]*?<\/text>|<path class="chart-axes"[^>]*>/g)?.join();
    // The author's curve stays where the axes are the same; elsewhere it would lie.
    const old = ghost !== svg && axes(ghost) && axes(ghost) === axes(svg)
      ? `<g class="ghost">${ghost.slice(ghost.indexOf('>') + 1, ghost.lastIndexOf('</svg')).replace(/<(text|title|desc)[^]*?<\/\1>|<path class="chart-(grid|axes)"[^>]*>/g, '')}</g>` : '';
    const open = svg.indexOf('>') + 1;
    return 'data:image/svg+xml,' + encodeURIComponent(svg.slice(0, open) + style() + old + svg.slice(open));
  };
  const putFigure = (box, made, before) => {
    if (box.matches('.table')) return putRows(box, made);
    const lines = made.text.split('\n');
    if (made.title && lines[0] === made.title) {
      lines.shift();
      while (lines[0] === '') lines.shift();
    }
    put(leaf($('figcaption', box)), made.title || $('figcaption', box).textContent);
    put(leaf($('.chart-text', box)), lines.join('\n'));
    put(leaf($('.chart-summary', box)), made.summary);
    // The drawing for a wide column and for a narrow one.
    for (const [part, name, form] of [['.chart-drawing img', 'src', 'svg'], ['.chart-drawing source', 'srcset', 'narrow']]) {
      const image = $(part, box);
      if (!image || !made[form]) continue;
      if (!images.has(image)) images.set(image, [name, image.getAttribute(name)]);
      image.setAttribute(name, drawn(made[form], before?.[form]));
    }
    putRows(box, made);
  };
  const putRows = (box, { rows }) => {
    const body = $('tbody', box);
    if (!body || !rows) return;
    while (body.rows.length < rows.length) body.append(Object.assign(body.rows[0].cloneNode(true), { className: 'added' }));
    [...body.rows].forEach((row, i) => {
      row.hidden = i >= rows.length;
      rows[i]?.forEach((words, j) => { if (row.cells[j]) put(leaf(row.cells[j]), words + (j === row.cells.length - 1 ? '\n' : '')); });
    });
  };
  // A value with as many digits as the author wrote, in the author's words.
  const written = (found, pattern) => {
    const place = pattern.match(/[-−]?\d[\d,  ]*(\.\d+)?/);
    if (!place || Number.isNaN(found.number)) return found.text;
    const factor = /million/.test(pattern) ? 1e6 : /billion/.test(pattern) ? 1e9 : 1;
    const decimals = (place[1] ?? '.').length - 1, number = found.number / factor;
    if (/×\s*10/.test(pattern) || Math.abs(number) >= 1e15) {
      const [mantissa, exponent] = number.toExponential(decimals).split('e');
      return `${mantissa}×10${[...exponent.replace('+', '')].map((digit) => digit === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[digit]).join('')}`;
    }
    // Where so few digits would say nothing, two that do.
    if (number !== 0 && decimals > 0 && +number.toFixed(decimals) === 0) return `${+number.toPrecision(2)}`;
    const fixed = place[0].includes(',') ? number.toLocaleString('en', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }) : number.toFixed(decimals);
    return pattern.replace(place[0], () => place[0].startsWith('−') || pattern.includes('−') ? fixed.replace('-', '−') : fixed);
  };

  const parts = new Map();
  for (const element of $$('[data-live]')) {
    const [part, ...places] = element.dataset.live.split(' ');
    if (!parts.has(part)) parts.set(part, []);
    parts.get(part).push({ element, places: places.map(Number), pattern: element.textContent });
  }
  const boxes = (cell) => $$(':scope > .outcome > :is(pre.output, figure.chart, div.table)', cell);
  const show = (part, result, before) => {
    for (const { element, places, pattern } of parts.get(part) ?? []) {
      if (!element.matches('.cell')) {
        const found = result.values.get(places[0]);
        if (found) put(leaf(element), written(found, pattern));
      } else {
        const now = pieces(result, ...places), old = pieces(before, ...places);
        boxes(element).forEach((box, i) => {
          box.hidden = !now[i];
          if (now[i]?.figure && !box.matches('.output')) putFigure(box, now[i].figure, old[i]?.figure);
          else if (now[i]) put(leaf($('samp', box) ?? box), now[i].figure?.text ?? now[i].text);
        });
      }
      element.classList.add('theirs');
    }
  };
  const restore = (part) => {
    for (const { element } of parts.get(part) ?? []) {
      element.classList.remove('theirs');
      for (const row of $$('tr.added', element)) row.remove();
      for (const hidden of $$('tr[hidden], .outcome > [hidden]', element)) hidden.hidden = false;
      for (const [image, [name, address]] of images) if (element.contains(image)) image.setAttribute(name, address);
      for (const [node, { words, mine }] of checked) if (element.contains(node) && node.data === mine) { node.data = words; checked.delete(node); }
    }
  };

  // One run at a time; what is asked meanwhile is asked for its last state.
  const all = (of) => {
    const settings = Array(count).fill(NaN);
    controls.forEach((control, i) => { settings[+control.dataset.parameter] = of(control, i); });
    return settings;
  };
  const builds = new Map();
  const wanted = new Set();
  // What each part shows or failed at: it is not run again for the same.
  const seen = new Map();
  let busy = false;
  const ownGroups = (part) => groups.filter((group) => group.dataset.part === part);
  const isChanged = (group) => controls.some((control, i) => group.contains(control) && setting(control) !== standards[i]);
  const enter = (part, state) => {
    for (const group of ownGroups(part)) {
      group.dataset.state = state;
      for (const button of $$('button', group)) button.hidden = !ownGroups(part).some(isChanged);
    }
  };
  const redraw = async (part) => {
    wanted.add(part);
    if (busy) return;
    busy = true;
    for (const one of wanted) {
      wanted.delete(one);
      const now = all(setting), key = now.join();
      if (seen.get(one) === key) continue;
      seen.set(one, key);
      try {
        if (!starting) enter(one, 'loading');
        if (!builds.has(one)) builds.set(one, await run(one, all((_, i) => standards[i])));
        if (!ownGroups(one).some(isChanged)) {
          restore(one);
          enter(one, 'idle');
          continue;
        }
        const result = await run(one, now);
        await new Promise(requestAnimationFrame);
        if (seen.get(one) !== key) continue;
        show(one, result, builds.get(one));
        enter(one, 'live');
      } catch {
        restore(one);
        enter(one, 'failed');
      }
    }
    busy = false;
    for (const tell of told.splice(0)) tell();
  };
  const told = [];
  const summary = (part) => () => {
    const shown = (parts.get(part) ?? []).map(({ element }) => element.matches('.cell') ? $('.chart-summary', element) : element).find(Boolean);
    const state = ownGroups(part)[0];
    say(state.dataset.state === 'failed' ? $('.of-failed', state).textContent : shown?.textContent ?? '');
  };
  const remember = () => {
    const asked = new URLSearchParams(location.search);
    controls.forEach((control, i) => {
      if (setting(control) === standards[i]) asked.delete(control.dataset.name);
      else asked.set(control.dataset.name, word(control));
    });
    const query = asked.toString();
    try { history.replaceState(history.state, '', location.pathname + (query && '?' + query) + location.hash); } catch {}
  };
  // A slider shows the step next to what the field says exactly.
  const set = (control, words) => {
    const exact = numberOf(control);
    if (control.type === 'checkbox') control.checked = words !== '0' && words !== 'false';
    else if (!exact) control.selectedIndex = Math.max([...control.options].findIndex((option) => option.value === words), 0);
    else {
      let number = Number(words);
      if (words.trim() === '' || !Number.isFinite(number)) return false;
      number = Math.min(Math.max(number, +exact.min), +exact.max);
      if (exact.step === '1') number = Math.round(number);
      exact.value = number === Number(words) ? words : `${number}`;
      control.value = exact.value;
      label(control);
    }
    return true;
  };
  const label = (control) => { $('output', control.parentNode).textContent = numberOf(control).value; };
  for (const control of controls) {
    const part = control.closest('.explore').dataset.part, exact = numberOf(control);
    const warm = () => { start().catch(() => {}); };
    const changed = () => { remember(); told.push(summary(part)); redraw(part); };
    for (const input of exact ? [control, exact] : [control]) {
      input.addEventListener('focus', warm, { once: true });
      input.addEventListener('pointerenter', warm, { once: true });
      input.addEventListener('change', changed);
    }
    control.addEventListener('input', () => {
      if (exact) { exact.value = control.value; label(control); }
      redraw(part);
    });
    if (!exact) continue;
    exact.addEventListener('change', () => { if (!set(control, exact.value)) set(control, control.value); });
    exact.addEventListener('input', () => { if (exact.validity.valid && exact.value !== '') { control.value = exact.value; label(control); redraw(part); } });
    control.addEventListener('keydown', (event) => {
      const way = { PageUp: 10, PageDown: -10 }[event.key];
      if (!way) return;
      event.preventDefault();
      control.stepUp(way);
      control.dispatchEvent(new Event('input'));
      control.dispatchEvent(new Event('change'));
    });
  }
  for (const group of groups) {
    const part = group.dataset.part;
    $('.explore-reset', group).addEventListener('click', () => {
      controls.forEach((control, i) => { if (ownGroups(part).some((own) => own.contains(control))) reset(control, standards[i]); });
      seen.delete(part);
      restore(part);
      remember();
      enter(part, 'idle');
      $('input, select', group).focus();
    });
    const copy = $('.explore-copy', group);
    copy.addEventListener('click', async () => {
      try { await navigator.clipboard.writeText(location.href); say(copy.dataset.said); } catch { say(location.href); }
    });
  }
  const reset = (control, standard) => {
    if (control.type === 'checkbox') control.checked = !!standard;
    else if (numberOf(control)) set(control, numberOf(control).defaultValue);
    else control.selectedIndex = standard;
  };
  // The page keeps room for the tallest of the author's samples.
  for (const cell of $$('[data-room]')) {
    const last = boxes(cell).at(-1), grown = last && ($('.chart-text', last) ?? last);
    if (grown) grown.style.paddingBottom = `calc(${getComputedStyle(grown).paddingBottom} + ${cell.dataset.room}lh)`;
  }
  const asked = new URLSearchParams(location.search);
  for (const control of controls) {
    if (asked.has(control.dataset.name) && set(control, asked.get(control.dataset.name))) redraw(control.closest('.explore').dataset.part);
  }
})();
