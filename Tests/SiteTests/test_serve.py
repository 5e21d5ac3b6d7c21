"""A writer with the course open in a browser: `lessons serve`, a saved file, and what the page does then."""

import pathlib
import random
import re
import shutil
import signal
import subprocess
import tempfile
import time
import unittest

from playwright.sync_api import Error

from built import TOOL
from inspection import browser, shown

PARAGRAPHS = "\n\n".join(f"Paragraph {n} of many, so that the page is longer than the window." for n in range(60))
LESSON = f"""# First

```swift {{#sum}}
let sum = 40 + 2
print("the sum is", sum)
```

> [!EXERCISE]
> Think.
>
> > [!SOLUTION]
> > It is [?](swift:sum).

- [ ] a box

{PARAGRAPHS}

```swift {{#last}}
print("at the end", sum)
```

The last words.
"""


class Preview(unittest.TestCase):
    """A course of two lessons that is served, and the first of them in a browser."""

    text = LESSON

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="lessons-serve-"))
        (self.folder / "lessons").mkdir()
        self.lesson = self.folder / "lessons/01-first.md"
        self.lesson.write_text(self.text)
        (self.folder / "lessons/02-second.md").write_text("# Second\n\ntext\n")
        self.errors = open(self.folder / "errors", "w")
        command = [TOOL, "serve", "lessons", "--port", "0", "--editor", "touch opened-{line}"]
        self.server = subprocess.Popen(command, cwd=self.folder, stdout=subprocess.PIPE, stderr=self.errors, text=True)
        self.address = re.search(r"http://\S+?/", self.server.stdout.readline())[0]
        self.context = browser().new_context(viewport={"width": 1000, "height": 700})
        self.page = self.context.new_page()
        self.said = []
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        # Until the first build is done there is a page that waits; it becomes the lesson's by itself.
        self.page.goto(self.address + "lessons/01-first.html")
        shown(self.page)
        self.page.wait_for_selector("#sum", timeout=180_000)
        self.wait("document.documentElement.dataset.lessonsVersion")
        # Whether the document is still the one that was loaded.
        self.page.evaluate("window.isSame = true")
        self.said.clear()

    def tearDown(self):
        self.context.close()
        self.server.send_signal(signal.SIGINT)
        self.assertEqual(self.server.wait(10), 130)
        self.server.stdout.close()
        self.errors.close()
        shutil.rmtree(self.folder)
        self.assertEqual(self.said, [])

    def save(self, old, new):
        text = self.lesson.read_text()
        self.assertEqual(text.count(old), 1, old)
        self.lesson.write_text(text.replace(old, new))

    def wait(self, condition):
        # The browser's own waiting runs text as code in the page, which the page's policy forbids.
        end = time.monotonic() + 30
        while not self.holds(condition):
            self.assertLess(time.monotonic(), end, condition)
            self.page.wait_for_timeout(10)

    def holds(self, condition):
        return self.page.evaluate(condition)


