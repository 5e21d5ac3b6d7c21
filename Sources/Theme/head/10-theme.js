// Runs before the page is drawn, so that it never flashes in the other theme.
{
  let page = document.documentElement,
    whole,
    show = () => page.classList.remove('wait'),
    // Nothing that is read moves: text is shown when what stands in sight is whole and has its fonts. A browser hides what
    // waits for a font as long by itself, and shows it then in another. On a busy machine the page may be whole before a frame
    // is: then an event says so, where a frame only has a time.
    look = at => {
      const e = [...page.querySelectorAll('main>*,.text>*')].pop();
      whole ||= at.type;
      if (whole || e?.offsetTop > innerHeight + scrollY) document.fonts.ready.then(show);
      else requestAnimationFrame(look);
    };
  page.classList.add('js', 'wait');
  look(0);
  addEventListener('DOMContentLoaded', look);
  setTimeout(show, 3e3);
  // Without a choice, or where nothing may be kept, the theme is the system's.
  try {
    page.dataset.theme = /light|dark/.exec(localStorage['lessons-theme'])[0];
  } catch {}
}
