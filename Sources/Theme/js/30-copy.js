// Buttons that copy code and charts as text.
for (const box of $$('.listing, .chart')) {
  const source = $('.code, .chart-text', box);
  const word = source.matches('.code') ? 'Copy' : 'Copy as text';
  const button = make('button', { type: 'button', className: 'copy', textContent: word });
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(source.textContent.replace(/\n*$/, '\n'));
      say('Copied');
      button.textContent = 'Copied';
      button.classList.add('said');
      setTimeout(() => { button.textContent = word; button.classList.remove('said'); }, 2000);
    } catch {
      getSelection().selectAllChildren(source);
      say('Selected; copy with the keyboard');
    }
  });
  box.append(button);
}
// A box that does not scroll needs no stop for the keyboard.
const scrollers = $$('pre[tabindex], .table[tabindex]');
const sizes = new ResizeObserver((changes) => {
  for (const { target } of changes) target.tabIndex = target.scrollWidth > target.clientWidth ? 0 : -1;
});
for (const box of scrollers) sizes.observe(box);
