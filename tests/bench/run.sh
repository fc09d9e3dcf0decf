#!/bin/bash
# usage: bash tests/bench/run.sh BUILD_DIR [BASELINE]
#
# Measures the program of BUILD_DIR beside its rivals in one run, in turns, and
# prints tables in Markdown: CPU time, medians, one core. BASELINE (or
# KEHOACH_BASELINE) is the path of baseline.py, which reads the same documents
# with Python; without it that row is left out, and the output says so.
# KEHOACH_BENCH_DOCUMENTS (1000) and KEHOACH_BENCH_ROUNDS (5) say how much, and
# KEHOACH_BENCH_BYTES (16000) how long each document is at least. Reading PDF is
# measured on corpus/, and on the folder KEHOACH_BENCH_PDFS where that is named.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
. "$root/pipeline/setup.sh"

[ "$#" -ge 1 ] || { sed -n '2,10s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2; exit 2; }
build=$1
baseline=${2:-${KEHOACH_BASELINE:-}}
count=${KEHOACH_BENCH_DOCUMENTS:-1000}
rounds=${KEHOACH_BENCH_ROUNDS:-5}
export KEHOACH_BENCH_BYTES=${KEHOACH_BENCH_BYTES:-16000}
kehoach=$build/kehoach

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
say "making $count documents" >&2
bytes=$("$build/tests/make_archive" "$root/corpus" "$work/archive" "$count" "$KEHOACH_BENCH_BYTES")

# cpu COMMAND...: user and system seconds of one run on one core.
cpu() {
  local TIMEFORMAT='%U %S'
  { time taskset -c 0 "$@" >/dev/null 2>"$work/errors"; } 2>&1 |
    awk '{ print $1 + $2 }'
}

import_plans() { rm -f "$work"/plans.db*; "$kehoach" import "$work/archive" -d "$work/plans.db"; }
export -f import_plans
export work kehoach

# Each rival is one line: a name, a tab, a command of the shell.
rivals=()
touch "$work/times"
if [ -x "$kehoach" ]; then
  rivals+=("kehoach import"$'\t'"import_plans")
  rivals+=("kehoach extract"$'\t'"find '$work/archive' -type f -print0 | xargs -0 '$kehoach' extract --format jsonl")
else
  say "no $kehoach: its rows are left out" >&2
fi
if [ -f "$baseline" ]; then
  rivals+=("baseline.py"$'\t'"python3 '$baseline' '$work/archive' $count '$work/baseline.db'")
  rivals+=("baseline.py --no-db"$'\t'"python3 '$baseline' --no-db '$work/archive' $count '$work/baseline.db'")
else
  say "KEHOACH_BASELINE names no file: the rows of baseline.py are left out" >&2
fi

for ((round = 1; round <= rounds; ++round)); do
  say "round $round of $rounds" >&2
  for rival in "${rivals[@]}"; do
    printf '%s\t%s\n' "${rival%%$'\t'*}" "$(cpu bash -c "${rival#*$'\t'}")" >>"$work/times"
  done
done

printf '%s documents, %s MB, medians of %s rounds in turns, one core\n\n' \
  "$count" "$((bytes / 1000000))" "$rounds"
printf '| program | CPU s | documents/s | MB/s | of the first |\n|---|--:|--:|--:|--:|\n'
awk -F '\t' -v count="$count" -v bytes="$bytes" '
  { if (!($1 in n)) order[++names] = $1; time[$1, ++n[$1]] = $2 }
  function median(name,  i, j, t, k) {
    k = n[name]
    for (i = 1; i <= k; ++i) t[i] = time[name, i]
    for (i = 2; i <= k; ++i) for (j = i; j > 1 && t[j] < t[j - 1]; --j) {
      x = t[j]; t[j] = t[j - 1]; t[j - 1] = x
    }
    return k % 2 ? t[(k + 1) / 2] : (t[k / 2] + t[k / 2 + 1]) / 2
  }
  END {
    for (i = 1; i <= names; ++i) {
      m = median(order[i]); if (i == 1) first = m
      if (m <= 0) m = 0.001
      printf "| %s | %.2f | %.0f | %.1f | %.2f |\n", order[i], m, count / m, bytes / 1e6 / m, m / first
    }
  }' "$work/times"

# Stages in the order in which the programs list them.
printf '\n| stage | CPU us a document | documents/s | MB/s |\n|---|--:|--:|--:|\n'
# Those with counters of their own have no row: CSV has one set of columns.
for program in "$build"/tests/{read,rules,plan}_bench; do
  [ -x "$program" ] || continue
  taskset -c 0 "$program" --benchmark_repetitions="$rounds" \
    --benchmark_min_time=0.2 --benchmark_report_aggregates_only=true \
    --benchmark_enable_random_interleaving=true --benchmark_format=csv \
    --benchmark_filter=-_beside_ >"$work/stages" 2>"$work/errors"
  "$program" --benchmark_list_tests=true \
    --benchmark_filter=-_beside_ 2>/dev/null |
    awk -F ',' '
      FNR == NR && /_median/ {
        gsub(/"|_median/, "", $1)
        scale = $5 == "ms" ? 1000 : $5 == "ns" ? 0.001 : 1
        row[$1] = sprintf("| %s | %.1f | %s | %s |", $1, $4 * scale,
          $7 == "" ? "" : sprintf("%.0f", $7), $6 == "" ? "" : sprintf("%.1f", $6 / 1e6))
      }
      FNR != NR { print $0 in row ? row[$0] : "| " $0 " | not measured | | |" }
    ' "$work/stages" -
done

# Both halves of each pair in turns, document by document.
printf '\n| what | times the CPU of | ratio |\n|---|---|--:|\n'
for program in "$build"/tests/{read,plan}_bench; do
  [ -x "$program" ] || continue
  taskset -c 0 "$program" --benchmark_filter=_beside_ \
    --benchmark_repetitions="$rounds" --benchmark_min_time=0.5 \
    --benchmark_report_aggregates_only=true --benchmark_format=json 2>/dev/null |
    awk '
      BEGIN {
        says["pdf_beside_poppler"] = "reading the PDFs of corpus/ | poppler-cpp'"'"'s text()"
        says["issued_pdf_beside_poppler"] = "reading the PDFs of KEHOACH_BENCH_PDFS | poppler-cpp'"'"'s text()"
        says["docx_beside_text"] = "the whole way on Word documents | the same plans as text"
        says["html_beside_text"] = "the whole way on web pages | the same plans as text"
      }
      /"run_name":/ { gsub(/[",]/, "", $2); name = $2 }
      /"aggregate_name":/ { median = /median/ }
      median && /"of_floor":/ { printf "| %s | %.2f |\n", says[name], $2 + 0 }'
done

# Recognising the scans of corpus/, beside the program of Tesseract on the same
# pictures, one core each; then the pages of one document on all cores.
scans=$root/corpus/scans
if command -v tesseract >/dev/null && [ -x "$kehoach" ]; then
  export OMP_THREAD_LIMIT=1
  : >"$work/ocr"
  for ((round = 1; round <= rounds; ++round)); do
    say "scans, round $round of $rounds" >&2
    for scan in "$scans"/*.{png,jpg,tiff}; do
      printf '%s %s\n' "$(cpu tesseract "$scan" - -l vie)" \
        "$(cpu "$kehoach" extract "$scan")" >>"$work/ocr"
    done
  done
  awk '{ theirs += $1; ours += $2 }
    END { printf "| recognising the images of corpus/scans | the program tesseract | %.2f |\n", ours / theirs }' "$work/ocr"
  unset OMP_THREAD_LIMIT
  seconds() { local TIMEFORMAT=%R; { time "$@" >/dev/null 2>"$work/errors"; } 2>&1; }
  for scan in "$scans"/*.pdf; do
    one=$(seconds taskset -c 0 "$kehoach" extract "$scan")
    all=$(seconds "$kehoach" extract "$scan")
    printf '\nthe pages of %s on %s cores: %s s, on one: %s s\n' \
      "$(basename "$scan")" "$(nproc)" "$all" "$one"
  done
else
  say "no program tesseract: recognising is not measured" >&2
fi
