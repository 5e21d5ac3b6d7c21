"""Notes beside what a reader points at: by mouse, by keyboard and by finger, in both themes, from a disk and without a script."""

import pathlib
import re
import subprocess
import tempfile
import unittest

from axe_playwright_python.sync_playwright import Axe

from built import TOOL
from inspection import RULES, browser, shown, tell


LESSON = """# Notes

```swift {#coin caption="A coin."}
let h = 0.8112781244591328  // => 0.8112781244591328
```

```math {#e}
H = -\\sum p \\log p
```

There are [0.81](swift:h) bits, [0.811](swift:h "@book"), [0.9](swift:h "not @book"), [0.5](given), a term: [entropy](glossary.md#entropy),
[](#coin), [](#e), [](02-more.md#other), [@book] and a note[^1]. One that breaks: [a link of so many words that it takes more than one
line wherever a page is narrow enough for that](glossary.md#entropy).

## In a heading [0.8](swift:h)

Ten: [0.8](swift:h), [0.81](swift:h), [0.811](swift:h), [0.8113](swift:h), [0.81128](swift:h), [0.8](swift:h), [0.81](swift:h),
[0.811](swift:h), [0.8113](swift:h), [0.81128](swift:h).

[^1]: The words of a [note](#coin).
"""
FILES = {
    "course.yml": "title: C\nreferences:\n  - {id: book, title: A book, author: [{family: Cover}], issued: 2004, evidence: [{quote: 0.811 and 0.9, where: p. 1, read: 2026-01-02}]}\n",
    "01-notes.md": LESSON,
    "02-more.md": "# More\n\n```swift {#other caption=\"Another.\"}\n1  // => 1\n```\n\nBack to [](01-notes.md#e).\n",
    "glossary.md": "# Glossary\n\n- **entropy**. The mean surprise.\n",
}
# What each link has to say, and where it leads.
NOTES = {
    "#v1": ("Computed 0.8112…, written to 2 digits; from block coin, line 3.", "numbers/01-notes.html#v1"),
    "#v2": ("Published in Cover, 2004.", "numbers/01-notes.html#v2"),
    "#v3 a": ("Printed in Cover, 2004, and wrong.", "numbers/01-notes.html#v3"),
    ".given": ("Given numbers stand in the text as they are", "numbers.html#given"),
    "a[href='glossary.html#entropy']": ("entropy. The mean surprise.", "lessons/glossary.html#entropy"),
    "a[href='#coin'][data-note]": ("Figure 1.1 A coin.", "#coin"),
    "a[href='#e'][data-note]": ("Equation 1.1", "#e"),
    "a[href='02-more.html#other']": ("Figure 2.1 Another.", "lessons/02-more.html#other"),
    ".citation": ("Cover. (2004). A book.", "references.html#ref-book"),
    "[role=doc-noteref]": ("The words of a note.", "#note:1"),
}
OPEN = ".note-box:not([hidden])"
SHIFT = "new PerformanceObserver(list => { for (const e of list.getEntries()) window.shift = (window.shift || 0) + e.value; }).observe({ type: 'layout-shift', buffered: true });"


