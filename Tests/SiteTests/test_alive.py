"""A lesson that its reader moves: from a disk, without a network, in a browser, compared with the same lesson run natively."""

import base64
import gzip
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

from inspection import Axe, RULES, browser, shown
from built import TOOL

STANDARD = {"rate": "0.45", "momentum": "false", "steps": "20", "way": "down"}
LESSON = """# How long a step?

```swift {{#walk explore="rate (learning rate): 0.01...0.6 step 0.01 = {rate}; momentum: Bool = {momentum}; steps: 0...60 = {steps}; way: down | up = {way}"}}
import LessonKit
let curvature = [0.2, 4.0]
var walk: [(Double, Double)] = [(-5, -2)]
var speed = (0.0, 0.0)
// The check looks at every tenth.
precondition(steps != 57)
if steps == 59 {{ while speed.0 == 0 {{}} }}
for _ in 0..<steps {{
  let p = walk.last!
  let keep = momentum ? 0.5 : 0.0
  let sign = way == "up" ? 1.0 : -1.0
  speed = (keep * speed.0 + sign * rate * curvature[0] * p.0, keep * speed.1 + sign * rate * curvature[1] * p.1)
  walk.append((p.0 + speed.0, p.1 + speed.1))
}}
func height(_ p: (Double, Double)) -> Double {{ (curvature[0] * p.0 * p.0 + curvature[1] * p.1 * p.1) / 2 }}
let heights = walk.map(height)
print("after the walk: \\(heights.last!)")
if steps < 5 {{ print("which was short\\nand hardly one") }}
show(Chart("Height after each step")
  .line(heights.enumerated().map {{ (Double($0.offset), min($0.element, 40)) }}, "height").x("step", 0...60).y("height", 0...40))
Table("The walk", columns: ["step", "x", "y"], rows: [0, walk.count - 1].map {{ [.number(Double($0), .fixed(0)), .number(walk[$0].0), .number(walk[$0].1)] }})
```

Across the valley the factor is [-0.80](<swift: 1 - rate * 4>); the walk ends at [0.06](<swift: heights.last!>), and two is [2](<swift: 1 + 1>), however long or short one walks.

## After it

```swift {{#after}}
log(heights[0])
```
"""
SHOWN = """() => ({
  texts: [...document.querySelectorAll('#walk samp, #walk .chart-text, #walk figcaption, #walk .chart-summary, #after samp')].map((e) => e.textContent),
  rows: [...document.querySelectorAll('#walk tbody tr:not([hidden])')].map((e) => [...e.cells].map((c) => c.textContent.trim()).join(' ')),
  values: [...document.querySelectorAll('.text p a.v')].map((e) => e.textContent),
})"""


def run(*arguments):
    return subprocess.run([TOOL, *arguments], capture_output=True, text=True)


