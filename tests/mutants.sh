#!/usr/bin/env bash
# Does a test notice? Makes one small change of the engine at a time, and runs the tests on each:
#   bash tests/mutants.sh [--seed S] [--count N] [--jobs J] [FOLDER…]
# FOLDERs are of the repository; without one, engine. See tests/README.md.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

bash tests/setup.sh test
exec python3 -B tests/mutants/run.py "$@"
