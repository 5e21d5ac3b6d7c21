// The theme: the system's, or the reader's choice.
const theme = $('.theme select');
function setTheme(name) {
  theme.value = name;
  kept.set('lessons-theme', name === 'auto' ? null : name);
  if (name === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = name;
}
theme.value = document.documentElement.dataset.theme || 'auto';
theme.addEventListener('change', () => setTheme(theme.value));
