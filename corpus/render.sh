#!/usr/bin/env bash
# Renders plans of this folder to PDF, as an office would print them under
# decree 30/2020/NĐ-CP: A4, two-column letterhead, centred title, justified
# body, page number in the top margin from page 2, recipients beside the
# signature, tasks in a ruled table.
#
#   corpus/render.sh                 the plans listed in PLANS below
#   corpus/render.sh NAME...         only these (stems: 06-ke-hoach-...)
#   corpus/render.sh --html NAME     its HTML, to standard output
#
# NAME.txt or NAME.md is the single source; NAME.pdf is written beside it. The
# text becomes HTML here (awk) and PDF by WeasyPrint, with embedded Liberation
# Serif, which has the metrics of Times New Roman and all Vietnamese letters.
# The same source, tool and font give the same bytes.
set -euo pipefail
cd "$(dirname "$0")"

PLANS=(
  01-chi-thi-61-ct-tw
  02-chuong-trinh-57-ctr-tu
  03-ke-hoach-218-tinh-cuu-ha
  06-ke-hoach-thanh-pho-vinh-dien
  10-ke-hoach-18-thi-tran-rach-gam
  11-ke-hoach-dac-khu-hon-nhan
  12-ke-hoach-so-tnmt-cuu-ha
  13-ke-hoach-truong-thcs-phu-khe
  14-quyet-dinh-1846-btnmt
)
html_only=
if [ "${1:-}" = --html ]; then
  html_only=yes
  shift
fi
LIMIT=204800 # bytes: a rendered plan stays below 200 KB

