#!/usr/bin/env bash
# Installs the Debian packages that a job needs and this machine lacks:
#   bash tests/setup.sh build|test|ci
# It asks dpkg first: where nothing is missing, nothing needs root or the network.
set -euo pipefail

build=(cmake ninja-build g++ ccache pkg-config libboost1.81-dev libyaml-cpp-dev
       rapidjson-dev libcli11-dev libpugixml-dev libsodium-dev libzip-dev
       libxlsxwriter-dev)
test=("${build[@]}" doctest-dev nlohmann-json3-dev python3 python3-jsonschema locales
      libbenchmark-dev python3-pip python3-setuptools python3-wheel python3-venv patchelf
      python3-pytest)
ci=("${test[@]}" clang-14 libclang-rt-14-dev clang-format-14 valgrind abigail-tools mypy
    python3-matplotlib python3-pandas)

case "${1:-}" in
  build) wanted=("${build[@]}") ;;
  test) wanted=("${test[@]}") ;;
  ci) wanted=("${ci[@]}") ;;
  *) echo "uso: bash tests/setup.sh build|test|ci" >&2; exit 2 ;;
esac

missing=()
for package in "${wanted[@]}"; do
  status=$(dpkg-query -W -f='${db:Status-Status}\n' "$package" 2>/dev/null | head -n 1 || true)
  [[ "$status" == installed ]] || missing+=("$package")
done
[[ ${#missing[@]} -gt 0 ]] || exit 0

if ! command -v apt-get >/dev/null; then
  echo "Mancano questi pacchetti, e qui non c'è apt-get per installarli: ${missing[*]}" >&2
  echo "leps si costruisce su Debian 12 (bookworm)." >&2
  exit 1
fi
if [[ $(id -u) -eq 0 ]]; then
  as_root=()
elif command -v sudo >/dev/null; then
  as_root=(sudo)
  [[ -t 0 ]] || as_root=(sudo -n)  # with nobody to type a password, fail now instead of waiting
else
  echo "Mancano questi pacchetti, e per installarli serve root o sudo: ${missing[*]}" >&2
  echo "Da root: apt-get update && apt-get install ${missing[*]}" >&2
  exit 1
fi

echo "Installo i pacchetti Debian che mancano: ${missing[*]}"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
apt() {
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o Acquire::Retries=3 \
    -o DPkg::Lock::Timeout=300 "$@" >>"$log" 2>&1 </dev/null
}
# A list of packages that is a few weeks old names files that the mirrors no longer keep.
if ! { apt update && apt install --no-install-recommends "${missing[@]}"; }; then
  cat "$log" >&2
  echo "Non sono riuscito a installare i pacchetti: qui sopra c'è il motivo." >&2
  exit 1
fi