class Serve(Preview):
    def top(self):
        return self.page.evaluate("document.querySelector('#last').getBoundingClientRect().top")

    def test_an_edit_changes_the_page_in_place(self):
        self.page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        self.page.focus("#search")
        self.page.evaluate("document.querySelector('#last').scrollIntoView()")
        folds, top = self.page.evaluate("document.querySelectorAll('main details[open]').length"), self.top()
        self.assertGreater(folds, 0)
        copies = self.page.evaluate("document.querySelectorAll('.copy').length")

        self.save("40 + 2", "40 + 3")
        self.wait("document.querySelector('#sum').textContent.includes('the sum is 43')")
        self.wait("document.querySelector('#last').textContent.includes('at the end 43')")
        self.assertEqual(self.page.evaluate("document.querySelectorAll('main details[open]').length"), folds)
        self.assertEqual(self.page.evaluate("document.activeElement.id"), "search")
        self.assertEqual(self.page.evaluate("document.querySelectorAll('.copy').length"), copies)
        self.assertAlmostEqual(self.top(), top, delta=1)

        # New words far above do not push away what is read.
        self.save("Paragraph 3 of many", "\n\n".join(["New words."] * 20) + "\n\nParagraph 3 of many")
        self.wait("document.querySelector('main').textContent.includes('New words.')")
        self.assertAlmostEqual(self.top(), top, delta=1)
        self.save("# First", "# Renamed")
        self.wait("document.title.startsWith('Renamed') && document.querySelector('nav.course').textContent.includes('Renamed')")
        self.assertTrue(self.page.evaluate("window.isSame"), "the page was loaded anew")

    def test_an_error_lies_over_the_last_good_page_until_it_is_mended(self):
        self.save("let sum = 40 + 2", "let sum = 40 +")
        self.page.wait_for_selector(".lessons-problems", timeout=30_000)
        text = self.page.inner_text(".lessons-problems")
        self.assertIn("01-first.md:4:", text)
        self.assertIn("let sum = 40 +", text)
        self.assertIn("the sum is 42", self.page.inner_text("#sum"))
        self.page.click(".lessons-problems > button")
        self.assertEqual(self.page.locator(".lessons-problems").count(), 0)
        self.save("let sum = 40 +\n", "let sum: Int = \"no\"\n")
        self.page.wait_for_selector(".lessons-problems", timeout=30_000)
        self.save('let sum: Int = "no"', "let sum = 44")
        self.wait("!document.querySelector('.lessons-problems')")
        self.wait("document.querySelector('#sum').textContent.includes('the sum is 44')")
        self.assertTrue(self.page.evaluate("window.isSame"), "the page was loaded anew")

    def test_after_any_edits_the_page_is_as_one_that_is_loaded(self):
        whole = "[document.title, document.querySelector('main').innerText, document.querySelector('nav.course').innerText]"
        dice = random.Random(7)
        blocks = LESSON.split("\n\n")
        other = self.context.new_page()
        for number in range(12):
            for _ in range(dice.randint(1, 6)):
                place = dice.randrange(1, len(blocks))
                kind = dice.choice(("remove", "add", "move", "change"))
                if kind == "add":
                    added = dice.choice(("## Heading", "- a list\n- of two", "| a | b |\n|---|---|\n| 1 | 2 |", "> [!NOTE]\n> A note.", "$x^2$"))
                    blocks.insert(place, f"{added}\n\nAdded in {number}.")
                elif "sum" in blocks[place] or "```" in blocks[place]:
                    continue
                elif kind == "remove":
                    blocks.pop(place)
                elif kind == "move":
                    blocks.insert(dice.randrange(1, len(blocks)), blocks.pop(place))
                else:
                    blocks[place] += f" Changed in {number}."
            self.lesson.write_text("\n\n".join(blocks + [f"Edit {number}."]))
            self.wait(f"document.querySelector('main').innerText.includes('Edit {number}.')")
            other.goto(self.page.url)
            self.page.bring_to_front()
            self.assertEqual(self.page.evaluate(whole), other.evaluate(whole), number)
        self.assertTrue(self.page.evaluate("window.isSame"), "the page was loaded anew")

    def test_a_style_of_the_course_is_taken_over(self):
        (self.folder / "lessons/theme").mkdir()
        style = self.folder / "lessons/theme/style.css"
        style.write_text("main { border-left: 3px solid }")
        self.wait("getComputedStyle(document.querySelector('main')).borderLeftWidth == '3px'")
        style.write_text("main { border-left: 5px solid }")
        self.wait("getComputedStyle(document.querySelector('main')).borderLeftWidth == '5px'")
        self.assertTrue(self.page.evaluate("window.isSame"), "the page was loaded anew")

    def test_a_click_on_a_line_opens_the_editor(self):
        self.page.evaluate("document.querySelector('#sum .source').click()")
        line = LESSON.split("\n").index("```swift {#sum}") + 1
        end = time.monotonic() + 30
        while not list(self.folder.glob("opened-*")) and time.monotonic() < end:
            self.page.wait_for_timeout(20)
        self.assertEqual([path.name for path in self.folder.glob("opened-*")], [f"opened-{line}"])



class ServeExplored(Preview):
    """A lesson that its reader moves, while its author writes."""

    text = """# First

```swift {#sum explore="size: 1...9 = 2"}
let square = size * size
print("the square is", square)
```

It is [4](swift:square) for [2](swift:size).
"""

    def holds(self, condition):
        # A page that is loaded again has no answer for a moment.
        try:
            return super().holds(condition)
        except Error:
            return False

    def value(self, number):
        return f"document.querySelector('#v{number}').textContent"

    def test_the_readers_values_outlive_what_the_author_writes(self):
        self.page.focus("[data-name=size]")
        self.page.keyboard.press("ArrowRight")
        self.wait(self.value(1) + " === '9'")
        program = self.page.evaluate("document.querySelector('script[data-program]').dataset.program")

        # Prose: the page is the same one, with the same program and the same values.
        self.save("It is", "What comes is")
        self.wait("document.querySelector('main').textContent.includes('What comes is 9 for 3.')")
        self.assertTrue(self.page.evaluate("window.isSame"), "the page was loaded anew")
        self.assertEqual(self.page.evaluate("document.querySelector('script[data-program]').dataset.program"), program)
        self.page.keyboard.press("ArrowRight")
        self.wait(self.value(1) + " === '16'")

        # Code: another program, and the reader's value is in the address.
        self.save("the square is", "squared it is")
        self.wait("location.search === '?size=4' && document.querySelector('#sum samp').textContent.includes('squared it is 16')")
        self.assertEqual(self.page.evaluate("document.querySelector('[data-name=size]').value"), "4")

        # What pages cannot run is told; the page shows what the lesson came to. Mended, it lives again.
        self.save("let square", "import Foundation\nlet square")
        self.page.wait_for_selector(".lessons-problems", timeout=60_000)
        self.assertIn("pages have no Foundation", self.page.inner_text(".lessons-problems"))
        self.save("import Foundation\n", "")
        self.wait("!document.querySelector('.lessons-problems') && " + self.value(1) + " === '16'")


if __name__ == "__main__":
    unittest.main()
