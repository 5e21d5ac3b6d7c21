"""Makes the face of text for readers whose system has none of the faces that the style names.

    pip install fonttools brotli
    apt-get install xfonts-scalable
    python make-text.py /usr/share/fonts/X11/Type1

Bitstream Charter in three cuts, drawn with few points for the printers of 1987 and so the lightest face that is good to read: its
outlines as curves of TrueType, without hints, the characters that pages are written in and no more, in one font, which is one request. It
is renamed, for it is no longer whole; see LICENSE-Charter.txt. What it does not hold is shown in the next face of the reader's system.
"""

import sys
from pathlib import Path

from fontTools.agl import AGL2UV
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.t1Lib import T1Font
from fontTools.varLib.featureVars import addFeatureVariations

HERE = Path(__file__).parent
FAMILY = "Lessons Text"
NOTE = "A part of Bitstream Charter under another name; see LICENSE-Charter.txt"
ASCENT, DESCENT, UNITS = 980, 238, 1000
EPOCH = 3_600_000_000  # one date in every font, so that the files do not change from day to day
# How far a curve may be from the original, in thousandths of the size of the type: less than a tenth of a dot of the screen.
ERROR = 3
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 (),-.:;?\u2013\u2018\u2019\u201c\u201d"
SIGNS = "!\"#$%&'*+/<=>@[\\]^_`{|}~\u00a0\u00b0\u00b1\u00b2\u00b7\u00b9\u00d7\u00e1\u00e9\u2010\u2014\u2026\u2060\u2212"
# What the names of its glyphs end with, the font that each cut is from, and what it holds: other signs stay upright.
CUTS = {"": ("c0648bt_", LETTERS + SIGNS), ".italic": ("c0649bt_", LETTERS), ".bold": ("c0632bt_", LETTERS)}
# What stands for another character, and what joins words and is nothing to see.
SAME = {0xA0: "space", 0xB2: "twosuperior", 0xB9: "onesuperior", 0x2010: "hyphen", 0x2212: "minus", 0x2060: ".joiner"}


def glyph(source, name):
    curves, pen = DecomposingRecordingPen(source), TTGlyphPen(None)
    source[name].draw(curves)
    curves.replay(Cu2QuPen(pen, ERROR, reverse_direction=True))
    return pen.glyph(dropImpliedOnCurves=True)


def make(folder):
    """One font: the upright glyphs, and by its axes of weight and slant the bold or the italic ones in their places."""
    glyphs, widths, cmap, sets = {".notdef": TTGlyphPen(None).glyph(), ".joiner": TTGlyphPen(None).glyph()}, {".notdef": 500, ".joiner": 0}, {}, {}
    for cut, (name, characters) in CUTS.items():
        font = T1Font(folder / f"{name}.pfb")
        font.parse()
        source = font.getGlyphSet()
        codes = {code: name for name, code in AGL2UV.items() if name in font["CharStrings"]} | SAME
        for code in sorted(map(ord, characters)):
            name = codes[code]
            own = name + cut
            if cut == "":
                cmap[code] = name
            elif name != ".joiner":
                sets.setdefault(cut, {})[cmap[code]] = own
            if name != ".joiner":
                glyphs[own], widths[own] = glyph(source, name), round(source[name].width)
    builder = FontBuilder(UNITS, isTTF=True)
    builder.setupGlyphOrder(list(glyphs))
    builder.setupCharacterMap(cmap)
    builder.setupGlyf(glyphs)
    table = builder.font["glyf"]
    builder.setupHorizontalMetrics({name: (width, getattr(table[name], "xMin", 0)) for name, width in widths.items()})
    builder.setupHorizontalHeader(ascent=ASCENT, descent=-DESCENT)
    builder.setupOS2(sTypoAscender=ASCENT, sTypoDescender=-DESCENT, usWinAscent=ASCENT, usWinDescent=DESCENT)
    builder.setupNameTable({"familyName": FAMILY, "styleName": "Regular", "description": NOTE}, mac=False)
    builder.setupPost(keepGlyphNames=False)
    builder.setupFvar([("wght", 400, 400, 700, "Weight"), ("slnt", -12, 0, 0, "Slant")], [])
    addFeatureVariations(builder.font, [([{"slnt": (-1, -0.5)}], sets[".italic"]), ([{"wght": (0.5, 1)}], sets[".bold"])])
    builder.font["head"].created = builder.font["head"].modified = EPOCH
    builder.font.flavor = "woff2"
    path = HERE / "text.woff2"
    builder.font.save(path, reorderTables=True)
    print(f"{path.name}: {path.stat().st_size} bytes, {len(glyphs)} glyphs")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    make(Path(sys.argv[1]))

