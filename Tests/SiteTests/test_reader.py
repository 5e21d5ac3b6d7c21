"""A reader at the keyboard: skip link, focus, shortcuts, search, switches."""

import json
import re
import unittest

from built import HERE, ROOT, reading_pages
from inspection import browser, shown

VECTORS = HERE.parent / "LessonSiteTests/Search/search-vectors.json"
# What a reader types, and the heading of what must come first.
FIRST = [
    ("entropy", "entropy"), ("cross entropy", "cross-entropy"), ("crossEntropy", "cross-entropy"), ("cross-entropy", "cross-entropy"),
    ("learning rate", "learning rate"), ("entrpy", "entropy"), ("gradeint descent", "gradient descent"), ("softmax", "softmax"),
    ("backprop", "backpropagation"), ("chain rule", "chain rule"), ("huffman", "Huffman code"), ("condition number", "condition number"),
    ("adam", "Adam"), ("熵", "entropy"), ("反向传播", "backpropagation"), ("反向傳播", "backpropagation"),
]
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
        shown(self.page)

    def tearDown(self):
        self.context.close()
        self.assertEqual(self.said, [])

    def focus(self):
        return self.page.evaluate(FOCUS)

    def search(self, text):
        self.page.fill("#search", text)
        self.page.wait_for_function("() => !document.querySelector('#search-results').hidden && document.querySelector('#search-results [role=status]').textContent")
        return self.page.eval_on_selector_all("#search-results a", "links => links.map(a => a.textContent.toLowerCase())")

    def test_the_skip_link_comes_first_and_is_seen(self):
        self.page.keyboard.press("Tab")
        focus = self.focus()
        self.assertIn("kip to", focus["text"])
        self.assertTrue(focus["seen"] and focus["ring"], focus)
        self.page.keyboard.press("Enter")
        self.assertEqual(self.page.evaluate("location.hash"), "#main")

    def test_a_phone_says_that_some_charts_are_drawings_and_keeps_what_is_chosen(self):
        shown = "() => [...document.querySelectorAll('.chart')].filter(c => c.querySelector('img')).map(c => c.querySelector('img').offsetParent != null)"
        box = "document.querySelector('.charts-switch input')"
        self.page.set_viewport_size({"width": 390, "height": 844})
        self.page.reload()
        self.assertTrue(self.page.evaluate(box + ".indeterminate"))
        self.assertIn(True, self.page.evaluate(shown))
        for chosen in (True, False):
            self.page.click(".charts-switch")
            self.assertEqual(set(self.page.evaluate(shown)), {chosen})
            self.page.reload()
            self.assertEqual([self.page.evaluate(box + ".indeterminate"), self.page.evaluate(box + ".checked")], [False, chosen])
            self.assertEqual(set(self.page.evaluate(shown)), {chosen})

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

    def found(self, text):
        """The headings of what a search finds, and the terms that it took the words for."""
        self.page.focus("#search")
        self.page.wait_for_function("() => window.lessonsSearch && window.lessonsIndex")
        return self.page.evaluate("""text => {
          const { sections, hits } = lessonsSearch.find(lessonsIndex, text);
          return [sections.map(s => s.heading || s.title), [...hits], lessonsIndex.sections.length];
        }""", text)

    def test_search_finds_what_is_meant(self):
        for text, first in FIRST:
            self.assertEqual(self.found(text)[0][:1], [first], text)

    def test_search_finds_exercises_and_figures_by_their_numbers(self):
        for text in ("exercise 1.2", "Exercise 2.1", "exercise 12.3", "Figure 1.1", "figure 10.1", " figure 11.5 "):
            first = self.found(text)[0][0]
            self.assertRegex(first.lower(), f"^{re.escape(text.strip().lower())}($|:)")

    def test_search_asks_for_all_words_and_none_is_too_common(self):
        both, coin, bits = (set(self.found(text)[0]) for text in ("coin bits ", "coin ", "bits "))
        self.assertTrue(both and both < coin and both < bits, (both, coin, bits))
        entropy, _, all_sections = self.found("entropy")
        self.assertLess(len(entropy), all_sections / 2)

    def test_a_letter_is_forgiven_where_nothing_is_spelled_so(self):
        self.assertIn("entropy", self.found("entrpy")[1])
        self.assertIn("gradient", self.found("gradeint")[1])
        self.assertNotIn("less", self.found("loss ")[1])
        self.assertEqual(self.found("zzz")[0], [])
        near = [("entropy", "entrpy", True), ("loss", "lsos", True), ("loss", "lss", True), ("loss", "lost", True), ("loss", "loss", True),
                ("loss", "lots", True), ("loss", "lotz", False), ("loss", "slso", False), ("aab", "ab", True), ("abc", "cba", False)]
        for a, b, expected in near:
            self.assertEqual(self.page.evaluate("([a, b]) => lessonsSearch.isNear(a, b)", [a, b]), expected, (a, b))

    def test_results_show_the_words_in_their_text(self):
        self.page.keyboard.press("/")
        self.search("learning rate")
        self.page.wait_for_function("() => [...document.querySelectorAll('#search-results li span')].every(s => s.textContent)")
        marked = self.page.eval_on_selector_all("#search-results li", "items => items.map(i => [...i.querySelectorAll('mark')].map(m => m.textContent.toLowerCase()))")
        self.assertTrue(all({"learning", "rate"} <= {mark.removesuffix("s") for mark in marks} for marks in marked[:3]), marked)
        lengths = self.page.eval_on_selector_all("#search-results li span", "spans => spans.map(s => s.textContent.length)")
        self.assertLess(max(lengths), 180)

    def test_a_character_asked_for_alone_is_marked_alone(self):
        self.page.keyboard.press("/")
        self.search("熵")
        self.page.wait_for_function("() => [...document.querySelectorAll('#search-results li span')].every(s => s.textContent)")
        marked = self.page.eval_on_selector_all("#search-results mark", "marks => marks.map(m => m.textContent)")
        self.assertEqual(set(marked), {"熵"})

    def test_a_snippet_is_cut_around_the_words(self):
        self.page.focus("#search")
        self.page.wait_for_function("() => window.lessonsSearch")
        cut = "([text, hits]) => lessonsSearch.snippet(text, new Set(hits))"
        text = "one two " * 60 + "three coins and a die " + "four five " * 60
        found = self.page.evaluate(cut, [text, ["coins", "die"]])
        self.assertIn("three coins and a die", found)
        self.assertTrue(found.startswith("… ") and found.endswith(" …") and len(found) < 180, found)
        self.assertEqual(self.page.evaluate(cut, ["short", ["none"]]), "short")
        chinese = "模型学习" * 50 + "交叉熵的定义" + "梯度下降" * 50
        found = self.page.evaluate(cut, [chinese, ["交叉", "叉熵"]])
        self.assertIn("交叉熵的定义", found)
        self.assertLess(len(found), 90)

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
        self.page.wait_for_function("() => window.lessonsSearch")
        for text, terms in json.loads(VECTORS.read_text()):
            self.assertEqual(self.page.evaluate("t => window.lessonsSearch.terms(t)", text), terms, text)

    def test_a_question_mark_lists_the_shortcuts(self):
        self.page.keyboard.press("?")
        self.page.wait_for_selector("dialog[open]")
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
