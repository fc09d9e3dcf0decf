#!/bin/bash
# Compares `kehoach eval` with `score.py`, where that is there: a folder beside
# the checkout (../shared/eval), or KEHOACH_EVAL. The plans of the corpus are
# read whole and spoiled, so that all kinds of misses are counted.
#
# usage: same_as_script.sh KEHOACH SOURCE_DIR
# Exit status: 0 the same, 1 not, 77 nothing to compare (reported as skipped).
set -euo pipefail
kehoach=$1
script=${KEHOACH_EVAL:-$2/../shared/eval}/score.py
[ -f "$script" ] || { echo "skipped: no $script (set KEHOACH_EVAL)"; exit 77; }
command -v python3 >/dev/null || { echo "skipped: no python3"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The table without its first line, which the two word differently.
same() {  # GOLD_DIR DOCUMENT...
  local gold=$1
  shift
  "$kehoach" extract "$@" >"$work/read.jsonl"
  python3 "$script" "$gold" "$work/read.jsonl" | tail -n +2 >"$work/script"
  "$kehoach" eval "$gold" "$@" | tail -n +2 >"$work/own"
  diff "$work/script" "$work/own"
}

spoil() {  # SED_PROGRAM
  rm -rf "$work/gold"
  mkdir "$work/gold"
  cp "$2"/corpus/*.gold.json "$work/gold"
  for gold in "$work"/gold/*.gold.json; do
    stem=${gold%.gold.json}
    for ending in txt md; do
      document=$2/corpus/${stem##*/}.$ending
      [ -f "$document" ] || continue
      sed "$1" "$document" >"$stem.$ending"
      break
    done
  done
  same "$work/gold" "$work"/gold/*.txt "$work"/gold/*.md
}

spoil '' "$2"
spoil '20~7d' "$2"
spoil 's/phối hợp với/cùng/; s/trước ngày/ngày/; s/Ủy ban nhân dân/UBND/' "$2"
spoil 's/20/21/g; s/%/ mô hình/; s/Sở/Phòng/' "$2"
