"""Makes the face of text for readers whose system has none of the faces that the style names.

    pip install fonttools brotli
    apt-get install xfonts-scalable
    python make-text.py /usr/share/fonts/X11/Type1

Bitstream Charter in three cuts, drawn with few points for the printers of 1987 and so the lightest face that is good to read: its
outlines as curves of TrueType, without hints, the characters that English pages are written in and no more, in one font, which is one request.
Two more, which only pages load that need them, have all signs in all three cuts, and the letters of the languages of Europe that are written in
Latin letters. Charter has those of the west; the others are made of its letters and its accents. They are renamed, for they are no longer whole; see LICENSE-Charter.txt. What they do not hold is shown in the next face of the reader's system.
"""

import sys
import unicodedata
from pathlib import Path

from fontTools.agl import AGL2UV
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.recordingPen import DecomposingRecordingPen, RecordingPen
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
# Of the second font: Latin-1 and what French, German and other languages of the west have besides, and the signs of the first.
LATIN = "".join(map(chr, [*range(0xA1, 0xAD), *range(0xAE, 0x100)])) + "".join(
    set(SIGNS) - set("_\u00a0\u2010\u2060") - set(map(chr, range(0xA1, 0x100)))
) + "\u0152\u0153\u0178\u201a\u201e\u2020\u2021\u2022\u2030\u2039\u203a\u20ac\u2122"
# Of the third: Latin Extended-A but for what no accent makes, and the letters of Romanian.
MORE = "".join(map(chr, [*range(0x100, 0x135), 0x136, 0x137, *range(0x139, 0x149), *range(0x14C, 0x152), *range(0x154, 0x178), *range(0x179, 0x17F), *range(0x218, 0x21C)]))
# What the names of its glyphs end with, the font that each cut is from, and what the first font holds of it: its other signs stay upright.
CUTS = {"": ("c0648bt_", LETTERS + SIGNS), ".italic": ("c0649bt_", LETTERS), ".bold": ("c0632bt_", LETTERS)}
# What stands for another character, and what joins words and is nothing to see.
SAME = {
    0xA0: "space", 0xB2: "twosuperior", 0xB3: "threesuperior", 0xB9: "onesuperior", 0x2010: "hyphen", 0x2212: "minus", 0x2060: ".joiner",
    0x110: "Eth", 0xB5: "mu", 0xAF: "macron",
}
ACCENTS = {
    0x300: "grave", 0x301: "acute", 0x302: "circumflex", 0x303: "tilde", 0x304: "macron", 0x306: "breve", 0x307: "dotaccent", 0x308: "dieresis",
    0x30A: "ring", 0x30B: "hungarumlaut", 0x30C: "caron", 0x327: "cedilla", 0x328: "ogonek",
}


