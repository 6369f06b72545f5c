// Writes what is told of all artefacts together: the ImplementationGuide that lists them, and the index by which the
// server reads them, since a folder inside a jar cannot be listed.
// Use: node guide.mjs <folder of the artefacts>
import fs from 'node:fs';
import path from 'node:path';

const [folder] = process.argv.slice(2);
const write = (name, content) => fs.writeFileSync(path.join(folder, name), JSON.stringify(content, null, 2) + '\n');
const GUIDE = 'ImplementationGuide-dripline.json';

const groups = [
  ['profiles', 'Profiles', (each) => each.resourceType === 'StructureDefinition' && each.type !== 'Extension'],
  ['extensions', 'Extensions', (each) => each.type === 'Extension'],
  ['questionnaires', 'Questionnaires', (each) => each.resourceType === 'Questionnaire'],
  ['terminology', 'Value sets, code systems, maps, identifiers',
    (each) => ['ValueSet', 'CodeSystem', 'ConceptMap', 'NamingSystem'].includes(each.resourceType)],
  ['search', 'Search parameters', (each) => each.resourceType === 'SearchParameter'],
  ['operations', 'Operations', (each) => each.resourceType === 'OperationDefinition'],
];

function entry(artefact) {
  const { resourceType, id, title, name, description } = artefact;
  const group = groups.find(([, , holds]) => holds(artefact));
  if (!group || !description) throw new Error(`${resourceType}/${id} has no ${group ? 'description' : 'group'}.`);
  return {
    reference: { reference: `${resourceType}/${id}` },
    name: title ?? name,
    description,
    exampleBoolean: false,
    groupingId: group[0],
  };
}

const files = fs.readdirSync(folder).filter((name) => /^[A-Z].*\.json$/.test(name) && name !== GUIDE).sort();
const artefacts = files.map((name) => JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8')));
write(GUIDE, {
  resourceType: 'ImplementationGuide',
  id: 'dripline',
  url: 'https://fhir.dripline.example/ImplementationGuide/dripline',
  version: '0.1.0',
  name: 'Dripline',
  title: 'Ketamine infusion records',
  status: 'draft',
  experimental: false,
  date: '2026-11-27',
  publisher: 'Dripline',
  description: 'How treatment courses with ketamine infusions or nasal esketamine are recorded in FHIR R4: profiles,'
    + ' extensions, terminology, scales, search parameters and operations.',
  copyright: 'LOINC, SNOMED CT, UCUM, RxNorm, ICD-10-CM and ATC codes are used under their owners\' terms; scales that'
    + ' are somebody\'s property are not reproduced. See the copyright of each resource.',
  packageId: 'example.dripline.fhir',
  license: 'not-open-source',
  fhirVersion: ['4.0.1'],
  definition: {
    grouping: groups.map(([id, name]) => ({ id, name })),
    resource: artefacts.map(entry),
  },
});
write('index.json', { artefacts: [...files, GUIDE].sort().map((name) => `generated/${name}`) });
console.log(`${files.length + 1} artefacts in ${folder}`);
