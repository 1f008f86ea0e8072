// Opens the site as readers do: from a disk and from a sub-path of a server, with scripts and without, on a phone and
// on a desk, in both languages. One page of every kind in every combination, every page once per width.

import { after, before, test } from 'node:test';
import { VIEWPORTS, launch, visit } from './browser.mjs';
import { contentProblems } from './content.mjs';
import { layoutProblems } from './layout.mjs';
import { expectNone } from './problems.mjs';
import { LANGUAGES, fileBase, pages, representatives, serve } from './site.mjs';

const SMALLEST = 11;
let browser;
let server;

before(async () => {
  browser = await launch();
  server = await serve();
});
after(async () => {
  await browser?.close();
  server?.close();
});

const places = { file: () => fileBase, http: () => server.base };

test('both languages have the same kinds of pages', () => {
  const kinds = (language) => representatives(language).map((page) => page.kind).sort();
  expectNone(symmetricDifference(kinds('zh-Hant'), kinds('en')));
});

for (const language of Object.keys(LANGUAGES)) {
  for (const place of Object.keys(places)) {
    for (const scripts of [true, false]) {
      for (const width of Object.keys(VIEWPORTS)) {
        test(`${language}, ${place}, scripts ${scripts ? 'on' : 'off'}, ${width} px`, async () => {
          const options = { viewport: VIEWPORTS[width], javaScriptEnabled: scripts };
          expectNone(await visit({ browser, base: places[place](), options, items: representatives(language), look: inspect }));
        });
      }
    }
  }
}

for (const width of Object.keys(VIEWPORTS)) {
  test(`every page at ${width} px`, async () => {
    const options = { viewport: VIEWPORTS[width] };
    expectNone(await visit({ browser, base: server.base, options, items: pages, look: inspect }));
  });
}

for (const [place, scripts] of [['file', false], ['http', true]]) {
  test(`the language switch works there and back, ${place}, scripts ${scripts ? 'on' : 'off'}`, async () => {
    const options = { viewport: VIEWPORTS[390], javaScriptEnabled: scripts };
    expectNone(await visit({ browser, base: places[place](), options, items: representatives('zh-Hant'), look: switchBothWays }));
  });
}

test('with scripts off, a page says the same words', async () => {
  const words = async (scripts) => {
    const said = new Map();
    const look = async (page, item) => void said.set(item.path, await page.locator('main').innerText()) ?? [];
    const options = { viewport: VIEWPORTS[1280], javaScriptEnabled: scripts };
    await visit({ browser, base: fileBase, options, items: representatives('zh-Hant'), look });
    return said;
  };
  const [on, off] = [await words(true), await words(false)];
  expectNone([...on].flatMap(([path, text]) => firstDifference(text, off.get(path)).map((problem) => `${path}: ${problem}`)));
});

async function inspect(page, item, noise) {
  const content = await page.evaluate(contentProblems, { lang: item.lang });
  const layout = await page.evaluate(layoutProblems, { smallest: SMALLEST, paper: false });
  return [...noise, ...content, ...layout];
}

async function switchBothWays(page, item, noise) {
  const start = page.url();
  await followSwitch(page, 'en');
  const english = await page.evaluate(() => document.documentElement.lang);
  await followSwitch(page, 'zh');
  const problems = english === LANGUAGES.en ? [] : [`the switch leads to a page in ${english}`];
  if (page.url().split('#')[0] !== start) problems.push(`the way back leads to ${page.url()}`);
  return [...problems, ...noise];
}

async function followSwitch(page, language) {
  const link = page.locator(`a[hreflang|="${language}"]`).first();
  await Promise.all([page.waitForEvent('framenavigated', { timeout: 20000 }), link.click({ timeout: 20000 })]);
  await page.waitForLoadState('load');
}

function firstDifference(one, other) {
  const [a, b] = [one, other].map((text) => text.split(/\s+/).filter(Boolean));
  const at = a.findIndex((word, index) => word !== b[index]);
  if (at < 0 && a.length === b.length) return [];
  const from = Math.max(0, (at < 0 ? a.length : at) - 2);
  const near = (list) => list.slice(from, from + 6).join(' ');
  return [`with scripts "${near(a)}", without "${near(b)}"`];
}

function symmetricDifference(one, other) {
  return [...one.filter((item) => !other.includes(item)), ...other.filter((item) => !one.includes(item))];
}
