"""Letters of other languages than English: of one face with the letters beside them, upright, bold and italic."""

import pathlib
import subprocess
import tempfile
import unittest

from built import TOOL
from inspection import browser

WORDS = "élevé œuvre Größe smörgåsbord Łódź žluťoučký İstanbul’da „Öl“ señor & co. 100 € (a + b = c)!"
LESSON = f"# Größe & Maß\n\nThe {WORDS}\n\n**{WORDS}**\n\n*{WORDS}*\n"


class Letters(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(cls.enterClassContext(tempfile.TemporaryDirectory()))
        (cls.folder / "course").mkdir()
        (cls.folder / "course" / "01-a.md").write_text(LESSON)
        (cls.folder / "course" / "02-b.md").write_text("# Plain\n\nA **bold** and an *italic* word: 1 + 1 = 2.\n")
        (cls.folder / "course" / "03-c.md").write_text("# Last\n\nA **bold** and an *italic* word: 1 + 1 = 2.\n")
        subprocess.run([TOOL, "build", cls.folder / "course", "-o", cls.folder / "site"], check=True, capture_output=True)

    def open(self, name):
        page = browser().new_page()
        self.addCleanup(page.close)
        loaded = []
        page.on("request", lambda request: loaded.append(request.url.rsplit("/", 1)[1]))
        page.goto((self.folder / "site/lessons" / name).as_uri())
        # As on a system without the faces that the style names.
        page.evaluate("document.documentElement.style.setProperty('--own', '\"No Such Face\"')")
        page.evaluate("document.fonts.ready.then(() => null)")
        page.wait_for_function("[...document.fonts].every(font => font.status !== 'loading')")
        return page, loaded

    def faces(self, page, selector):
        session = page.context.new_cdp_session(page)
        session.send("DOM.enable")
        session.send("CSS.enable")
        root = session.send("DOM.getDocument")["root"]["nodeId"]
        node = session.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
        return {(font["familyName"], font["isCustomFont"]) for font in session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]}

    def test_words_are_of_one_face(self):
        page, loaded = self.open("01-a.html")
        for selector in ("h1", ".text p", ".text strong", ".text em"):
            with self.subTest(selector):
                self.assertEqual(self.faces(page, selector), {("Lessons Text", True)})
        self.assertTrue({"text.woff2", "text-latin.woff2", "text-more.woff2"} <= set(loaded))

    def test_bold_letters_are_bold_and_italic_ones_lean(self):
        page, _ = self.open("01-a.html")
        # The pictures of a letter in the three cuts, drawn by the page's own fonts. Charter's plus is the same in two.
        same = page.evaluate("""() => {
          const canvas = document.createElement('canvas'), pen = canvas.getContext('2d', {willReadFrequently: true});
          const drawn = (cut, letter) => {
            pen.clearRect(0, 0, 300, 150);
            pen.font = cut + ' 80px "Lessons Text"';
            pen.fillText(letter, 40, 110);
            return pen.getImageData(0, 0, 300, 150).data.join();
          };
          return [...'éáöüßçœłžşğİŁ&@#%![]=«€'].filter(letter => new Set(['', 'bold', 'italic'].map(cut => drawn(cut, letter))).size < 3);
        }""")
        self.assertEqual(same, [])

    def test_plain_pages_load_none_of_it(self):
        _, loaded = self.open("03-c.html")
        self.assertEqual([name for name in loaded if name.startswith(("text-", "letters"))], [])
        self.assertIn("text.woff2", loaded)


if __name__ == "__main__":
    unittest.main()
