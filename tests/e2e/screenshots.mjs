// Pictures for people to look at: node screenshots.mjs OUTDIR [page …]
// A page is a path of the site in Chinese or English (`review/2026-10.html`); without any, one of every kind.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { VIEWPORTS, launch, visit } from './browser.mjs';
import { LANGUAGES, fileBase, pages, representatives } from './site.mjs';

const [folder, ...wanted] = process.argv.slice(2);
if (!folder) {
  console.error('usage: node screenshots.mjs OUTDIR [page …]');
  process.exit(2);
}
const unknown = wanted.filter((path) => !pages.some((page) => page.path === path));
if (unknown.length > 0) {
  console.error(`no such page: ${unknown.join(', ')}`);
  process.exit(2);
}

const LOOKS = [
  ...['390', '1280'].flatMap((width) =>
    ['light', 'dark'].map((colorScheme) => ({ label: `${width}-${colorScheme}`, viewport: VIEWPORTS[width], colorScheme })),
  ),
  { label: 'print', viewport: { width: 680, height: 980 }, colorScheme: 'light', media: 'print' },
];

const items = wanted.length > 0 ? pages.filter((page) => wanted.includes(page.path)) : Object.keys(LANGUAGES).flatMap(representatives);
mkdirSync(folder, { recursive: true });
const browser = await launch();
for (const { label, media = 'screen', ...options } of LOOKS) {
  await visit({ browser, base: fileBase, options, items, look: (page, item) => picture(page, item, label, media) });
}
await browser.close();
console.log(`${items.length * LOOKS.length} pictures in ${folder}`);

async function picture(page, item, label, media) {
  await page.emulateMedia({ media });
  const name = `${item.path.replace(/\.html$/, '').replaceAll('/', '-')}.${item.lang.split('-')[0]}.${label}.png`;
  await page.screenshot({ path: join(folder, name), fullPage: true });
  return [];
}
