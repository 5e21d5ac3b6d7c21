// Runs before the page is drawn, so that it never flashes in the other theme.
(() => {
  const page = document.documentElement;
  page.classList.add('js');
  try {
    const theme = localStorage.getItem('lessons-theme');
    if (theme === 'light' || theme === 'dark') page.dataset.theme = theme;
  } catch {}
})();
