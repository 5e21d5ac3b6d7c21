"""The count of cases tells when one is lost."""
import contextlib
import io
import pathlib
import tempfile
import unittest

import cases


class Cases(unittest.TestCase):
    def run_with(self, ran, *arguments):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "ran"
            path.write_text("".join(case + "\n" for case in ran))
            said, told = io.StringIO(), io.StringIO()
            with contextlib.redirect_stdout(said), contextlib.redirect_stderr(told):
                status = cases.main([str(path), *arguments])
        return status, said.getvalue(), told.getvalue()

    def test_there_are_298(self):
        self.assertEqual(len(cases.all_cases()), 298)

    def test_a_whole_run(self):
        status, said, told = self.run_with(cases.all_cases() - cases.SLOW)
        self.assertEqual((status, told), (0, ""))
        self.assertIn("cases: A 38 of 38,", said)
        self.assertIn("and C24 in make test-slow", said)
        self.assertTrue(said.endswith("cases: 297 of 298 have run\n"))

    def test_a_case_that_did_not_run(self):
        status, _, told = self.run_with(cases.all_cases() - cases.SLOW - {"H39", "B19"})
        self.assertEqual((status, told), (1, "cases: not run: B19 H39\n"))

    def test_a_case_that_the_machine_does_not_allow(self):
        ran = cases.all_cases() - cases.SLOW - {"H2"} | {"H2 not here", "H3 not here"}
        status, said, told = self.run_with(ran)
        self.assertEqual((status, told), (0, ""))
        self.assertTrue(said.endswith("cases: 296 of 298 have run\ncases: cannot be tried on this machine: H2\n"))

    def test_a_slow_run(self):
        self.assertEqual(self.run_with({"C24", "H25"}, "--slow")[0], 0)
        self.assertEqual(self.run_with({"H25"}, "--slow")[0], 1)

    def test_names_in_sources(self):
        with tempfile.TemporaryDirectory() as folder:
            (pathlib.Path(folder) / "Some.swift").write_text(
                '  // "A1" is only spoken of\n  @Test(.cases("E25", "H9")) func a() {}\n  raw("B07-x", "A")\n  let other = "G1x"\n')
            self.assertEqual(set(cases.named(pathlib.Path(folder))), {"E25", "H9", "B7"})


if __name__ == "__main__":
    unittest.main()
