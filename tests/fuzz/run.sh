#!/bin/bash
# usage: bash tests/fuzz/run.sh DIR SECONDS
# Runs each fuzz target of the build folder DIR for SECONDS, from the seeds and
# the project's own plans. An input that breaks a property is kept in out/fuzz.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
[ "$#" = 2 ] || { sed -n '2,4s/^# //p' "${BASH_SOURCE[0]}" >&2; exit 2; }

found=$root/out/fuzz
status=0
for target in "$1"/fuzz_*; do
  [ -x "$target" ] && [ -f "$target" ] || continue
  name=$(basename "$target")
  mkdir -p "$found/$name"
  printf '== %s for %s seconds\n' "$name" "$2"
  "$target" -max_total_time="$2" -max_len=65536 -timeout=20 -rss_limit_mb=4096 \
    -print_final_stats=1 -verbosity=0 -artifact_prefix="$found/$name-" \
    "$found/$name" "$here/seeds" "$root/corpus" || status=1
done
exit "$status"
