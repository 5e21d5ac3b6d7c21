// Single keys; off while typing, and off for good where a reader says so.
const keys = [
  ['/', words.search, () => $('[type=search]').focus()],
  ['n →', words.nextLesson, () => $('[rel=next]')?.click()],
  ['p ←', words.previousLesson, () => $('[rel=prev]')?.click()],
  ['t', words.lightOrDark, () => {
    setTheme({ auto: 'light', light: 'dark', dark: 'auto' }[theme.value]);
    say(fill(words.themeIs, theme.selectedOptions[0].textContent));
  }],
  ['?', words.thisList, () => showKeys()],
].slice($('[type=search]') ? 0 : 1);
// What lists them is loaded when it is first asked for.
function showKeys() {
  document.head.append(make('link', { rel: 'stylesheet', href: new URL('assets/keys.css', root) }), make('script', { src: new URL('assets/keys.js', root) }));
  showKeys = () => window.lessonsKeys?.();
}
$('.keys').addEventListener('click', () => showKeys());
addEventListener('keydown', (event) => {
  const at = event.target;
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented || $('dialog[open]')) return;
  if (at.isContentEditable || at.matches('input:not([type=checkbox]), select, textarea') || kept.get('lessons-keys') === 'off') return;
  const name = { ArrowRight: '→', ArrowLeft: '←' }[event.key] || event.key;
  // Arrows belong to what scrolls sideways and, with a modifier, to the browser.
  if (name !== event.key && (event.shiftKey || at.matches('[tabindex="0"]'))) return;
  const found = keys.find(([names]) => names.split(' ').includes(name));
  if (found) {
    event.preventDefault();
    found[2]();
  }
});
