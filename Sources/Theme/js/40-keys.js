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
let dialog;
function showKeys() {
  if (!dialog) {
    dialog = make('dialog', { ariaLabel: words.keyboardShortcuts });
    const list = make('dl');
    for (const [names, meaning] of keys) {
      const term = make('dt');
      for (const name of names.split(' ')) term.append(make('kbd', { textContent: name }), ' ');
      list.append(term, make('dd', { textContent: meaning }));
    }
    const box = make('input', { type: 'checkbox', checked: kept.get('lessons-keys') !== 'off' });
    box.addEventListener('change', () => kept.set('lessons-keys', box.checked ? null : 'off'));
    const label = make('label');
    label.append(box, ' ' + words.singleKeys);
    const choice = make('p');
    choice.append(label);
    const close = make('button', { type: 'button', textContent: words.close });
    close.addEventListener('click', () => dialog.close());
    dialog.append(make('h2', { textContent: words.keyboardShortcuts }), list, choice, close);
    document.body.append(dialog);
  }
  dialog.showModal();
}
$('.keys').addEventListener('click', showKeys);
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
