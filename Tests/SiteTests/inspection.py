"""Loads one page in every way a reader may, and says what was found. Pages are looked at side by side."""

import concurrent.futures
import functools
import http.server
import multiprocessing
import os
import shutil
import threading

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

import late
from built import ROOT, reading_pages

OPEN_DETAILS = "document.querySelectorAll('details').forEach(d => d.open = true)"
BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}, "preload": False}
LAYOUT = {**RULES, "rules": {"color-contrast": {"enabled": False}}}
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}, "preload": False}

# For each line of each picture: how far its end is from where its columns say, in columns.
COLUMNS = """() => {
  const wide = c => /[\\u1100-\\u115f\\u2e80-\\ua4cf\\uac00-\\ud7a3\\uf900-\\ufaff\\ufe30-\\ufe6f\\uff00-\\uff60\\uffe0-\\uffe6]|[\\u{1f300}-\\u{1faff}]|[\\u{20000}-\\u{3fffd}]/u.test(c);
  const off = [];
  for (const pre of document.querySelectorAll('pre.chart-text')) {
    if (!pre.getClientRects().length) continue;
    const probe = document.createElement('span');
    probe.textContent = '0'.repeat(100);
    pre.append(probe);
    const column = probe.getBoundingClientRect().width / 100;
    probe.remove();
    const left = pre.getBoundingClientRect().left + parseFloat(getComputedStyle(pre).paddingLeft) + parseFloat(getComputedStyle(pre).borderLeftWidth) - pre.scrollLeft;
    const walker = document.createTreeWalker(pre, NodeFilter.SHOW_TEXT);
    let columns = 0, line = '';
    for (let node; node = walker.nextNode();) {
      let place = 0;
      for (const c of node.data) {
        if (c == '\\n') { columns = 0; line = ''; place += 1; continue; }
        const range = document.createRange();
        range.setStart(node, place); range.setEnd(node, place + c.length);
        place += c.length;
        if (/\\p{M}/u.test(c)) continue;
        columns += wide(c) ? 2 : 1;
        line += c;
        const box = range.getBoundingClientRect();
        const edge = wide(c) ? node.parentElement.getBoundingClientRect().right : box.right;
        const error = Math.abs((edge - left) / column - columns);
        if (c != ' ' && error > 0.1) { off.push(`${error.toFixed(2)} columns at '${c}' behind '${line.slice(-12)}'`); columns = NaN; }
      }
    }
  }
  return off.slice(0, 5);
}"""

# What is laid out only in sight shows nothing beyond its edges.
CLIPPED = """() => {
  for (const part of document.querySelectorAll('main *')) {
    if (getComputedStyle(part).contentVisibility != 'auto') continue;
    const edge = part.getBoundingClientRect();
    for (const e of part.querySelectorAll('p, pre, .cell, .callout, .fold, .table, .copy')) {
      const box = e.getBoundingClientRect();
      if (box.width && (box.left < edge.left - 1 || box.right > edge.right + 1) && !e.parentElement.closest('.table, pre, figure')) return ['cut off: ' + e.outerHTML.slice(0, 80)];
    }
  }
  return [];
}"""

UNNAMED = """() => [...document.querySelectorAll('[role=img]')].filter(e => {
  const names = (e.getAttribute('aria-labelledby') ?? '').split(' ').map(id => document.getElementById(id)?.textContent ?? '').join('');
  return !(names.trim() || e.getAttribute('aria-label'));
}).map(e => e.outerHTML.slice(0, 80))"""

PAPER = """() => {
  const faults = [];
  const seen = e => e.getClientRects().length > 0;
  const lightness = color => { const [r, g, b, a] = color.match(/[\\d.]+/g).map(Number); return a === 0 ? null : (r + g + b) / 3; };
  for (const e of document.querySelectorAll('nav, header.site-header, .skip, button, select, [role=search]')) if (seen(e)) faults.push('printed: ' + e.outerHTML.slice(0, 60));
  if (lightness(getComputedStyle(document.body).backgroundColor) < 250 && lightness(getComputedStyle(document.body).backgroundColor) !== null) faults.push('the paper is not white');
  for (const e of document.querySelectorAll('main p, main li, main pre, main td, main h2')) {
    if (!seen(e) || !e.textContent.trim()) continue;
    const light = lightness(getComputedStyle(e).color);
    if (light > 130) { faults.push('pale text: ' + e.outerHTML.slice(0, 60)); break; }
  }
  for (const e of document.querySelectorAll('main details')) {
    const inner = [...e.children].find(child => child.tagName != 'SUMMARY');
    if (inner && !e.closest('.no-print') && inner.getBoundingClientRect().height == 0 && seen(e)) { faults.push('closed on paper: ' + e.outerHTML.slice(0, 80)); break; }
  }
  // What stands beyond the text would be cut off by the margin of the page.
  const room = document.querySelector('main').getBoundingClientRect();
  for (const e of document.querySelectorAll('main :is(p, li, pre, h2, .cell, .callout, .fold, .table)')) {
    const box = e.getBoundingClientRect();
    if (seen(e) && (box.left < room.left - 2 || box.right > room.right + 2)) { faults.push('cut off on paper: ' + e.outerHTML.slice(0, 80)); break; }
  }
  return faults;
}"""


