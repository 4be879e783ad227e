// Validates the two descriptions of the open data (datapackage.json, csv-metadata.json) against JSON schemas in the folder Schemas, and
// every CSV file against its description:
// node described.mjs FOLDER
// Prints each error on its own line, and how many rows were read. The types of the columns come only from the description, and the CSV
// files are read by a parser in this file, so that the check is independent of the code that wrote them.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const Ajv = createRequire(import.meta.url)('ajv').default;
const folder = process.argv[2];
const json = async path => JSON.parse(await readFile(path, 'utf8'));
const wrong = [];

async function validate(name, schema) {
  const check = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(await json(new URL(`Schemas/${schema}`, import.meta.url)));
  const description = await json(join(folder, name));
  if (!check(description)) wrong.push(...check.errors.slice(0, 10).map(e => `${name}${e.instancePath}: ${e.message}`));
  return description;
}

function parse(text) {
  const rows = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy;
  let row = [];
  while (field.lastIndex < text.length) {
    const at = field.lastIndex, found = field.exec(text);
    if (!found) throw new Error(`No field begins at ${at}.`);
    row.push(found[1] === undefined ? found[2] : found[1].replaceAll('""', '"'));
    if (found[3] !== ',') row = (rows.push(row), []);
  }
  return rows;
}

// A datetime of the default format is in UTC; one of the format `any` may have an offset.
const times = {
  default: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
  any: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/,
};
const isDate = text => !Number.isNaN(Date.parse(text));
const fits = {
  integer: text => /^-?\d+$/.test(text),
  number: text => /^-?\d+(\.\d+)?$/.test(text),
  year: text => /^\d{4}$/.test(text),
  yearmonth: text => /^\d{4}-(0[1-9]|1[0-2])$/.test(text),
  datetime: (text, format = 'default') => times[format].test(text) && isDate(text),
  boolean: text => text === 'true' || text === 'false',
  string: () => true,
};

async function tableOf(resource) {
  const bytes = await readFile(join(folder, resource.path));
  if (bytes.length !== resource.bytes) wrong.push(`${resource.path}: ${bytes.length} bytes instead of ${resource.bytes}`);
  const text = bytes.toString('utf8');
  if (text[0] !== '\uFEFF') wrong.push(`${resource.path}: no byte order mark`);
  const [header, ...rows] = parse(text.slice(1));
  const fields = resource.schema.fields;
  if (header.join() !== fields.map(f => f.name).join()) wrong.push(`${resource.path}: the header is not that of the description`);
  return { resource, fields, rows };
}

function checkCells({ resource, fields, rows }) {
  rows.forEach((row, at) => {
    if (row.length !== fields.length) wrong.push(`${resource.path} row ${at + 2}: ${row.length} fields`);
    fields.forEach((field, i) => {
      const { required, enum: allowed } = field.constraints;
      if (row[i] === '' ? required : !fits[field.type](row[i], field.format) || (allowed && !allowed.includes(row[i])))
        wrong.push(`${resource.path} row ${at + 2} ${field.name}: ${JSON.stringify(row[i])} is no ${field.type} that is allowed`);
    });
  });
}

const columns = (table, names) => table.rows.map(row => JSON.stringify([names].flat().map(n => row[table.fields.findIndex(f => f.name === n)])));

function checkKeys(table, all) {
  const { resource } = table, { primaryKey, foreignKeys } = resource.schema;
  if (primaryKey && new Set(columns(table, primaryKey)).size !== table.rows.length) wrong.push(`${resource.path}: ${primaryKey} is not unique`);
  for (const { fields, reference } of foreignKeys ?? []) {
    const known = new Set(columns(all.find(t => t.resource.name === (reference.resource || resource.name)), reference.fields));
    const unknown = columns(table, fields).filter(v => v !== '[""]' && !known.has(v));
    if (unknown.length > 0) wrong.push(`${resource.path} ${fields}: ${unknown[0]} is not in ${reference.resource}`);
  }
}

const datapackage = await validate('datapackage.json', 'tabular-data-package.json');
const csvw = await validate('csv-metadata.json', 'csvw.json');
const tables = await Promise.all(datapackage.resources.map(tableOf));
tables.forEach(checkCells);
tables.forEach(table => checkKeys(table, tables));
for (const table of csvw.tables) {
  const fields = datapackage.resources.find(r => r.path === table.url)?.schema.fields ?? [];
  if (table.tableSchema.columns.map(c => c.name).join() !== fields.map(f => f.name).join()) wrong.push(`${table.url}: CSVW and data package differ in their columns`);
}
console.log([...wrong.slice(0, 20), `${wrong.length} wrong, ${tables.reduce((n, t) => n + t.rows.length, 0)} rows in ${tables.length} tables`].join('\n'));
process.exitCode = wrong.length === 0 ? 0 : 1;
