#!/bin/sh
# The section of a version in the changelog, which is the page of its release: notes.sh VERSION
set -eu
awk -v version="$1" '
  /^## / { inside = ($2 == version); next }
  inside { print; if (NF) found = 1 }
  END { if (!found) { print "notes.sh: CHANGELOG.md has no section " version > "/dev/stderr"; exit 2 } }
' "$(dirname "$0")/../../CHANGELOG.md"
