#!/bin/bash
# Scores the readings of real plans, where they are there: a folder with
# `score.py` and `dev/` beside the checkout (../shared/eval), or KEHOACH_EVAL.
# Fails when the mean strict F1 is below 0.75 or a kind is below 0.60.
#
# usage: score.sh KEHOACH SOURCE_DIR
# Exit status: 0 good enough, 1 not, 77 nothing to score (reported as skipped).
set -euo pipefail
kehoach=$1
eval_dir=${KEHOACH_EVAL:-$2/../shared/eval}
if [ ! -f "$eval_dir/score.py" ] || [ ! -d "$eval_dir/dev" ]; then
  echo "skipped: no $eval_dir with score.py and dev/ (set KEHOACH_EVAL)"
  exit 77
fi
command -v python3 >/dev/null || { echo "skipped: no python3"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/gold"
documents=()
for gold in "$eval_dir"/dev/*.gold.json; do
  stem=${gold%.gold.json}
  for document in "$stem".txt "$stem".md; do
    [ -f "$document" ] || continue
    cp "$gold" "$work/gold/"
    documents+=("$document")
  done
done
"$kehoach" extract --format jsonl "${documents[@]}" >"$work/read.jsonl"
python3 "$eval_dir/score.py" "$work/gold" "$work/read.jsonl"
python3 "$eval_dir/score.py" --json "$work/gold" "$work/read.jsonl" |
  python3 -c '
import json, sys
figures = json.load(sys.stdin)
kinds = ["document (all fields)", "references strict (+date, relation)",
         "obligations strict (+lead, support)", "deadlines strict (+kind, value)",
         "targets strict (all fields)"]
low = [k for k in kinds if figures["rows"][k]["f1"] < 0.60]
if figures["mean_strict_f1"] < 0.75 or low:
    sys.exit("below the bar: mean %.3f, kinds below 0.60: %s" % (figures["mean_strict_f1"], low))
'
