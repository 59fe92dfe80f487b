#!/usr/bin/env bash
# Sets up everything and passes the tests: `bash tests/run.sh`. Arguments go to ctest
# (`bash tests/run.sh -R oracle`).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

mkdir -p build
bash tests/setup.sh test
cmake --preset dev >build/configure-dev.log 2>&1 || { cat build/configure-dev.log >&2; exit 1; }
cmake --build --preset dev
ctest --preset dev "$@"
