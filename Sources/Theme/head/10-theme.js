// Runs before the page is drawn, so that it never flashes in the other theme.
{
  const page = document.documentElement;
  // Nothing that is read moves: a page is shown when what stands in sight is whole and has its fonts. A browser hides what
  // waits for a font as long by itself, and shows it then in another. On a busy machine the page may be whole before a frame is.
  const show = () => page.classList.remove('wait');
  const look = () => {
    const e = [...page.querySelectorAll('main>*,.text>*')].pop();
    if (document.readyState != 'loading' || e?.offsetTop > innerHeight + scrollY) document.fonts.ready.then(show);
    else requestAnimationFrame(look);
  };
  page.classList.add('js', 'wait');
  look();
  addEventListener('DOMContentLoaded', look);
  setTimeout(show, 3e3);
  try {
    const own = localStorage['lessons-theme'];
    if (/light|dark/.test(own)) page.dataset.theme = own;
  } catch {}
}
