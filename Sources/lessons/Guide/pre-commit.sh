#!/bin/sh
# Lets no commit pass in which a number of the lessons is wrong: copy to .git/hooks/pre-commit and make it executable.
#
# What is checked is what is committed, not what lies in the working folder: it is laid out below .git first.
set -eu
course=${LESSONS_COURSE:-lessons}

git diff --cached --quiet -- "$course" && exit 0
staged=$(git rev-parse --absolute-git-dir)/lessons-check
rm -rf "$staged"
git checkout-index --all --prefix="$staged/"
cd "$staged"
exec lessons check "$course" --quiet
