#!/bin/sh
# Makes the documentation of LessonKit with the toolchain's own docc: docc.sh BUILD ARCHIVE
# The guides are lessons: here they become articles, with the numbers that are written in them. A warning of docc fails.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
kit=$root/Sources/LessonKit
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/graph"
swift-symbolgraph-extract -module-name LessonKit -I "$1/Modules" -minimum-access-level public -skip-inherited-docs \
  -target "$(swiftc -print-target-info | sed -n 's/.*"unversionedTriple": "\(.*\)".*/\1/p' | head -n 1)" -output-dir "$work/graph"
cp -R "$kit/LessonKit.docc" "$work/LessonKit.docc"
links=
for guide in "$kit"/Guides/*.md; do
  name=Guide-$(basename "$guide" .md)
  links="$links- <doc:$name>\\n"
  # Front matter becomes a heading and a summary, a value its text; the records stay what they are.
  perl -0777 -pe '
    s/\A---\n(.*?)\n---\n//s; my $head = $1;
    my ($title) = $head =~ /^title: "?(.*?)"?$/m; my ($summary) = $head =~ /^summary: "?(.*?)"?$/m;
    s/\A\s*# (.*)\n// and $title ||= $1;
    s/\]\((\w+)\.md[^)]*\)/](doc:Guide-$1)/g;
    s/\[([^\]\n]*)\](\((?:[^()]++|(?2))*\))/my ($text, $to) = ($1, $2); $to =~ m{^\(<?swift:} ? $text : "[$text]$to"/ge;
    s/^(`{3,}swift) *\{.*\}$/$1/mg;
    $summary ||= "A guide with checked numbers.";
    $_ = "# $title\n\n$summary\n\n## Overview\n$_";
  ' "$guide" >"$work/LessonKit.docc/$name.md"
done
sed -i "s/^## Topics\$/&\n\n### Guides\n\n$links/" "$work/LessonKit.docc/LessonKit.md"
docc convert "$work/LessonKit.docc" --additional-symbol-graph-dir "$work/graph" --output-path "$2" --warnings-as-errors \
  --fallback-display-name LessonKit --fallback-bundle-identifier lessons.LessonKit --transform-for-static-hosting
echo "made $2"
