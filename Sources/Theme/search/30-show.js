// The stretches of a text that were asked for: whole words, and where words stand without blanks the pairs that match.
const marks = (text, hits) => {
  const found = [];
  const put = (start, end, name) => {
    const last = found.at(-1);
    if (last && start <= last.end) { last.end = end; last.names.add(name); } else found.push({ start, end, names: new Set([name]) });
  };
  for (const word of text.matchAll(written)) for (const run of word[0].matchAll(runs)) {
    const start = word.index + run.index;
    if (!dense.test(run[0])) {
      const name = terms(run[0]).find(term => hits.has(term));
      if (name) put(start, start + run[0].length, name);
      continue;
    }
    const scalars = [...run[0]];
    let at = start;
    scalars.forEach((c, i) => {
      const next = scalars[i + 1] ?? '', pair = terms(c + next)[0] ?? c;
      // One character that was asked for alone is found in pairs, and is all that is marked.
      if (hits.has(c)) put(at, at + c.length, c);
      else if (hits.has(pair) && !hits.has(next)) put(at, at + (c + next).length, pair);
      at += c.length;
    });
  }
  return found;
};
// A text with what was asked for in marks, as pieces of a page.
const marked = (text, hits) => {
  const pieces = [];
  let reached = 0;
  for (const { start, end } of marks(text, hits)) {
    const mark = document.createElement('mark');
    mark.textContent = text.slice(start, end);
    pieces.push(text.slice(reached, start), mark);
    reached = end;
  }
  return [...pieces, text.slice(reached)];
};
// The stretch of a text that says most of what was asked for, cut between words.
const snippet = (text, hits, title = '') => {
  // The entry of a term begins with the term, which the result has above it.
  if (text.startsWith(title)) text = text.slice(title.length).replace(/^[\s·:,—–：，-]+/, '');
  const room = dense.test(text.slice(0, 200)) ? 80 : 170;
  const found = marks(text, hits);
  let best = 0, most = 0;
  found.forEach(({ start }, i) => {
    const names = new Set();
    for (let j = i; j < found.length && found[j].end - start < room * 0.8; j++) for (const name of found[j].names) names.add(name);
    if (names.size > most) { most = names.size; best = start; }
  });
  let start = Math.max(best - (room >> 2), 0), end = Math.min(start + room, text.length);
  if (text.length - start < room) start = Math.max(text.length - room, 0);
  const isDense = at => dense.test(text.slice(at - 1, at + 1));
  while (start > 0 && start < best && !isDense(start) && text[start - 1] != ' ') start++;
  while (end < text.length && end > start && !isDense(end) && text[end] != ' ') end--;
  return (start > 0 ? '… ' : '') + text.slice(start, end).trim() + (end < text.length ? ' …' : '');
};
window.lessonsSearch = { terms, find, snippet, isNear };
const box = document.getElementById('search');
if (!box) return;
const panel = document.getElementById('search-results');
const count = panel.querySelector('[role=status]');
const list = panel.querySelector('ul');
// The texts of a page are loaded when one of its sections is first found.
const asked = new Map();
const texts = address => {
  if (!asked.has(address)) asked.set(address, new Promise(done => document.head.append(make('script', {
    src: new URL(address.replace(/^lessons\/(.*)html$/, 'assets/search/$1js'), root), onload: () => done(window.lessonsTexts?.[address] ?? []), onerror: () => done([]),
  }))));
  return asked.get(address);
};
const show = () => {
  const index = window.lessonsIndex;
  const text = box.value.trim();
  panel.hidden = !text;
  if (!index || !text) return;
  const { sections, hits } = find(index, text);
  count.textContent = sections.length == 0 ? words.nothingFound : sections.length == 1 ? words.sectionFound : fill(words.sectionsFound, sections.length);
  list.replaceChildren(...sections.slice(0, 20).map(section => {
    const link = make('a', { href: new URL(section.address + (section.anchor && '#' + encodeURIComponent(section.anchor)), root) });
    const name = make('strong'), place = make('small'), said = make('span');
    name.append(...marked(section.heading || section.title, hits));
    if (section.heading) place.textContent = section.title;
    texts(section.address).then(list => said.replaceChildren(...marked(snippet(list[section.order] ?? '', hits, section.isTerm ? section.heading : ''), hits)));
    link.append(name, place, said);
    const item = make('li');
    item.append(link);
    return item;
  }));
};
box.addEventListener('input', show);
document.head.append(
  make('link', { rel: 'stylesheet', href: new URL('assets/search.css', root) }),
  make('script', { src: new URL('assets/search-index.js', root), onload: show }));
const area = box.closest('[role=search]');
area.addEventListener('keydown', event => {
  const stops = [box, ...list.querySelectorAll('a')];
  const place = stops.indexOf(document.activeElement);
  if (event.key == 'Escape') { panel.hidden = true; box.value = ''; box.focus(); }
  else if (event.key == 'ArrowDown') stops[Math.min(place + 1, stops.length - 1)].focus();
  else if (event.key == 'ArrowUp') stops[Math.max(place - 1, 0)].focus();
  else if (event.key == 'Enter' && place == 0 && stops[1]) stops[1].click();
  else return;
  event.preventDefault();
});
document.addEventListener('click', event => { if (!area.contains(event.target)) panel.hidden = true; });
})();
