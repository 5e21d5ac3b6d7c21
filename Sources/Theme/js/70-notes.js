// Notes on what a link leads to are loaded when the reader first points at one. A first tap waits for them.
const noted = '.v, .given, .citation, .note a, [data-note], [role=doc-noteref]';
const signs = ['pointerover', 'focusin', 'click'];
let finger = false, first;
addEventListener('pointerdown', (event) => { finger = event.pointerType === 'touch'; }, true);
function loadNotes(event) {
  const link = event.target.closest?.(noted);
  const isTap = event.type === 'click';
  if (!link || isTap && !finger) return;
  if (isTap) event.preventDefault();
  const isNew = !first;
  first = { link, event, isTap };
  if (!isNew) return;
  document.head.append(make('link', { rel: 'stylesheet', href: new URL('assets/notes.css', root) }), make('script', {
    src: new URL('assets/notes.js', root),
    onload() {
      for (const sign of signs) removeEventListener(sign, loadNotes, true);
      startNotes(first);
    },
    onerror() {
      for (const sign of signs) removeEventListener(sign, loadNotes, true);
      if (first.isTap) first.link.click();
    },
  }));
}
for (const sign of signs) addEventListener(sign, loadNotes, true);
