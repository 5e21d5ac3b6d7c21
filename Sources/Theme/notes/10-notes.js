// Notes: what a number, a source, a term, a figure, a formula or a footnote is, beside the link that leads to it. Opened by a
// pointer that rests on it, by the keyboard or by a first tap; closed by Escape, and when the reader goes on.
const noteBox = make('div', { id: 'page:note', className: 'note-box', hidden: true });
noteBox.setAttribute('role', 'tooltip');
let shown = null, wanted = null, timer;

// A page has its notes in a script beside it, so that they can be read from a disk; each script is loaded once.
const told = new Map(), asked = new Map();
function notes(entries) { told.set(document.currentScript.src, entries); }
const load = (address) => {
  if (!asked.has(address)) {
    asked.set(address, new Promise((done) => {
      const script = make('script', { src: address });
      script.onload = script.onerror = () => { script.remove(); done(told.get(address) || {}); };
      document.head.append(script);
    }));
  }
  return asked.get(address);
};
// A preview has changed some.
addEventListener('lessons-changed', () => { asked.clear(); hideNote(); });

// Which page a link leads to, and which place in it. In a heading a number is no link; its place is in the ledger all the same.
function aimOf(link) {
  const url = new URL(link.href || `${location.pathname}#${link.id}`, location.href);
  let place = decodeURIComponent(url.hash.slice(1)), page = url.pathname;
  const chapter = page === location.pathname && place.match(/^([^:]+):(.+)$/);
  const slug = chapter ? chapter[1].replaceAll('+', ' ') : document.body.dataset.lesson;
  if (chapter) place = chapter[2];
  if (!link.href) page = new URL(`numbers/${encodeURI(slug)}.html`, root).pathname;
  else if (chapter) page = new URL(`lessons/${encodeURI(slug)}.html`, root).pathname;
  return { place, file: new URL(page.replace(/(\.html)?$/, '.notes.js'), location.href).href };
}
async function contentOf(link) {
  const isFootnote = link.matches('[role=doc-noteref]');
  const { place, file } = aimOf(link);
  const html = isFootnote ? document.getElementById(decodeURIComponent(link.hash.slice(1)))?.innerHTML : (await load(file))[place];
  if (!html) return null;
  const { content } = make('template', { innerHTML: html });
  // A note has nothing to click: the link itself leads to where its links are.
  for (const back of $$('[role=doc-backlink]', content)) back.remove();
  for (const anchor of $$('a', content)) anchor.replaceWith(...anchor.childNodes);
  for (const node of $$('[id], [tabindex]', content)) { node.removeAttribute('id'); node.removeAttribute('tabindex'); }
  if (!isFootnote) for (const image of $$('img', content)) image.src = new URL(image.getAttribute('src'), file);
  return content;
}

// The style of formulas in notes, which is none of the page's own: those stay as they are set.
let mathStyle;
const loadMathStyle = () => mathStyle ??= new Promise((done) => {
  document.head.append(make('link', { rel: 'stylesheet', href: new URL('assets/math-notes.css', root), onload: done, onerror: done }));
});

async function showNote(link, event, isTap) {
  wanted = link;
  const content = await contentOf(link);
  const hasMath = content && $('.katex', content);
  if (hasMath) await loadMathStyle();
  if (wanted !== link) return;
  if (!content) {
    wanted = null;
    if (isTap) followLink(link);
    return;
  }
  hideNote();
  noteBox.replaceChildren(content);
  const { theirs } = link.dataset;
  if (theirs) noteBox.prepend(make('p', { className: 'note-theirs', textContent: theirs }));
  if (isTap && link.href) noteBox.append(make('p', { className: 'note-tap', textContent: words.tapAgain }));
  $('main').append(noteBox);
  noteBox.hidden = false;
  shown = link;
  link.setAttribute('aria-describedby', noteBox.id);
  if (hasMath) {
    // Shown when it has its fonts, which it asks for as it is laid out.
    noteBox.style.visibility = 'hidden';
    placeNote(link, event);
    await document.fonts.ready;
    noteBox.style.visibility = '';
    if (shown !== link) return;
  }
  placeNote(link, event);
}
function hideNote() {
  clearTimeout(timer);
  wanted = null;
  if (!shown) return;
  shown.removeAttribute('aria-describedby');
  shown = null;
  noteBox.hidden = true;
}
function followLink(link) {
  shown = link;
  link.click();
}
// Below the line that was pointed at, or above it where there is no room; inside the column at its sides.
function placeNote(link, event) {
  const lines = [...link.getClientRects()];
  const line = lines.find(({ top, bottom }) => event.clientY >= top && event.clientY <= bottom) || lines[0];
  const main = $('main').getBoundingClientRect(), box = noteBox.getBoundingClientRect();
  const isBelow = line.bottom + box.height + 8 < innerHeight || line.top < box.height + 8;
  const left = Math.max(0, Math.min(line.left - main.left, main.width - box.width));
  noteBox.style.left = `${left}px`;
  noteBox.style.top = `${(isBelow ? line.bottom + 4 : line.top - box.height - 4) - main.top}px`;
}

const noteLink = (event) => noteBox.contains(event.target) ? null : event.target.closest?.(noted);
function startNotes({ link, event, isTap }) {
  addEventListener('pointerover', (event) => {
    if (event.pointerType === 'touch') return;
    clearTimeout(timer);
    const link = noteLink(event);
    if (noteBox.contains(event.target) || link && link === shown) return;
    if (link) timer = setTimeout(showNote, 150, link, event);
    else if (shown && !shown.matches(':focus-visible')) timer = setTimeout(hideNote, 300);
    else wanted = null;
  }, true);
  addEventListener('focusin', (event) => {
    const link = noteLink(event);
    if (link?.matches(':focus-visible')) showNote(link, event);
  });
  addEventListener('focusout', ({ target }) => { if (target === shown) hideNote(); });
  addEventListener('keydown', ({ key }) => { if (key === 'Escape') hideNote(); });
  addEventListener('pointerdown', (event) => { if (shown && !noteBox.contains(event.target) && noteLink(event) !== shown) hideNote(); }, true);
  addEventListener('click', (event) => {
    if (noteBox.contains(event.target)) return;
    const link = noteLink(event);
    if (finger && link && link !== shown) {
      event.preventDefault();
      event.stopPropagation();
      showNote(link, event, true);
    } else {
      hideNote();
    }
  }, true);
  addEventListener('scroll', ({ target }) => { if (target !== document && target !== noteBox) hideNote(); }, true);
  addEventListener('resize', hideNote);
  // What made the script load.
  if (isTap || event.type === 'pointerover' && event.pointerType !== 'touch' || link.matches(':focus-visible')) {
    if (link.isConnected) showNote(link, event, isTap);
  }
}
