// Where each term stands, by its section, and how much it says there: in the text, in a heading, in a title, as a term.
const TEXT = 1, OFTEN = 2, HEADING = 6, NAME = 9;
const read = index => {
  if (index.table) return index;
  const table = new Map();
  const put = (term, section, weight) => {
    if (!table.has(term)) table.set(term, new Map());
    table.get(term).set(section, Math.max(weight, table.get(term).get(section) ?? 0));
  };
  for (const line of index.terms.split('\n')) {
    const [term, list = ''] = line.split(' ');
    let section = 0;
    for (const digits of list.match(/[A-Z]*[a-z]/g) ?? []) {
      const number = [...digits.toLowerCase()].reduce((n, c) => n * 26 + c.charCodeAt() - 97, 0);
      put(term, section += number >> 1, number & 1 ? OFTEN : TEXT);
    }
  }
  const sections = index.pages.flatMap(([address, title, list]) => list.map(([anchor, heading, isTerm], order) => ({ address, title, anchor, heading, isTerm, order })));
  sections.forEach((section, place) => {
    section.names = [...new Set(terms(section.heading || section.title))];
    for (const name of section.names) put(name, place, section.heading && !section.isTerm ? HEADING : NAME);
    section.titles = new Set(terms(section.title));
  });
  return Object.assign(index, { table, sections });
};
// Whether one letter too many, too few, wrong or out of turn is all that parts two words.
const isNear = (a, b) => {
  let i = 0, j = 0;
  while (i < a.length && a[i] == b[i]) i++;
  while (j < Math.min(a.length, b.length) - i && a.at(-1 - j) == b.at(-1 - j)) j++;
  const x = a.slice(i, a.length - j), y = b.slice(i, b.length - j);
  return x.length < 2 && y.length < 2 || x.length == 2 && y.length == 2 && x[0] == y[1] && x[1] == y[0];
};
// What a word of the reader may stand for: itself, its other number, at the end of the line its beginning; else one wrong letter.
const meanings = (table, term, isLast) => {
  const found = new Map();
  const add = (name, worth) => { if (table.has(name) && !found.has(name)) found.set(name, worth); };
  add(term, 1);
  const isDense = dense.test(term);
  if (!isDense && term.length > 3) for (const name of [term + 's', term + 'es', term.replace(/s$/, ''), term.replace(/es$/, '')]) add(name, 0.8);
  if (isLast) for (const name of table.keys()) if (isDense ? [...term].length == 1 && name.includes(term) : name.startsWith(term)) add(name, 0.5);
  if (!found.size && !isDense && term.length > 3) {
    for (const name of table.keys()) if (Math.abs(name.length - term.length) < 2 && isNear(name, term)) add(name, 0.4);
    if (!found.size && isLast) for (const name of table.keys()) if ([-1, 0, 1].some(n => isNear(name.slice(0, term.length + n), term))) add(name, 0.3);
  }
  return found;
};
const find = (index, text) => {
  const { table, sections } = read(index);
  const hits = new Set();
  const match = (term, isLast) => {
    const found = meanings(table, term, isLast);
    const places = new Map();
    if (found.size && dense.test(term) && [...term].length == 1) hits.add(term);
    for (const [name, worth] of found) {
      hits.add(name);
      for (const [section, weight] of table.get(name)) places.set(section, Math.max(places.get(section) ?? 0, weight * worth));
    }
    const rare = Math.log(1 + sections.length / Math.max(places.size, 1));
    for (const [section, weight] of places) places.set(section, weight * rare);
    return { places, names: found };
  };
  const all = matches => ({
    places: new Map([...matches[0].places].filter(([s]) => matches.every(m => m.places.has(s))).map(([s]) => [s, matches.reduce((n, m) => n + m.places.get(s), 0)])),
    names: new Map(matches.flatMap(m => [...m.names])),
  });
  // All that is asked for: each word; of a name its parts are enough.
  const asked = runsOf(text);
  const wanted = asked.flatMap((run, i) => {
    const isLast = i == asked.length - 1 && /[\p{L}\p{M}\p{N}_]$/u.test(text);
    const cuts = [...new Set(cut(run))];
    const matches = cuts.map((term, j) => match(term, isLast && (j == cuts.length - 1 || j == 0 && !dense.test(term))));
    if (matches.length < 2 || dense.test(run)) return matches;
    const parts = all(matches.slice(1));
    for (const [s, w] of matches[0].places) parts.places.set(s, Math.max(parts.places.get(s) ?? 0, 0) + w);
    return [{ places: parts.places, names: new Map([...matches[0].names, ...parts.names]) }];
  });
  if (!wanted.length) return { sections: [], hits };
  // What has a number is asked for by it: the same digits are in other numbers too.
  const name = text => runsOf(text).map(run => run.toLowerCase());
  const number = /\d\.\d+\s*$/.test(text) && name(text);
  const scores = [];
  sections.forEach((section, place) => {
    // The title of a page speaks for all of it, but something must stand in the section itself.
    const own = wanted.filter(m => m.places.has(place));
    if (!own.length || wanted.some(m => !m.places.has(place) && ![...m.names.keys()].some(name => section.titles.has(name)))) return;
    let score = own.reduce((n, m) => n + m.places.get(place), 0);
    const named = section.names.filter(name => hits.has(name)).length;
    const isAll = wanted.every(m => section.names.some(name => m.names.has(name)));
    if (named) score += 10 * named / section.names.length * (isAll ? 1 : 0.3);
    if (isAll) score += section.isTerm || !section.heading ? 8 : 4;
    const heading = number && name(section.heading);
    if (number && number.every((run, i) => run == heading[i])) score += 50;
    scores.push([place, score]);
  });
  return { sections: scores.sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([place]) => sections[place]), hits };
};
