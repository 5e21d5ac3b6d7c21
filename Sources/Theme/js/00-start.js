// Nothing here is needed to read: each part adds a comfort to a page that is whole without it.
const $ = (selector, from = document) => from.querySelector(selector);
const $$ = (selector, from = document) => [...from.querySelectorAll(selector)];
const make = (tag, values) => Object.assign(document.createElement(tag), values);
const root = new URL(document.body.dataset.root || './', location.href);
// A phrase with what the page knows in its place.
const fill = (phrase, value) => phrase.replace('{1}', () => value);
const say = (text) => { $('.status').textContent = text; };
// What a reader's own browser keeps; one that keeps nothing is no fault.
const kept = {
  get(key) { try { return localStorage.getItem(key); } catch { return null; } },
  set(key, value) { try { value === null ? localStorage.removeItem(key) : localStorage.setItem(key, value); } catch {} },
};
