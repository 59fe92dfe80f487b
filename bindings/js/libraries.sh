#!/usr/bin/env bash
# The libraries of the engine, compiled to WebAssembly from Debian's source packages:
#   bash bindings/js/libraries.sh
# into build/wasm-libraries/usr. It does nothing where that is done, and needs no root.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

here=bindings/js
work=$PWD/build/wasm-libraries
usr=$work/usr
packages=(yaml-cpp pugixml zlib libzip libsodium)
export NODE_PATH=/usr/share/nodejs  # where Debian's emscripten finds the modules that it needs

made_from=$(cat "$here/libraries.sh" "$here/libraries/CMakeLists.txt" | sha256sum)
[[ "$(cat "$work/done" 2>/dev/null)" != "$made_from" ]] || exit 0

# Which mirrors this machine uses is its own business: the same ones, for sources too.
fetch() {
  local lists=$work/apt/lists
  mkdir -p "$lists/partial" "$work/apt/cache/archives/partial" "$work/sources"
  local of_debian=('Created-By: Packages' 'Origin: Debian')
  local format='deb-src $(REPO_URI) $(RELEASE) $(COMPONENT)'
  local list=$work/apt/sources.list
  apt-get indextargets --format "$format" "${of_debian[@]}" >"$list"
  local ours=(-o Dir::State::Lists="$lists" -o Dir::Cache="$work/apt/cache" -o APT::Sandbox::User=)
  if [[ ! -s "$list" ]]; then  # the machine has never looked at its mirrors
    apt-get -q "${ours[@]}" update
    apt-get "${ours[@]}" indextargets --format "$format" "${of_debian[@]}" >"$list"
  fi
  ours+=(-o Dir::Etc::SourceList="$list" -o Dir::Etc::SourceParts=/dev/null)
  apt-get -q -o Acquire::Retries=3 "${ours[@]}" update
  local package
  for package in "${packages[@]}"; do source_of "$package" "${ours[@]}"; done
}

# The newest version whose files the mirrors have: for some days an index may name one that they no
# longer, or do not yet, hold.
source_of() {  # PACKAGE OPTIONS…
  local package=$1 version
  shift
  while read -r version; do
    rm -f "$work/sources/${package}"_*
    (cd "$work/sources" && apt-get -q -o Acquire::Retries=3 "$@" source --download-only "$package=$version") &&
      return 0
  done < <(apt-cache "$@" showsrc "$package" | sed -n 's/^Version: //p' | sort -ruV)
  return 1
}

unpack() {
  local package
  for package in "${packages[@]}"; do
    rm -rf "${work:?}/sources/$package"
    dpkg-source --no-copy -x "$work/sources/${package}"_*.dsc "$work/sources/$package"
  done
}

build() {  # SOURCE FLAGS…
  local source=$1 folder
  folder=$work/$(basename "$source")-build
  shift
  emcmake cmake -S "$source" -B "$folder" -G Ninja -Wno-dev -DCMAKE_BUILD_TYPE=Release \
    -DCMAKE_C_FLAGS_RELEASE="-O2 -DNDEBUG" -DCMAKE_CXX_FLAGS_RELEASE="-O2 -DNDEBUG" \
    -DCMAKE_CXX_FLAGS=-fwasm-exceptions -DCMAKE_INSTALL_PREFIX="$usr" "$@"
  cmake --build "$folder" --target install
}

# The libraries that are only headers are the machine's own: nothing in them depends on where they
# run. /usr/include itself would bring in the headers of the wrong C library.
link_headers() {
  mkdir -p "$usr/include" "$usr/share/cmake"
  ln -sfn /usr/include/boost "$usr/include/boost"
  ln -sfn /usr/include/rapidjson "$usr/include/rapidjson"
  cp -r /usr/share/cmake/RapidJSON "$usr/share/cmake"
  sed -i "s#\"/usr/include\"#\"$usr/include\"#" "$usr/share/cmake/RapidJSON/RapidJSONConfig.cmake"
}

all() {
  rm -rf "$usr"
  fetch
  unpack
  build "$work/sources/yaml-cpp" -DYAML_BUILD_SHARED_LIBS=OFF -DYAML_CPP_BUILD_{TESTS,TOOLS}=OFF
  build "$work/sources/pugixml"
  build "$here/libraries" -DLEPS_SOURCES="$work/sources"
  # Reading zip archives, deflated or stored, is all that workbooks need. The sizes of two types,
  # which libzip would learn by a trick that emscripten does not know.
  build "$work/sources/libzip" -DZLIB_LIBRARY="$usr/lib/libz.a" -DZLIB_INCLUDE_DIR="$usr/include" \
    -DBUILD_SHARED_LIBS=OFF -DBUILD_{TOOLS,REGRESS,EXAMPLES,DOC}=OFF \
    -DENABLE_{COMMONCRYPTO,GNUTLS,MBEDTLS,OPENSSL,WINDOWS_CRYPTO,BZIP2,LZMA}=OFF \
    -DHAVE_SIZEOF_{OFF,SIZE}_T=ON -DSIZEOF_OFF_T=8 -DSIZEOF_SIZE_T=4
  # Who links the archive, and not a shared library, has to name what it needs in turn.
  sed -i '/^Libs.private:/d; s/ -lzip$/ -lzip -lz/' "$usr/lib/pkgconfig/libzip.pc"
  link_headers
}

mkdir -p "$work"
echo "Compilo per WebAssembly le librerie del motore, da sorgenti Debian (la prima volta, qualche minuto)"
failed() {
  tail -n 100 "$work/log" >&2
  echo "Non ci sono riuscito: qui sopra, e per intero in build/wasm-libraries/log, c'è il motivo." >&2
}
trap failed EXIT
(all) >"$work/log" 2>&1  # a shell of its own, so that the reason is told on the screen and not in the log
trap - EXIT
echo "$made_from" >"$work/done"
