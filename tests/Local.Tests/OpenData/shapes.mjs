// Holds a catalogue against catalogue.shapes.ttl: node shapes.mjs CATALOGUE [EDIT …]
// Each EDIT, statements about `c`, spoils a copy of the catalogue: shapes that find nothing wrong in it say nothing. A line is printed for the catalogue
// and for each copy, with what is violated.
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
// The engine makes its data sets by the factory that it is given.
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
