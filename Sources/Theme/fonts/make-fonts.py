"""Makes the fonts of charts: every character exactly one column wide, wherever the page is read.

    pip install fonttools brotli
    python make-fonts.py /usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf

`chart.woff2` holds what nearly all charts are made of, `chart-latin.woff2` the letters and signs of Latin 1,
`chart-more.woff2` the other characters that one may meet, all cut out of DejaVu Sans Mono and renamed, as its license asks. `braille.woff2` is drawn here, for no free
fixed-width face at hand has braille at the width of its letters. The site gets the fonts and the license, not this file.
"""

import sys
from pathlib import Path

from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FAMILY = "Lessons Chart"
HERE = Path(__file__).parent
ADVANCE, UNITS, ASCENT, DESCENT = 1233, 2048, 1901, 483  # those of DejaVu Sans Mono
EPOCH = 3_600_000_000  # one date in every font, so that the files do not change from day to day

PLAIN = [(0x20, 0x7E)]
LATIN = [(0xA0, 0xFF)]
MORE = [
    (0x100, 0x17F), (0x370, 0x3FF), (0x2010, 0x2027), (0x2030, 0x205E), (0x2070, 0x209C), (0x20AC, 0x20AC),
    (0x2100, 0x214F), (0x2190, 0x21FF), (0x2200, 0x22FF), (0x2308, 0x230B), (0x2500, 0x25FF), (0x2713, 0x2717),
]


def rename(font: TTFont, family: str, note: str) -> None:
    names = font["name"]
    copyright_of_source = names.getDebugName(0)
    names.names = []
    texts = {0: copyright_of_source, 1: family, 2: "Regular", 3: f"{family} 1", 4: family, 5: "Version 1.000"}
    texts |= {6: family.replace(" ", ""), 10: note}
    for name_id, text in texts.items():
        if text:
            names.setName(text, name_id, 3, 1, 0x409)


def subset(source: str, ranges: list[tuple[int, int]], target: str) -> None:
    font = TTFont(source, recalcTimestamp=False)
    options = Options(layout_features=[], hinting=False, glyph_names=True, notdef_outline=True)
    options.drop_tables += ["FFTM", "GPOS", "GSUB", "GDEF", "kern"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in ranges for code in range(first, last + 1)])
    subsetter.subset(font)
    if 0x7C in font.getBestCmap():
        join_lines(font)
    rename(font, FAMILY, "A part of DejaVu Sans Mono under another name; see LICENSE-DejaVu.txt")
    save(font, target)


def box(pen: TTGlyphPen, left: int, bottom: int, right: int, top: int) -> None:
    pen.moveTo((left, bottom))
    for point in ((left, top), (right, top), (right, bottom)):
        pen.lineTo(point)
    pen.closePath()


