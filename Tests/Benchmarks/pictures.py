"""The pictures in characters of the course and of the tests at an older revision beside those of today, as a page to look at.

    python3 Tests/Benchmarks/pictures.py REVISION > pictures.html
"""

import difflib
import html
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).parents[2]
LESSONS, GOLDENS = "lessons", "Tests/LessonKitTests/Charts/Goldens"
FENCE = re.compile(r"^```(swift[^\n]*|output)\n(.*?)^```$", re.M | re.S)
NAME = re.compile(r"#([\w-]+)")
# A line of a plot begins with its axis; a diagram has corners of boxes or arrows.
AXIS = re.compile(r"^[^|+│┤]{0,14}[|+│┤]")


def pictures(text):
    """The pictures in a lesson, each with the name of its block; their first lines are their titles."""
    found, block = [], None
    for info, content in FENCE.findall(text):
        if info != "output":
            name = NAME.search(info)
            block = name and name[1]
            continue
        for part in re.split(r"\n\n(?=\S)", content):
            lines = part.strip("\n").split("\n")
            if sum(bool(AXIS.match(line)) for line in lines) >= 5:
                found.append((block, lines[0].strip(), "\n".join(lines)))
    return found


def likeness(one, other):
    return difflib.SequenceMatcher(None, one[1].lower(), other[1].lower()).ratio() + (one[0] is not None and one[0] == other[0])


def paired(old, new):
    """Each picture of today with the one of before that is most like it by its block and its title, if any is."""
    for picture in new:
        best = max(old, key=lambda other: likeness(picture, other), default=None)
        if best and likeness(picture, best) > 0.6:
            old.remove(best)
            yield best[2], picture[2]


def before(revision, path):
    shown = subprocess.run(["git", "show", f"{revision}:{path.relative_to(ROOT)}"], cwd=ROOT, capture_output=True, text=True)
    return shown.stdout if shown.returncode == 0 else ""


def main():
    revision = sys.argv[1]
    pairs = []
    for path in sorted((ROOT / LESSONS).glob("*.md")):
        pairs += [(path.stem, *pair) for pair in paired(pictures(before(revision, path)), pictures(path.read_text()))]
    pairs += [(path.stem, before(revision, path), path.read_text()) for path in sorted((ROOT / GOLDENS).glob("*.txt"))]
    pairs = [pair for pair in pairs if pair[1] and pair[1] != pair[2]]
    print("<!DOCTYPE html><meta charset=utf-8><title>Pictures before and after</title>")
    print("<style>body{font:12px/1.2 'DejaVu Sans Mono',monospace}.pair{display:grid;grid-template-columns:1fr 1fr;gap:2em;border-top:1px solid;padding:1em 0}pre{margin:0;font:inherit}</style>")
    print(f"<h1>{len(pairs)} pictures, at {html.escape(revision)} and today</h1>")
    for name, old, new in pairs:
        print(f"<h2>{html.escape(name)}</h2><div class=pair><pre>{html.escape(old)}</pre><pre>{html.escape(new)}</pre></div>")


if __name__ == "__main__":
    main()