class Notes(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        root = pathlib.Path(cls.folder.name)
        (root / "lessons").mkdir()
        for name, text in FILES.items():
            (root / "lessons" / name).write_text(text)
        run = subprocess.run([TOOL, "build", "lessons", "-o", "site"], cwd=root, capture_output=True, text=True)
        assert run.returncode == 0, run.stderr
        cls.site = root / "site"

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def open(self, page="lessons/01-notes.html", width=1280, theme="light", **more):
        context = browser().new_context(viewport={"width": width, "height": 800}, color_scheme=theme, **more)
        self.addCleanup(context.close)
        view = context.new_page()
        view.set_default_timeout(5000)
        said = []
        view.on("console", lambda message: said.append(message.text))
        view.on("pageerror", lambda error: said.append(str(error)))
        view.add_init_script(SHIFT)
        view.goto((self.site / page).as_uri())
        shown(view)
        self.addCleanup(self.assertEqual, said, [])
        return view

    def note(self, view):
        view.wait_for_selector(OPEN)
        return re.sub(r"\s+", " ", view.inner_text(OPEN)).strip()

    def closed(self, view):
        view.wait_for_selector(OPEN, state="detached")

    def inside(self, view):
        box = view.locator(OPEN).bounding_box()
        size = view.viewport_size
        self.assertGreaterEqual(box["x"], 0)
        self.assertLessEqual(box["x"] + box["width"], size["width"])
        self.assertLessEqual(view.evaluate("document.documentElement.scrollWidth"), size["width"])

    def test_a_mouse_that_rests_on_a_link_opens_its_note(self):
        for theme in ("light", "dark"):
            for width in (1280, 390):
                view = self.open(width=width, theme=theme)
                for link, (words, _) in NOTES.items():
                    with self.subTest(link, theme=theme, width=width):
                        view.hover(link)
                        view.wait_for_function("w => document.querySelector('.note-box:not([hidden])')?.innerText.replace(/\\s+/g, ' ').includes(w)", arg=words)
                        self.inside(view)
                        described = view.get_attribute(link, "aria-describedby")
                        self.assertEqual(view.get_attribute(OPEN, "id"), described)
                        self.assertEqual(view.get_attribute(OPEN, "role"), "tooltip")
                self.assertEqual(view.evaluate("window.shift || 0"), 0)

    def test_the_ground_of_a_mark_covers_nothing_before_it(self):
        view = self.open()
        view.hover("[role=doc-noteref]")
        self.note(view)
        before, ground, color = view.evaluate("""() => {
          const mark = document.querySelector('[role=doc-noteref]'), style = getComputedStyle(mark);
          const range = document.createRange(), text = mark.closest('sup').previousSibling;
          range.setStart(text, text.length - 1);
          range.setEnd(text, text.length);
          const padding = style.backgroundClip == 'content-box' ? parseFloat(style.paddingLeft) : 0;
          return [range.getBoundingClientRect().right, mark.getBoundingClientRect().left + padding, style.backgroundColor];
        }""")
        self.assertNotIn(color, ("transparent", "rgba(0, 0, 0, 0)"))
        self.assertGreaterEqual(ground, before - 0.1)

    def test_axe_finds_nothing_beside_an_open_note(self):
        for theme in ("light", "dark"):
            view = self.open(theme=theme, bypass_csp=True)
            for link in NOTES:
                view.hover(link)
                view.wait_for_function("l => document.querySelector(l).hasAttribute('aria-describedby')", arg=link)
                self.assertEqual(tell(Axe().run(view, options=RULES), theme), [], link)

    def test_the_note_stays_while_the_mouse_is_on_it_and_goes_after(self):
        view = self.open()
        view.hover("#v1")
        self.note(view)
        view.hover(OPEN)
        # Longer than it would take to close.
        view.evaluate("new Promise(done => setTimeout(done, 600))")
        self.assertTrue(view.is_visible(OPEN))
        view.mouse.move(5, 5)
        self.closed(view)
        self.assertIsNone(view.get_attribute("#v1", "aria-describedby"))

    def test_escape_closes_it_and_the_pointer_does_not_open_it_again(self):
        view = self.open()
        view.hover("#v1")
        self.note(view)
        view.keyboard.press("Escape")
        self.closed(view)
        view.mouse.move(5, 5)
        view.hover("#v1")
        self.note(view)

    def test_a_click_of_a_mouse_follows_the_link(self):
        view = self.open()
        view.hover("#v1")
        self.note(view)
        view.click("#v1")
        view.wait_for_url("**/numbers/01-notes.html#v1")

    def test_the_keyboard_opens_it_by_focus_and_enter_follows(self):
        for link, (words, place) in NOTES.items():
            view = self.open()
            view.evaluate("document.querySelector('#main').focus()")
            for _ in range(60):
                view.keyboard.press("Tab")
                if view.evaluate("l => document.activeElement.matches(l)", link):
                    break
            with self.subTest(link):
                view.wait_for_function("l => document.querySelector(l).hasAttribute('aria-describedby')", arg=link)
                self.assertIn(words, self.note(view))
                view.keyboard.press("Escape")
                self.closed(view)
                self.assertTrue(view.evaluate("l => document.activeElement.matches(l)", link))
                view.keyboard.press("Enter")
                view.wait_for_url(lambda url: url.endswith(place))

    def test_leaving_with_the_keyboard_closes_it(self):
        view = self.open()
        view.evaluate("document.querySelector('#main').focus()")
        view.keyboard.press("Tab")
        while not view.evaluate("document.activeElement.id === 'v1'"):
            view.keyboard.press("Tab")
        self.assertIn("2 digits", self.note(view))
        view.keyboard.press("Tab")
        view.wait_for_function("() => !document.querySelector('#v1').hasAttribute('aria-describedby')")

    def test_a_first_tap_opens_it_and_a_second_follows(self):
        for theme in ("light", "dark"):
            for link, (words, place) in NOTES.items():
                view = self.open(width=390, theme=theme, has_touch=True)
                start = view.url
                with self.subTest(link, theme=theme):
                    view.tap(link)
                    self.assertIn(words, self.note(view))
                    self.assertIn("Tap again to follow the link.", self.note(view))
                    self.assertEqual(view.url, start)
                    self.inside(view)
                    view.tap(link)
                    view.wait_for_url(lambda url: url.endswith(place))

    def test_a_tap_elsewhere_closes_it(self):
        view = self.open(width=390, has_touch=True)
        view.tap("#v1")
        self.note(view)
        view.tap("h1")
        self.closed(view)

    def test_a_number_in_a_heading_has_its_note_too(self):
        view = self.open()
        view.hover("h2 .v")
        self.assertIn("Computed 0.8112…, written to one digit", self.note(view))

    def test_the_book_has_them(self):
        view = self.open("book.html")
        for link, (words, _) in NOTES.items():
            link = re.sub(r"#(v\d)", r"[id='01-notes:\1']", link)
            link = {"a[href='glossary.html#entropy']": "a[href='#glossary:entropy']", "a[href='#coin'][data-note]": "a[href='#01-notes:coin'][data-note]",
                    "a[href='#e'][data-note]": "a[href='#01-notes:e'][data-note]", "a[href='02-more.html#other']": "a[href='#02-more:other']",
                    "[role=doc-noteref]": "[role=doc-noteref][href$=':note:1']"}.get(link, link)
            with self.subTest(link):
                view.hover(link)
                view.wait_for_function("w => document.querySelector('.note-box:not([hidden])')?.innerText.replace(/\\s+/g, ' ').includes(w)", arg=words)

    def test_nothing_is_loaded_before_and_links_work_without_a_script(self):
        view = self.open()
        self.assertEqual(view.evaluate("performance.getEntriesByType('resource').filter(e => e.name.includes('notes')).length"), 0)
        view = self.open(java_script_enabled=False)
        for link, (_, place) in NOTES.items():
            self.assertTrue(view.evaluate("([l, p]) => document.querySelector(l).href.endsWith(p)", [link, place]), link)

    def test_what_has_no_note_is_followed(self):
        view = self.open(width=390, has_touch=True)
        view.evaluate("document.querySelector('#v1').href = '../numbers/01-notes.html#none'")
        view.tap("#v1")
        view.wait_for_url("**/numbers/01-notes.html#none")


if __name__ == "__main__":
    unittest.main()
