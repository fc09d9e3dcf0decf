#!/usr/bin/env bash
# Renders plans of this folder to DOC (Word 97-2003), RTF and ODT with
# LibreOffice, as an office that types them there would save them.
#
#   corpus/office.sh                 the plans listed in PLANS below
#   corpus/office.sh NAME...         only these
#
# The HTML is that which render.sh prints. The files carry the time at which
# they were made, so they differ each time; what is read from them does not.
set -euo pipefail
cd "$(dirname "$0")"

PLANS=(
  11-ke-hoach-dac-khu-hon-nhan
)
command -v soffice >/dev/null || {
  echo "office.sh: install libreoffice-writer-nogui" >&2
  exit 2
}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

convert() { # FORMAT FILE OPTION...: beside it
  soffice -env:UserInstallation="file://$work/profile" --headless "${@:3}" \
    --convert-to "$1" --outdir "$work" "$2" >/dev/null 2>&1
}

for stem in "${@:-${PLANS[@]}}"; do
  ./render.sh --html "$stem" >"$work/$stem.html"
  convert odt "$work/$stem.html" --infilter="HTML (StarWriter)"
  convert "doc:MS Word 97" "$work/$stem.odt"
  convert rtf "$work/$stem.odt"
  for ending in doc rtf odt; do
    mv "$work/$stem.$ending" .
    echo "$stem.$ending  $(stat -c %s "$stem.$ending") bytes"
  done
done
