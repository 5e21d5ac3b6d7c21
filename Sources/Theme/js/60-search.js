// Search is loaded when its box is first used.
$('#search').addEventListener('focus', () => document.head.append(make('script', { src: new URL('assets/search.js', root) })), { once: true });
