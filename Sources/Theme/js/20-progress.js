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
// Where the reader was, for the first page to lead back to (`index.js`): a lesson, in a course that counts them one with a number.
const shelfOfPlace = 'lessons-place:' + root.pathname;
const keepPlace = (section = '') => {
  if ($('.course [aria-current] .number') || lesson && !$('.course .number')) kept.set(shelfOfPlace, lesson + section);
};
keepPlace();
// How much of a lesson has been read, where style alone cannot draw it.
if (lesson && !CSS.supports('animation-timeline: scroll()')) {
  const bar = $('.site-header').animate({ transform: ['scaleX(0)', 'none'] }, { pseudoElement: '::after', duration: 1, fill: 'both' });
  bar.pause();
  addEventListener('scroll', () => { bar.currentTime = scrollY / Math.max(document.documentElement.scrollHeight - innerHeight, 1); });
}
