// Pages of archives stay as they were frozen, so no rule of style holds for them; but they open from a disk, lead
// nowhere that is not there, ask for nothing outside of their own folder, and have nothing to complain about.

import { after, before, test } from 'node:test';
import { posix } from 'node:path';
import { VIEWPORTS, launch, visit } from './browser.mjs';
import { ids } from './markup.mjs';
import { expectNone } from './problems.mjs';
import { ARCHIVED, archived, fileBase, files } from './site.mjs';

const known = new Set(files);
const idsOf = new Map(archived.map((page) => [page.path, ids(page.tags)]));
const folders = [...new Set(archived.map((page) => ARCHIVED.exec(page.path)[0]))];
const pagesOf = (folder) => archived.filter((page) => page.path.startsWith(folder));
let browser;

before(async () => {
  browser = await launch();
});
after(async () => {
  await browser?.close();
});

test('no link of an archived page leads nowhere or out of its archive', () => {
  expectNone(archived.flatMap((page) => links(page).flatMap((link) => linkProblem(page, link))));
});

test('every archived page is reached from the cover of its archive', () => {
  expectNone(folders.flatMap(unreached));
});

for (const folder of folders) {
  test(`${folder} opens from a disk, asks for nothing outside and has no complaint`, async () => {
    const base = fileBase + folder;
    const items = pagesOf(folder).map((page) => ({ path: page.path.slice(folder.length) }));
    const look = async (page, item, noise) => {
      const said = await page.locator('h1').first().innerText({ timeout: 5000 });
      return said.trim() === '' ? [...noise, 'no headline'] : noise;
    };
    expectNone(await visit({ browser, base, options: { viewport: VIEWPORTS[390] }, items, look }));
  });
}

function links(page) {
  return page.tags.flatMap((tag) => [tag.attributes.href, tag.attributes.src]).filter((link) => link !== undefined);
}

// Prose may link to the world, and an empty icon is written into the page.
function linkProblem(page, link) {
  if (/^(https:|mailto:|data:)/.test(link)) return [];
  const { path, fragment } = target(page.path, link);
  const problem = (words) => [`${page.path}: ${words}: ${link}`];
  if (!path.startsWith(ARCHIVED.exec(page.path)[0])) return problem('leads out of the archive');
  if (!known.has(path)) return problem('dead link');
  return fragment === undefined || idsOf.get(path)?.has(fragment) ? [] : problem('no such id');
}

function target(from, link) {
  const [address, fragment] = link.split('#', 2).map(decodeURIComponent);
  const path = address === '' ? from : posix.join(posix.dirname(from), address.split('?')[0]);
  return { path, fragment };
}

function unreached(folder) {
  const byPath = new Map(pagesOf(folder).map((page) => [page.path, page]));
  const seen = new Set([`${folder}index.html`]);
  for (const path of seen) {
    for (const link of links(byPath.get(path))) {
      const next = target(path, link).path;
      if (byPath.has(next)) seen.add(next);
    }
  }
  return [...byPath.keys()].filter((path) => !seen.has(path));
}
