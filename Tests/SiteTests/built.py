"""Where the site under test is, and what stands in it."""

import functools
import html.parser
import os
import pathlib

ROOT = pathlib.Path(os.environ.get("SITE", "output")).resolve()
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
HERE = pathlib.Path(__file__).resolve().parent
# The tool that built it.
TOOL = pathlib.Path(os.environ.get("LESSONS", HERE.parent.parent / ".build/release/lessons"))


@functools.cache
def pages():
    """Every page, by its path from the root."""
    return sorted(str(path.relative_to(ROOT)) for path in ROOT.rglob("*.html"))


def reading_pages():
    """The pages that one reads on a screen: the whole course on one page is for paper."""
    return [page for page in pages() if page != "book.html"]


class Document(html.parser.HTMLParser):
    """The anchors, addresses and handlers of a page."""

    def __init__(self, page):
        super().__init__()
        self.page = page
        self.ids, self.links, self.loads, self.inline = [], [], [], []
        self.classes, self.formula = set(), 0
        self.policy = ""
        self.feed((ROOT / page).read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        names = (values.get("class") or "").split()
        # What is inside a formula has the names of KaTeX, which its own style sheet knows or does not need.
        if self.formula or "katex" in names:
            self.formula += tag not in VOID
        else:
            self.classes.update(names)
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "a" and "href" in values:
            self.links.append(values["href"])
        if tag == "link" and values.get("rel") in ("stylesheet", "icon", "preload"):
            self.loads.append(values["href"])
        if tag in ("script", "img", "iframe", "embed", "source", "object"):
            self.loads.append(values.get("src") or values.get("data") or values.get("srcset") or "")
        if tag == "style" or (tag == "script" and "src" not in values):
            self.inline.append(f"<{tag}>")
        for name in values:
            if name == "style" or name.startswith("on"):
                self.inline.append(f"<{tag} {name}>")
        if values.get("http-equiv") == "Content-Security-Policy":
            self.policy = values["content"]

    def handle_endtag(self, tag):
        self.formula = max(self.formula - 1, 0)


@functools.cache
def document(page):
    return Document(page)
