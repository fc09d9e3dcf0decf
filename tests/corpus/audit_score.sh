#!/bin/bash
# Scores audits of real pairs of plans, where they are there: a folder with
# `score_audit.py` and `dev/` beside the checkout (../shared/eval), or
# KEHOACH_EVAL. Fails below the floors at the end.
#
# usage: audit_score.sh KEHOACH SOURCE_DIR
# Exit status: 0 good enough, 1 not, 77 nothing to score (reported as skipped).
set -euo pipefail
kehoach=$1
eval_dir=${KEHOACH_EVAL:-$2/../shared/eval}
if [ ! -f "$eval_dir/score_audit.py" ] || [ ! -d "$eval_dir/dev" ]; then
  echo "skipped: no $eval_dir with score_audit.py and dev/ (set KEHOACH_EVAL)"
  exit 77
fi
command -v python3 >/dev/null || { echo "skipped: no python3"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
document() {
  for ending in txt md; do
    [ ! -f "$eval_dir/dev/$1.$ending" ] || echo "$eval_dir/dev/$1.$ending"
  done
}
audits=()
for gold in "$eval_dir"/dev/*.coverage.json; do
  [ -f "$gold" ] || { echo "skipped: no pairs in $eval_dir/dev"; exit 77; }
  pair=$(basename "$gold" .coverage.json)
  status=0
  "$kehoach" audit "$(document "${pair%%--*}")" "$(document "${pair##*--}")" \
    --format json >"$work/$pair.json" || status=$?
  [ $status -le 1 ] || exit 1
  audits+=("$work/$pair.json")
done
python3 "$eval_dir/score_audit.py" "$eval_dir/dev" "${audits[@]}"
python3 "$eval_dir/score_audit.py" --json "$eval_dir/dev" "${audits[@]}" |
  python3 -c '
import json, sys
figures = json.load(sys.stdin)
got = (figures["accuracy"], figures["gaps"]["f1"], figures["link@1"])
floors = (0.86, 0.75, 0.92)
if any(g < f for g, f in zip(got, floors)):
    sys.exit("below the floors %s: %s" % (floors, got))
'
