// Measures how long the search queries of the tests take on an emulated slow phone: node queries.mjs. Processor and network are slowed down
// by the same factors as on Lighthouse's slow phone. Each query is submitted twice: as the first one on a search page that was just opened,
// and as the second one on another page. Nothing of the search index is cached. The page itself loads at full speed. The time runs from
// Enter to the answer; the bytes are those of the search index, compressed. The exit code is 1 if a query that is the first one on its page
// loads more than 60 kB, or if a query has no answer after 30 seconds.
import { readFileSync } from 'node:fs';
import { defaultConfig } from 'lighthouse';
import puppeteer from 'puppeteer-core';
import { withSite } from './site.mjs';

const most = 60_000;
const longest = 30_000;
const { throttling } = defaultConfig.settings;
const queries = JSON.parse(readFileSync(new URL('../Browser.Tests/Search/Queries.json', import.meta.url), 'utf8')).map(q => q.query);

await withSite(async address => {
  const browser = await puppeteer.launch({ executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
  try {
    const asked = [];
    for (const query of queries) {
      asked.push(await measure(browser, address, query));
    }
    report(asked);
  } finally {
    await browser.close();
  }
});

async function measure(browser, address, query) {
  const context = await browser.createBrowserContext();
  try {
    const page = await slowPage(context, `${address}/search/`);
    const first = await ask(page, query);
    const another = await slowPage(context, `${address}/search/`);
    await ask(another, '市');
    const second = await ask(another, query);
    return { query, first, second };
  } finally {
    await context.close();
  }
}

async function slowPage(context, address) {
  const page = await context.newPage();
  const session = await page.createCDPSession();
  await page.goto(address, { waitUntil: 'load' });
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: throttling.requestLatencyMs,
    downloadThroughput: throttling.downloadThroughputKbps * 1024 / 8,
    uploadThroughput: throttling.uploadThroughputKbps * 1024 / 8,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: throttling.cpuSlowdownMultiplier });
  return page;
}

async function ask(page, query) {
  let bytes = 0;
  const count = response => response.url().endsWith('.json') && (bytes += Number(response.headers()['content-length'] ?? 0));
  page.on('response', count);
  const took = await page.evaluate((text, longest) => new Promise((done, fail) => {
    const [field, status] = [document.querySelector('#search-q'), document.querySelector('#search-status')];
    field.value = text;
    const start = performance.now();
    setTimeout(() => fail(new Error(`「${text}」 has no answer; the page says ${status.textContent}`)), longest);
    new MutationObserver(() => status.textContent.includes(`「${text}」`) && done(performance.now() - start)).observe(status, { childList: true });
    field.form.requestSubmit();
  }), query, longest);
  page.off('response', count);
  return { took, bytes };
}

function report(asked) {
  console.log('| query asked | median (s) | 95 of 100 (s) | slowest (s) | median (kB) | most (kB) |\n|---|---|---|---|---|---|');
  for (const [turn, name] of [['first', 'on a page just opened'], ['second', 'on a page that has answered']]) {
    const at = (read, share) => asked.map(a => read(a[turn])).sort((a, b) => a - b)[Math.min(asked.length - 1, Math.floor(asked.length * share))];
    const seconds = share => (at(a => a.took, share) / 1000).toFixed(2);
    const kilobytes = share => (at(a => a.bytes, share) / 1000).toFixed(1);
    console.log(`| ${name} | ${seconds(0.5)} | ${seconds(0.95)} | ${seconds(1)} | ${kilobytes(0.5)} | ${kilobytes(1)} |`);
  }
  const tooMuch = asked.filter(a => a.first.bytes > most);
  tooMuch.forEach(a => console.log(`  ${a.query}: ${a.first.bytes} bytes`));
  process.exitCode = tooMuch.length > 0 ? 1 : 0;
}
