"""How long an explored page takes from a move of its slider to the new picture: `explore.py PAGE` prints the first and the median of the others, in ms."""

import pathlib
import shutil
import statistics
import sys

from playwright.sync_api import sync_playwright

MOVE = """value => new Promise(done => {
  const slider = document.querySelector('[type=range]'), start = performance.now();
  new MutationObserver((_, watch) => { watch.disconnect(); done(performance.now() - start); })
    .observe(document.querySelector('.chart-text'), { childList: true, characterData: true, subtree: true });
  slider.value = value;
  slider.dispatchEvent(new Event('input'));
})"""

with sync_playwright() as playwright:
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
    page = browser.new_page()
    page.goto(pathlib.Path(sys.argv[1]).resolve().as_uri())
    # Far enough apart that the picture differs.
    first = page.evaluate(MOVE, "0.35")
    print(first, statistics.median(page.evaluate(MOVE, "0.05" if number % 2 else "0.35") for number in range(1, 21)))