@functools.cache
def address():
    """The site under a prefix, as a project's page on a forge has it."""

    class Handler(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *arguments):
            super().__init__(*arguments, directory=str(ROOT))

        def translate_path(self, path):
            return super().translate_path(path.removeprefix("/course")) if path.startswith("/course/") else "/nowhere"

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/course/"


@functools.cache
def browser():
    return sync_playwright().start().chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])


def shown(page):
    """Waits until a page shows itself: what is hidden takes no key."""
    page.wait_for_function("() => !document.documentElement.classList.contains('wait')")


def tell(results, theme):
    return [f"{theme}: {v['id']}: {v['nodes'][0]['html'][:160]} ({len(v['nodes'])})" for v in results.response["violations"]]


def inspect(name):
    """Everything that a page is asked for."""
    found = {}
    # From the disk, as a file: nothing is said on the console, and scripts may run.
    context = browser().new_context(viewport={"width": 1280, "height": 900}, bypass_csp=True, color_scheme="light")
    page = context.new_page()
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("requestfailed", lambda request: said.append("failed: " + request.url))
    page.goto((ROOT / name).as_uri())
    page.evaluate("document.fonts.ready")
    found["charts"] = page.evaluate(COLUMNS)
    found["unnamed"] = page.evaluate(UNNAMED)
    page.evaluate(OPEN_DETAILS)
    whole = page.evaluate("document.querySelector('main').innerText.replace(/\\s+/g, '').length")
    found["axe"] = tell(Axe().run(page, options=RULES), "light, wide")
    page.set_viewport_size({"width": 390, "height": 800})
    # Colors are the same at every width: they are looked at once in light and once in dark.
    found["axe"] += tell(Axe().run(page, options=LAYOUT), "light, phone")
    found["sideways"] = []
    found["clipped"] = []
    for width in (1280, 768, 390, 320):
        page.set_viewport_size({"width": width, "height": 800})
        found["clipped"] += page.evaluate(CLIPPED)
        excess = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if excess > 0:
            found["sideways"].append(f"{excess} px too wide at {width} px")
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size({"width": 1280, "height": 900})
    found["axe"] += tell(Axe().run(page, options=CONTRAST), "dark, wide")
    context.close()

    # Without JavaScript, printed from a dark screen.
    context = browser().new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900}, color_scheme="dark")
    page = context.new_page()
    page.goto((ROOT / name).as_uri())
    page.evaluate(OPEN_DETAILS)
    plain = page.evaluate("document.querySelector('main').innerText.replace(/\\s+/g, '').length")
    found["share"] = plain / max(whole, 1)
    links = page.evaluate("[...document.querySelectorAll('nav a, .lessons a')].length")
    found["links"] = links
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = false)")
    page.emulate_media(media="print", color_scheme="dark")
    found["paper"] = page.evaluate(PAPER)
    context.close()

    # From a server, under a prefix, with the policy in force: how much is loaded.
    context = browser().new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    sizes = []
    page.on("console", lambda message: said.append(message.text))
    page.on("response", lambda response: sizes.append((response.url, response.status, len(response.body()) if response.ok else 0)))
    page.goto(address() + name, wait_until="networkidle")
    page.evaluate("document.fonts.ready")
    found["foreign"] = [url for url, _, _ in sizes if not url.startswith(address())]
    found["failed"] = [url for url, status, _ in sizes if status >= 400]
    found["requests"] = len(sizes)
    found["weight"] = sum(size for _, _, size in sizes)
    found["parts"] = {url.rsplit("/", 1)[-1]: size for url, _, size in sizes}
    found["rich"] = page.evaluate("!!document.querySelector('.katex, math, figure.chart')")
    context.close()
    found["said"] = said

    # From a server that answers late: nothing that has been painted moves.
    found["shifts"] = late.shifts(browser(), name, 1280) + late.shifts(browser(), name, 390)
    return name, found


@functools.cache
def inspections():
    # Begun afresh and not forked: a browser that other tests have opened must not be shared.
    fresh = multiprocessing.get_context("spawn")
    with concurrent.futures.ProcessPoolExecutor(max_workers=min(os.cpu_count() or 2, 4), mp_context=fresh) as pool:
        return dict(pool.map(inspect, reading_pages()))
