#!/bin/sh
# Copies what was staged to its place: install.sh STAGE PREFIX [DESTDIR]
# What it made is listed in lib/lessons/installed.txt, first of all, so that uninstall.sh removes that and nothing else.
set -eu
umask 022
stage=$(cd "$1" && pwd)
target=${3:-}$2
case $target in /*) ;; *) target=$PWD/$target ;; esac
here=$(cd "$(dirname "$0")" && pwd)
list=lib/lessons/installed.txt
[ ! -e "$target/$list" ] || "$here/uninstall.sh" "$2" "${3:-}"

made=$(cd "$stage" && find . -type d | sort | while IFS= read -r folder; do
  [ -d "$target/$folder" ] || printf 'folder %s\n' "$folder"
done)
mkdir -p "$target/lib/lessons"
{ printf '%s\n' "$made"; cd "$stage"; find . ! -type d | sort | sed 's/^/file /'; } >"$target/$list"

cd "$stage"
find . -type d | sort | while IFS= read -r folder; do mkdir -p "$target/$folder"; done
find . -type f | while IFS= read -r file; do
  # A new file, for the old one may be running.
  rm -f "$target/$file"
  cp -p "$file" "$target/$file"
done
echo "installed lessons in $target"
