// Builds the site of the samples, serves it on a free port of this machine as in front of the public (compressed, cached), and measures pages with
// Lighthouse on its emulated slow phone: node measure.mjs [--runs 3]. Of several runs the median counts. Ends with 1 when a score is below 100.
import { execFileSync } from 'node:child_process';
import { createServer } from 'node:http';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { parseArgs } from 'node:util';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

const pages = {
  'home': '/',
  'viewpoint': '/viewpoints/1/',
  'collaboration list': '/collaborations/',
  'initiative': '/initiatives/byoin-0001/',
  'search': '/search/?q=%E3%83%9C%E3%83%A9%E3%83%B3%E3%83%86%E3%82%A3%E3%82%A2',
};
const categories = ['performance', 'accessibility', 'best-practices', 'seo'];
const types = {
  html: 'text/html; charset=utf-8', css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8', json: 'application/json',
  svg: 'image/svg+xml', png: 'image/png', txt: 'text/plain; charset=utf-8', xml: 'application/xml',
};
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const { values: { runs } } = parseArgs({ options: { runs: { type: 'string', default: '3' } } });

const site = mkdtempSync(path.join(tmpdir(), 'kawasaki-lighthouse-'));
const server = createServer((request, response) => answer(new URL(request.url, 'http://localhost').pathname, response));
await new Promise(done => server.listen(0, '127.0.0.1', done));
const address = `http://127.0.0.1:${server.address().port}`;
let chrome;
try {
  execFileSync('dotnet', ['run', '--project', 'functions/Local', '--', 'build', '--from', 'functions/Samples', '--to', site, '--url', `${address}/`], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  chrome = await launch({ chromePath: process.env.CHROME_PATH ?? '/usr/bin/chromium', chromeFlags: ['--headless=new', '--no-sandbox'] });
  console.log(`| page | ${categories.join(' | ')} | LCP (s) | CLS | TBT (ms) |\n|---|${'---|'.repeat(categories.length + 3)}`);
  for (const [name, at] of Object.entries(pages)) {
    await measure(name, at);
  }
} finally {
  await chrome?.kill();
  server.close();
  rmSync(site, { recursive: true, force: true });
}

async function measure(name, at) {
  const results = [];
  for (let run = 0; run < Number(runs); run++) {
    results.push((await lighthouse(`${address}${at}`, { port: chrome.port, onlyCategories: categories, logLevel: 'error' })).lhr);
  }
  const median = read => results.map(read).sort((a, b) => a - b)[Math.floor(results.length / 2)];
  const scores = categories.map(c => Math.round(100 * median(r => r.categories[c].score)));
  const value = id => median(r => r.audits[id].numericValue);
  console.log(`| ${name} | ${scores.join(' | ')} | ${(value('largest-contentful-paint') / 1000).toFixed(2)} | ${value('cumulative-layout-shift').toFixed(3)} | ${Math.round(value('total-blocking-time'))} |`);
  if (scores.some(s => s < 100)) {
    process.exitCode = 1;
    tellWhy(results.at(-1));
  }
}

function tellWhy({ categories: found, audits }) {
  for (const category of Object.values(found).filter(c => c.score < 1)) {
    for (const { id, weight } of category.auditRefs.filter(r => r.weight > 0 && audits[r.id].score !== null && audits[r.id].score < 1)) {
      console.log(`  ${category.id}: ${id} ${audits[id].score} (weight ${weight}) ${audits[id].displayValue ?? ''}`);
    }
  }
}

function answer(requested, response) {
  const file = path.join(site, decodeURIComponent(requested.endsWith('/') ? `${requested}index.html` : requested));
  if (!file.startsWith(site + path.sep) || !statSync(file, { throwIfNoEntry: false })?.isFile()) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, {
    'content-type': types[path.extname(file).slice(1)] ?? 'application/octet-stream',
    'content-encoding': 'gzip',
    'cache-control': requested.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=300',
    'x-content-type-options': 'nosniff',
  });
  response.end(gzipSync(readFileSync(file)));
}
