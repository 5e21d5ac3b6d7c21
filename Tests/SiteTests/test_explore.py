"""Every explorable block of the site: moved by keyboard from a disk, in two browsers, and compared with the lesson run natively."""

import concurrent.futures
import functools
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import time
import unittest

from built import HERE, ROOT, TOOL, pages
from firefox import PROGRAM, Firefox
from inspection import Axe, RULES, browser, shown

COURSE = pathlib.Path(os.environ.get("COURSE", HERE.parent.parent / "lessons"))
STATE = "(state, name) => document.querySelector(`[data-name='${name}']`).closest('.explore').dataset.state === state"
CONTROLS = """() => [...document.querySelectorAll('[data-parameter]')].map(e => ({
  name: e.dataset.name, kind: e.type, isOn: e.checked, choices: [...e.options ?? []].map(o => o.value), chosen: e.selectedIndex,
  range: e.type === 'range' ? [e.min, e.closest('.explore-row').querySelector('[type=number]').defaultValue, e.max] : []
}))"""
# What stands in the page where something can change: of a cell its texts, pictures and tables, of the prose its numbers.
SHOWN = """() => ({
  cells: [...document.querySelectorAll('.cell[data-live]')].map(cell => ({
    name: cell.id,
    pieces: [...cell.querySelectorAll(':scope > .outcome > :is(pre.output, figure.chart, div.table):not([hidden])')].map(box =>
      box.matches('.table') ? { rows: [...box.querySelectorAll('tbody tr:not([hidden])')].map(row => [...row.cells].map(c => c.textContent.trim())) }
        : { text: (box.querySelector('.chart-text') ?? box).textContent, title: box.querySelector('figcaption')?.textContent ?? '' })
  })),
  values: [...document.querySelectorAll('a.v[data-live], span.v[data-live]')].map(e => ({ id: e.id, text: e.textContent, form: e.dataset.form ?? '' }))
})"""
STATIC = """() => ({
  controls: [...document.querySelectorAll('.explore')].filter(e => e.getClientRects().length).length,
  figures: [...document.querySelectorAll('.cell[data-live] > .outcome')].filter(e => e.getClientRects().length).length,
  frames: [...document.querySelectorAll('.explore-paper')].map(e => e.getClientRects().length ? e.querySelectorAll('pre').length : 0),
})"""


@functools.cache
def explored():
    """The pages that a reader can change."""
    return [page for page in pages() if 'class="explore' in (ROOT / page).read_text()]


def address(page):
    return (ROOT / page).as_uri()


class Chromium:
    """A page with the words of the other browser."""

    def __init__(self):
        self.context = browser().new_context(viewport={"width": 1280, "height": 900}, offline=True)
        self.page = self.context.new_page()
        self.told = []
        self.page.on("console", lambda message: self.told.append(message.text))
        self.page.on("pageerror", lambda error: self.told.append(str(error)))
        self.open = self.page.goto

    def evaluate(self, function, *arguments):
        return self.page.evaluate(f"arguments => ({function})(...arguments)", list(arguments))

    def wait(self, function, *arguments):
        self.page.wait_for_function(f"arguments => ({function})(...arguments)", arg=list(arguments), timeout=60_000)

    def focus(self, selector):
        self.page.focus(selector)

    def press(self, key):
        self.page.keyboard.press(key)

    def said(self):
        return self.told

    def close(self):
        self.context.close()


class Native:
    """The course again, with other constants."""

    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="lessons-explored-"))
        shutil.copytree(COURSE, self.folder / "lessons")

    def close(self):
        shutil.rmtree(self.folder)

    def run(self, lesson, settings):
        """What a lesson comes to with the settings of all that can be moved in it."""
        path = self.folder / "lessons" / (lesson + ".md")
        set_names = set()

        def changed(match):
            parts = match[2].split(";")
            for index, part in enumerate(parts):
                name = re.match(r"\s*(\w+)", part)[1]
                set_names.add(name)
                # Behind the new value stands the old one's unit.
                parts[index] = re.sub(r"(=\s*)[^=\s]+([^=]*)$", lambda m: m[1] + settings[name] + m[2], part)
            return match[1] + ";".join(parts) + '"'

        text = re.sub(r'(^```swift .*explore=")([^"]*)"', changed, path.read_text(), flags=re.M)
        # What is traced would run once more.
        path.write_text(re.sub(r"(^```swift \{.*) trace\b", r"\1", text, flags=re.M))
        assert set_names == set(settings), (lesson, set_names, settings)
        ran = subprocess.run([TOOL, "run", str(path), "--format", "json"], capture_output=True, text=True)
        return json.loads(ran.stdout)


