#!/usr/bin/env python3
"""Checks that the arrows of the house run down: between targets, and between the folders inside each target.

    arrows.py [--root FOLDER] [--draw]

An arrow runs from a folder to another folder whose declarations it uses. Folders that reach each other stand in a circle and
have no floors: that fails, as do an import that runs up against TOOL or KIT, and a target of values that touches the machine.
With --draw it only prints the floors, for ARCHITECTURE.md.

How it reads Swift: comments and texts are blanked, then names are followed, without types; how far a line is indented tells
what it is inside of. What stands outside of types counts if all declarations of its name, local ones too, are in one folder of
the target; members, cases and inner types if they are in one folder of all targets, have more than six letters, and are not
names of the standard library. So what is reported can be relied on; an arrow of members with common names alone is missed.
"""
import argparse
import os
import re
import sys
from collections import defaultdict

# From the ground up. A target imports from floors below its own, and never from the other building.
TOOL = [
    ["Machine", "LessonModel"],
    ["MarkdownReading", "SwiftReading", "MathSetting"],
    ["LessonReading", "LessonRunning", "LessonWeaving", "LessonSite"],
    ["LessonPipeline", "kit"], ["LessonServing"], ["lessons"]]
KIT = [["LessonKit"], ["LessonRuntime", "PageRuntime"]]
# Scripts of Swift that are run as they are, and the plugin, which sees no target.
SCRIPTS = ["Distribution", "LessonsPlugin"]
# Targets of values alone: no file, no process, no environment.
PURE = ["LessonModel", "MarkdownReading", "SwiftReading", "LessonReading", "LessonWeaving", "LessonSite"]
EFFECT = re.compile(
    r"\b(?:import Machine|FileManager|FileHandle|ProcessInfo|URLSession|contentsOfFile|contentsOfDirectory)\b"
    r"|\b(?:(?:Data|String)\(contentsOf\b|(?:fopen|opendir|getenv|posix_spawn)\()")

STANDARD = set(
    "appending arguments capacity children contains contents decoding description distance element elements endIndex failure"
    " hashValue indices infinity isEmpty isFinite joined lowerBound magnitude matches milliseconds newline options pattern"
    " position rawValue removeAll replacing resolve reversed rounded separator startIndex success upperBound version".split())
TYPES = ("struct", "class", "enum", "actor", "protocol", "typealias")
TEXT = re.compile(r'(#*)("""|")')
DECLARATION = re.compile(
    r"^( *)(?!import )(?:(?:@\w+(?:\([^)]*\))?|\w+(?:\(\w+\))?) )*?"
    r"(struct|class(?! func| var| let)|enum|actor|protocol|typealias|extension|func|var|let|case|init|subscript)\b([^={]*)")
PARENTHESES = re.compile(r"\([^()]*(?:\([^()]*\)[^()]*)*(?:\)|$)|:.*")
NAME = re.compile(r"(\.?)(?<![\w`])`?([A-Za-z_]\w*)`?(:| in\b)?")
IMPORT = re.compile(r"^(?:@\w+(?:\(\w+\))? )?(?:\w+ )?import (?:(?:struct|class|enum|func|protocol) )?(\w+)", re.M)


def blanked(text):
    """The text without comments and without the words of string literals; interpolated code and all line ends stay."""
    out, i, literals = [], 0, []  # of each open literal: what ends it, its number signs, open parentheses of interpolated code
    while i < len(text):
        literal = literals[-1] if literals else None
        if literal and literal[2] == 0:
            if text.startswith(literal[0], i):
                i += len(literals.pop()[0])
                continue
            if text.startswith("\\" + literal[1], i):
                i += 1 + len(literal[1])
                literal[2] = int(text.startswith("(", i))
            out.append("\n" if text.startswith("\n", i) else " ")
        elif text.startswith("//", i):
            i = (text + "\n").index("\n", i) - 1
        elif text.startswith("/*", i):
            end = text.index("*/", i) + 1
            out.append("\n" * text.count("\n", i, end))
            i = end
        elif opening := TEXT.match(text, i):
            literals.append([opening[2] + opening[1], opening[1], 0])
            i = opening.end() - 1
        else:
            out.append(text[i])
            if literal:
                literal[2] += {"(": 1, ")": -1}.get(text[i], 0)
        i += 1
    return "".join(out)


def declared(lines):
    """What one file declares, as (name, role): outer, if it stands outside of types, member, or local to some code."""
    scopes = []  # (indentation, kind) of the declarations around a line
    for line in lines:
        for names in re.findall(r"(?:\b(?:let|var)|\{ case) \(?(\w+(?:, \w+)*)", line):
            yield from ((name, "local") for name in names.split(", "))
        if not (found := DECLARATION.match(line)):
            continue
        indent, kind, rest = len(found[1]), *found.group(2, 3)
        while scopes and scopes[-1][0] >= indent:
            scopes.pop()
        around = scopes[-1][1] if scopes else "file"
        scopes.append((indent, kind if kind == "enum" else "type" if kind in TYPES + ("extension",) else "code"))
        role = {"file": "outer", "code": "local"}.get(around, "member")
        if kind in TYPES or kind == "func":
            yield from ((name, role) for name in re.findall(r"^ `?(\w+)", rest))
        elif kind in ("var", "let") or (kind == "case" and around == "enum"):
            yield from ((name, role) for name in re.findall(r"\b[A-Za-z_]\w*", PARENTHESES.sub("", rest)))


