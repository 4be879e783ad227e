// Builds the site from the sample workbooks and serves it on a free port of this machine, compressed and with cache headers.
import { execFileSync } from 'node:child_process';
import { createServer } from 'node:http';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const types = {
  html: 'text/html; charset=utf-8', css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8', json: 'application/json',
  svg: 'image/svg+xml', png: 'image/png', txt: 'text/plain; charset=utf-8', xml: 'application/xml',
};
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** @param {(address: string) => Promise<void>} measure is given the address of the site */
export async function withSite(measure) {
  const folder = mkdtempSync(path.join(tmpdir(), 'kawasaki-lighthouse-'));
  const server = createServer((request, response) => answer(folder, new URL(request.url, 'http://localhost').pathname, response));
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  const address = `http://127.0.0.1:${server.address().port}`;
  try {
    const build = ['run', '--project', 'functions/Local', '--', 'build', '--from', 'functions/Samples', '--to', folder, '--url', `${address}/`];
    execFileSync('dotnet', build, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
    await measure(address);
  } finally {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function answer(folder, requested, response) {
  const file = path.join(folder, decodeURIComponent(requested.endsWith('/') ? `${requested}index.html` : requested));
  if (!file.startsWith(folder + path.sep) || !statSync(file, { throwIfNoEntry: false })?.isFile()) {
    response.writeHead(404).end();
    return;
  }
  const body = gzipSync(readFileSync(file));
  response.writeHead(200, {
    'content-type': types[path.extname(file).slice(1)] ?? 'application/octet-stream',
    'content-encoding': 'gzip',
    'content-length': body.length,
    'cache-control': requested.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=300',
    'x-content-type-options': 'nosniff',
  });
  response.end(body);
}
