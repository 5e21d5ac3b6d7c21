"""A server that keeps back what a page could be moved by: every font, then the second half of the page, each until a browser has drawn
what it has.

So whether anything moves does not hang on how fast a machine is: what can come late comes late, each time.
"""

import contextlib
import functools
import http.server
import re
import threading

from built import ROOT

# A page that waits for what stands in sight shows itself after three seconds all the same; here it waits as long as it takes.
PATIENCE = "const setTimeout = window.setTimeout; window.setTimeout = (act, time, ...more) => time == 3e3 ? 0 : setTimeout(act, time, ...more);"
# Three frames later all that has come has been laid out and drawn, if it may be.
FRAMES = """async () => {
  while (!document.querySelector('main')) await new Promise(requestAnimationFrame);
  for (const frame of [1, 2, 3]) await new Promise(requestAnimationFrame);
}"""
# Until nothing is left to do, and the end of the page has been in sight.
SETTLE = """async () => {
  const idle = () => new Promise(done => requestIdleCallback(done));
  await document.fonts.ready;
  await idle();
  for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) { scrollTo(0, y); await new Promise(requestAnimationFrame); }
  await idle();
}"""
SHIFTS = """() => new Promise(done => {
  const told = [];
  const node = source => source.node ? (source.node.outerHTML || source.node.textContent).slice(0, 60) : '';
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) told.push(entry.value.toFixed(5) + ' ' + entry.sources.map(node).join(' | '));
  }).observe({ type: 'layout-shift', buffered: true });
  requestAnimationFrame(() => requestAnimationFrame(() => done(told)));
})"""


def middle(page):
    """Where a page is cut: between two rows of its longest table, else between two paragraphs."""
    tables = [table.span() for table in re.finditer(rb"<table.*?</table>", page, re.S)]
    start, end = max(tables, key=lambda span: span[1] - span[0], default=(page.index(b"<main"), len(page)))
    places = [place.start() for place in re.finditer(rb"<tr" if tables else rb"<p[ >]", page[start:end])]
    return start + places[len(places) // 2] if places else len(page) // 2


@contextlib.contextmanager
def late():
    """The address of the site, what lets the fonts go, and what lets the rest of the page go."""
    fonts, rest = threading.Event(), threading.Event()

    class Handler(http.server.SimpleHTTPRequestHandler):
        def copyfile(self, source, target):
            if self.path.endswith(".woff2"):
                fonts.wait()
            elif self.path.endswith(".html"):
                page = source.read()
                cut = middle(page)
                target.write(page[:cut])
                target.flush()
                rest.wait()
                target.write(page[cut:])
                return
            super().copyfile(source, target)

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(ROOT)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/", fonts.set, rest.set
    finally:
        fonts.set()
        rest.set()
        server.shutdown()


def shifts(browser, name, width):
    """What moved in a page while it came, and while it was read to its end."""
    context = browser.new_context(viewport={"width": width, "height": 900 if width > 600 else 844})
    context.add_init_script(PATIENCE)
    page = context.new_page()
    with late() as (site, fonts, rest):
        page.goto(site + name, wait_until="commit")
        page.evaluate(FRAMES)
        fonts()
        page.evaluate("document.fonts.ready")
        page.evaluate(FRAMES)
        rest()
        page.wait_for_load_state("networkidle")
        page.evaluate(SETTLE)
        told = page.evaluate(SHIFTS)
    context.close()
    return [f"{width} px: {shift}" for shift in told]
