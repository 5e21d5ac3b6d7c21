#!/usr/bin/env python3
"""Counts the numbered cases of faults and hostile input: which of them tests name, and which of them have run.

    cases.py              every case is named by a test, or stands in ELSEWHERE with the reason
    cases.py RUN [--slow] counts those that a run of the tests has written to the file RUN (LESSONS_CASES), and tells apart
                          those that the machine did not allow

A test names its cases as `.cases("E25")`, rows of tables begin with their number (`"B07-refresh"`, `number: "E5"`).
"""
import collections
import pathlib
import re
import sys

TESTS = pathlib.Path(__file__).resolve().parent.parent / "CommandTests"
CATEGORIES = {
    "A": ("malformed lessons", 38), "B": ("hostile Markdown", 36), "C": ("size and parser bombs", 26), "D": ("blocks that fail", 44),
    "E": ("resources and containment", 40), "F": ("output", 14), "G": ("numbers and determinism", 26), "H": ("files, cache, crashes", 44),
    "I": ("preview", 30)}
# Minutes of work each: they run in `make test-slow` alone.
SLOW = {"C24"}

NAMES = re.compile(r'"([A-I])0?([1-9][0-9]?)(?=["-])')


def all_cases():
    return {f"{category}{number}" for category, (_, count) in CATEGORIES.items() for number in range(1, count + 1)}


def named(folder=TESTS):
    found = collections.defaultdict(set)
    for path in sorted(folder.rglob("*.swift")):
        for line in path.read_text().splitlines():
            if not line.lstrip().startswith("//"):
                for category, number in NAMES.findall(line):
                    found[f"{category}{int(number)}"].add(path.name)
    return found


def order(case):
    return case[0], int(case[1:])


def listed(cases):
    return " ".join(sorted(cases, key=order))


def main(arguments):
    every = all_cases()
    if not arguments:
        found = set(named())
        for words, cases in ("no test names", every - found), ("there is no case", found - every):
            if cases:
                print(f"cases: {words} {listed(cases)}", file=sys.stderr)
        return int(found != every)
    slow = "--slow" in arguments
    wanted = SLOW if slow else every - SLOW
    lines = set(pathlib.Path(arguments[0]).read_text().splitlines())
    ran = lines & every
    not_here = {line.removesuffix(" not here") for line in lines - every} & every - ran
    for category, (words, _) in CATEGORIES.items():
        of = {case for case in every if case[0] == category}
        late = "" if slow or not of & SLOW else f", and {listed(of & SLOW)} in make test-slow"
        if ran & of:
            print(f"cases: {category} {len(ran & of)} of {len(of)}, {words}{late}")
    print(f"cases: {len(ran)} of {len(every)} have run")
    if not_here:
        print(f"cases: cannot be tried on this machine: {listed(not_here)}")
    lost = wanted - ran - not_here
    if lost:
        print(f"cases: not run: {listed(lost)}", file=sys.stderr)
    return int(bool(lost))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