class Explored(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.native = Native()
        cls.addClassCleanup(cls.native.close)
        cls.settings, cls.runs = {}, {}
        one = Chromium()
        # What Swift says to all of it is computed while the pages are moved.
        pool = concurrent.futures.ThreadPoolExecutor(max_workers=2)
        cls.addClassCleanup(pool.shutdown, cancel_futures=True)
        for page in explored():
            one.open(address(page))
            cls.settings[page] = {control["name"]: cls.end(control)[1] for control in one.evaluate(CONTROLS)}
            cls.runs[page] = pool.submit(cls.native.run, page.removeprefix("lessons/").removesuffix(".html"), cls.settings[page])
        one.close()

    @staticmethod
    def end(control):
        """The key that moves a control as far as it goes, and where it is then."""
        if control["kind"] == "range":
            low, now, high = control["range"]
            return ("Home", low) if float(now) == float(high) else ("End", high)
        if control["kind"] == "checkbox":
            return "Space", "false" if control["isOn"] else "true"
        choices, chosen = control["choices"], control["chosen"]
        return ("ArrowDown", choices[chosen + 1]) if chosen + 1 < len(choices) else ("ArrowUp", choices[chosen - 1])

    def faults(self, shown, native):
        """Where a page does not say what Swift does."""
        blocks = {block["name"]: block for block in native["blocks"]}
        tidy = lambda text: re.sub(r"[ \t]+(?=\n|$)", "", re.sub("\x1b\\[[0-9;]*m", "", text))
        for cell in shown["cells"]:
            block = blocks[cell["name"]]
            printed = block["stdout"] + "\n" + (block["value"] or "")
            lines = {" ".join(line.split()) for line in printed.splitlines()}
            for piece in cell["pieces"]:
                if "rows" in piece:
                    rows = [" ".join(" ".join(row).split()) for row in piece["rows"]]
                    yield from [(cell["name"], row) for row in rows if row not in lines]
                elif tidy(piece["text"].strip("\n")) not in tidy(printed) or piece["title"] != "Figure" and piece["title"].replace("−", "-") not in printed:
                    yield cell["name"], piece["title"], piece["text"], printed
        for value in shown["values"]:
            computed = native["values"][int(re.sub(r"\D", "", value["id"])) - 1]["value"]
            if computed is None or not self.says(value, computed):
                yield value, computed

    def says(self, value, computed):
        """Whether the words of the page are the value, to the digits that they have."""
        own, decimals, power, mark, separator, minus, head, tail, times = (value["form"].split("|") + [""] * 9)[:9]
        if not own or not re.fullmatch(r"-?\d.*", computed):
            return computed in value["text"]
        text = value["text"].replace(separator or "\0", "").replace(mark or ".", ".").replace("−", "-")
        found = re.search(r"-?[^\d-]*(\d+(?:\.\d+)?)(?:\D{0,3}10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)|e(-?\d+))?", text)
        digits = ("-" if found[0].startswith("-") else "") + found[1]
        exponent = int((found[2] or found[3] or "0").translate(str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789"))) + int(power or 0)
        half = 0.5 * 10.0 ** (exponent - len(digits.partition(".")[2])) * (1 + 1e-9)
        return abs(float(digits) * 10.0**exponent - float(computed)) <= half

    def move(self, one, page, control):
        """Moves a control by keyboard as far as it goes."""
        selector = f"[data-name='{control['name']}']"
        one.focus(selector)
        one.press(self.end(control)[0])
        one.wait(STATE, "live", control["name"])
        now = one.evaluate("s => { const e = document.querySelector(s); return e.type === 'checkbox' ? `${e.checked}` : e.value; }", selector)
        self.assertEqual(now, self.settings[page][control["name"]], (page, selector))

    def move_everything(self, one):
        try:
            for page in explored():
                one.open(address(page))
                before, controls = one.evaluate(SHOWN), one.evaluate(CONTROLS)
                # Each alone changes something, and takes it back.
                for control in controls:
                    self.move(one, page, control)
                    self.assertNotEqual(one.evaluate(SHOWN), before, (page, control))
                    one.evaluate("n => document.querySelector(`[data-name='${n}']`).closest('.explore').querySelector('.explore-reset').click()", control["name"])
                    self.assertEqual(one.evaluate(SHOWN), before, (page, control))
                # All together come to what Swift computes.
                for control in controls:
                    self.move(one, page, control)
                native, end = self.runs[page].result(), time.monotonic() + 60
                while (faults := list(self.faults(one.evaluate(SHOWN), native))) and time.monotonic() < end:
                    time.sleep(0.05)
                self.assertEqual(faults, [], page)
            self.assertEqual(one.said(), [])
        finally:
            one.close()

    def test_keys_in_chromium_come_to_what_swift_computes(self):
        self.move_everything(Chromium())

    @unittest.skipUnless(os.environ.get("LESSONS_SLOW"), "part of `make test-slow`: a second browser")
    @unittest.skipUnless(PROGRAM, "Firefox is not installed")
    def test_keys_in_firefox_come_to_what_swift_computes(self):
        self.move_everything(Firefox())

    def test_without_a_script_and_on_paper_the_checked_results_stand(self):
        for page in explored():
            with self.subTest(page):
                context = browser().new_context(java_script_enabled=False, offline=True)
                one = context.new_page()
                one.goto(address(page))
                shown(one)
                static = one.evaluate(STATIC)
                self.assertEqual((static["controls"], sum(static["frames"])), (0, 0))
                self.assertGreater(static["figures"], 0)
                one.emulate_media(media="print")
                self.assertTrue(all(one.evaluate(STATIC)["frames"]))
                context.close()

    def test_axe_finds_nothing_where_values_are_moved(self):
        for page in explored():
            context = browser().new_context(viewport={"width": 1280, "height": 900}, bypass_csp=True)
            one = context.new_page()
            one.goto(address(page))
            control = one.evaluate(CONTROLS)[0]
            one.focus(f"[data-name='{control['name']}']")
            one.keyboard.press(self.end(control)[0])
            one.wait_for_function(f"arguments => ({STATE})(...arguments)", arg=["live", control["name"]], timeout=60_000)
            for scheme, width in (("light", 1280), ("dark", 390)):
                one.emulate_media(color_scheme=scheme)
                one.set_viewport_size({"width": width, "height": 900})
                # The rest of the page is looked at where it is not moved.
                found = Axe().run(one, context=".cell[data-live]", options=RULES).response["violations"]
                self.assertEqual([(v["id"], v["nodes"][0]["html"][:200]) for v in found], [], (page, scheme))
                self.assertLessEqual(one.evaluate("document.documentElement.scrollWidth"), width, page)
            context.close()
