// The first page leads back to where the reader was. Without this file it leads to the first lesson.
(() => {
const begin = $('.begin a');
if (!begin) return;
const [slug, section] = (kept.get(shelfOfPlace) || '').split('#'), items = $$('.lessons li[data-lesson]'), read = done();
const last = items.findIndex((item) => item.dataset.lesson === slug);
// Behind a lesson that is ticked off comes the next that is not.
const item = last >= 0 && items.slice(last).find((item) => !read.has(item.dataset.lesson));
if (item) {
  const link = $('a', item), number = $('.number', link)?.textContent, title = link.lastChild.textContent;
  begin.href = link.href + (section && item === items[last] ? '#' + section : '');
  begin.textContent = number ? fill(words.continueLesson, number).replace('{2}', () => title) : fill(words.continueWith, title);
}
})();
