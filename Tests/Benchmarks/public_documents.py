#!/usr/bin/env python3
"""Counts the Swift blocks of public documents that run: as they are, and with nothing added but hints.

    public_documents.py LESSONS CHECKOUT [--package] [--imports A,B] FILE...

Each FILE is copied to a folder beside CHECKOUT's sources and run as a lesson. Whatever does not run then gets the hint that the
tool gives: a session of its own where a name is used again, else `run=false`; and again, until all that is left runs.
Prints for each file, and in all: blocks that ran unchanged, that ran with hints, and all blocks.
"""
import argparse
import json
import os
import re
import subprocess
import sys
import tempfile

RAN = {"ok", "mismatch", "unrecorded"}
FENCE = re.compile(r"^(\s*(?:>\s*)*(?:```+|~~~+)\s*swift)\b(?: *\{([^}]*)\})?")


def run(tool, path):
    """The blocks of a document and its errors, by the tool."""
    outcome = subprocess.run([tool, "run", path, "--format", "json"], capture_output=True, text=True)
    if outcome.returncode not in (0, 1):
        sys.exit(f"{path}: {outcome.stderr.strip()}")
    report = json.loads(outcome.stdout)
    return report["blocks"], [d for d in report["diagnostics"] if d["severity"] == "error"]


def hinted(lines, block, attribute):
    """Gives the fence of a block one more attribute."""
    place = block["line"] - 1
    lines[place] = FENCE.sub(lambda m: f"{m[1]} {{{((m[2] or '') + ' ' + attribute).strip()}}}", lines[place], count=1)


def counts(tool, text, path):
    """How many blocks ran unchanged, with hints, and are there at all."""
    lines = text.split("\n")
    sessions = 0
    unchanged = None
    for _ in range(12):
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n".join(lines))
        blocks, errors = run(tool, path)
        ran = sum(block["status"] in RAN for block in blocks)
        if unchanged is None:
            unchanged = ran
        failed = [b for b in blocks if b["status"] in ("compile-error", "trap", "timeout")]
        # Where the errors are none of a block's, all that did not run is to blame.
        if not failed and ran < sum("run=false" not in lines[b["line"] - 1] for b in blocks):
            failed = [b for b in blocks if b["status"] not in RAN and "run=false" not in lines[b["line"] - 1]][:1]
        if not failed:
            break
        starts = [b["line"] for b in blocks] + [len(lines) + 1]
        for block in failed:
            end = min(s for s in starts if s > block["line"])
            said = " ".join(
                d["message"] + " ".join(n["message"] for n in d.get("notes", []))
                for d in errors if block["line"] <= d["line"] < end)
            if "session=" not in lines[block["line"] - 1] and ("session=" in said or "redeclaration" in said):
                sessions += 1
                hinted(lines, block, f"session=s{sessions}")
            else:
                lines[block["line"] - 1] = re.sub(r" ?session=s\d+", "", lines[block["line"] - 1])
                hinted(lines, block, "run=false")
    return unchanged, ran, len(blocks)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tool")
    parser.add_argument("checkout")
    parser.add_argument("files", nargs="+")
    parser.add_argument("--package", action="store_true", help="the blocks import the products of the checkout's package")
    parser.add_argument("--imports", default="", help="modules that every block imports, separated by commas")
    options = parser.parse_args()
    total = [0, 0, 0]
    with tempfile.TemporaryDirectory(dir=options.checkout, prefix="lessons-") as folder:
        course = ["title: Public documents"]
        if options.package:
            course.append("package: ..")
        if options.imports:
            course.append(f"swift: {{imports: [{options.imports}]}}")
        with open(os.path.join(folder, "course.yml"), "w", encoding="utf-8") as file:
            file.write("\n".join(course) + "\n")
        for place, name in enumerate(options.files):
            with open(name, encoding="utf-8") as file:
                text = file.read()
            if not any(FENCE.match(line) for line in text.split("\n")):
                continue
            path = os.path.join(folder, f"{place:03}-document.md")
            found = counts(options.tool, text, path)
            os.remove(path)
            total = [a + b for a, b in zip(total, found)]
            print(f"{found[0]:5} {found[1]:5} {found[2]:5}  {name}", flush=True)
    print(f"{total[0]:5} {total[1]:5} {total[2]:5}  unchanged, with hints, all")


if __name__ == "__main__":
    main()
