"""The book of a built site as a PDF with bookmarks: `pdf.py SITE FILE`.

No browser fills in page numbers of places elsewhere (`target-counter`). So the book is printed twice: where its bookmarks lead
is read out of the first PDF, and stands in the contents of the second.
"""

import pathlib
import re
import shutil
import sys

from playwright.sync_api import sync_playwright

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


def chapter_pages(pdf):
    """The page of each chapter by its place in the order of the book, as the PDF's bookmarks have it."""
    objects = dict(re.findall(rb"\n(\d+) 0 obj\n(.*?)endobj", pdf, re.S))
    pages = {}

    def walk(number):
        body = objects[number]
        if b"/Type /Pages" in body or b"/Kids" in body:
            for kid in re.findall(rb"(\d+) 0 R", re.search(rb"/Kids \[(.*?)\]", body, re.S)[1]):
                walk(kid)
        else:
            pages[number] = len(pages) + 1

    walk(re.search(rb"/Pages (\d+) 0 R", next(body for body in objects.values() if b"/Type /Catalog" in body))[1])
    outline = next((body for body in objects.values() if b"/Type /Outline" in body), b"")

    def bookmarks(number):
        while number:
            body = objects[number]
            yield pages.get(next(iter(re.findall(rb"/(?:Dest|D) \[(\d+) 0 R", body)), None))
            number = next(iter(re.findall(rb"/Next (\d+) 0 R", body)), None)

    first = re.search(rb"/First (\d+) 0 R", outline)
    root = first[1] if first else None
    # Below the title of the course stand its contents and its chapters.
    inner = re.search(rb"/First (\d+) 0 R", objects[root]) if root else None
    return list(bookmarks(inner[1] if inner else None))


def main(site, file):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        page = browser.new_page()
        page.goto((pathlib.Path(site).resolve() / "book.html").as_uri())
        page.evaluate("document.fonts.ready")

        def printed():
            return page.pdf(outline=True, tagged=True, prefer_css_page_size=True, print_background=False)

        pages = chapter_pages(printed())
        count = page.locator(".chapter").count()
        # The bookmark before those of the chapters is that of the contents.
        if len(pages) == count + 1:
            page.evaluate(
                "pages => document.querySelectorAll('.book-contents > ol > li > a').forEach((a, i) => a.dataset.page = pages[i])",
                pages[1:])
        else:
            print(f"the contents have no page numbers: {len(pages)} bookmarks for {count} chapters", file=sys.stderr)
        pathlib.Path(file).write_bytes(printed())
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
