"""Figures of the built site that no test holds, for they are times, or take long: measured by hand and printed as tables.

    SITE=output .venv/bin/python Tests/SiteTests/figures.py [FOLDER PAGE]

Layout shift of every page on a desk and on a phone; what the heaviest lesson and the book cost a phone four times slower;
the pages of every lesson on paper; and first paint, beside that of a page of another site where its folder and its path are given.
"""

import contextlib
import functools
import http.server
import re
import statistics
import sys
import threading

from playwright.sync_api import sync_playwright

from built import ROOT, reading_pages
from inspection import BROWSER
from late import SETTLE

DESK, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
SLOWER = 4
TIMES = 9

SHIFT = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => { for (const entry of list.getEntries()) sum += entry.value; }).observe({ type: 'layout-shift', buffered: true });
  requestAnimationFrame(() => requestAnimationFrame(() => done(sum)));
})"""
# Awaited in the page: its policy forbids what a poll would have it evaluate.
PAINT = """() => new Promise(done => {
  new PerformanceObserver(list => {
    for (const entry of list.getEntriesByName('first-contentful-paint')) done(entry.startTime);
  }).observe({ type: 'paint', buffered: true });
})"""


@contextlib.contextmanager
def served(folder):
    """The address of a folder, from the same server for each."""

    class Handler(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@contextlib.contextmanager
def visit(browser, size, slower=1):
    """A page of a reader who was never there, and what speaks to its browser."""
    context = browser.new_context(viewport=size)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    session.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    yield page, session
    context.close()


def shifts(browser, site):
    """The sum of each page's layout shifts, where it is not 0."""
    found = {}
    for size in (DESK, PHONE):
        for name in reading_pages():
            with visit(browser, size) as (page, _):
                page.goto(site + name, wait_until="networkidle")
                page.evaluate(SETTLE)
                shift = page.evaluate(SHIFT)
                if shift:
                    found[f"{name} at {size['width']} px"] = round(shift, 4)
    return found


def work(browser, site, name, settle):
    """Milliseconds of the main thread of a phone, until the page is idle."""
    times = []
    for _ in range(3):
        with visit(browser, PHONE, SLOWER) as (page, session):
            page.goto(site + name, wait_until="networkidle")
            page.evaluate("document.fonts.ready.then(() => new Promise(done => requestIdleCallback(done)))")
            if settle:
                page.evaluate(SETTLE)
            metrics = {metric["name"]: metric["value"] for metric in session.send("Performance.getMetrics")["metrics"]}
            times.append({part: round(metrics[part + "Duration"] * 1000) for part in ("Task", "Script", "Layout", "RecalcStyle")})
    return sorted(times, key=lambda time: time["Task"])[1]


def paper(browser, site, name):
    with visit(browser, DESK) as (page, _):
        page.goto(site + name, wait_until="networkidle")
        return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4")))


def paints(browser, addresses, slower):
    """Medians of first contentful paint, the pages taken in turn."""
    times = {address: [] for address in addresses}
    for _ in range(TIMES):
        for address in addresses:
            with visit(browser, DESK, slower) as (page, _):
                page.goto(address, wait_until="load")
                times[address].append(page.evaluate(PAINT))
    return [round(statistics.median(each)) for each in times.values()]


def main():
    lessons = [name for name in reading_pages() if name.startswith("lessons/")]
    heaviest = max(lessons, key=lambda name: (ROOT / name).stat().st_size)
    with sync_playwright() as playwright, served(ROOT) as site:
        browser = playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        print("pages on paper:", {name.split("/")[-1].removesuffix(".html"): paper(browser, site, name) for name in lessons})
        for name in (heaviest, "book.html"):
            print(f"ms of a main thread {SLOWER} times slower, {name}:", work(browser, site, name, False), "and read to its end:", work(browser, site, name, True))
        print("layout shift, of", len(reading_pages()), "pages at 1280 and 390 px:", shifts(browser, site) or "0 on each")
        with contextlib.ExitStack() as stack:
            addresses = [site + heaviest]
            if len(sys.argv) == 3:
                addresses.append(stack.enter_context(served(sys.argv[1])) + sys.argv[2])
            for slower in (1, SLOWER):
                print(f"first paint in ms, median of {TIMES}, processor {slower} times slower:", paints(browser, addresses, slower))
        browser.close()


if __name__ == "__main__":
    main()
