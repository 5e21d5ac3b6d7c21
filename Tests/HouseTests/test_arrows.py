"""Tests of arrows.py on trees made up for them: `python3 -m unittest discover Tests/HouseTests`."""
import contextlib
import io
import os
import sys
import tempfile
import unittest
from unittest import mock

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import arrows

GROUND = {
    "LessonModel/Text/SourceText.swift": """
        package struct SourceText {
          package var characters: String
        }

        extension String {
          var withoutTrailingSpaces: String { self }
        }
        """,
    "LessonModel/Lessons/Lesson.swift": "package struct Lesson {\n  var text: SourceText\n  var title: SourceText\n}\n",
}


def check(files, *options):
    """The exit status and the output of arrows.py on a tree with these files below Sources."""
    before = os.getcwd()
    with tempfile.TemporaryDirectory() as root:
        for path, text in files.items():
            path = os.path.join(root, "Sources", path)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf-8") as file:
                file.write("\n".join(line.removeprefix(" " * 8) for line in text.split("\n")))
        output = io.StringIO()
        with mock.patch.object(sys, "argv", ["arrows.py", "--root", root, *options]), contextlib.redirect_stdout(output):
            try:
                return arrows.main(), output.getvalue()
            finally:
                os.chdir(before)


class Folders(unittest.TestCase):
    def test_floors_are_drawn_from_the_top(self):
        self.assertEqual(check(GROUND), (0, "LessonModel\n   2  Lessons\n   1  Text\n"))

    def circle(self, code):
        return check(GROUND | {"LessonModel/Text/Upward.swift": code})

    def test_a_type_used_upward_is_a_circle(self):
        status, output = self.circle("\n\nstruct Words {\n  var lesson: Lesson?\n}\n")
        self.assertEqual(status, 1)
        self.assertIn("LessonModel: Lessons, Text stand in a circle", output)
        self.assertIn("Sources/LessonModel/Text/Upward.swift:4: Text uses 'Lesson' of Lessons", output)

    def test_the_drawing_does_not_judge(self):
        files = GROUND | {"LessonModel/Text/Upward.swift": "let lesson = Lesson()\n"}
        self.assertEqual(check(files, "--draw"), (0, "LessonModel\n   1  Lessons, Text\n"))

    def test_members_and_cases_count_if_their_names_are_distinctive(self):
        above = {
            "LessonModel/Lessons/More.swift": """
                extension Lesson {
                  var isFinished: Bool { true }
                  var id: Int { 0 }
                  enum Ending {
                    case unexpectedly(String, code: Int), asWished
                  }
                }
                """.replace("\n        ", "\n"),
        }
        for code, status in [
            ("let a = x.isFinished", 1), ("let a = [.unexpectedly(b)]", 1), ("let a = x == .asWished", 1), ("let a = x.id", 0),
            ("let a = f(isFinished: b)", 0), ("func f(isFinished: Bool) -> Bool { isFinished }", 0),
        ]:
            with self.subTest(code):
                self.assertEqual(check(GROUND | above | {"LessonModel/Text/Upward.swift": code})[0], status)

    def test_a_name_with_two_homes_does_not_count(self):
        files = GROUND | {
            "LessonModel/Lessons/More.swift": "extension Lesson {\n  var isFinished: Bool { true }\n}\n",
            "LessonModel/Text/Upward.swift": "let a = x.isFinished\n",
        }
        self.assertEqual(check(files)[0], 1)
        # Another target's type may be meant.
        self.assertEqual(check(files | {"Machine/Job.swift": "struct Job {\n  var isFinished: Bool\n}\n"})[0], 0)

    def test_comments_and_texts_do_not_count_but_interpolated_code_does(self):
        for code, status in [
            ("// Lesson", 0), ("/* Lesson\n/* Lesson */", 0), ('let a = "Lesson \\\\(Lesson"', 0), ('let a = #"\\(Lesson)"#', 0),
            ('let a = """\n  Lesson "Lesson"\n  """', 0), ('let a = "\\(Lesson.self)"', 1), ('let a = #"\\#(Lesson.self)"#', 1),
            ('let a = "\\(f("x", (1)))"\nlet b = Lesson()', 1), ("let a = Lesson()  // x", 1),
        ]:
            with self.subTest(code):
                self.assertEqual(self.circle(code + "\n")[0], status)


class Targets(unittest.TestCase):
    def faults(self, path, code):
        status, output = check(GROUND | {path: code})
        return [line for line in output.split("\n") if line.startswith("Sources/")], status

    def test_imports_run_down(self):
        self.assertEqual(self.faults("LessonSite/Page.swift", "package import LessonModel\nimport SwiftReading\n"), ([], 0))
        for path, module in [
            ("LessonModel/A.swift", "LessonSite"), ("LessonSite/A.swift", "LessonWeaving"), ("LessonSite/A.swift", "LessonKit"),
            ("LessonKit/A.swift", "LessonModel"), ("LessonPipeline/A.swift", "lessons"),
        ]:
            with self.subTest(module):
                target = path.split("/")[0]
                expected = [f"Sources/{path}:2: {target} imports {module}, which is not below it"]
                self.assertEqual(self.faults(path, f"// import {module}\n@testable import struct {module}.A\n"), (expected, 1))

    def test_targets_of_values_touch_no_machine(self):
        for code in ["let a = FileManager.default", "let a = try Data(contentsOf: url)", "import Machine", 'let a = getenv("A")']:
            with self.subTest(code):
                faults, status = self.faults("LessonSite/A.swift", code + "\n")
                self.assertEqual((len(faults), status), (1, 1))
                self.assertEqual(self.faults("LessonRunning/A.swift", code + "\n"), ([], 0))
        self.assertEqual(self.faults("LessonSite/A.swift", "a.append(contentsOf: b)  // FileManager\n"), ([], 0))

    def test_every_target_is_on_a_floor(self):
        self.assertEqual(self.faults("Cellar/A.swift", "let a = 1\n"),
                         (["Sources/Cellar: on no floor of the tables in arrows.py"], 1))


class House(unittest.TestCase):
    def test_the_floors_of_the_targets_are_those_of_the_package(self):
        """Each target with Swift files that Package.swift names for Sources is in the tables, and the tables name no others."""
        root = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../..", "Sources")
        swift = {name for name in os.listdir(root)
                 for _, _, files in os.walk(os.path.join(root, name)) if any(file.endswith(".swift") for file in files)}
        self.assertEqual(swift - set(arrows.SCRIPTS), {target for building in (arrows.TOOL, arrows.KIT) for floor in building for target in floor})


if __name__ == "__main__":
    unittest.main()
