"""The peer of `make bench`: runs the Python twin of the generated course in one process and writes bare pages.

    peer.py COURSE OUTPUT

It neither isolates lessons nor checks, highlights or indexes anything: what is left is about the least that a tool can do which
executes the code of its pages.
"""
import contextlib
import html
import io
import pathlib
import re
import sys

course, output = map(pathlib.Path, sys.argv[1:])
output.mkdir(parents=True, exist_ok=True)
for lesson in sorted(course.glob("*.md")):
    names, page, kind, code = {}, [], None, []
    for line in lesson.read_text().splitlines():
        if line.startswith("```"):
            if kind == "python":
                source, printed = "\n".join(code), io.StringIO()
                with contextlib.redirect_stdout(printed):
                    exec(compile(source, lesson.name, "exec"), names)
                page.append(f"<pre>{html.escape(source)}</pre>\n<pre>{html.escape(printed.getvalue())}</pre>")
            kind, code = (line[3:].strip() or "plain", []) if kind is None else (None, [])
        elif kind:
            code.append(line)
        elif line.startswith("#"):
            page.append(f"<h2>{html.escape(line.lstrip('# '))}</h2>")
        elif line:
            text = re.sub(r"\[([^]]*)\]\(python:([^)]*)\)", lambda m: str(eval(m[2], names)), line)
            page.append(f"<p>{html.escape(text)}</p>")
    (output / (lesson.stem + ".html")).write_text("<!DOCTYPE html>\n<title>%s</title>\n%s\n" % (lesson.stem, "\n".join(page)))
