// Keeps an open page as its lesson is, while 'lessons serve' runs. Built sites do not have it.
// Here is what the page's own script has not touched yet: it runs later. Changes are found by comparing how a page was written
// then and now, so that what the reader did since (folds, ticks, focus, copied buttons) is left alone.
(() => {
  'use strict';
  const { run, token, editor } = document.currentScript.dataset;
  let version = Number(document.currentScript.dataset.version);
  const twins = new WeakMap();
  const pair = (written, live) => {
    twins.set(written, live);
    written.childNodes.forEach((child, index) => pair(child, live.childNodes[index]));
  };
  let written = document.documentElement.cloneNode(true);
  pair(written, document.documentElement);
  // The script in the head has set the theme, and that there are scripts; no page is written with it.
  for (const { name } of [...written.attributes]) if (name !== 'lang') written.removeAttribute(name);

  // Two nodes are versions of one thing if they are the same kind of thing by the same name. A quiz is made anew: its script
  // has moved its parts.
  const isLike = (old, node) => old.nodeName === node.nodeName
    && (old.nodeType !== 1 || (old.id === node.id && old.className === node.className && !node.classList.contains('quiz')));
  let added = [];
  const imported = (node) => {
    const live = document.importNode(node, true);
    pair(node, live);
    if (live.nodeType === 1) added.push(live);
    return live;
  };
  // What the page's own script does to parts of a page when it is loaded, for parts that came later.
  const start = (selector, work) => {
    for (const root of added) for (const part of [root, ...root.querySelectorAll('*')]) if (part.isConnected && part.matches(selector)) work(part);
  };
  const startAdded = () => {
    start('.listing, .chart', addCopyButton);
    start('.quiz', startQuiz);
    start('pre[tabindex], .table[tabindex]', (box) => sizes.observe(box));
    added = [];
  };
  // The longest run of children that stayed, as pairs of places; the ends that are equal need no table.
  const kept = (before, now) => {
    const found = [];
    let start = 0, back = 0;
    while (start < before.length && start < now.length && before[start].isEqualNode(now[start])) found.push([start, start++]);
    while (back < before.length - start && back < now.length - start && before.at(-1 - back).isEqualNode(now.at(-1 - back))) back += 1;
    const rows = before.length - start - back, columns = now.length - start - back;
    if (rows * columns < 250000) {
      const isSame = (i, j) => before[start + i].isEqualNode(now[start + j]);
      const best = Array.from({ length: rows + 1 }, () => new Int32Array(columns + 1));
      const equal = Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (_, j) => isSame(i, j)));
      for (let i = rows - 1; i >= 0; i -= 1) for (let j = columns - 1; j >= 0; j -= 1) best[i][j] = equal[i][j] ? best[i + 1][j + 1] + 1 : Math.max(best[i + 1][j], best[i][j + 1]);
      for (let i = 0, j = 0; i < rows && j < columns;) {
        if (equal[i][j]) found.push([start + i++, start + j++]);
        else if (best[i + 1][j] >= best[i][j + 1]) i += 1;
        else j += 1;
      }
    }
    for (let i = back; i > 0; i -= 1) found.push([before.length - i, now.length - i]);
    return found;
  };
  const patch = (old, node) => {
    const live = twins.get(old);
    twins.set(node, live);
    if (old.nodeType !== 1) {
      if (old.data !== node.data) live.data = node.data;
      return;
    }
    for (const { name, value } of node.attributes) if (old.getAttribute(name) !== value) live.setAttribute(name, value);
    for (const { name } of old.attributes) if (!node.hasAttribute(name)) live.removeAttribute(name);
    const before = [...old.childNodes], now = [...node.childNodes];
    let i = 0, j = 0;
    for (const [oldEnd, newEnd] of [...kept(before, now), [before.length, now.length]]) {
      // Between two that stayed: what is like something of before is that, changed; the rest is new or gone.
      const gone = before.slice(i, oldEnd);
      for (; j < newEnd; j += 1) {
        const place = gone.findIndex((child) => isLike(child, now[j]));
        for (const child of gone.splice(0, place)) twins.get(child).remove();
        if (place >= 0) patch(gone.shift(), now[j]);
        else live.insertBefore(imported(now[j]), gone.length ? twins.get(gone[0]) : oldEnd < before.length ? twins.get(before[oldEnd]) : endOf(live, before));
      }
      for (const child of gone) twins.get(child).remove();
      if (newEnd < now.length) adopt(before[oldEnd], now[newEnd]);
      i = oldEnd + 1;
      j = newEnd + 1;
    }
  };
  // What was written stands before what scripts have added at the end.
  const endOf = (live, before) => before.length ? [...before].reverse().map((child) => twins.get(child)).find((child) => child?.parentNode === live)?.nextSibling ?? null : live.firstChild;
  const adopt = (old, node) => {
    twins.set(node, twins.get(old));
    old.childNodes.forEach((child, index) => adopt(child, node.childNodes[index]));
  };

  // The block that the reader looks at stays where it is on the screen.
  const holdingPlace = (change) => {
    const at = [...document.querySelectorAll('main :is(h1, h2, h3, h4, p, li, pre, table, figure)')].find((block) => block.getBoundingClientRect().bottom > 0 && block.getClientRects().length);
    const top = at?.getBoundingClientRect().top;
    document.documentElement.style.overflowAnchor = 'none';
    change();
    if (at?.isConnected) scrollBy({ top: at.getBoundingClientRect().top - top, behavior: 'instant' });
    document.documentElement.style.overflowAnchor = '';
  };
  const pathOf = (address) => decodeURIComponent(new URL(address, location.href).pathname);
  const fresh = (address) => {
    const url = new URL(address, location.href);
    url.searchParams.set('v', version);
    return url.href;
  };
  const reloadParts = (changed) => {
    for (const link of document.querySelectorAll('link[rel=stylesheet]')) {
      if (!changed.has(pathOf(link.href))) continue;
      const next = link.cloneNode();
      next.href = fresh(link.href);
      // The old one goes when the new one is there, so that the page is never bare.
      next.onload = () => { link.remove(); };
      for (const [node, twin] of stylesheets()) if (twin === link) twins.set(node, next);
      link.after(next);
    }
    for (const image of document.querySelectorAll('img[src]')) if (changed.has(pathOf(image.src))) image.src = fresh(image.src);
  };
  const stylesheets = () => [...written.querySelectorAll('link[rel=stylesheet]')].map((node) => [node, twins.get(node)]);

  const own = pathOf(location.href) === '/' ? '/index.html' : pathOf(location.href);
  let updates = Promise.resolve(), isGone = false;
  const update = () => {
    updates = updates.then(async () => {
      const answer = await fetch(location.pathname, { cache: 'no-store' });
      isGone = answer.status === 404;
      if (!answer.ok) return;
      const text = await answer.text();
      const next = new DOMParser().parseFromString(text, 'text/html').documentElement;
      // A reader's values are in the address, and come again with another program.
      const programs = (page) => [...page.querySelectorAll('script[src$="touch.js"]')].map((script) => script.dataset.program ?? 'none').join();
      if (programs(written) !== programs(next)) return location.reload();
      try {
        holdingPlace(() => {
          patch(written, next);
          startAdded();
        });
        written = next;
      } catch {
        // A script of the page has moved what was to be changed.
        location.reload();
      }
    }).catch(() => {});
    return updates;
  };

  // What is wrong, over the last good page.
  let box, closed = '';
  const showProblems = (problems) => {
    const mine = problems.filter(({ lesson }) => !lesson || lesson === document.body.dataset.lesson);
    const elsewhere = problems.length - mine.length;
    if (isGone) mine.push({ message: 'This page is no part of the course any more.' });
    const key = JSON.stringify(mine);
    box?.remove();
    box = null;
    if (!mine.length && !elsewhere) { closed = ''; return; }
    if (!mine.length || key === closed) return;
    box = document.createElement('aside');
    box.className = 'lessons-problems';
    box.setAttribute('role', 'alert');
    const close = document.createElement('button');
    close.type = 'button';
    close.textContent = 'Close';
    close.addEventListener('click', () => { closed = key; box.remove(); });
    box.append(close);
    for (const { file, line, column, message, excerpt } of mine) {
      const part = document.createElement('div');
      if (file) {
        const place = document.createElement(editor === 'true' ? 'button' : 'span');
        place.className = 'lessons-place';
        place.textContent = `${file}:${line}:${column}`;
        if (editor === 'true') place.addEventListener('click', () => openEditor(file, line));
        part.append(place);
      }
      const words = document.createElement('p');
      words.textContent = message;
      part.append(words);
      if (excerpt) {
        const code = document.createElement('pre');
        code.textContent = excerpt;
        part.append(code);
      }
      box.append(part);
    }
    if (elsewhere) {
      const words = document.createElement('p');
      words.textContent = `${elsewhere} more in other lessons`;
      box.append(words);
    }
    document.body.append(box);
  };

  const openEditor = (file, line) => fetch(`/lessons-open?file=${encodeURIComponent(file)}&line=${line}`, { method: 'POST', headers: { 'Lessons-Token': token } })
    .then(async (answer) => { if (!answer.ok) showProblems([{ message: await answer.text() }]); }).catch(() => {});
  if (editor === 'true') {
    document.documentElement.classList.add('lessons-editor');
    addEventListener('click', (event) => {
      const line = event.target.closest?.('.source')?.textContent.match(/:(\d+)\s*$/)?.[1];
      const lesson = document.body.dataset.lesson;
      if (!line || !lesson || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      openEditor(lesson + '.md', line);
    });
  }

  // A browser keeps few connections to one address: a page that nobody sees gives up its own and asks again when it is seen.
  let events;
  const listen = () => {
    events = new EventSource('/lessons-live');
    events.addEventListener('building', () => document.documentElement.classList.add('lessons-building'));
    events.addEventListener('state', async ({ data }) => {
      const state = JSON.parse(data);
      // Another run of the server has other tokens, and another tool perhaps.
      if (state.run !== run || (state.version && 'waiting' in document.body.dataset)) return location.reload();
      const missed = state.version > version + 1 || (state.version !== version && !state.changed.length);
      version = state.version;
      const changed = new Set(state.changed.map((path) => '/' + path));
      if (missed || changed.has(own)) await update();
      dispatchEvent(new Event('lessons-changed'));
      reloadParts(changed);
      showProblems(state.problems);
      document.documentElement.classList.remove('lessons-building');
      document.documentElement.dataset.lessonsVersion = version;
    });
  };
  const follow = () => {
    if (document.hidden) events?.close();
    else if (!events || events.readyState === EventSource.CLOSED) listen();
  };
  document.addEventListener('visibilitychange', follow);
  addEventListener('pagehide', () => events?.close());
  addEventListener('pageshow', follow);
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', follow);
  else follow();
})();
