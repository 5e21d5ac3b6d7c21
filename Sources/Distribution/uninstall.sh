#!/bin/sh
# Removes what install.sh made, and nothing else: uninstall.sh PREFIX [DESTDIR]
set -eu
target=${2:-}$1
list=$target/lib/lessons/installed.txt
[ -e "$list" ] || { echo "uninstall: there is no $list, so nothing of lessons is installed in $target" >&2; exit 2; }
lines=$(cat "$list")
printf '%s\n' "$lines" | sed -n 's/^file //p' | while IFS= read -r file; do rm -f "$target/$file"; done
rm -f "$list"
# Folders that the installation made go when nothing of others came into them.
printf '%s\n' "$lines" | sed -n 's/^folder //p' | sort -r | while IFS= read -r folder; do
  case $folder in
  .) rmdir "$target" 2>/dev/null || true ;;
  *) rmdir "$target/$folder" 2>/dev/null || true ;;
  esac
done
echo "removed lessons from $target"
