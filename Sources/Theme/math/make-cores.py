"""Makes small forms of the fonts that formulas need most.

    pip install fonttools brotli
    python make-cores.py FOLDER_OF_KATEX_FONTS

A page whose formulas use none but common signs loads these in place of the whole fonts; for any other sign the browser loads the
whole font too, as `unicode-range` in the style sheet tells it. `ranges.txt` holds the ranges, a line for each font: `core` is what
this course is set with, and letters and digits; `more` the rest of what is common. The fonts keep KaTeX's names and its license,
the MIT License.
"""

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent


def codes(ranges: str) -> list[int]:
    found = []
    for part in ranges.replace("U+", "").split(","):
        first, _, last = part.partition("-")
        found += range(int(first, 16), int(last or first, 16) + 1)
    return found


for line in (HERE / "ranges.txt").read_text().splitlines():
    tier, name, ranges = line.split()
    font = TTFont(Path(sys.argv[1]) / f"{name}.woff2", recalcTimestamp=False)
    options = Options(layout_features=[], hinting=False, name_IDs=[1, 2])
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codes(ranges))
    subsetter.subset(font)
    font.flavor = "woff2"
    font.save(HERE / f"{tier}-{name}.woff2")
