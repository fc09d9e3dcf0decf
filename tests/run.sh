#!/bin/bash
# Installs what is missing, builds with warnings as errors, runs the tests.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$root/pipeline/setup.sh"

usage() {
  cat <<TEXT
usage: bash tests/run.sh [OPTION...]

Installs the Debian packages that are missing (as root or with sudo), builds
with warnings as errors, runs every test.

  --filter REGEX   only the tests whose names match
  --asan           with the address and undefined-behaviour sanitizers, but for
                   what needs Chromium
  --tsan           what runs in threads or forks, with the thread sanitizer
  --fallback       without Poppler's core, as where its headers are missing
  --tidy           clang-tidy over all sources instead of tests
  --fuzz SECONDS [SEED]
                   each fuzz target for so long instead of tests; with SEED the
                   same inputs each time
  --bench          the benchmarks instead of tests
  -h, --help       this text

Exit status: 0 if all is well, 1 if not, 2 for wrong arguments.
TEXT
}

mode=test
filter=.
seconds= seed=
wrong() { printf 'run.sh: %s\n\n' "$1" >&2; usage >&2; exit 2; }
while [ "$#" -gt 0 ]; do
  case $1 in
    -h | --help) usage; exit 0 ;;
    --asan | --tsan | --fallback | --tidy | --bench) mode=${1#--} ;;
    --filter)
      [ "$#" -gt 1 ] || wrong "--filter needs a regular expression"
      filter=$2; shift ;;
    --fuzz)
      [[ ${2:-} =~ ^[0-9]+$ ]] || wrong "--fuzz needs a number of seconds"
      mode=fuzz seconds=$2; shift
      if [[ ${2:-} =~ ^[0-9]+$ ]]; then seed=$2; shift; fi ;;
    *) wrong "unknown option $1" ;;
  esac
  shift
done

out=$root/out/build
mkdir -p "$root/out"
export LSAN_OPTIONS=suppressions=$root/tests/leaks.txt:print_suppressions=0

run_tests() {  # DIR [OPTIONS of ctest]
  say "testing in $1"
  ctest --test-dir "$1" --output-on-failure --parallel "$(nproc)" \
    --no-tests=error -R "$filter" "${@:2}" |
    grep -vE '^(Internal|Test project| *Start| *[0-9]+/[0-9]+ Test .* Passed)'
}

case $mode in
  test)
    install_for build test
    build "$out" all -- -DCMAKE_BUILD_TYPE=Release -DKEHOACH_TESTS=ON \
      -DKEHOACH_WERROR=ON -DKEHOACH_BENCH=ON
    run_tests "$out"
    ;;
  fallback)
    install_for build test
    build "$out/fallback" all -- -C "$root/.cmake/fallback.cmake"
    run_tests "$out/fallback"
    ;;
  asan)
    install_for build test fuzz
    build "$out/asan" all -- -C "$root/.cmake/asan.cmake"
    # What Chromium shows is the same page, made ten times as slowly.
    run_tests "$out/asan" -E '^Browser\.'
    ;;
  tsan)
    install_for build test
    threaded=(rulebook_test read_test link_test ingest_test)
    build "$out/tsan" "${threaded[@]}" -- -C "$root/.cmake/tsan.cmake"
    # Workers are forked, and may start threads of their own.
    export TSAN_OPTIONS=die_after_fork=0
    for name in "${threaded[@]}"; do
      say "testing $name in $out/tsan"
      "$out/tsan/tests/$name" --gtest_brief=1
    done
    ;;
  tidy)
    install_for build test tidy
    build "$out/tidy" all -- -C "$root/.cmake/tidy.cmake"
    say "clang-tidy has nothing to say"
    ;;
  fuzz)
    install_for build test fuzz
    build "$out/asan" fuzz_targets -- -C "$root/.cmake/asan.cmake"
    bash "$root/tests/fuzz/run.sh" "$out/asan/tests" "$seconds" $seed
    ;;
  bench)
    install_for build test bench
    build "$out/bench" all -- -C "$root/.cmake/bench.cmake"
    bash "$root/tests/bench/run.sh" "$out/bench"
    ;;
esac
