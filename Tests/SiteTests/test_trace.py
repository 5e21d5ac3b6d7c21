"""A block whose values stand beside its lines: from a disk, stepped through in a browser, without a script, and on paper."""

import pathlib
import shutil
import subprocess
import tempfile
import unittest

from inspection import Axe, RULES, browser, shown
from built import TOOL

LESSON = """# Halving

```swift {#halve trace}
var x = 16.0
var seen = [x]
for _ in 0..<4 {
  x /= 2
  seen.append(x)  // a list that grows, and grows, and grows
}
let secret = 1  // hide
x == 1 ? "one" : "more"
```

```output
one
```

It ends at [1](swift:x).

```swift {#later code=fold trace session=b}
let folded = 0.5 + 0.25
```
"""
# What stands beside the lines, by their numbers: what is seen alone.
SHOWN = """() => Object.fromEntries([...document.querySelectorAll('#halve li')].flatMap((line, i) => {
  const words = [...line.querySelectorAll('.trace-all, .trace-now')].filter((e) => getComputedStyle(e).visibility === 'visible').map((e) => e.textContent).join(' ').trim();
  return words ? [[i + 1, words]] : [];
}))"""
ALL = {"1": "x = 16.0", "2": "seen = [16.0]", "4": "x = 8.0, 4.0, …, 1.0 4×", "5": "seen = [16.0, 8.0], [16.0, 8.0, 4.0], …, [16.0, 8.0, 4.0, 2.0, 1.0] 4×", "7": "= one"}


