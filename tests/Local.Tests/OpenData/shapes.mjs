// Validates a catalogue of open data against the SHACL shapes (rules for RDF data) in catalogue.shapes.ttl:
// node shapes.mjs CATALOGUE [EDIT …]
// Each EDIT contains JavaScript statements that damage a copy of the catalogue, named `c`, to show that the shapes notice the damage.
// Prints a line for the catalogue and a line for each copy, with the violations found.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Validator } from 'shacl-engine';
import { DataFactory, Parser, Store } from 'n3';

const jsonld = createRequire(import.meta.url)('jsonld');
const refuse = address => { throw new Error(`${address} is not in the file.`); };
const [, , file, ...edits] = process.argv;
const text = await readFile(file, 'utf8');

const parse = turtle => new Store(new Parser().parse(turtle));
const shapes = parse(await readFile(new URL('catalogue.shapes.ttl', import.meta.url), 'utf8'));
// The SHACL engine creates its data sets with this factory.
const factory = Object.assign(Object.create(DataFactory), { dataset: quads => new Store([...(quads ?? [])]) });
const local = term => (term?.value ?? '').replace(/^.*[/#]/, '');

for (const edit of ['', ...edits]) {
  const catalogue = JSON.parse(text);
  new Function('c', edit)(catalogue);
  const dataset = parse(await jsonld.toRDF(catalogue, { documentLoader: refuse, safe: true, format: 'application/n-quads' }));
  const { results } = await new Validator(shapes, { factory }).validate({ dataset });
  const violated = results.map(r => `${local(r.focusNode?.term ?? r.focusNode)} ${local(r.path?.[0]?.predicates?.[0])} ${local(r.constraintComponent)}`);
  console.log([`${results.length} violations`, ...new Set(violated)].join('; '));
}
