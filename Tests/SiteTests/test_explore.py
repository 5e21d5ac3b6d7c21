"""Every explorable block of the site: moved by keyboard from a disk, in two browsers, and compared with the lesson run natively."""

import functools
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

from built import HERE, ROOT, TOOL, pages
from firefox import PROGRAM, Firefox
from inspection import RULES, Axe, browser

COURSE = pathlib.Path(os.environ.get("COURSE", HERE.parent.parent / "lessons"))
STATE = "(state, name) => document.querySelector(`[data-name='${name}']`).closest('.explore').dataset.state === state"
CONTROLS = """() => [...document.querySelectorAll('[data-parameter]')].map(e => ({
  name: e.dataset.name, kind: e.type, number: +e.dataset.parameter, choices: [...e.options ?? []].map(o => o.value),
  range: e.type === 'range' ? [e.min, e.value, e.max].map(Number) : []
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
        self.course = self.folder / "lessons"
        shutil.copytree(COURSE, self.course)

    def close(self):
        shutil.rmtree(self.folder)

    @functools.cache
    def run(self, lesson, name, value):
        path = self.course / (lesson + ".md")
        text = (COURSE / (lesson + ".md")).read_text()

        def changed(match):
            parts = match[2].split(";")
            own = [re.match(rf"\s*{name}\b", part) is not None for part in parts]
            return match[1] + ";".join(re.sub(r"(=\s*)[^=]*$", lambda m: m[1] + value, part) if is_own else part for part, is_own in zip(parts, own)) + '"'

        other = re.sub(r'(explore=")([^"]*)"', changed, text)
        assert other != text, (lesson, name, value)
        path.write_text(other)
        ran = subprocess.run([TOOL, "run", str(path), "--format", "json"], capture_output=True, text=True)
        path.write_text(text)
        return json.loads(ran.stdout)


@unittest.skipUnless(os.environ.get("LESSONS_SLOW"), "part of `make test-slow`: a native run of every lesson for every setting")
class Explored(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.native = Native()

    @classmethod
    def tearDownClass(cls):
        cls.native.close()

    def assertNative(self, shown, native, place):
        blocks = {block["name"]: block for block in native["blocks"]}
        for cell in shown["cells"]:
            block = blocks[cell["name"]]
            printed = block["stdout"] + "\n" + (block["value"] or "")
            lines = [" ".join(line.split()) for line in printed.splitlines()]
            for piece in cell["pieces"]:
                with self.subTest(place=place, cell=cell["name"]):
                    if "rows" in piece:
                        for row in piece["rows"]:
                            self.assertIn(" ".join(" ".join(row).split()), lines)
                    else:
                        self.assertIn(re.sub(r"[ \t]+(?=\n|$)", "", piece["text"].strip("\n")), re.sub(r"[ \t]+(?=\n|$)", "", re.sub("\x1b\\[[0-9;]*m", "", printed)))
                        self.assertTrue(piece["title"] in printed or not piece["title"] or piece["title"] == "Figure")
        for value in shown["values"]:
            with self.subTest(place=place, value=value["id"]):
                self.assertSays(value, native["values"][int(re.sub(r"\D", "", value["id"])) - 1]["value"])

    def assertSays(self, value, computed):
        """The words of the page are the value, to the digits that they have."""
        own, decimals, power, mark, separator, minus, head, tail, times = (value["form"].split("|") + [""] * 9)[:9]
        if not own or computed in ("inf", "-inf", "nan"):
            return self.assertIn(computed, value["text"])
        text = value["text"].replace(separator or "\0", "").replace(mark or ".", ".").replace("−", "-")
        found = re.search(r"-?[^\d-]*(\d+(?:\.\d+)?)(?:\D{0,3}10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)|e(-?\d+))?", text)
        digits = ("-" if found[0].startswith("-") else "") + found[1]
        exponent = int((found[2] or found[3] or "0").translate(str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789"))) + int(power or 0)
        half = 0.5 * 10.0 ** (exponent - len(digits.partition(".")[2])) * (1 + 1e-9)
        self.assertLessEqual(abs(float(digits) * 10.0**exponent - float(computed)), half, (value, computed))

    def moved(self, one, control):
        """Moves a control by keyboard as far as it goes, and says what the lesson would have to say for that."""
        selector = f"[data-name='{control['name']}']"
        one.focus(selector)
        if control["kind"] == "range":
            low, now, high = control["range"]
            one.press("Home" if now == high else "End")
        elif control["kind"] == "checkbox":
            one.press("Space")
        else:
            one.press("ArrowDown" if one.evaluate("s => document.querySelector(s).selectedIndex", selector) == 0 else "ArrowUp")
        one.wait(STATE, "live", control["name"])
        return one.evaluate("s => { const e = document.querySelector(s); return e.type === 'checkbox' ? `${e.checked}` : e.value; }", selector)

    def move_everything(self, one):
        try:
            for page in explored():
                lesson = page.removeprefix("lessons/").removesuffix(".html")
                one.open(address(page))
                before = one.evaluate(SHOWN)
                for control in one.evaluate(CONTROLS):
                    value = self.moved(one, control)
                    place = f"{lesson}: {control['name']} = {value}"
                    self.assertNative(one.evaluate(SHOWN), self.native.run(lesson, control["name"], value), place)
                    one.evaluate("n => document.querySelector(`[data-name='${n}']`).closest('.explore').querySelector('.explore-reset').click()", control["name"])
                    self.assertEqual(one.evaluate(SHOWN), before, place)
            self.assertEqual(one.said(), [])
        finally:
            one.close()

    def test_keys_in_chromium_come_to_what_swift_computes(self):
        self.move_everything(Chromium())

    @unittest.skipUnless(PROGRAM, "Firefox is not installed")
    def test_keys_in_firefox_come_to_what_swift_computes(self):
        self.move_everything(Firefox())

    def test_without_a_script_and_on_paper_the_checked_results_stand(self):
        for page in explored():
            with self.subTest(page):
                context = browser().new_context(java_script_enabled=False, offline=True)
                one = context.new_page()
                one.goto(address(page))
                static = one.evaluate(STATIC)
                self.assertEqual((static["controls"], sum(static["frames"])), (0, 0))
                self.assertGreater(static["figures"], 0)
                one.emulate_media(media="print")
                self.assertTrue(all(one.evaluate(STATIC)["frames"]))
                context.close()

    def test_axe_finds_nothing_where_values_are_moved(self):
        for page in explored():
            for scheme, width in (("light", 1280), ("dark", 390)):
                context = browser().new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
                one = context.new_page()
                one.goto(address(page))
                control = one.evaluate(CONTROLS)[0]
                one.focus(f"[data-name='{control['name']}']")
                one.keyboard.press("ArrowLeft" if control["range"] and control["range"][1] == control["range"][2] else "ArrowRight" if control["range"] else "Space")
                one.wait_for_function(f"arguments => ({STATE})(...arguments)", arg=["live", control["name"]], timeout=60_000)
                found = Axe().run(one, options=RULES).response["violations"]
                self.assertEqual([(v["id"], v["nodes"][0]["html"][:200]) for v in found], [], (page, scheme))
                self.assertLessEqual(one.evaluate("document.documentElement.scrollWidth"), width, page)
                context.close()
