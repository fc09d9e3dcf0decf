#!/bin/bash
# usage: bash tests/bench/archive.sh BUILD_DIR [--plans N] [--bytes N] [--rounds N]
#          [--baseline FILE] [--keep DIR]
#
# Measures an archive of text, made from the plans of corpus/ and of
# ../shared/eval, where that is, by seeded variation: the same plans each time.
# Prints one table in Markdown of what the program takes beside others that do
# the like with the same files, all in turns:
#
#   import     beside baseline.py, beside a pipeline of ripgrep and sqlite3, and
#              beside the floor: sqlite3 copying the finished rows from table to
#              table and building the same index of words
#   extract    beside baseline.py --no-db
#   workers    two beside one: time, not CPU; needs two cores
#   again      a second import with nothing changed beside the first
#   isolation  documents read in a process of their own beside in the program
#   --version  how long it takes
#
# CPU time, medians, one core. 1000 plans of 30,000 bytes or more and 3 rounds
# unless it is said otherwise. baseline.py is looked for in ../shared/bench; what
# is not there (it, rg, sqlite3) leaves its rows out, and the table says so.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
. "$root/pipeline/setup.sh"

usage() { sed -n '2,22p' "${BASH_SOURCE[0]}" | sed 's/^# \{0,1\}//' >&2; exit 2; }
[ "$#" -ge 1 ] && [[ $1 != -* ]] || usage
build=$(cd "$1" && pwd)
shift
plans=1000 size=30000 rounds=3 keep=
baseline=${KEHOACH_BASELINE:-$root/../shared/bench/baseline.py}
while [ "$#" -gt 0 ]; do
  [ "$#" -ge 2 ] || usage
  case $1 in
    --plans) plans=$2 ;;
    --bytes) size=$2 ;;
    --rounds) rounds=$2 ;;
    --baseline) baseline=$2 ;;
    --keep) keep=$2 ;;
    *) usage ;;
  esac
  shift 2
done
kehoach=$build/kehoach
work=${keep:-$(mktemp -d)}
mkdir -p "$work"
[ -n "$keep" ] || trap 'rm -rf "$work"' EXIT

# ---- the archive

