// The pages that people print: nothing wider than the sheet, no navigation, dark ink on white also for dark screens.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, visit } from './browser.mjs';
import { layoutProblems } from './layout.mjs';
import { expectNone } from './problems.mjs';
import { LANGUAGES, fileBase, pagesIn, representatives } from './site.mjs';

const PRINTED = ['index', 'review', 'briefing', 'briefings'];
// A4 is 210 mm wide; the margins of 15 mm on either side leave 180 mm of 96 px per inch.
const SHEET = { width: 680, height: 980 };
const SMALLEST_ON_PAPER = 9;
let browser;

before(async () => {
  browser = await launch();
});
after(() => browser?.close());

for (const language of Object.keys(LANGUAGES)) {
  test(`paper, ${language}`, async () => {
    const items = representatives(language).filter((page) => PRINTED.includes(page.kind));
    assert.ok(items.length > 0, 'there is a page to print');
    const options = { viewport: SHEET, colorScheme: 'dark' };
    expectNone(await visit({ browser, base: fileBase, options, items, look: printed }));
  });
}

for (const language of Object.keys(LANGUAGES)) {
  test(`each briefing is one sheet, ${language}`, async () => {
    const items = pagesIn(language).filter((page) => /(^|\/)market\/mb-[^/]+\.html$/.test(page.path));
    assert.ok(items.length >= 4, 'there are four briefings');
    const options = { viewport: SHEET, colorScheme: 'dark' };
    expectNone(await visit({ browser, base: fileBase, options, items, look: oneSheet }));
  });
}

async function oneSheet(page) {
  const problems = await printed(page);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  return sheets === 1 ? problems : [...problems, `it takes ${sheets} sheets`];
}

async function printed(page) {
  await page.emulateMedia({ media: 'print' });
  const layout = await page.evaluate(layoutProblems, { smallest: SMALLEST_ON_PAPER, paper: true });
  const look = await page.evaluate(paperProblems);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  return [...layout, ...look, ...sheetProblems(pdf)];
}

// Runs inside the page.
function paperProblems() {
  const problems = [];
  const shown = [...document.querySelectorAll('nav')].filter((nav) => nav.checkVisibility());
  if (shown.length > 0) problems.push('navigation is printed');
  const brightness = (color) => color.match(/[\d.]+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 3;
  const behind = [document.body, document.documentElement].map((at) => getComputedStyle(at).backgroundColor);
  const paper = behind.find((color) => !/, 0\)$/.test(color));
  if (paper && brightness(paper) < 240) problems.push(`the paper is ${paper}`);
  const ink = getComputedStyle(document.querySelector('h1')).color;
  if (brightness(ink) > 90) problems.push(`the ink is ${ink}`);
  return problems;
}

function sheetProblems(pdf) {
  const boxes = [...pdf.toString('latin1').matchAll(/\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/g)];
  if (boxes.length === 0) return ['the PDF has no page'];
  const isA4 = ([, width, height]) => Math.abs(width - 595) < 2 && Math.abs(height - 842) < 2;
  return boxes.every(isA4) ? [] : [`the sheet is ${boxes[0][1]} by ${boxes[0][2]} points, not A4`];
}