def join_lines(font: TTFont) -> None:
    """Lets axes and boxes be lines: a bar is as high as a row, a hyphen in a run that ends at a plus as wide as a column.

    A hyphen elsewhere, as in -1, 1e-4 or in a curve, stays what it is, and so does a plus that no hyphen touches.
    """
    glyphs, cmap = font["glyf"], font.getBestCmap()
    bar, hyphen, plus = cmap[0x7C], cmap[0x2D], cmap[0x2B]
    row, sign, cross = glyphs[hyphen], glyphs[plus], glyphs[bar]
    half = (cross.xMax - cross.xMin) // 2
    pen = TTGlyphPen(None)
    box(pen, ADVANCE // 2 - half, -DESCENT, ADVANCE // 2 + half, ASCENT)
    glyphs[bar] = pen.glyph()
    # The hyphens of DejaVu lie lower than the arms of its plus; joined ones lie on the axis of the plus.
    middle = (sign.yMin + sign.yMax) // 2
    thin = (row.yMax - row.yMin) // 2
    made = {}
    pen = TTGlyphPen(None)
    box(pen, 0, middle - thin, ADVANCE, middle + thin)
    made["hyphen.joined"] = pen.glyph()
    for name, left, right in (("both", 0, ADVANCE), ("right", sign.xMin, ADVANCE), ("left", 0, sign.xMax)):
        pen = TTGlyphPen(None)
        box(pen, left, middle - thin, right, middle + thin)
        box(pen, ADVANCE // 2 - half, sign.yMin, ADVANCE // 2 + half, sign.yMax)
        made[f"plus.{name}"] = pen.glyph()
    for name, glyph in made.items():
        glyphs[name] = glyph
        glyph.recalcBounds(glyphs)
        font["hmtx"][name] = (ADVANCE, glyph.xMin)
    font.setGlyphOrder(list(dict.fromkeys(font.getGlyphOrder() + list(made))))
    addOpenTypeFeaturesFromString(font, f"""
        feature calt {{
          lookup behind {{ sub [{plus} hyphen.joined] {hyphen}' by hyphen.joined; }} behind;
          lookup before {{ rsub {hyphen}' [{plus} hyphen.joined] by hyphen.joined; }} before;
          lookup cross {{
            sub hyphen.joined {plus}' hyphen.joined by plus.both;
            sub {plus}' hyphen.joined by plus.right;
            sub hyphen.joined {plus}' by plus.left;
          }} cross;
        }} calt;
    """)


def braille(target: str) -> None:
    """256 patterns on a grid of two by four dots that goes on from cell to cell."""
    columns = [ADVANCE * (2 * column + 1) // 4 for column in range(2)]
    height = (ASCENT + DESCENT) // 4
    rows = [ASCENT - height // 2 - height * row for row in range(4)]
    # Dots 1, 2, 3 and 7 stand on the left, 4, 5, 6 and 8 on the right; bit n of the pattern is dot n + 1.
    dots = [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3)]
    radius = 150
    names = [".notdef"] + [f"braille{pattern:02X}" for pattern in range(256)]
    glyphs = {".notdef": TTGlyphPen(None).glyph()}
    for pattern in range(256):
        pen = TTGlyphPen(None)
        for bit, (column, row) in enumerate(dots):
            if pattern >> bit & 1:
                dot(pen, columns[column], rows[row], radius)
        glyphs[f"braille{pattern:02X}"] = pen.glyph()
    builder = FontBuilder(UNITS, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({0x2800 + pattern: f"braille{pattern:02X}" for pattern in range(256)})
    builder.setupGlyf(glyphs)
    table = builder.font["glyf"]
    builder.setupHorizontalMetrics({name: (ADVANCE, getattr(table[name], "xMin", 0)) for name in names})
    builder.setupHorizontalHeader(ascent=ASCENT, descent=-DESCENT)
    builder.setupOS2(sTypoAscender=ASCENT, sTypoDescender=-DESCENT, usWinAscent=ASCENT, usWinDescent=DESCENT)
    builder.setupNameTable({})
    builder.setupPost(keepGlyphNames=False, isFixedPitch=1)
    rename(builder.font, FAMILY + " Braille", "Drawn for lessons; MIT license")
    save(builder.font, target)


def dot(pen: TTGlyphPen, x: int, y: int, radius: int) -> None:
    """An octagon with rounded corners: a circle at any size that is read."""
    corner = round(radius * 0.4142)
    points = [(-radius, 0), (-radius, corner), (-corner, radius), (0, radius), (corner, radius), (radius, corner)]
    points += [(radius, 0), (radius, -corner), (corner, -radius), (0, -radius), (-corner, -radius), (-radius, -corner)]
    ring = [(x + a, y + b) for a, b in points]
    pen.moveTo(ring[0])
    for start in range(0, 12, 3):
        pen.qCurveTo(ring[start + 1], ring[start + 2], ring[(start + 3) % 12])
    pen.closePath()


def save(font: TTFont, target: str) -> None:
    font["head"].created = font["head"].modified = EPOCH
    font["post"].formatType = 3  # no names of glyphs, which nobody reads
    font.flavor = "woff2"
    font.save(HERE / target, reorderTables=True)
    print(f"{target}: {(HERE / target).stat().st_size} bytes")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    subset(sys.argv[1], PLAIN, "chart.woff2")
    subset(sys.argv[1], LATIN, "chart-latin.woff2")
    subset(sys.argv[1], MORE, "chart-more.woff2")
    braille("braille.woff2")
