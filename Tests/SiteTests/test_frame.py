"""The frame of the pages: the header that stays, what a reader's browser keeps, the example on the first page, errors that link."""

import pathlib
import subprocess
import tempfile
import unittest

from axe_playwright_python.sync_playwright import Axe

from built import TOOL
from inspection import RULES, browser, shown, tell

FILES = {
    "course.yml": "title: \"A course with a title that is longer than a phone is wide\"\nrepository: https://github.com/o/r\nexample: book\nreferences:\n"
    "  - {id: page, title: A page, author: [{family: Hartley}], issued: 1928, evidence: [{quote: about 3, where: line 1, read: 2026-01-02}]}\n"
    "  - {id: book, title: A book, author: [{family: Cover}], issued: 2004, evidence: [{quote: it is 0.9, where: p. 1, read: 2026-01-02}]}\n",
    "01-first.md": """# The first

```swift {#a}
let a = -0.25  // => -0.25
```

Printed as [3](swift:a "not @page") and as [0.9](swift:a "not @book"), "so" -- it's [-0.25](swift:a).

## One

"""
    + "A paragraph of words, so that there is something to scroll through.\n\n" * 30
    + """## Two

> [!QUIZ]
> Which?
>
> - [ ] one
>
>   No.
> - [x] two
>
>   Yes.

> [!EXERCISE] Work
> Do it.

"""
    + "More words.\n\n" * 30,
    "02-second.md": "# The second\n\nWords.\n",
    "03-third.md": "# The third\n\nWords.\n",
    "glossary.md": "# Glossary\n\n- **term**. An entry.\n",
}
BROKEN = {
    "course.yml": "title: Broken\n",
    "01-good.md": "# Good\n\nWords.\n",
    "02-bad.md": "# Bad\n\n## Section\n\n```swift {#typo}\nlet a = 1 +\n```\n\nIt is [2](swift:1).\n\nA [dead](nowhere.md) link.\n",
}
SHIFT = "new PerformanceObserver(list => { for (const e of list.getEntries()) window.shift = (window.shift || 0) + e.value; }).observe({ type: 'layout-shift', buffered: true });"
LESSON, INDEX = "lessons/01-first.html", "index.html"


def built(folder, files, status):
    root = pathlib.Path(folder)
    (root / "lessons").mkdir()
    for name, text in files.items():
        (root / "lessons" / name).write_text(text)
    run = subprocess.run([TOOL, "build", "lessons", "-o", "site"], cwd=root, capture_output=True, text=True)
    assert run.returncode == status, run.stderr
    return root / "site"


