"""A reader at the keyboard: skip link, focus, shortcuts, search, switches."""

import json
import unittest

from built import HERE, ROOT, reading_pages
from inspection import browser

VECTORS = HERE.parent / "LessonSiteTests/Search/search-vectors.json"
FOCUS = """() => {
  const e = document.activeElement;
  if (!e || e == document.body) return null;
  const style = getComputedStyle(e), box = e.getBoundingClientRect();
  const ring = style.outlineStyle != 'none' && parseFloat(style.outlineWidth) >= 1 || style.boxShadow != 'none';
  return { name: e.outerHTML.slice(0, 80), text: e.textContent.trim(), ring, seen: box.width > 0 && box.right > 0 && box.bottom > 0 };
}"""


class Reader(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.lesson = [page for page in reading_pages() if page.startswith("lessons/")][0]

    def setUp(self):
        self.context = browser().new_context(viewport={"width": 1280, "height": 900})
        self.page = self.context.new_page()
        self.said = []
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.goto((ROOT / self.lesson).as_uri())

    def tearDown(self):
        self.context.close()
        self.assertEqual(self.said, [])

    def focus(self):
        return self.page.evaluate(FOCUS)

    def search(self, text):
        self.page.fill("#search", text)
        self.page.wait_for_function("!document.querySelector('#search-results').hidden && document.querySelector('#search-results [role=status]').textContent")
        return self.page.eval_on_selector_all("#search-results a", "links => links.map(a => a.textContent.toLowerCase())")

    def test_the_skip_link_comes_first_and_is_seen(self):
        self.page.keyboard.press("Tab")
        focus = self.focus()
        self.assertIn("kip to", focus["text"])
        self.assertTrue(focus["seen"] and focus["ring"], focus)
        self.page.keyboard.press("Enter")
        self.assertEqual(self.page.evaluate("location.hash"), "#main")

    def test_focus_is_seen_at_each_stop(self):
        for _ in range(15):
            self.page.keyboard.press("Tab")
            focus = self.focus()
            self.assertTrue(focus and focus["seen"] and focus["ring"], focus)

    def test_search_finds_words_beginnings_and_chinese_from_a_disk(self):
        self.page.keyboard.press("/")
        self.assertEqual(self.page.evaluate("document.activeElement.id"), "search")
        for text in ("loss", "grad", "cross entropy", "crossEntropy", "熵", "损失"):
            found = self.search(text)
            self.assertTrue(found, text)
        self.assertTrue(any("entropy" in entry for entry in self.search("entrop")))
        self.assertEqual(self.search("zzzzqqq"), [])

    def test_arrows_walk_the_results_and_escape_closes_them(self):
        self.page.keyboard.press("/")
        self.search("entropy")
        self.page.keyboard.press("ArrowDown")
        self.assertEqual(self.page.evaluate("document.activeElement.tagName"), "A")
        self.page.keyboard.press("ArrowUp")
        self.assertEqual(self.page.evaluate("document.activeElement.id"), "search")
        self.page.keyboard.press("Escape")
        self.assertTrue(self.page.evaluate("document.querySelector('#search-results').hidden"))

    def test_enter_opens_the_first_result(self):
        self.page.keyboard.press("/")
        self.search("softmax")
        address = self.page.get_attribute("#search-results a", "href")
        self.page.keyboard.press("Enter")
        self.page.wait_for_function("a => location.href == a", arg=address)

    def test_the_script_cuts_words_as_the_index_does(self):
        self.page.focus("#search")
        self.page.wait_for_function("window.lessonsSearch")
        for text, terms in json.loads(VECTORS.read_text()):
            self.assertEqual(self.page.evaluate("t => window.lessonsSearch.terms(t)", text), terms, text)

    def test_a_question_mark_lists_the_shortcuts(self):
        self.page.keyboard.press("?")
        self.assertTrue(self.page.evaluate("document.querySelector('dialog').open"))
        self.page.keyboard.press("Escape")
        self.assertFalse(self.page.evaluate("document.querySelector('dialog').open"))

    def test_the_theme_is_kept(self):
        paper = "getComputedStyle(document.body).backgroundColor"
        light = self.page.evaluate(paper)
        self.page.select_option(".theme select", "dark")
        dark = self.page.evaluate(paper)
        self.assertNotEqual(light, dark)
        self.page.reload()
        self.assertEqual(self.page.evaluate(paper), dark)


if __name__ == "__main__":
    unittest.main()
