// Single keys; off while typing, and off for good where a reader says so.
const keys = [
  ['/', 'Search', () => $('#search')?.focus()],
  ['n', 'Next lesson', () => $('[rel=next]')?.click()],
  ['p', 'Previous lesson', () => $('[rel=prev]')?.click()],
  ['t', 'Light, dark or the system’s theme', () => {
    const names = ['auto', 'light', 'dark'];
    setTheme(names[(names.indexOf(theme.value) + 1) % 3]);
    say('Theme: ' + theme.value);
  }],
  ['?', 'This list', () => showKeys()],
].filter(([key]) => key !== '/' || $('#search'));
const also = { ArrowRight: 'n', ArrowLeft: 'p' };
let dialog;
function showKeys() {
  if (!dialog) {
    dialog = make('dialog', { id: 'shortcuts' });
    dialog.setAttribute('aria-labelledby', 'shortcuts-title');
    const list = make('dl', {});
    for (const [key, meaning] of keys) {
      const term = make('dt', {});
      const names = [key, ...Object.keys(also).filter((name) => also[name] === key).map((name) => name === 'ArrowRight' ? '→' : '←')];
      names.forEach((name, index) => term.append(index ? ' ' : '', make('kbd', { textContent: name })));
      list.append(term, make('dd', { textContent: meaning }));
    }
    const box = make('input', { type: 'checkbox', checked: kept.get('lessons-keys') !== 'off' });
    box.addEventListener('change', () => kept.set('lessons-keys', box.checked ? null : 'off'));
    const label = make('label', {});
    label.append(box, ' Single keys are on');
    const choice = make('p', {});
    choice.append(label);
    const close = make('button', { type: 'button', textContent: 'Close' });
    close.addEventListener('click', () => dialog.close());
    dialog.append(make('h2', { id: 'shortcuts-title', textContent: 'Keyboard shortcuts' }), list, choice, close);
    document.body.append(dialog);
  }
  dialog.showModal();
}
$('#keys').addEventListener('click', showKeys);
addEventListener('keydown', (event) => {
  const at = event.target;
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented || $('dialog[open]')) return;
  if (at.isContentEditable || at.matches('input:not([type=checkbox]), select, textarea')) return;
  if (kept.get('lessons-keys') === 'off') return;
  // Arrows belong to what scrolls sideways.
  if (also[event.key] && (event.shiftKey || at.matches('[tabindex="0"]'))) return;
  const found = keys.find(([key]) => key === (also[event.key] || event.key));
  if (found) { event.preventDefault(); found[2](); }
});