class Frame(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.site = built(cls.folder.name, FILES, 0)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def setUp(self):
        self.said = []

    def tearDown(self):
        self.assertEqual(self.said, [])

    def context(self, width=1280, **more):
        context = browser().new_context(viewport={"width": width, "height": 800}, **more)
        context.add_init_script(SHIFT)
        self.addCleanup(context.close)
        return context

    def page(self, name=LESSON, context=None, **more):
        page = (context or self.context(**more)).new_page()
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        path, _, place = name.partition("#")
        page.goto((self.site / path).as_uri() + (place and "#" + place))
        shown(page)
        return page

    def test_the_header_is_one_line_and_stays(self):
        for width in (1280, 768, 390, 320):
            page = self.page(width=width)
            page.evaluate("scrollTo(0, 900)")
            box = page.evaluate("(({ top, height }) => ({ top, height }))(document.querySelector('.site-header').getBoundingClientRect())")
            self.assertEqual(box["top"], 0, width)
            self.assertLess(box["height"], 56, width)
            parts = page.evaluate("[...document.querySelectorAll('.site-header > *')].map(e => e.getBoundingClientRect()).filter(b => b.width).map(b => [b.left, b.right, b.top, b.bottom])")
            self.assertTrue(all(left >= 0 and right <= width and top >= 0 and bottom <= box["height"] for left, right, top, bottom in parts), (width, parts))
            self.assertTrue(all(a[1] <= b[0] for a, b in zip(parts, parts[1:])), (width, parts))

    def test_a_chapter_of_the_book_is_larger_than_its_sections(self):
        for width in (1280, 390):
            page = self.page("book.html", width=width)
            sizes = [page.evaluate("s => parseFloat(getComputedStyle(document.querySelector(s)).fontSize)", s) for s in ("h1", ".chapter h2", ".chapter h3")]
            self.assertTrue(sizes[0] >= sizes[1] > 1.3 * sizes[2], (width, sizes))

    def test_a_page_that_is_shown_asks_for_no_more_frames(self):
        asked = """async () => {
          const frame = requestAnimationFrame;
          let asked = 0;
          window.requestAnimationFrame = (act) => (asked++, frame(act));
          for (const each of [1, 2, 3]) await new Promise((done) => frame(done));
          return asked;
        }"""
        # One is shorter than what is in sight, so that the end of its text never lies below it.
        for name in ("404.html", LESSON):
            self.assertEqual(self.page(name).evaluate(asked), 0, name)

    def test_a_heading_that_a_link_leads_to_is_not_covered(self):
        for width in (1280, 390):
            page = self.page(LESSON + "#two", width=width)
            covered = page.evaluate("document.querySelector('#two').getBoundingClientRect().top - document.querySelector('.site-header').offsetHeight")
            self.assertGreater(covered, 0, width)

    def test_the_search_opens_over_the_header_of_a_phone(self):
        page = self.page(width=390)
        page.focus("#search")
        self.assertGreater(page.evaluate("document.querySelector('#search').offsetWidth"), 340)
        self.assertEqual(page.evaluate("document.querySelector('.site-header').offsetHeight"), 48)

    def test_the_bar_shows_how_far_one_has_read(self):
        share = "new DOMMatrix(getComputedStyle(document.querySelector('.site-header'), '::after').transform).a"
        without = "const supports = CSS.supports.bind(CSS); CSS.supports = (...a) => !String(a[0]).includes('timeline') && supports(...a);"
        off = "document.documentElement.append(Object.assign(document.createElement('style'), { textContent: '.site-header::after { animation: none !important }' }));"
        for has_timelines in (True, False):
            context = self.context(bypass_csp=True)
            if not has_timelines:
                context.add_init_script(without)
            page = self.page(context=context)
            if not has_timelines:
                page.evaluate(off)
            self.assertLess(page.evaluate(share), 0.01)
            page.evaluate("scrollTo(0, (document.documentElement.scrollHeight - innerHeight) / 2)")
            page.wait_for_function(f"() => Math.abs({share} - 0.5) < 0.02")
            page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
            page.wait_for_function(f"() => {share} > 0.99")
        self.assertEqual(self.page(INDEX).evaluate("getComputedStyle(document.querySelector('.site-header'), '::after').content"), "none")

    def test_the_first_page_leads_back_to_where_one_was(self):
        context = self.context()
        begin = ".begin a"
        index = self.page(INDEX, context)
        self.assertEqual(index.inner_text(begin), "Begin with “The first”")
        lesson = self.page(LESSON, context)
        lesson.evaluate("document.querySelector('#two').scrollIntoView()")
        lesson.wait_for_function("() => (Object.entries(localStorage).find(([key]) => key.startsWith('lessons-place:')) || [])[1] === '01-first#two'")
        # What is looked up on the way is no place in the course.
        self.page("lessons/glossary.html", context)
        index.reload()
        self.assertEqual(index.inner_text(begin), "Continue with lesson 1: The first")
        self.assertTrue(index.get_attribute(begin, "href").endswith("/lessons/01-first.html#two"))
        lesson.click(".read")
        index.reload()
        self.assertEqual(index.inner_text(begin), "Continue with lesson 2: The second")
        self.assertTrue(index.get_attribute(begin, "href").endswith("/lessons/02-second.html"))
        self.assertFalse(index.evaluate("window.shift"))
        self.assertIn("/lessons/02-second.html", index.get_attribute(begin, "href"))
        plain = self.page(INDEX, java_script_enabled=False)
        self.assertEqual(plain.inner_text(begin), "Begin with “The first”")

    def marks(self, page):
        return page.evaluate("[...document.querySelectorAll('.choices label')].map(label => [label.control.checked, label.dataset.mark || ''])")

    def test_answers_are_marked_and_kept_until_they_are_cleared(self):
        context = self.context()
        page = self.page(context=context)
        none = [[False, ""], [False, ""]]
        page.click(".check button")
        self.assertEqual(page.inner_text(".result"), "Choose an answer first.")
        self.assertEqual(self.marks(page), none)
        page.check(".choices input >> nth=0")
        page.click(".check button")
        self.assertEqual(self.marks(page), [[True, "✗"], [False, ""]])
        self.assertIn("No.", page.inner_text(".result"))
        page.check(".choices input >> nth=1")
        self.assertEqual(self.marks(page), [[False, ""], [True, ""]])
        page.click(".check button")
        self.assertIn("Yes.", page.inner_text(".result"))
        page.reload()
        self.assertEqual(self.marks(page), [[False, ""], [True, "✓"]])
        self.assertFalse(page.evaluate("window.shift"))
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        # The policy keeps scripts of a test out of the page.
        other = self.page(context=self.context(bypass_csp=True))
        other.check(".choices input >> nth=0")
        other.click(".check button")
        self.assertEqual(tell(Axe().run(other, options=RULES), "answered"), [])
        page.click(".check button >> nth=1")
        self.assertEqual(self.marks(page), none)
        page.reload()
        self.assertEqual(self.marks(page), none)

    def test_all_that_is_kept_can_be_forgotten(self):
        context = self.context()
        page = self.page(context=context)
        page.check(".choices input >> nth=1")
        page.click(".check button")
        page.click(".read")
        page.keyboard.press("?")
        page.wait_for_selector("dialog[open]")
        with page.expect_navigation():
            page.click("dialog button >> text=Forget")
        self.assertEqual(self.marks(page), [[False, ""], [False, ""]])
        self.assertEqual(page.get_attribute(".read", "aria-pressed"), "false")

    def test_the_first_page_leads_with_a_number_refuted(self):
        page = self.page(INDEX, java_script_enabled=False)
        self.assertEqual(page.inner_text(".example s"), "0.9")
        self.assertEqual(page.inner_text(".example dd >> nth=1"), "−0.3")
        self.assertIn("it is 0.9", page.inner_text(".example"))
        self.assertEqual(page.eval_on_selector_all(".example a", "links => links.map(a => a.getAttribute('href'))"), ["references.html#ref-book", "lessons/01-first.html#v2", "errata.html"])

    def test_an_exercise_has_room_on_paper(self):
        page = self.page()
        height = "document.querySelector('.exercise').offsetHeight"
        screen = page.evaluate(height)
        page.emulate_media(media="print")
        self.assertGreater(page.evaluate(height), screen + 60)


class Broken(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.site = built(cls.folder.name, BROKEN, 1)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_errors_lead_to_their_places(self):
        context = browser().new_context(viewport={"width": 1280, "height": 800}, bypass_csp=True)
        self.addCleanup(context.close)
        page = context.new_page()
        page.goto((self.site / INDEX).as_uri())
        self.assertEqual(tell(Axe().run(page, options=RULES), "index"), [])
        self.assertEqual(page.inner_text(".lessons .flaw"), "3 errors")
        page.click("main > .error a")
        page.wait_for_function("() => location.hash === '#page:errors'")
        self.assertEqual(tell(Axe().run(page, options=RULES), "lesson"), [])
        places = page.eval_on_selector_all("main > .error a", "links => links.map(a => a.getAttribute('href'))")
        self.assertEqual(places, ["#typo", "#v1", "#section"])
        self.assertTrue(all(page.query_selector(place) for place in places))
        marks = "[...document.querySelectorAll('.course [data-lesson] > a')].map(a => getComputedStyle(a, '::after').content.slice(0, 3))"
        page.goto((self.site / "lessons/01-good.html").as_uri())
        self.assertEqual(page.evaluate(marks), ["non", '"!"'])


if __name__ == "__main__":
    unittest.main()