mkdir -p "$work/originals"
cp "$root"/corpus/*.{txt,md} "$work/originals" 2>/dev/null || true
cp "$root"/../shared/eval/dev/*.{txt,md} "$work/originals" 2>/dev/null || true
rm -f "$work/originals/README.md"
say "making $plans plans of $(find "$work/originals" -type f | wc -l) originals" >&2
bytes=$("$build/tests/make_archive" "$work/originals" "$work/archive" "$plans" "$size")

# ---- the rivals

import() { rm -f "$work"/plans.db*; "$kehoach" import "$work/archive" -q -d "$work/plans.db" "$@"; }
import_one() { import -j 1; }
import_two() { import -j 2; }
import_within() { import --isolation thread; }
import_again() { "$kehoach" import "$work/archive" -q -j 1 -d "$work/plans.db"; }
extract_all() { find "$work/archive" -type f -print0 | sort -z | xargs -0 "$kehoach" extract --format jsonl; }
baseline_all() { python3 "$baseline" "$@" "$work/archive" "$plans" "$work/baseline.db"; }

# One pass of ripgrep for each of the patterns of baseline.py, one for sentences,
# and one that keeps those of them that hold a word of obligation.
shell_pipeline() {
  local name pattern
  rm -f "$work"/shell.* "$work/fields.tsv"
  while IFS=$'\t' read -r name pattern; do
    rg -o -b --no-heading --with-filename --no-line-number \
      --field-match-separator $'\t' -e "$pattern" "$work/archive" |
      sed "s/^/$name\t/" >>"$work/fields.tsv" || true
  done <"$work/patterns.tsv"
  rg -o -b --no-heading --with-filename --no-line-number \
    --field-match-separator $'\t' -e '[^.;:\n]{40,}' "$work/archive" |
    rg --no-line-number -e "$(cat "$work/words")" >"$work/obligations.tsv" || true
  sqlite3 "$work/shell.db" >/dev/null <<SQL
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
CREATE TABLE field (name TEXT, path TEXT, place INT, text TEXT);
CREATE TABLE obligation (path TEXT, place INT, text TEXT);
CREATE TABLE document (path TEXT, text TEXT);
CREATE VIRTUAL TABLE fts USING fts5 (text, content = 'obligation',
  tokenize = "unicode61 remove_diacritics 2");
.mode ascii
.separator "\t" "\n"
.import $work/fields.tsv field
.import $work/obligations.tsv obligation
INSERT INTO document SELECT name, CAST(data AS TEXT) FROM fsdir('$work/archive')
  WHERE data IS NOT NULL;
CREATE INDEX field_by_path ON field (path);
CREATE INDEX obligation_by_path ON obligation (path);
INSERT INTO fts (fts) VALUES ('rebuild');
SQL
}

prepare_patterns() {
  python3 - "$(dirname "$baseline")" "$work" <<'PY'
import sys
sys.path.insert(0, sys.argv[1])
import baseline
lines = []
for line in open(sys.argv[1] + "/baseline_patterns.txt", encoding="utf-8").read().splitlines():
    name, p = line.split("\t")
    p = p.replace("{U}", f"[{baseline.UPPER}]").replace("{L}", f"[{baseline.LOWER}]")
    lines.append((name, p.replace("{W}", f"[{baseline.UPPER}{baseline.LOWER}]")))
with open(sys.argv[2] + "/patterns.tsv", "w", encoding="utf-8") as out:
    out.writelines(f"{name}\t{p}\n" for name, p in lines)
with open(sys.argv[2] + "/words", "w", encoding="utf-8") as out:
    out.write("|".join(f"(?:{p})" for name, p in lines if name in baseline.OBLIGATION))
PY
}

# The same tables and indexes, filled from the finished ones.
floor() {
  local copy=$work/floor.db
  rm -f "$copy"*
  sqlite3 "$copy" ".read '$work/floor.sql'" >/dev/null
}

prepare_floor() {
  local real="name NOT GLOB '*_fts_*' AND name NOT GLOB 'sqlite_*'"
  {
    echo "PRAGMA page_size = 16384; PRAGMA journal_mode = WAL;"
    echo "PRAGMA synchronous = NORMAL; PRAGMA cache_size = -8000;"
    sqlite3 "$work/plans.db" "SELECT sql || ';' FROM sqlite_master WHERE
      sql IS NOT NULL AND type IN ('table', 'index') AND $real ORDER BY type DESC, rowid"
    echo "ATTACH '$work/plans.db' AS finished; BEGIN;"
    sqlite3 "$work/plans.db" "SELECT 'INSERT INTO main.' || name || ' SELECT * FROM finished.' || name || ';'
      FROM sqlite_master WHERE type = 'table' AND $real AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY rowid"
    echo "INSERT INTO obligations_fts (obligations_fts) VALUES ('rebuild');"
    echo "INSERT INTO documents_fts (documents_fts) VALUES ('rebuild'); COMMIT;"
  } >"$work/floor.sql"
}

version() { local i; for i in {1..20}; do "$kehoach" --version; done; }

# ---- measuring

export work kehoach baseline plans
export -f import import_one import_two import_within import_again extract_all \
  baseline_all shell_pipeline floor version

# cpu NAME COMMAND...: user and system seconds on one core, kept under NAME.
cpu() {
  local TIMEFORMAT='%U %S' name=$1
  shift
  { time taskset -c 0 bash -c "$*" >/dev/null 2>"$work/errors"; } 2>&1 |
    awk -v name="$name" '{ print name "\t" $1 + $2 }' >>"$work/times"
}
wall() {
  local TIMEFORMAT='%R' name=$1
  shift
  { time bash -c "$*" >/dev/null 2>"$work/errors"; } 2>&1 |
    awk -v name="$name" '{ print name "\t" $1 }' >>"$work/times"
}

: >"$work/times"
trap 'cat "$work/errors" >&2' ERR
set -E
has_baseline= has_shell= has_floor=
[ -f "$baseline" ] && has_baseline=1
command -v sqlite3 >/dev/null && has_floor=1
[ -n "$has_baseline" ] && [ -n "$has_floor" ] && command -v rg >/dev/null && has_shell=1
[ -n "$has_shell" ] && prepare_patterns
for ((round = 1; round <= rounds; ++round)); do
  say "round $round of $rounds" >&2
  cpu within import_within
  cpu import import_one
  cpu again import_again
  if [ -n "$has_floor" ]; then prepare_floor; cpu floor floor; fi
  if [ -n "$has_shell" ]; then cpu shell shell_pipeline; fi
  if [ -n "$has_baseline" ]; then cpu baseline baseline_all; cpu baseline-no-db baseline_all --no-db; fi
  cpu extract extract_all
  wall one import_one
  wall two import_two
  cpu version version
done

printf '%s plans, %s MB, medians of %s rounds in turns\n\n' \
  "$plans" "$((bytes / 1000000))" "$rounds"
awk -F '\t' '
  { time[$1, ++n[$1]] = $2 }
  function median(name,  i, j, x, t, k) {
    k = n[name]
    for (i = 1; i <= k; ++i) t[i] = time[name, i] + 0
    for (i = 2; i <= k; ++i) for (j = i; j > 1 && t[j] < t[j - 1]; --j) {
      x = t[j]; t[j] = t[j - 1]; t[j - 1] = x
    }
    return k % 2 ? t[(k + 1) / 2] : (t[k / 2] + t[k / 2 + 1]) / 2
  }
  function row(what, a, beside, b, aim, times,  x, y) {
    if (!n[a] || !n[b]) { printf "| %s | | %s | | not measured | %s |\n", what, beside, aim; return }
    x = median(a); y = median(b)
    printf "| %s | %.2f | %s | %.2f | %.2f | %s |\n", what, x, beside, y, times ? y / (x > 0 ? x : 0.001) : x / (y > 0 ? y : 0.001), aim
  }
  END {
    print "| what | s | beside | s | ratio | aim |"
    print "|---|--:|---|--:|--:|---|"
    row("import", "import", "baseline.py", "baseline", "10 times as fast", 1)
    row("import", "import", "ripgrep and sqlite3", "shell", "2.5 times as fast", 1)
    row("import", "import", "sqlite3 copying the rows", "floor", "at most 1.6 times", 0)
    row("extract", "extract", "baseline.py --no-db", "baseline-no-db", "20 times as fast", 1)
    row("import, two workers", "two", "one worker (time)", "one", "at most 0.75", 0)
    row("import again", "again", "the first", "import", "at most 0.03", 0)
    row("import, isolated", "import", "in the program", "within", "at most 1.05", 0)
    printf "| `--version` | %.3f | | | | at most 0.010 |\n", median("version") / 20
  }' "$work/times"