class Alive(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="lessons-alive-"))
        cls.site = cls.native()

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    @classmethod
    def native(cls, **settings):
        """The lesson with these constants as its author's, run, recorded and built."""
        name = re.sub(r"\W+", "-", "-".join(f"{k}{v}" for k, v in settings.items())) or "site"
        course, site = cls.folder / (name + "-course"), cls.folder / name
        course.mkdir()
        (course / "01-walk.md").write_text(LESSON.format(**{**STANDARD, **settings}))
        run("accept", str(course))
        built = run("build", str(course), "-o", str(site))
        assert built.returncode == 0, built.stdout + built.stderr
        return site

    def setUp(self):
        self.context = browser().new_context(viewport={"width": 1280, "height": 900}, offline=True)
        self.page = self.context.new_page()
        self.said, self.loaded = [], []
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("request", lambda request: self.loaded.append(request.url))
        self.open()

    def tearDown(self):
        self.context.close()
        self.assertEqual(self.said, [])

    def open(self, query="", site=None):
        self.page.goto((site or self.site).as_uri() + "/lessons/01-walk.html" + query)
        shown(self.page)

    def settle(self, state="live"):
        self.page.wait_for_function("state => document.querySelector('.explore').dataset.state === state", arg=state, timeout=20_000)

    def shown(self):
        return self.page.evaluate(SHOWN)

    def at(self, query):
        """What the page shows once it runs what its address asks for, and the address then."""
        self.open(query)
        self.settle()
        return self.shown()

    def assertNative(self, live, **settings):
        other = self.context.new_page()
        other.goto(self.native(**settings).as_uri() + "/lessons/01-walk.html")
        self.assertEqual(live, other.evaluate(SHOWN))
        other.close()

    def test_nothing_is_loaded_before_somebody_asks(self):
        alive = lambda: [re.sub("-.*", "", url.rsplit("/", 1)[1]) for url in self.loaded if "alive" in url.rsplit("/", 1)[1]]
        self.page.wait_for_load_state("networkidle")
        self.page.hover("h2")
        self.page.focus("#walk .copy")
        self.assertEqual(alive(), [])
        for touch in (lambda: self.page.focus("[data-name=rate]"), lambda: self.page.hover("[data-name=way]")):
            self.loaded.clear()
            self.open()
            touch()
            self.page.wait_for_function("() => document.querySelector('script[src*=\"alive-\"]:not([data-program])')")
            self.assertEqual(alive(), ["alive.js", "alive"])

    def test_what_is_moved_before_the_script_is_there_is_not_lost(self):
        held = []
        self.page.route("**/assets/alive.js", lambda route: held.append(route))
        self.open()
        self.page.focus("[data-name=rate]")
        for key in ("ArrowRight", "PageDown", "ArrowLeft"):
            self.page.keyboard.press(key)
        self.page.focus("[data-name=momentum]")
        self.page.keyboard.press("Space")
        self.page.focus("[data-name=steps]")
        self.page.keyboard.press("PageDown")
        self.page.select_option("[data-name=way]", "up")
        self.assertEqual((self.page.get_attribute(".explore", "data-state"), len(held)), ("idle", 1))
        held[0].continue_()
        self.settle()
        self.page.wait_for_function("() => document.querySelector('.status').textContent !== ''")
        self.assertEqual(set(self.page.url.split("?")[1].split("&")), {"rate=0.35", "momentum=true", "steps=10", "way=up"})
        self.assertNative(self.shown(), rate="0.35", momentum="true", steps="10", way="up")

    def test_a_script_that_cannot_be_loaded_is_told_and_tried_again(self):
        before = self.shown()
        self.page.route("**/assets/alive.js", lambda route: route.abort())
        self.open()
        self.page.fill("#walk .explore-row:first-of-type [type=number]", "0.3")
        self.settle("failed")
        self.assertEqual(self.shown(), before)
        self.page.unroute("**/assets/alive.js")
        self.page.focus("[data-name=steps]")
        self.settle()
        self.assertNative(self.shown(), rate="0.3")
        self.said = [words for words in self.said if "ERR_FAILED" not in words]

    def test_keys_move_every_control_and_the_page_is_what_swift_computes(self):
        before = self.shown()
        self.page.focus("[data-name=rate]")
        for key in ("ArrowRight", "ArrowRight", "PageDown"):
            self.page.keyboard.press(key)
        self.settle()
        self.page.wait_for_function("() => document.querySelector('[data-name=rate]').value === '0.37'")
        self.page.wait_for_function("() => document.querySelector('.text p a.v').textContent === '−0.48'")
        self.assertNotEqual(self.shown(), before)
        self.assertNative(self.shown(), rate="0.37")
        self.assertIn("?rate=0.37", self.page.url)
        self.page.keyboard.press("Home")
        self.page.wait_for_function("() => document.querySelector('.text p a.v').textContent === '0.96'")
        self.assertNative(self.shown(), rate="0.01")

    def test_switch_choice_and_whole_number(self):
        self.page.focus("[data-name=momentum]")
        self.page.keyboard.press("Space")
        self.settle()
        self.page.focus("[data-name=steps]")
        self.page.keyboard.press("PageDown")
        self.page.select_option("[data-name=way]", "up")
        self.page.wait_for_function("() => document.querySelector('.status').textContent !== ''")
        live = self.at("?" + self.page.url.split("?")[1])
        self.assertNative(live, momentum="true", steps="10", way="up")

    def test_field_takes_what_the_slider_cannot(self):
        self.page.fill("#walk .explore-row:first-of-type [type=number]", "0.123")
        self.page.keyboard.press("Tab")
        self.settle()
        self.page.wait_for_function("() => document.querySelector('.text p a.v').textContent === '0.51'")
        self.assertIn("?rate=0.123", self.page.url)

    def test_note_beside_a_moved_value_says_whose_it_is(self):
        def note():
            self.page.hover("h1")
            self.page.wait_for_selector(".note-box", state="hidden")
            self.page.hover(".text p a.v")
            self.page.wait_for_selector(".note-box:visible")
            return self.page.locator(".note-box p").all_inner_texts()

        # Twice moved: it stays the author's that is told.
        self.at("?rate=0.3")
        self.page.press("[data-name=rate]", "End")
        self.page.wait_for_function("() => document.querySelector('.text p a.v').textContent === '−1.40'")
        moved = note()
        self.assertEqual(moved[0], "With your values; the checked one is −0.80.")
        self.page.click(".explore-reset")
        self.settle("idle")
        self.assertEqual(note(), moved[1:])

    def test_reset_brings_back_every_word(self):
        before = self.shown()
        self.assertNotEqual(self.at("?rate=0.5&steps=3&way=up"), before)
        self.page.click(".explore-reset")
        self.settle("idle")
        self.assertEqual(self.shown(), before)
        self.assertNotIn("?", self.page.url)
        self.assertFalse(self.page.is_visible(".explore-reset"))

    def test_a_program_that_stops_or_does_not_end_leaves_what_was_checked(self):
        before = self.shown()
        for steps in ("57", "59"):
            self.open(f"?steps={steps}")
            self.settle("failed")
            self.assertEqual(self.shown(), before)
        self.page.focus("[data-name=steps]")
        self.page.keyboard.press("PageDown")
        self.settle()
        self.assertNotEqual(self.shown(), before)

    def test_a_program_that_does_not_compile_leaves_what_was_checked(self):
        before = self.shown()
        site = self.folder / "no-program"
        shutil.copytree(self.site, site)
        [program] = (site / "assets").glob("alive-*.js")
        program.write_text(f'lessonsAlive("{base64.b64encode(gzip.compress(b"no program")).decode()}")')
        self.open("?rate=0.3", site)
        self.settle("failed")
        self.assertEqual(self.shown(), before)
        # The browser says why.
        self.said = [words for words in self.said if "WebAssembly.compile()" not in words]

    def test_what_an_address_cannot_mean_is_left_out(self):
        self.page.wait_for_load_state("networkidle")
        before = self.shown()
        self.open("?rate=much&other=3")
        self.page.wait_for_load_state("networkidle")
        self.assertEqual(self.shown(), before)
        self.assertEqual(self.page.get_attribute(".explore", "data-state"), "idle")

    def test_nothing_moves_when_values_come_and_go(self):
        self.page.evaluate("document.fonts.ready")
        place = "() => document.querySelector('#after').getBoundingClientRect().top + scrollY"
        before = self.page.evaluate(place)
        text = self.page.inner_text("#walk samp")
        self.page.focus("[data-name=steps]")
        for key in ("Home", "End"):
            self.page.keyboard.press(key)
            self.settle()
            self.assertEqual(self.page.evaluate(place), before)
        self.assertNotEqual(self.page.inner_text("#walk samp"), text)

    def test_drawing_follows_with_the_authors_curve_behind_it(self):
        self.at("?rate=0.3")
        self.page.check("#walk .chart-switch input", force=True)
        source = self.page.get_attribute("#walk .chart-drawing img", "src")
        self.assertTrue(source.startswith("data:image/svg+xml,") and "class%3D%22ghost%22" in source)
        self.page.wait_for_function("() => document.querySelector('#walk .chart-drawing img').naturalWidth > 100")
        self.page.click(".explore-reset")
        self.assertFalse(self.page.get_attribute("#walk .chart-drawing img", "src").startswith("data:"))

    def test_axe_finds_nothing_in_any_state(self):
        for scheme in ("light", "dark"):
            for width in (320, 390, 1280):
                context = browser().new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
                page = context.new_page()
                for query, state in (("", "idle"), ("?rate=0.3", "live"), ("?steps=57", "failed")):
                    page.goto(self.site.as_uri() + "/lessons/01-walk.html" + query)
                    page.wait_for_function("state => document.querySelector('.explore').dataset.state === state", arg=state)
                    found = Axe().run(page, options=RULES).response["violations"]
                    self.assertEqual([(v["id"], v["nodes"][0]["html"]) for v in found], [], (scheme, width, query))
                    self.assertLessEqual(page.evaluate("document.documentElement.scrollWidth"), width)
                context.close()

    def test_without_a_script_and_on_paper_there_is_no_dead_control(self):
        context = browser().new_context(java_script_enabled=False)
        page = context.new_page()
        page.goto(self.site.as_uri() + "/lessons/01-walk.html?rate=0.3")
        self.assertEqual([e.is_visible() for e in page.query_selector_all(".explore")], [False])
        self.assertFalse(page.is_visible(".explore-paper"))
        page.emulate_media(media="print")
        self.assertTrue(page.is_visible(".explore-paper"))
        self.assertIn("learning rate = 0.01", page.inner_text(".explore-paper"))
        context.close()
        self.assertNotIn("explore", re.sub(r"<pre.*?</pre>", "", (self.site / "book.html").read_text(), flags=re.S))
