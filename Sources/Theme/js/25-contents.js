// The section that is being read, marked in the page's contents.
const entries = $$('.contents a');
if (entries.length) {
  const links = new Map(entries.map((link) => [decodeURIComponent(link.hash.slice(1)), link]));
  const headings = $$('.heading > [id]').filter((heading) => links.has(heading.id));
  const mark = () => {
    const past = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight / 3);
    const current = links.get(past.at(-1)?.id);
    for (const link of entries) {
      if (link === current) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  };
  new IntersectionObserver(mark, { rootMargin: '0px 0px -66%' }).observe($('main'));
  let waits = false;
  addEventListener('scroll', () => {
    if (!waits) requestAnimationFrame(() => { waits = false; mark(); });
    waits = true;
  }, { passive: true });
  mark();
}
// On small screens the folded list closes behind the reader.
for (const link of entries) link.addEventListener('click', () => { link.closest('details').open = false; });