class Trace(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="lessons-trace-"))
        (cls.folder / "course").mkdir()
        (cls.folder / "course" / "01-halving.md").write_text(LESSON)
        (cls.folder / "course" / "02-plain.md").write_text("# Plain\n\nNo code.\n")
        built = subprocess.run([TOOL, "build", cls.folder / "course", "-o", cls.folder / "site"], capture_output=True, text=True)
        assert built.returncode == 0, built.stdout + built.stderr

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    def open(self, name="lessons/01-halving.html", **options):
        context = browser().new_context(viewport={"width": 1280, "height": 900}, offline=True, **options)
        self.addCleanup(context.close)
        page = context.new_page()
        self.said = []
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.goto((self.folder / "site" / name).as_uri())
        shown(page)
        return page

    def test_first_all_values_are_there_and_the_keyboard_steps_through_them(self):
        page = self.open()
        self.assertEqual(page.evaluate(SHOWN), ALL)
        slider = page.get_by_label("Moment", exact=True).first
        height = page.evaluate("document.querySelector('#halve').offsetHeight")
        slider.focus()
        told = [slider.get_attribute("aria-valuetext")]
        for _ in range(11):
            page.keyboard.press("ArrowRight")
            page.wait_for_function("n => document.querySelector('#halve output').textContent === `${n} / 11`", arg=len(told))
            told.append(slider.get_attribute("aria-valuetext"))
        self.assertEqual(told[0], "All at once: of each line the first, the second and the last value")
        self.assertEqual(told[1:6], [
            "1 of 11, line 1: x = 16.0", "2 of 11, line 2: seen = [16.0]", "3 of 11, line 4: x = 8.0",
            "4 of 11, line 5: seen = [16.0, 8.0]", "5 of 11, line 4: x = 4.0"])
        self.assertEqual(told[11], "11 of 11, line 7: = one")
        self.assertEqual(page.evaluate(SHOWN), {"1": "x = 16.0", "2": "seen = [16.0]", "4": "x = 1.0", "5": "seen = [16.0, 8.0, 4.0, 2.0, 1.0]", "7": "= one"})
        page.keyboard.press("PageDown")
        self.assertEqual(page.evaluate(SHOWN), {"1": "x = 16.0"})
        page.keyboard.press("End")
        self.assertEqual(slider.input_value(), "11")
        page.keyboard.press("Home")
        self.assertEqual(page.evaluate(SHOWN), ALL)
        self.assertEqual(page.evaluate("document.querySelector('#halve').offsetHeight"), height, "nothing moves")
        self.assertEqual(self.said, [])

    def test_buttons_step_and_say_where_they_are(self):
        page = self.open()
        forth = page.get_by_role("button", name="One moment on").first
        for _ in range(3):
            forth.click()
        page.wait_for_function("() => document.querySelector('.status').textContent.startsWith('3')")
        self.assertEqual(page.locator(".status").text_content(), "3 of 11, line 4: x = 8.0")
        self.assertEqual(page.locator("#halve li.now").count(), 1)
        self.assertEqual(page.locator("#halve output").text_content(), "3 / 11")
        # The arrows would lead to the next lesson.
        page.keyboard.press("ArrowLeft")
        self.assertEqual(page.locator(".status").text_content(), "2 of 11, line 2: seen = [16.0]")
        page.get_by_role("button", name="One moment back").first.click()
        self.assertEqual(page.evaluate(SHOWN), {"1": "x = 16.0"})
        self.assertIn("01-halving", page.url)

    def test_the_copied_code_is_the_code(self):
        page = self.open()
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page.locator("#halve .copy").click()
        code = LESSON.split("```")[1].split("\n", 1)[1].replace("let secret = 1  // hide\n", "")
        self.assertEqual(page.evaluate("navigator.clipboard.readText()"), code)

    def test_without_a_script_and_on_paper_the_values_are_there(self):
        for options, media in [({"java_script_enabled": False}, "screen"), ({}, "print")]:
            page = self.open(**options)
            page.emulate_media(media=media)
            with self.subTest(media):
                self.assertTrue(page.get_by_text("8.0, 4.0, …, 1.0").is_visible())
                self.assertFalse(page.locator("#halve input[type=range]").is_visible())

    def test_what_steps_is_loaded_with_the_first_touch_and_told_what_it_missed(self):
        page = self.open()
        loaded, held = [], []
        page.on("request", lambda request: loaded.append(request.url.rsplit("/", 1)[1]))
        page.route("**/trace.js", lambda route: held.append(route))
        page.reload()
        page.wait_for_load_state("networkidle")
        self.assertEqual([name for name in loaded if "trace" in name], ["trace.css"])
        slider = page.get_by_label("Moment", exact=True).first
        for key in ("PageUp", "PageDown", "ArrowRight", "ArrowRight"):
            slider.press(key)
        page.get_by_role("button", name="One moment on").first.click()
        page.keyboard.press("ArrowRight")
        self.assertEqual(page.evaluate(SHOWN), ALL)
        self.assertIn("01-halving.html", page.url, "the arrows of a button lead nowhere")
        held[0].continue_()
        page.wait_for_function("() => document.querySelector('#halve output').textContent === '4 / 11'")
        self.assertEqual(slider.get_attribute("aria-valuetext"), "4 of 11, line 5: seen = [16.0, 8.0]")
        self.assertEqual([name for name in loaded if "trace" in name], ["trace.css", "trace.js", "01-halving.trace.js"])

    def test_without_the_values_what_is_shown_first_stays(self):
        page = self.open()
        page.route("**/*.trace.js", lambda route: route.abort(), times=1)
        page.reload()
        slider = page.get_by_label("Moment", exact=True).first
        with page.expect_event("requestfailed"):
            slider.press("ArrowRight")
        self.assertEqual(page.evaluate(SHOWN), ALL)
        slider.press("ArrowRight")
        page.wait_for_function("() => document.querySelector('#halve output').textContent === '2 / 11'")

    def test_only_pages_with_values_load_what_steps_through_them(self):
        for name, there in [("lessons/01-halving.html", 1), ("lessons/02-plain.html", 0), ("book.html", 0), ("index.html", 0)]:
            page = self.open(name)
            with self.subTest(name):
                self.assertEqual(page.locator("script[src$='touch.js']").count(), there)
        self.assertTrue(self.open("book.html").get_by_text("8.0, 4.0, …, 1.0").is_visible())

    def test_axe_has_nothing_to_say_at_any_width(self):
        for width in (360, 1280):
            for scheme in ("light", "dark"):
                page = self.open(color_scheme=scheme)
                page.set_viewport_size({"width": width, "height": 900})
                page.get_by_label("Moment", exact=True).first.press("ArrowRight")
                with self.subTest(width=width, scheme=scheme):
                    found = Axe().run(page, options=RULES).response["violations"]
                    self.assertEqual([(v["id"], v["nodes"][0]["html"]) for v in found], [])
                    self.assertLessEqual(page.evaluate("document.documentElement.scrollWidth"), width)
                    self.assertEqual(self.said, [])
