"""What `lessons check` prints for programs, held against the schemas of those who read it."""

import json
import pathlib
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as xml

import jsonschema

from built import HERE, TOOL

ROOT = HERE.parent.parent
SCHEMA = json.loads((ROOT / "Sources/lessons/Guide/check-report.schema.json").read_text(encoding="utf-8"))
# What is used of SARIF 2.1.0 and nothing more: the names, types and bounds are those of its schema.
SARIF = json.loads((HERE / "sarif-part.schema.json").read_text(encoding="utf-8"))

LESSONS = {
    "01-all.md": '''# Größe, 100 %: <&>

<!-- covers: A-1 -->

```swift {#odd}
print("::error::100%, \\u{1B}[31m]]> \\u{FFFE} \\u{FFFF}")
let half = 0.5  // => 0.6
```

```output
::warning title=x::<b>&amp;]]>
```

Grüße 😀 [0.51](swift:half), [?](swift:half), [0.5](swift:half "@book"), [0.5](swift:half "not @book"), [0.5](swift:half "±0.1").

```swift {#now volatile}
show(Table(columns: ["n"], rows: [[1]]))
```

[there](gone.md#x) <font>x</font>
''',
    "02-trap.md": "# Trap\n\n```swift\nprint(1)\nlet x: Int? = nil\nx!\n```\n\n[2](swift:1+1)\n",
    "03-compile.md": "# Compile\n\n```swift\nfunc f(_ x: Int) {}\nfunc f(_ x: Int) {}\nf(1)\n```\n",
    "04-empty.md": "",
    "05-good.md": "# Good\n\n[2](swift:1+1)\n",
    "course.yml": "title: T\nrefs: []\nreferences: [{id: book}, {id: spare}]\n",
}

# The attributes and children that the schema of Jenkins (junit-10.xsd) has.
JUNIT = {
    "testsuites": ({"name", "time", "tests", "failures", "errors"}, {"testsuite"}),
    "testsuite": (
        {"name", "tests", "failures", "errors", "group", "time", "skipped", "timestamp", "hostname", "id", "package", "file",
         "log", "url", "version"},
        {"testsuite", "properties", "testcase", "system-out", "system-err"}),
    "testcase": ({"name", "time", "classname", "group"}, {"skipped", "failure", "system-out", "system-err"}),
    "failure": ({"type", "message"}, set()),
    "skipped": ({"type", "message"}, set()),
    "system-out": (set(), set()),
}


class Reports(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        lessons = pathlib.Path(cls.folder.name) / "lessons"
        lessons.mkdir()
        for name, text in LESSONS.items():
            (lessons / name).write_text(text, encoding="utf-8")

    def check(self, form, *options, lessons="lessons"):
        run = subprocess.run(
            [TOOL, "check", lessons, "--format", form, *options], cwd=self.folder.name, capture_output=True, text=True)
        self.assertIn(run.returncode, (0, 1), run.stderr)
        return run.stdout

    def every_check(self, form):
        for options in ([], ["--strict"]):
            for lessons in ("lessons", "lessons/05-good.md"):
                with self.subTest(form, options=options, lessons=lessons):
                    yield self.check(form, *options, lessons=lessons)

    def test_json_is_as_its_schema_says(self):
        jsonschema.Draft202012Validator.check_schema(SCHEMA)
        validator = jsonschema.Draft202012Validator(SCHEMA)
        for text in self.every_check("json"):
            report = json.loads(text)
            self.assertEqual([fault.message for fault in validator.iter_errors(report)], [])
        whole = json.loads(self.check("json"))
        kinds = {d["id"] for d in whole["diagnostics"]} | {d["id"] for l in whole["lessons"] for d in l["diagnostics"]}
        self.assertLessEqual(
            {"course-file", "mismatch", "unrecorded", "refuted-match", "dead-link", "raw-html", "trap",
             "compile-error", "empty-lesson"}, kinds)

    def test_the_schema_of_json_lets_nothing_else_pass(self):
        report = json.loads(self.check("json"))
        validator = jsonschema.Draft202012Validator(SCHEMA)
        for spoiled in ({**report, "version": 2}, {**report, "more": 1}, {k: v for k, v in report.items() if k != "summary"}):
            self.assertFalse(validator.is_valid(spoiled))

    def test_sarif_is_as_its_schema_says(self):
        validator = jsonschema.Draft7Validator(SARIF)
        for text in self.every_check("sarif"):
            log = json.loads(text)
            self.assertEqual([fault.message for fault in validator.iter_errors(log)], [])
            (run,) = log["runs"]
            rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
            self.assertEqual(len(rules), len(set(rules)))
            for result in run["results"]:
                self.assertEqual(rules[result["ruleIndex"]], result["ruleId"])
                uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
                self.assertTrue((pathlib.Path(self.folder.name) / uri).exists(), uri)

    def test_junit_is_as_its_schema_says(self):
        for text in self.every_check("junit"):
            root = xml.fromstring(text.encode())
            self.assertEqual(root.tag, "testsuites")
            for element in root.iter():
                attributes, children = JUNIT[element.tag]
                self.assertLessEqual(set(element.attrib), attributes)
                self.assertLessEqual({child.tag for child in element}, children)
            for suite in [root, *root.iter("testsuite")]:
                cases = list(suite.iter("testcase"))
                self.assertEqual(int(suite.get("tests")), len(cases))
                self.assertEqual(int(suite.get("failures")), sum(case.find("failure") is not None for case in cases))
                self.assertEqual(suite.get("errors"), "0")
            for suite in root.iter("testsuite"):
                self.assertTrue(suite.get("name") and suite.get("skipped") is not None or suite.find("testcase") is not None)
                names = [case.get("name") for case in suite.iter("testcase")]
                self.assertEqual(len(names), len(set(names)), "a history of results needs names of their own")

    def test_all_forms_have_the_same_errors(self):
        report = json.loads(self.check("json"))
        errors = report["summary"]["errors"]
        self.assertGreater(errors, 8)
        self.assertEqual(self.check("github").count("::error "), errors)
        (run,) = json.loads(self.check("sarif"))["runs"]
        self.assertEqual(sum(result["level"] == "error" for result in run["results"]), errors)
        self.assertEqual(sum(1 for _ in xml.fromstring(self.check("junit").encode()).iter("failure")), errors)