class Cut:
    """The glyphs of one font of Charter, and the letters that are made of them."""

    def __init__(self, path):
        font = T1Font(path)
        font.parse()
        self.source = font.getGlyphSet()
        # A glyph knows its width once it is drawn.
        self.widths = {name: (self.bounds(name), round(self.source[name].width))[1] for name in font["CharStrings"].keys()}
        self.codes = {code: name for name, code in AGL2UV.items() if name in font["CharStrings"]} | SAME

    def bounds(self, name):
        pen = BoundsPen(self.source)
        self.source[name].draw(pen)
        return pen.bounds

    def middle(self, name):
        return (self.bounds(name)[0] + self.bounds(name)[2]) / 2

    def parts(self, name):
        """The letter and the accent of a glyph of Charter, and how far that is moved; nothing where it is one drawing."""
        pen = RecordingPen()
        self.source[name].draw(pen)
        return [(name, (*move[:4], *move[4:])) for kind, value in pen.value if kind == "addComponent" for name, move in [value]]

    def moved(self, letter, accent):
        """Where an accent above stands: as on the letter's own accents, else over its middle as on letters like it."""
        small = letter.islower()
        for like in [letter + other for other in ACCENTS.values()]:
            if like in self.source and (parts := self.parts(like)) and parts[1][0] not in ("cedilla", "ogonek"):
                return parts[1][1][4:]
        known = [(one, self.parts(one + mark)[1][1]) for one, mark in [("n", "tilde"), ("o", "acute")] if small] or [
            (one, self.parts(one + mark)[1][1]) for one, mark in [("N", "tilde"), ("O", "acute"), ("E", "acute")]]
        away = sum(move[4] - self.middle(one) for one, move in known) / len(known)
        tall = self.bounds(letter)[3] > self.bounds("o")[3] + 100
        return round(self.middle(letter) + away), self.parts("Aacute")[1][1][5] if tall else 0

    def bar(self, middle, height, width):
        """A bar like that of a macron; a part of a glyph may be twice as wide and no wider."""
        name = "macron" if width < 1.9 * (self.bounds("macron")[2] - self.bounds("macron")[0]) else "endash"
        left, low, right, high = self.bounds(name)
        scale = width / (right - left)
        return name, (scale, 0, 0, 1, round(middle - scale * (left + right) / 2), round(height - (low + high) / 2))

    def beside(self, letter, other):
        """Two glyphs in a row."""
        return [(letter, (1, 0, 0, 1, 0, 0)), (other, (1, 0, 0, 1, self.widths[letter], 0))], self.widths[letter] + self.widths[other]

    def made(self, code):
        """The parts of a letter that Charter does not have, and its width."""
        plain, slant = (1, 0, 0, 1, 0, 0), self.bounds("l")[2] - self.bounds("dotlessi")[2]
        stem = self.middle("l")
        if code in (0x126, 0x127, 0x111, 0x166, 0x167, 0x20AC):
            letter = {0x126: "H", 0x127: "h", 0x111: "d", 0x166: "T", 0x167: "t", 0x20AC: "C"}[code]
            left, low, right, high = self.bounds(letter)
            bars = {
                0x126: lambda: [self.bar((left + right) / 2, 530, right - left - 20)],
                0x127: lambda: [self.bar(left + 150, 615, 250)],
                0x111: lambda: [self.bar(right - 115, 615, 250)],
                0x166: lambda: [self.bar((left + right) / 2, 330, 300)],
                0x167: lambda: [self.bar((left + right) / 2, 250, right - left - 20)],
                0x20AC: lambda: [self.bar(left + 190, 390, 420), self.bar(left + 180, 285, 420)],
            }[code]()
            return [(letter, plain), *bars], self.widths[letter]
        if code in (0x132, 0x133, 0x13F, 0x140):
            return self.beside(*{0x132: ("I", "J"), 0x133: ("i", "j"), 0x13F: ("L", "periodcentered"), 0x140: ("l", "periodcentered")}[code])
        letter, mark = [int(part, 16) for part in unicodedata.decomposition(chr(code)).split()]
        letter, accent = self.codes[letter], ACCENTS.get(mark, "")
        left, low, right, high = self.bounds(letter)
        width = self.widths[letter]
        if letter in ("d", "t", "l", "L") and accent == "caron":
            # Behind letters that are tall it is an apostrophe.
            own = self.bounds("quoteright")
            end = {"L": self.bounds("I")[2], "t": right - 60}.get(letter, right)
            move = (0.9, 0, 0, 0.9, round(end + 10 - 0.9 * own[0]), round(self.bounds("l")[3] - 0.9 * own[3]))
            return [(letter, plain), ("quoteright", move)], max(width, round(end + 20 + 0.9 * (own[2] - own[0])))
        if mark == 0x326 or accent == "cedilla" and letter not in ("S", "s", "T", "t"):
            # Latvian and Romanian have a comma there.
            own = self.bounds("comma" if letter != "g" else "quoteleft")
            if letter == "g":
                return [(letter, plain), ("quoteleft", (0.8, 0, 0, 0.8, round(self.middle("g") + self.moved("o", "")[0] - 0.8 * (own[0] + own[2]) / 2), round(540 - 0.8 * own[1])))], width
            return [(letter, plain), ("comma", (0.7, 0, 0, 0.7, round((left + right) / 2 - 0.7 * (own[0] + own[2]) / 2), round(-60 - 0.7 * own[3])))], width
        if accent == "cedilla":
            return [(letter, plain), (accent, (1, 0, 0, 1, round(self.middle(letter) - self.middle("c") + self.parts("ccedilla")[1][1][4]), 0))], width
        if accent == "ogonek":
            end = right - 5 if letter in "aAuUiI" else (left + right) / 2 + 100
            return [(letter, plain), (accent, (1, 0, 0, 1, round(end - self.bounds(accent)[2]), 0))], width
        if letter == "i":
            letter, move = "dotlessi", self.moved("i", accent)
        else:
            move = self.moved(letter, accent)
        return [(letter, plain), (accent, (1, 0, 0, 1, *move))], width


def glyph(source, name):
    curves, pen = DecomposingRecordingPen(source), TTGlyphPen(None)
    source[name].draw(curves)
    curves.replay(Cu2QuPen(pen, ERROR, reverse_direction=True))
    return pen.glyph(dropImpliedOnCurves=True)


def make(folder, file, cuts):
    """One font: the upright glyphs, and by its axes of weight and slant the bold or the italic ones in their places."""
    empty = TTGlyphPen(None).glyph()
    glyphs, widths, cmap, sets = {".notdef": empty, ".joiner": empty}, {".notdef": 500, ".joiner": 0}, {}, {}
    for ending, (cut_file, characters) in cuts.items():
        cut = Cut(folder / f"{cut_file}.pfb")

        def add(name):
            """A glyph as Charter has it; one of a letter and an accent as these two, where the font has its accents alone."""
            own = name + ending
            if own in glyphs:
                return own
            parts = cut.parts(name) if characters in (LATIN, MORE) else []
            if parts:
                compose(own, parts, cut.widths[name])
            else:
                glyphs[own], widths[own] = glyph(cut.source, name), cut.widths[name]
            return own

        def compose(own, parts, width):
            names = [add(name) for name, _ in parts]
            pen = TTGlyphPen(glyphs)
            for name, (_, move) in zip(names, parts):
                pen.addComponent(name, move)
            glyphs[own], widths[own] = pen.glyph(), width

        for code in sorted(map(ord, characters)):
            name = cut.codes.get(code, f"uni{code:04X}")
            if name == ".joiner":
                cmap[code] = name
                continue
            if code in cut.codes:
                own = add(name)
            else:
                own = name + ending
                compose(own, *cut.made(code))
            if ending == "":
                cmap[code] = name
            else:
                sets.setdefault(ending, {})[cmap[code]] = own
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
    path = HERE / file
    builder.font.save(path, reorderTables=True)
    print(f"{path.name}: {path.stat().st_size} bytes, {len(glyphs)} glyphs")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    make(Path(sys.argv[1]), "text.woff2", CUTS)
    for name, characters in ("text-latin", LATIN), ("text-more", MORE):
        make(Path(sys.argv[1]), f"{name}.woff2", {ending: (cut, characters) for ending, (cut, _) in CUTS.items()})

