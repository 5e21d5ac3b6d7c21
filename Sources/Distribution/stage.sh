#!/bin/sh
# Lays out all that is installed, below a folder of its own that is made anew:
#   stage.sh BUILD STAGE [CACHE]
# BUILD is the folder of the built tool; CACHE, where the kit is compiled, is the user's unless it is given.
#
#   bin/lessons                  the tool
#   lib/lessons/*.so             the toolchain's libraries that the tool itself was linked with, so that any toolchain may
#                                come, go or stand elsewhere
#   lib/lessons/kit/KEY          LessonKit, compiled for the toolchain found
#   share/lessons                the sources of LessonKit (for other toolchains), the theme, the guides
#   share/man/man1, share/bash-completion, share/zsh, share/fish, share/doc/lessons
set -eu
umask 022
build=$(cd "$1" && pwd)
root=$(cd "$(dirname "$0")/../.." && pwd)
rm -rf "$2"
mkdir -p "$2"
stage=$(cd "$2" && pwd)
mkdir -p "$stage/bin" "$stage/lib/lessons/kit" "$stage/share/lessons" "$stage/share/man/man1" "$stage/share/doc/lessons" \
  "$stage/share/bash-completion/completions" "$stage/share/zsh/site-functions" "$stage/share/fish/vendor_completions.d"

install -m 755 "$build/lessons" "$stage/bin/lessons"
# Every library that lies in a toolchain; those of the system stay where they are.
ldd "$build/lessons" | sed -n 's/.* => \(.*\) (0x.*/\1/p' | grep -F /lib/swift/ | while IFS= read -r library; do
  install -m 644 "$library" "$stage/lib/lessons/"
done
[ -e "$stage/lib/lessons/libSwiftSyntax.so" ] || { echo "stage.sh: the libraries of the toolchain are not found" >&2; exit 2; }
if command -v strip >/dev/null; then strip --strip-unneeded "$stage/bin/lessons" "$stage"/lib/lessons/*.so; fi

for folder in LessonKit LessonRuntime CLessonRuntime PageRuntime Theme; do cp -R "$root/Sources/$folder" "$stage/share/lessons/"; done
cp -R "$root/Sources/lessons/Guide" "$stage/share/lessons/"
# All names of LessonKit by field; its links are DocC's.
sed 's/``/`/g' "$root/Sources/LessonKit/LessonKit.docc/LessonKit.md" >"$stage/share/doc/lessons/LessonKit.md"
rm -rf "$stage/share/lessons/LessonKit/LessonKit.docc"
find "$stage/share/lessons" -name '*.py' -delete
for file in README.md CHANGELOG.md SECURITY.md LICENSE; do install -m 644 "$root/$file" "$stage/share/doc/lessons/"; done
# What it links to lies elsewhere here, or is not here and stays as words.
sed -i -e 's/\[\([^]]*\)\](\(ARCHITECTURE\.md\|CONTRIBUTING\.md\|lessons\))/\1/g' \
  -e 's|(Sources/lessons/Guide/|(../../lessons/Guide/|g' -e 's|(Sources/LessonKit/LessonKit.docc/|(|g' \
  -e 's|(Sources/LessonKit|(../../lessons/LessonKit|g' "$stage/share/doc/lessons/README.md"

tool=$stage/bin/lessons
"$tool" --generate-completion-script bash >"$stage/share/bash-completion/completions/lessons"
"$tool" --generate-completion-script zsh >"$stage/share/zsh/site-functions/_lessons"
"$tool" --generate-completion-script fish >"$stage/share/fish/vendor_completions.d/lessons.fish"
"$tool" --experimental-dump-help | swift "$root/Sources/Distribution/manual.swift" "$("$tool" --version)" "$stage/share/man/man1"
if [ $# -ge 3 ]; then set -- --cache "$3"; else set --; fi
"$tool" prepare --into "$stage/lib/lessons/kit" "$@"
find "$stage" -type d -exec chmod 755 {} + -o -type f ! -perm -100 -exec chmod 644 {} +