# --- tools: Debian packages, installed only when missing -------------------
missing=()
command -v weasyprint >/dev/null || missing+=(weasyprint)
command -v pdftotext >/dev/null || missing+=(poppler-utils)
[ -e /usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf ] || missing+=(fonts-liberation2)
if [ -z "$html_only" ] && [ ${#missing[@]} -gt 0 ]; then
  echo "render.sh: installing ${missing[*]}"
  as_root=()
  [ "$(id -u)" -eq 0 ] || as_root=(sudo)
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

# --- one plan to HTML ------------------------------------------------------
# Reads a line as a paragraph, so plans whose paragraphs are hard-wrapped or cut
# by a page break (04, 05, 08) are left to the text reader's tests. The awk is
# plain POSIX and works on bytes: letters of Vietnamese are never tested, only
# ASCII, punctuation and whole words.
to_html() {
  LC_ALL=C awk '
  function trim(s) { sub(/^[ \t]+/, "", s); sub(/[ \t]+$/, "", s); return s }
  function esc(s) { gsub(/&/, "\\&amp;", s); gsub(/</, "\\&lt;", s); gsub(/>/, "\\&gt;", s); return s }
  function nbsp(s) { while (match(s, /  +/)) s = substr(s, 1, RSTART - 1) blanks(RLENGTH) substr(s, RSTART + RLENGTH); return s }
  function blanks(n,  r) { r = ""; while (n-- > 0) r = r "\302\240"; return r }
  function rule(s) { return s ~ /^-----*$/ }
  function para(kind, s) { print "<p class=\"" kind "\">" s "</p>" }
  function close_table() { if (table) { print "</table>"; table = 0 } }

  # The letterhead: agency, number | motto, place and date.
  function head_line(s) {
    if (s == "" || rule(s)) return
    if (s ~ /^(CỘNG H|ĐẢNG CỘNG)/) motto = s
    else if (s ~ /^Độc lập/) motto2 = s
    else if (s ~ /, ngày/) dated = s
    else if (s ~ /^Số/) number = s
    else if (s == "*") star = 1
    else agency[++agencies] = s
  }
  function letterhead(  i, cls) {
    print "<table class=\"head\"><tr><td class=\"left\">"
    for (i = 1; i <= agencies; i++) {
      cls = (i < agencies && agency[i] !~ /^ỦY BAN NHÂN DÂN$/) ? "over" : "own"
      print "<div class=\"" cls "\">" agency[i] "</div>"
    }
    print star ? "<div>*</div>" : "<hr class=\"short\">"
    print "</td><td class=\"right\">"
    if (motto != "") print "<div class=\"own\">" motto "</div>"
    if (motto2 != "") print "<div class=\"own motto\">" motto2 "</div>"
    print "<hr class=\"long\"></td></tr><tr><td class=\"left\">" nbsp(number) "</td><td class=\"right dated\">" nbsp(dated) "</td></tr></table>"
  }

  # Nơi nhận beside the signature.
  function sign_line(s,  cut) {
    if (s == "") return
    if (match(s, /   +/)) {                       # both columns on one line
      cut = substr(s, RSTART + RLENGTH); s = substr(s, 1, RSTART - 1)
      right[++rights] = trim(cut)
    }
    if (s ~ /^Nơi nhận/) return
    if (s ~ /^- /) left[++lefts] = s
    else if (s != "") right[++rights] = s
  }
  function signature(  i) {
    if (!signing) return
    print "<table class=\"sign\"><tr><td class=\"to\"><div class=\"label\">Nơi nhận:</div>"
    for (i = 1; i <= lefts; i++) print "<div>" left[i] "</div>"
    print "</td><td class=\"by\">"
    for (i = 1; i < rights; i++) print "<div>" right[i] "</div>"
    print "<div class=\"name\">" right[rights] "</div></td></tr></table>"
    signing = 0; lefts = rights = 0
  }

  function row(s,  n, cell, i, tag, section) {
    if (s ~ /^\|[-| :]+$/) return                 # Markdown rule under the header
    if (!table) { print "<table class=\"tasks\">"; tag = "th" } else tag = "td"
    table = 1
    sub(/^\|/, "", s); sub(/\|[ ]*$/, "", s)
    n = split(s, cell, /\|/)
    section = trim(cell[1]) ~ /^[IVX]+$/
    print "<tr" (section ? " class=\"section\"" : "") ">"
    for (i = 1; i <= n; i++) print "<" tag (i == 1 ? " class=\"no\"" : "") ">" trim(cell[i]) "</" tag ">"
    print "</tr>"
  }

  function body(raw, s) {
    if (s ~ /^\|/) { row(s); return }
    close_table()
    if (s == "" || rule(s)) return
    if (s ~ /^\[[0-9]+\] /) { if (!notes++) print "<hr class=\"notes\">"; para("note", s); return }
    if (s ~ /^[IVX]+[.-] /) { part = 1; para("h1", s); return }
    if (raw ~ /^\*\*[^a-z]*\*\*$/) { para("centre", s); return }
    if (s ~ /^\(Ban hành kèm theo/) { para("kem", s); return }
    if (!part && raw ~ /^\*?(Căn cứ|Thực hiện|Theo đề nghị)/) { para("basis", s); return }
    if (s ~ /^[0-9]+\.[0-9]+[.-] / && s !~ /[.;:]$/) { para("h3", s); return }
    if (s ~ /^[0-9]+[.-] / && s !~ /[.;:\/]$/) { para("h2", s); return }
    para("", s)
  }

  BEGIN { state = "head" }
  {
    raw = trim($0); s = raw
    gsub(/\*\*/, "", s); sub(/^#+ /, "", s)       # Markdown marks
    if (s ~ /^\*[^ ]/) { sub(/^\*/, "", s); sub(/\*$/, "", s) }
    if (s ~ /^\* /) sub(/^\*/, "-", s)
    s = esc(s)
  }
  s ~ /^(KẾ HOẠCH|CHỈ THỊ|CHƯƠNG TRÌNH HÀNH ĐỘNG|QUYẾT ĐỊNH)$/ {
    if (state == "head") letterhead()
    else { signature(); print "<div class=\"newpage\"></div>" }
    print "<div class=\"kind\">" s "</div>"; state = "title"; titles = 0; next
  }
  state == "head" {
    if (match(s, /   +(CỘNG|Độc|----|[^ ].*, ngày)/)) {
      head_line(trim(substr(s, RSTART))); s = trim(substr(s, 1, RSTART - 1))
    }
    head_line(s); next
  }
  state == "title" {
    if (s == "" && !titles) next
    if (s == "" || rule(s)) { print "<hr class=\"title\">"; state = "body"; next }
    print "<div class=\"title\">" s "</div>"; titles++; next
  }
  state == "body" && s ~ /^Nơi nhận:/ { close_table(); signing = 1; state = "sign"; sign_line(s); next }
  state == "sign" && s ~ /^\[[0-9]+\] / { signature(); state = "body" }
  state == "sign" { sign_line(s); next }
  { body(raw, s) }
  END { close_table(); signature() }
  ' "$1"
}

style() {
  cat <<'CSS'
@page { size: A4; margin: 20mm 18mm 20mm 30mm; @top-center { content: counter(page); font: 13pt 'Liberation Serif' } }
@page :first { @top-center { content: none } }
body { font: 13.5pt/1.28 'Liberation Serif'; margin: 0; text-align: justify; hyphens: none }
p { margin: 0 0 5pt; text-indent: 11mm }
table { border-collapse: collapse; width: 100% }
.head td { vertical-align: top; text-align: center; padding: 0 0 4pt; font-size: 12.5pt }
.head .left { width: 42% } .head .own { font-weight: bold } .head .motto { font-size: 13pt }
.dated { font-style: italic }
hr { border: 0; border-top: .6pt solid #000; margin: 2pt auto 0 }
hr.short { width: 18mm } hr.long { width: 48mm } hr.title { width: 32mm; margin: 3pt auto 12pt } hr.notes { width: 50mm; margin: 14pt 0 4pt }
.kind { text-align: center; font-weight: bold; font-size: 14pt; margin-top: 16pt }
div.title { text-align: center; font-weight: bold; font-size: 14pt }
.h1, .h2 { font-weight: bold; text-align: left; break-after: avoid } .h1 { margin-top: 8pt }
.h3 { font-style: italic; text-align: left; break-after: avoid }
.centre { text-align: center; font-weight: bold; text-indent: 0; margin: 8pt 0 }
.kem { text-align: center; font-style: italic; text-indent: 0; margin-bottom: 12pt }
.basis { font-style: italic }
.note { font-size: 10.5pt; text-indent: 0 }
.tasks { margin: 6pt 0 10pt; font-size: 11.5pt; line-height: 1.2; text-align: left }
.tasks th, .tasks td { border: .6pt solid #000; padding: 3pt 4pt; vertical-align: middle }
.tasks th { text-align: center } .tasks .no { text-align: center; width: 8mm }
.tasks tr { break-inside: avoid } .section td { font-weight: bold }
.sign { margin-top: 12pt; break-inside: avoid } .sign td { vertical-align: top; padding: 0 }
.to { width: 52%; font-size: 11pt; text-align: left } .label { font-weight: bold; font-style: italic; font-size: 12pt }
.by { text-align: center; font-weight: bold } .name { margin-top: 22mm }
.newpage { break-before: page }
CSS
}

html() { # STEM SOURCE
  echo "<!DOCTYPE html><html lang=\"vi\"><head><meta charset=\"utf-8\"><title>$1</title><style>"
  style
  echo "</style></head><body>"
  to_html "$2"
  echo "</body></html>"
}

# --- render ----------------------------------------------------------------
export SOURCE_DATE_EPOCH=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0
for stem in "${@:-${PLANS[@]}}"; do
  source=$stem.txt
  [ -f "$source" ] || source=$stem.md
  if [ ! -f "$source" ]; then
    echo "render.sh: no $stem.txt or $stem.md in corpus/" >&2
    exit 2
  fi
  html "$stem" "$source" >"$work/$stem.html"
  if [ -n "$html_only" ]; then
    cat "$work/$stem.html"
    continue
  fi
  weasyprint --quiet "$work/$stem.html" "$work/$stem.pdf"
  size=$(stat -c %s "$work/$stem.pdf")
  # Every word of the source must come back from the PDF's text layer (spaces
  # aside: a line may break inside a number such as 45/KH-UBND).
  pdftotext "$work/$stem.pdf" - | tr -d '[:space:]' >"$work/flat"
  lost=""
  while read -r word; do
    grep -qF -- "$word" "$work/flat" || lost+=" $word"
  done < <(tr -s '[:space:]*#|' '\n' <"$source" | grep -v '^-*$' | sort -u)
  if [ "$size" -ge "$LIMIT" ] || [ -n "$lost" ]; then
    echo "render.sh: $stem.pdf: $size bytes; words lost: ${lost:-none}" >&2
    status=1
    continue
  fi
  mv "$work/$stem.pdf" "$stem.pdf"
  echo "$stem.pdf  $size bytes  $(pdfinfo "$stem.pdf" | awk '/^Pages/ {print $2}') pages"
done
exit $status
