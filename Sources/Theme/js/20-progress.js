// Lessons that the reader has ticked off, kept by the site's own address.
const shelf = 'lessons-read:' + root.pathname;
const lesson = document.body.dataset.lesson;
const done = () => new Set((kept.get(shelf) || '').split('\n').filter(Boolean));
function showProgress() {
  const read = done();
  for (const item of $$('li[data-lesson]')) item.classList.toggle('done', read.has(item.dataset.lesson));
  $('.read')?.setAttribute('aria-pressed', read.has(lesson));
}
$('.read')?.addEventListener('click', () => {
  const read = done();
  const isNew = !read.delete(lesson);
  if (isNew) read.add(lesson);
  kept.set(shelf, [...read].sort().join('\n'));
  showProgress();
  say(isNew ? words.markedAsRead : words.noLongerRead);
});
addEventListener('storage', showProgress);
showProgress();
