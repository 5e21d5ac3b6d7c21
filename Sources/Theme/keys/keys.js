// The list of keys, with what a reader may switch off and have forgotten; loaded when it is first asked for.
(() => {
const dialog = make('dialog', { ariaLabel: words.keyboardShortcuts });
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
const forget = make('button', { type: 'button', textContent: words.forget });
// The keys of this site's own pages, not those of another site at the same address.
forget.addEventListener('click', () => {
  let all = [];
  try { all = Object.keys(localStorage); } catch {}
  for (const key of all) if (/^lessons-(read|place|answers):/.test(key) && key.includes(':' + root.pathname)) kept.set(key, null);
  location.reload();
});
const close = make('button', { type: 'button', textContent: words.close });
close.addEventListener('click', () => dialog.close());
const foot = make('p');
foot.append(close, ' ', forget);
dialog.append(make('h2', { textContent: words.keyboardShortcuts }), list, choice, foot);
document.body.append(dialog);
window.lessonsKeys = () => dialog.showModal();
dialog.showModal();
})();
