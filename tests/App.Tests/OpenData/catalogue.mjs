// Reads the data catalogue in FILE as RDF with the library jsonld, and prints what an RDF reader finds: node catalogue.mjs FILE
// The JSON-LD context is in the file itself, so nothing is fetched; a context at another address is refused.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const jsonld = createRequire(import.meta.url)('jsonld');
const refuse = address => { throw new Error(`${address} is not in the file.`); };
const document = JSON.parse(await readFile(process.argv[2], 'utf8'));
const quads = await jsonld.toRDF(document, { documentLoader: refuse, safe: true });

const dcat = 'http://www.w3.org/ns/dcat#', dct = 'http://purl.org/dc/terms/', spdx = 'http://spdx.org/rdf/terms#';
const type = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const ofType = name => quads.filter(q => q.predicate.value === type && q.object.value === name).map(q => q.subject.value);
const values = (subject, predicate) => quads.filter(q => q.subject.value === subject && q.predicate.value === predicate).map(q => q.object);
const only = (subject, predicate) => {
  const found = values(subject, predicate);
  if (found.length !== 1) throw new Error(`${subject} has ${found.length} ${predicate}.`);
  return found[0];
};

const [catalogue, ...others] = ofType(`${dcat}Catalog`);
if (!catalogue || others.length > 0) throw new Error('There is not exactly one catalogue.');
const files = values(catalogue, `${dcat}dataset`).flatMap(dataset => {
  for (const required of ['title', 'description', 'publisher', 'issued', 'modified', 'language', 'spatial', 'temporal']) only(dataset.value, dct + required);
  if (values(dataset.value, `${dcat}keyword`).length === 0 || values(dataset.value, `${dcat}theme`).length === 0) throw new Error(`${dataset.value} has no keyword or theme.`);
  return values(dataset.value, `${dcat}distribution`).map(distribution => {
    const size = only(distribution.value, `${dcat}byteSize`);
    return {
      dataset: dataset.value,
      address: only(distribution.value, `${dcat}downloadURL`).value,
      mediaType: only(distribution.value, `${dcat}mediaType`).value,
      size: Number(size.value),
      sizeType: size.datatype.value,
      sha256: only(only(distribution.value, `${spdx}checksum`).value, `${spdx}checksumValue`).value,
    };
  });
});
process.stdout.write(JSON.stringify(files));
