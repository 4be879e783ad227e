// Measures pages of the site built from the sample workbooks with Lighthouse, which emulates a slow phone: node measure.mjs [--runs 3].
// The median of the runs counts. The exit code is 1 if a score is below 100.
import { parseArgs } from 'node:util';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { withSite } from './site.mjs';

const pages = {
  'home': '/',
  'viewpoint': '/viewpoints/1/',
  'collaboration list': '/collaborations/',
  'initiative': '/initiatives/byoin-0001/',
  'indicator list': '/indicators/',
  'indicator': '/indicators/kenkofukushi-0001-1/',
  'trend': '/indicators/trends/down/',
  'topic': '/topics/care/',
  'contact': '/contact/',
  'status': '/status/',
  'open data': '/data/',
  'search': '/search/?q=%E3%83%9C%E3%83%A9%E3%83%B3%E3%83%86%E3%82%A3%E3%82%A2',
};
const categories = ['performance', 'accessibility', 'best-practices', 'seo'];
const { values: { runs } } = parseArgs({ options: { runs: { type: 'string', default: '3' } } });

await withSite(async address => {
  const chrome = await launch({ chromePath: process.env.CHROME_PATH ?? '/usr/bin/chromium', chromeFlags: ['--headless=new', '--no-sandbox'] });
  try {
    console.log(`| page | ${categories.join(' | ')} | LCP (s) | CLS | TBT (ms) |\n|---|${'---|'.repeat(categories.length + 3)}`);
    for (const [name, at] of Object.entries(pages)) {
      await measure(name, `${address}${at}`, chrome.port);
    }
  } finally {
    await chrome.kill();
  }
});

async function measure(name, address, port) {
  const results = [];
  for (let run = 0; run < Number(runs); run++) {
    results.push((await lighthouse(address, { port, onlyCategories: categories, logLevel: 'error' })).lhr);
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
