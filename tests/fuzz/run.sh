#!/bin/bash
# usage: bash tests/fuzz/run.sh DIR SECONDS [SEED]
# Runs each fuzz target of the build folder DIR for SECONDS, one on each core,
# from the seeds and the project's own plans. An input that breaks a property is
# kept in out/fuzz. With SEED nothing is left to chance: inputs that were found
# before are not read either, so each run makes the same ones, as many as it can.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
[ "$#" = 2 ] || [ "$#" = 3 ] || { sed -n '2,6s/^# //p' "${BASH_SOURCE[0]}" >&2; exit 2; }
export here root seconds=$2 seed=${3:-} found=$root/out/fuzz

fuzz() {  # TARGET
  local name status=0 log chance=()
  name=$(basename "$1")
  log=$found/$name.log
  if [ -n "$seed" ]; then
    rm -rf "$found/$name"
    chance=("-seed=$seed")
  fi
  mkdir -p "$found/$name"
  "$1" -max_total_time="$seconds" -max_len=65536 -timeout=60 -rss_limit_mb=4096 \
    -print_final_stats=1 -verbosity=0 -artifact_prefix="$found/$name-" "${chance[@]}" \
    "$found/$name" "$here/seeds" "$root/corpus" >"$log" 2>&1 || status=1
  # In one piece, since others print, too.
  if [ "$status" = 0 ]; then
    printf '== %s for %s seconds: %s inputs\n' "$name" "$seconds" \
      "$(awk '/number_of_executed_units/ { print $2 }' "$log")"
  else
    printf '== %s found something:\n%s\n' "$name" "$(cat "$log")"
  fi
  return "$status"
}
export -f fuzz

mkdir -p "$found"
targets=()
for target in "$1"/fuzz_*; do
  if [ -x "$target" ] && [ -f "$target" ]; then targets+=("$target"); fi
done
rm -f "$found"/failed.*
printf '%s\0' "${targets[@]}" |
  xargs -0 -n 1 -P "$(nproc)" bash -c 'fuzz "$1" || touch "$found/failed.$(basename "$1")"' _
failed=$(find "$found" -maxdepth 1 -name 'failed.*' | wc -l)
printf 'fuzz: %d targets, %d found something\n' "${#targets[@]}" "$failed"
[ "$failed" = 0 ]
