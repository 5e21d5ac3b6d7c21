// Search, loaded with its index when the box is first used. The rules for terms are those of SearchTokenizer.swift.
(() => {
const DENSE = '\u1100-\u11ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\u{20000}-\u{3ffff}';
const runs = new RegExp(`[${DENSE}]+|[^${DENSE}]+`, 'gu');
const dense = new RegExp(`[${DENSE}]`, 'u');
const terms = text => {
  const found = [];
  for (const [word] of text.normalize('NFKC').matchAll(/[\p{L}\p{M}\p{N}_]+/gu)) {
    for (const [run] of word.matchAll(runs)) {
      const scalars = [...run];
      if (dense.test(run)) {
        if (scalars.length == 1) found.push(run);
        for (let i = 1; i < scalars.length; i++) found.push(scalars[i - 1] + scalars[i]);
        continue;
      }
      const low = part => [...part].map(c => c.toLowerCase()).join('');
      const parts = run.replace(/([^\p{Lu}_])(?=\p{Lu})/gu, '$1_').replace(/([^_])(?=\p{Lu}\p{Ll})/gu, '$1_').split('_').filter(p => p);
      if (parts.length) found.push(low(run));
      if (parts.length > 1 || parts.length && parts[0] != run) found.push(...parts.map(low));
    }
  }
  return found;
};
const lines = index => index.lines ??= index.terms.split('\n').map(line => {
  const [name, ...list] = line.split(' ');
  const common = name[0] == '*';
  return { term: common ? name.slice(1) : name, common, list };
});
const postings = entry => {
  let section = 0;
  return entry.list.filter(p => p).map(p => {
    const [distance, weight] = p.split('.');
    return [section += parseInt(distance, 36), parseInt(weight ?? '1', 36)];
  });
};
const find = (index, text) => {
  const asked = terms(text);
  let scores = null;
  asked.forEach((term, place) => {
    const last = place == asked.length - 1;
    const here = new Map();
    let common = false;
    for (const entry of lines(index)) {
      const whole = entry.term == term;
      if (!whole && !(last && entry.term.startsWith(term))) continue;
      common ||= whole && entry.common;
      const rare = Math.log(1 + index.sections.length / entry.list.length) * (whole ? 2 : 1);
      for (const [s, w] of postings(entry)) here.set(s, (here.get(s) ?? 0) + w * rare);
    }
    const before = scores;
    scores = new Map();
    if (common) for (const [s, w] of before ?? index.sections.map((_, s) => [s, 0])) scores.set(s, w + (here.get(s) ?? 0));
    else for (const [s, w] of here) if (!before || before.has(s)) scores.set(s, w + (before?.get(s) ?? 0));
  });
  return [...scores ?? []].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(entry => entry[0]);
};
window.lessonsSearch = { terms, find };
const box = document.getElementById('search');
if (!box) return;
const panel = document.getElementById('search-results');
const count = panel.querySelector('[role=status]');
const list = panel.querySelector('ul');
const show = () => {
  const index = window.lessonsIndex;
  const text = box.value.trim();
  panel.hidden = !text;
  if (!index || !text) return;
  const found = find(index, text);
  count.textContent = found.length == 0 ? words.nothingFound : found.length == 1 ? words.sectionFound : fill(words.sectionsFound, found.length);
  list.replaceChildren(...found.slice(0, 20).map(section => {
    const [page, anchor, heading, words] = index.sections[section];
    const [address, title] = index.pages[page];
    const link = document.createElement('a');
    link.href = root.href.replace(/[^/]*$/, '') + address + (anchor && '#' + encodeURIComponent(anchor));
    const name = document.createElement('strong');
    name.textContent = heading || title;
    const place = document.createElement('span');
    place.textContent = (heading ? title + ' · ' : '') + words;
    link.append(name, place);
    const item = document.createElement('li');
    item.append(link);
    return item;
  }));
};
box.addEventListener('input', show);
document.head.append(make('script', { src: new URL('assets/search-index.js', root), onload: show }));
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