def used(lines, homes, roles):
    """Each name that one file uses and that has one home, as (name, line)."""
    words = [(number, match.groups()) for number, line in enumerate(lines, 1) for match in NAME.finditer(line)]
    bound = {name for _, (dot, name, label) in words if label and not dot}
    for number, (dot, name, label) in words:
        if len(homes.get(name, ())) != 1 or (label == ":" and not dot and name[0].islower()):
            continue
        is_free = name not in bound or name[0].isupper()
        is_distinctive = len(name) > 6 and name not in STANDARD
        if ("outer" in roles[name] and is_free) or ("member" in roles[name] and is_distinctive and (dot or is_free)):
            yield name, number


def arrows(sources, building):
    """For each target of a building its folders, and its arrows as (from, to) -> [(place, name)]."""
    files, everywhere = [], defaultdict(set)
    for target in (target for floor in reversed(building) for target in floor):
        for path, text in sources.get(target, {}).items():
            folder = os.path.dirname(os.path.relpath(path, os.path.join("Sources", target))) or target
            files.append((path, target, folder, text.split("\n")))
            for name, _ in declared(files[-1][3]):
                everywhere[name].add((target, folder))
    for target in dict.fromkeys(target for _, target, _, _ in files):
        mine = [(path, folder, lines) for path, owner, folder, lines in files if owner == target]
        homes, roles, found = defaultdict(set), defaultdict(set), defaultdict(list)
        for _, folder, lines in mine:
            for name, role in declared(lines):
                homes[name].add(folder)
                if role == "outer" or len(everywhere[name]) == 1:  # a member may be meant of another target's type
                    roles[name].add(role)
        for path, folder, name, number in ((*file[:2], *use) for file in mine for use in used(file[2], homes, roles)):
            if (home := min(homes[name])) != folder:
                found[folder, home].append((f"{path}:{number}", name))
        yield target, sorted({folder for _, folder, _ in mine}), found


def floors(folders, found):
    """The folders from the ground up, one list a floor, and the circles among them; a circle stands on one floor."""
    below = {folder: {to for start, to in found if start == folder} for folder in folders}
    for middle in folders:
        for folder in folders:
            below[folder] |= below[middle] if middle in below[folder] else set()
    circles = {frozenset(f for f in below[folder] if folder in below[f]) for folder in folders if folder in below[folder]}
    level = {}
    for folder in sorted(folders, key=lambda folder: len(below[folder] | {folder})):
        level[folder] = 1 + max((level.get(f, -1) for f in below[folder] if folder not in below[f]), default=-1)
    for circle in circles:
        level.update(dict.fromkeys(circle, max(level[folder] for folder in circle)))
    return [[f for f in folders if level[f] == number] for number in sorted(set(level.values()))], sorted(map(sorted, circles))


def upward(circle, found):
    """The arrows that carry a circle: those that run up once its folders are ordered so that few uses do."""
    weight = {pair: len(uses) for pair, uses in found.items() if pair[0] in circle and pair[1] in circle}

    def cost(order):
        return sum(uses for (start, to), uses in weight.items() if order.index(start) < order.index(to))

    order, better = list(circle), True
    while better:
        rests = [(folder, [f for f in order if f != folder]) for folder in order]
        best = min((rest[:i] + [folder] + rest[i:] for folder, rest in rests for i in range(len(order))), key=cost)
        better, order = cost(best) < cost(order), min(order, best, key=cost)
    return [pair for pair in sorted(weight) if order.index(pair[0]) < order.index(pair[1])]


def faults_between(sources):
    """Imports that run up or across, targets that the tables lack, and effects in targets of values."""
    level = {target: (id(building), n) for building in (TOOL, KIT) for n, floor in enumerate(building) for target in floor}
    for target, path, text in ((target, *file) for target in sorted(sources) for file in sorted(sources[target].items())):
        matches = [(match, f"imports {match[1]}, which is not below it") for match in IMPORT.finditer(text) if match[1] in level
                   and (target not in level or level[match[1]][0] != level[target][0] or level[match[1]][1] >= level[target][1])]
        matches += [(match, f"is made of values alone, but here is '{match[0]}'") for match in EFFECT.finditer(text)
                    if target in PURE]
        yield from (f"{path}:{text.count(chr(10), 0, match.start()) + 1}: {target} {words}" for match, words in matches)
    yield from (f"Sources/{target}: on no floor of the tables in arrows.py" for target in sorted(set(sources) - set(level) - set(SCRIPTS)))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--root", default=os.path.join(os.path.dirname(os.path.abspath(__file__)), "../.."), help="where Sources is")
    parser.add_argument("--draw", action="store_true", help="print the floors alone, as a drawing")
    options, sources, faults = parser.parse_args(), defaultdict(dict), []
    os.chdir(options.root)
    for path in sorted(os.path.join(folder, name) for folder, _, names in os.walk("Sources") for name in names):
        if path.endswith(".swift"):
            with open(path, encoding="utf-8") as file:
                sources[path.split(os.sep)[1]][path] = blanked(file.read())
    for target, folders, found in (part for building in (TOOL, KIT) for part in arrows(sources, building)):
        levels, circles = floors(folders, found)
        print(target, *(f"{n:4}  {', '.join(floor)}" for n, floor in reversed(list(enumerate(levels, 1)))), sep="\n")
        for circle in circles:
            faults.append(f"{target}: {', '.join(circle)} stand in a circle; these arrows run up:")
            faults += [f"  {place}: {pair[0]} uses '{name}' of {pair[1]}" for pair in upward(circle, found)
                       for place, name in found[pair]]
    faults = [] if options.draw else faults + list(faults_between(sources))
    print(*faults, sep="\n", end="\n" if faults else "")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
