#!/usr/bin/env bash
# What finds faults in hours and not in minutes: bash tests/long.sh [SEED [PART…]]; with parts, only
# those, so that it can be run over several evenings.
# All that .ci/run leaves out: the other compiler's sanitizers over all tests, one link that holds each
# name to one type, laws and oracles with many seeds, the deletion of every clause, every place where
# memory can run out, long fuzzing, and small changes of the engine that some test must notice. It ends
# with a line `N passed, N failed`; what survives of the changes is for a person to read, and fails
# nothing.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. tests/steps.sh
seed=${1:-$((RANDOM * 32768 + RANDOM))}
parts=" ${*:2} "

part() {  # PART NAME COMMAND…: a step, unless only others were asked for
  local part=$1
  shift
  if [ "$parts" = "  " ] || [[ $parts == *" $part "* ]]; then step "$@"; fi
}

seeds() {  # COUNT PROGRAM…: with so many seeds
  local count=$1 program i
  shift
  for program in "$@"; do
    for ((i = 0; i < count; i++)); do
      LEPS_SEED=$((seed + i)) "$program" >build/long.log 2>&1 ||
        { tail -n 60 build/long.log; echo "LEPS_SEED=$((seed + i)) $program"; return 1; }
    done
  done
}

oracle() {  # NAME COUNT
  local i
  for ((i = 0; i < $2; i++)); do
    LEPS_SEED=$((seed + i)) LEPS_ROUNDS=25 LEPS_PACKS=20 \
      python3 "tests/oracle/$1.py" "$PWD/build/dev/leps" "$PWD/build/long/$1" || return 1
  done
}

sanitized() { build asan && ctest --preset asan; }
threads() { build tsan && ctest --preset tsan; }

bash tests/setup.sh ci || exit 1
printf 'seed %s\n' "$seed"
step "the build" build dev
part alone "every file stands by itself" build quick
part odr "a name is one type in the whole program" build odr
part threads "one rulebook, many threads, under the thread sanitizer" threads
part memory "memory that runs out, and cancellation, at every place there is" build/dev/tests/capi/test_capi_memory 1
part laws "laws, with forty seeds" seeds 40 build/dev/tests/property/test_* build/dev/tests/test_gap \
  build/dev/tests/test_eval build/dev/tests/test_sheets build/dev/tests/test_facts \
  build/dev/tests/test_check build/dev/tests/test_tables build/dev/tests/test_trees build/dev/tests/test_what_if
part completions "completions of what is missing" oracle completions 6
part orderings "laws of gaps and orderings" oracle laws 6
part thresholds "values about every threshold of the packs" oracle boundaries 6
part deletion "every clause deleted" env LEPS_ONE_IN=1 build/dev/tests/deletion/test_deletion
part fuzz "the fuzzers' build" build fuzz
part fuzz "every reader and the C API under a fuzzer" bash tests/fuzz/run.sh 300
part sanitized "every test, by the other compiler, under the sanitizers" sanitized
part mutants "small changes of the engine" bash tests/mutants.sh --seed "$seed" --count 60
finish
