"""The pictures in characters of the course and of the tests at an older revision beside those of today, as a page to look at.

    python3 Tests/Benchmarks/pictures.py REVISION [TOOL] > pictures.html

With a tool, the lessons of then are drawn by the kit of today as well: a picture that no lesson has any more has its pair all the same.
"""

import difflib
import html
import io
import pathlib
import re
import subprocess
import sys
import tarfile
import tempfile

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


def redrawn(revision, tool, folder):
    """The texts of the lessons of then by their names, with what their own code draws today."""
    archive = subprocess.run(["git", "archive", revision, LESSONS], cwd=ROOT, capture_output=True, check=True).stdout
    tarfile.open(fileobj=io.BytesIO(archive)).extractall(folder, filter="data")
    # What else has become a mistake since is no matter here.
    subprocess.run([tool, "accept", f"{folder}/{LESSONS}", "--quiet"], capture_output=True)
    return {path.stem: path.read_text() for path in pathlib.Path(folder, LESSONS).glob("*.md")}


def pairs_of(name, old, new, again):
    """The pictures of a lesson beside what their own code draws today or, where that is the same, beside those that came of them."""
    then, drawn = pictures(old), pictures(again)
    pairs = {one[2]: other[2] for one, other in zip(then, drawn) if one[2] != other[2]}
    left = [one for one in then if one[2] not in pairs]
    pairs.update((one, other) for one, other in paired(left, pictures(new)) if one != other)
    return [(name, one, other) for one, other in pairs.items()]


def main():
    revision, tool = sys.argv[1], sys.argv[2:]
    with tempfile.TemporaryDirectory() as folder:
        again = redrawn(revision, tool[0], folder) if tool else {}
    pairs = []
    for path in sorted((ROOT / LESSONS).glob("*.md")):
        pairs += pairs_of(path.stem, before(revision, path), path.read_text(), again.get(path.stem, ""))
    pairs += [(path.stem, before(revision, path), path.read_text()) for path in sorted((ROOT / GOLDENS).glob("*.txt"))]
    pairs = [pair for pair in pairs if pair[1] and pair[1] != pair[2]]
    print("<!DOCTYPE html><meta charset=utf-8><title>Pictures before and after</title>")
    print("<style>body{font:12px/1.2 'DejaVu Sans Mono',monospace}.pair{display:grid;grid-template-columns:1fr 1fr;gap:2em;border-top:1px solid;padding:1em 0}pre{margin:0;font:inherit}</style>")
    print(f"<h1>{len(pairs)} pictures, at {html.escape(revision)} and today</h1>")
    for name, old, new in pairs:
        print(f"<h2>{html.escape(name)}</h2><div class=pair><pre>{html.escape(old)}</pre><pre>{html.escape(new)}</pre></div>")


if __name__ == "__main__":
    main()
