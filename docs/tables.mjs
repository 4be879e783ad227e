// Exports the tables of the data account, or puts an export back; docs/operations.md says when. Needs Node 20, and `az login`.
//
//   node docs/tables.mjs export ACCOUNT FOLDER    one file a table, one line a row; FOLDER is made, and you alone may read it and them
//   node docs/tables.mjs import ACCOUNT FOLDER    rows of the same keys are replaced, others stay
//
// Roles on the account: Storage Table Data Reader to export, Storage Table Data Contributor to import.
import { execFileSync } from 'node:child_process';
import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';

// The rows of Current name submissions. It is exported first, so that it names none that was accepted during the export and is missing
// there, and imported last.
const tables = ['Current', 'Submissions', 'Records', 'Years', 'Publications', 'Audit'];
const atOnce = 16, tries = 4;

const [what, account, folder] = process.argv.slice(2);
if (!['export', 'import'].includes(what) || !folder) {
  console.error('node docs/tables.mjs export|import ACCOUNT FOLDER');
  process.exit(2);
}

// A test sets both: Azurite has another address, and takes tokens that nobody signed.
const service = process.env.TABLE_ENDPOINT ?? `https://${account}.table.core.windows.net`;
let token = process.env.TABLE_TOKEN ?? newToken();

function newToken() {
  const resource = ['--resource', 'https://storage.azure.com'], form = ['--query', 'accessToken', '--output', 'tsv'];
  return execFileSync('az', ['account', 'get-access-token', ...resource, ...form], { encoding: 'utf8' }).trim();
}

async function call(method, path, body) {
  for (let turn = 1; ; turn++) {
    const headers = {
      authorization: `Bearer ${token}`,
      'x-ms-version': '2020-12-06',
      'x-ms-date': new Date().toUTCString(),
      accept: 'application/json;odata=fullmetadata',
      ...(body && { 'content-type': 'application/json' }),
    };
    const answer = await fetch(`${service}/${path}`, { method, headers, body });
    if (answer.ok || (method === 'POST' && answer.status === 409)) return answer;
    if (turn === tries || (answer.status < 500 && answer.status !== 401))
      throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    if (answer.status === 401 && !process.env.TABLE_TOKEN) token = newToken();
    await new Promise(resolve => setTimeout(resolve, 1000 * 2 ** turn));
  }
}

// Storage does not name the type of a double, and JSON.parse would make 5.0 the whole number 5: its type is written beside it.
function withTypesOfDoubles(json) {
  const nameAndNumber = /("(?:[^"\\]|\\.)*")(?::(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)(?=[,}]))?/g;
  return json.replace(nameAndNumber, (all, name, number) =>
    number && /[.eE]/.test(number) ? `"${name.slice(1, -1)}@odata.type":"Edm.Double",${name}:"${number}"` : all);
}

// What storage itself adds to a row it does not take back.
const ours = row => Object.fromEntries(Object.entries(row).filter(([name]) => !/^(odata\.|Timestamp(@|$))/.test(name)));

async function exportTable(table) {
  const file = await open(join(folder, `${table}.jsonl`), 'w', 0o600);
  await file.chmod(0o600); // also one that is written over
  let rows = 0, query = '';
  do {
    const answer = await call('GET', `${table}()?${query}`);
    const page = JSON.parse(withTypesOfDoubles(await answer.text())).value;
    for (const row of page) await file.write(`${JSON.stringify(ours(row))}\n`);
    rows += page.length;
    query = ['NextPartitionKey', 'NextRowKey'].map(key => [key, answer.headers.get(`x-ms-continuation-${key}`)])
      .filter(([, value]) => value).map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join('&');
  } while (query);
  await file.close();
  return rows;
}

async function importTable(table) {
  await call('POST', 'Tables', JSON.stringify({ TableName: table }));
  const rows = (await readFile(join(folder, `${table}.jsonl`), 'utf8')).split('\n').filter(Boolean);
  const key = text => encodeURIComponent(text.replaceAll("'", "''"));
  let next = 0;
  const work = async () => {
    while (next < rows.length) {
      const row = rows[next++], { PartitionKey, RowKey } = JSON.parse(row);
      await call('PUT', `${table}(PartitionKey='${key(PartitionKey)}',RowKey='${key(RowKey)}')`, row);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return rows.length;
}

if (what === 'export') await mkdir(folder, { recursive: true, mode: 0o700 });
for (const table of what === 'export' ? tables : tables.toReversed())
  console.log(`${table}: ${await (what === 'export' ? exportTable(table) : importTable(table))} rows`);
