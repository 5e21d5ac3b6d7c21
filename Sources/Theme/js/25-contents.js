// The section that is being read, marked in the page's contents.
const entries = $$('.contents a');
const sections = entries.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
let marked;
function markSection() {
  const current = sections.filter((section) => section.getBoundingClientRect().top < innerHeight / 3).length - 1;
  entries.forEach((link, index) => index === current ? link.setAttribute('aria-current', 'true') : link.removeAttribute('aria-current'));
  if (current !== marked) keepPlace(entries[marked = current]?.hash);
}
if (entries.length) {
  addEventListener('scroll', () => requestAnimationFrame(markSection), { passive: true });
  markSection();
}
// Where the list is folded, it closes behind the reader.
for (const link of entries) link.addEventListener('click', () => { link.closest('details').open = false; });
