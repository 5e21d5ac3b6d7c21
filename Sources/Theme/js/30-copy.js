// Buttons that copy code and charts as text.
function addCopyButton(box) {
  const source = $('.code, .chart-text', box);
  const word = source.matches('.code') ? words.copy : words.copyAsText;
  const button = make('button', { type: 'button', className: 'copy', textContent: word });
  const show = (text) => {
    button.textContent = text;
    button.classList.toggle('said', text !== word);
  };
  button.addEventListener('click', async () => {
    try {
      // Beside lines of a list stand values, which are no code.
      const lines = source.matches('ol') ? $$('code', source) : [source];
      await navigator.clipboard.writeText(lines.map((line) => line.textContent).join('\n').replace(/\n*$/, '\n'));
      say(words.copied);
      show(words.copied);
      setTimeout(show, 2000, word);
    } catch {
      getSelection().selectAllChildren(source);
      say(words.selected);
    }
  });
  box.append(button);
}
$$('.listing, .chart').forEach(addCopyButton);
// A box that does not scroll needs no stop for the keyboard.
const sizes = new ResizeObserver((changes) => {
  for (const { target } of changes) target.tabIndex = target.scrollWidth > target.clientWidth ? 0 : -1;
});
for (const box of $$('pre[tabindex], .table[tabindex]')) sizes.observe(box);
