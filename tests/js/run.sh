#!/usr/bin/env bash
# Sets up everything, builds the npm package and the command, and compares them:
#   bash tests/js/run.sh           sets up, builds, tests
#   bash tests/js/run.sh --built   tests what is there; 77, which is "skipped" to ctest, if it is not
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

if [[ "${1:-}" == --built ]]; then
  [[ -f build/wasm/npm/leps_engine.wasm ]] || { echo "manca build/wasm/npm: bash bindings/js/build.sh"; exit 77; }
else
  mkdir -p build
  bash tests/setup.sh test
  bash tests/setup.sh wasm_test
  bash bindings/js/build.sh
  cmake --preset dev >build/configure-dev.log 2>&1 || { cat build/configure-dev.log >&2; exit 1; }
  cmake --build --preset dev --target leps
fi
# One file at a time: two cores are enough for one browser, and for one compiler of types.
exec node --test --test-concurrency=1 tests/js/*_test.mjs
