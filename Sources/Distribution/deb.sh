#!/bin/sh
# Makes a Debian package of what was staged: deb.sh STAGE FOLDER
# COMPRESSION (xz, zstd, gzip or none) is xz unless it is given.
set -eu
umask 022
root=$(cd "$(dirname "$0")/../.." && pwd)
stage=$(cd "$1" && pwd)
mkdir -p "$2"
out=$(cd "$2" && pwd)
version=$("$stage/bin/lessons" --version)
architecture=$(dpkg --print-architecture)
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
chmod 755 "$tree"

mkdir -p "$tree/DEBIAN" "$tree/usr/share/zsh/vendor-completions"
cp -R "$stage/." "$tree/usr/"
# Debian's own places and forms.
mv "$tree/usr/share/zsh/site-functions/_lessons" "$tree/usr/share/zsh/vendor-completions/"
rmdir "$tree/usr/share/zsh/site-functions"
gzip -9n "$tree"/usr/share/man/man1/*.1
documents=$tree/usr/share/doc/lessons
gzip -9nc "$root/CHANGELOG.md" >"$documents/changelog.gz"
rm "$documents/CHANGELOG.md" "$documents/LICENSE"
install -m 644 "$root/Sources/Distribution/copyright" "$documents/copyright"

# The packages of the system's libraries that the tool is linked with.
depends=$(ldd "$stage/bin/lessons" | sed -n 's/.* => \(.*\) (0x.*/\1/p' | grep -vF /lib/lessons/ | while IFS= read -r library; do
  # Where /lib is a link to /usr/lib, a package may list the file below either.
  dpkg-query -S "$library" 2>/dev/null || dpkg-query -S "/usr$library" 2>/dev/null || dpkg-query -S "${library#/usr}" || {
    echo "deb.sh: no package has $library" >&2
    exit 2
  }
done | sed 's/[:,].*//' | sort -u | paste -sd, | sed 's/,/, /g')
[ -n "$depends" ] || { echo "deb.sh: the packages of the system's libraries are not found" >&2; exit 2; }

cat >"$tree/DEBIAN/control" <<END
Package: lessons
Version: $version
Architecture: $architecture
Section: education
Priority: optional
Maintainer: ${DEBFULLNAME:-The lessons maintainers} <${DEBEMAIL:-lessons@localhost}>
Installed-Size: $(du -sk "$tree/usr" | cut -f1)
Depends: $depends, musl-dev
Recommends: wasi-libc, bubblewrap, libjs-katex, fonts-katex, libc6-dev, libstdc++-dev
Suggests: swiftlang, bash-completion
Description: Markdown with live Swift as a course whose every number is true
 Prose, formulas and blocks of Swift become a static site: the blocks run, and
 their results and charts are woven in. A check recomputes everything and fails
 where a number on any page no longer matches.
 .
 Lessons are compiled by a Swift toolchain, version 6.2 or later, whose swiftc
 is found on the search path. LessonKit is in the package, compiled for
 $(swiftc --version 2>/dev/null | sed -n 's/.*\(Swift version [0-9.]*[0-9]\).*/\1/p' | head -n 1); for another one it is compiled at the first build.
END
(cd "$tree" && find usr -type f | LC_ALL=C sort | xargs -d '\n' md5sum >DEBIAN/md5sums)
package=$out/lessons_${version}_$architecture.deb
echo "packing $package; this takes half a minute" >&2
dpkg-deb --root-owner-group -Z"${COMPRESSION:-xz}" --build "$tree" "$package" >/dev/null
echo "made $package"
